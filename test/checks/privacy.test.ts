import { facts } from "../judge/judged.js";
import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const table = (...columns: readonly string[]): string =>
  facts({ kind: "table", columns, rows: 10, role: "predictions" });
const section = "## Privacy\n\nThe rows hold no personal data; they were made by a program for tests.\n";
const card = { "m/README.md": cardOf("license: mit") };

describeCheck("privacy", {
  met: {
    "the section is written": {
      files: { "m/README.md": cardOf("license: mit", section) },
      rule: "{ privacy: section }",
    },
    "no column names a person": {
      files: { "m/a.facts.jsonl": table("amount", "hour") },
      rule: "{ privacy: columns }",
      says: "none of 2 columns",
    },
    "an assessment with its date": {
      files: { "m/README.md": cardOf("governance:\n  dpia:\n    reference: DPIA-12\n    date: 2026-10-01") },
      rule: "{ privacy: assessment, max-age: 365d }",
    },
    ...(corpusIsThere
      ? {
          "a table of predictions": {
            files: {
              ...card,
              ...corpusFiles({
                "m/predictions.csv": "generated/data-champion-challenger/edtech/predictions/multiclass_champion.csv",
              }),
            },
            rule: "{ privacy: columns }",
          },
        }
      : {}),
  },
  "not-met": {
    "no section": { files: card, rule: "{ privacy: section }", at: "m/README.md:1" },
    "columns that name a person, however written": {
      files: { "m/a.facts.jsonl": table("amount", "E-Mail", "customer_phone") },
      rule: "{ privacy: columns }",
      says: "E-Mail and customer_phone name a person",
      at: "m/a.facts.jsonl:1",
    },
    "a feature that may not be there": {
      files: { "m/a.facts.jsonl": facts({ kind: "attribution", feature: "religion", importance: 0.1 }) },
      rule: "{ privacy: columns, forbidden: [religion] }",
    },
    "no assessment": { files: card, rule: "{ privacy: assessment }" },
    "an assessment that is too old": {
      files: { "m/README.md": cardOf("dpia:\n  reference: DPIA-12\n  date: 2023-10-01") },
      rule: "{ privacy: assessment, max-age: 365d }",
    },
    ...(corpusIsThere
      ? {
          "a table of predictions with a forbidden column": {
            files: {
              ...card,
              ...corpusFiles({
                "m/predictions.csv": "generated/data-champion-challenger/edtech/predictions/multiclass_champion.csv",
              }),
            },
            rule: '{ privacy: columns, forbidden: ["*"] }',
          },
        }
      : {}),
  },
  missing: {
    "no columns are listed": { files: card, rule: "{ privacy: columns }" },
    "no card": { files: { "m/a.facts.jsonl": table("amount") }, rule: "{ privacy: section }" },
    "an assessment without a date": {
      files: { "m/README.md": cardOf("dpia: DPIA-12") },
      rule: "{ privacy: assessment, max-age: 365d }",
    },
  },
  unreadable: {
    "the table is cut off": {
      files: { ...card, "m/a.facts.jsonl": `${table("amount")}{"kind": "tab` },
      rule: "{ privacy: columns }",
    },
    "an assessment of the future": {
      files: { "m/README.md": cardOf("dpia:\n  reference: DPIA-12\n  date: 2033-10-01") },
      rule: "{ privacy: assessment, max-age: 365d }",
    },
  },
});
