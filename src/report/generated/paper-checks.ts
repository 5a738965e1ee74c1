// Written by scripts/generate.mjs from the areas of src/checks.

/** Checks of documentation and governance that read more than a model's numbers. */
export const paperChecks: ReadonlySet<string> = new Set(["approval","audit-trail","card-claims","card-fields","card-placeholder","card-sections","evidence-lock","framework","intended-use","licence","owner","privacy","risk-class","separation-of-duties","stage-transition"]);
