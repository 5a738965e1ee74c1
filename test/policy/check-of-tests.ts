import { defineCheck, type Check } from "../../src/model/check.js";

const words = {
  area: "development",
  title: "A check of the tests",
  why: "To see how rules are read.",
  mend: "Nothing.",
  whenNot: "Outside tests.",
  example: { rule: "a: { floor: recall, at-least: 80% }", met: "0.9", notMet: "0.1" },
  needs: ["measurement"],
} as const;

/** With a bound, and an option of each kind. */
export const floor: Check = defineCheck({
  ...words,
  id: "floor",
  subject: { kind: "texts", description: "Metrics." },
  options: {
    "at-least": { kind: "quantity", description: "Lowest." },
    "at-most": { kind: "quantity", description: "Highest." },
    share: { kind: "proportion", description: "A share." },
    "max-age": { kind: "duration", description: "An age." },
    "min-samples": { kind: "count", description: "A number of examples." },
    strict: { kind: "flag", description: "Whether." },
    dataset: { kind: "text", description: "A name." },
    scope: { kind: "text", description: "One of two.", choices: ["column", "dataset"] },
    roles: { kind: "texts", description: "Of two.", choices: ["train", "test"] },
    "for-each": { kind: "slice-keys", description: "Columns." },
    where: { kind: "fields", description: "Fields." },
  },
  bounds: ["at-least", "at-most"],
  plain: (names, asked) => `${names.join(" and ")} is at least ${(asked["at-least"]?.value ?? 0) * 100} %`,
  evaluate: () => [],
});

/** With an option that is required, and no bound. */
export const fresh: Check = defineCheck({
  ...words,
  id: "fresh",
  subject: { kind: "text", description: "A report." },
  options: { within: { kind: "duration", description: "The oldest that counts.", required: true } },
  plain: (name) => `${name} is fresh`,
  evaluate: () => [],
});

export const checksOfTests: readonly Check[] = [floor, fresh];
