import type { Adapter } from "../model/adapter.js";
import { isToolkitCard, toolkitCardStatements } from "./families/toolkit-card.js";

/** A model card of TensorFlow's Model Card Toolkit, or of VerifyML, which extends its schema. */
export const modelCardToolkit: Adapter = {
  id: "model-card-toolkit",
  title: "Model Card Toolkit and VerifyML model card",
  definedAt: "https://github.com/tensorflow/model-card-toolkit/tree/main/model_card_toolkit/schema",
  versions:
    "schemas 0.0.1 and 0.0.2 (Model Card Toolkit 2.0.0); 0.0.3 and 0.0.4 (VerifyML): tests from the schema, not seen",
  reads:
    "Every field, the sections that the keys are, performance metrics with slice, threshold and confidence interval as claims, data sets, the model's name and version, and VerifyML's tests.",
  leaves: "Pictures, and cards that are stored as binary protocol buffers.",
  syntax: ["json"],
  gives: ["card", "measurement", "model", "dataset", "check"],
  marksModel: true,
  claims: true,
  numbersAsText: true,

  recognises: ({ value }) => isToolkitCard(value),
  read: ({ value }) => (value === undefined ? [] : toolkitCardStatements(value)),
};
