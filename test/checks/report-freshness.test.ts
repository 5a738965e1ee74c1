import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { facts, measurement } from "../judge/judged.js";
import { historyOf } from "./history-of.js";

const card = { "m/README.md": cardOf("license: mit") };
const drift = (at: string | null): string => facts({ kind: "drift", scope: "column", column: "a", score: 0.1, at });
const soda = { ...card, ...corpusFiles({ "m/scan.json": "generated/soda-core-3.5/stable/scan_results.json" }) };

describeCheck("report-freshness", {
  met: {
    "exactly as old as allowed": {
      files: { "m/a.facts.jsonl": drift("2026-11-16T09:00:00Z") },
      rule: "{ report-freshness: drift, max-age: 7d }",
    },
    "what states no date is as old as its commit": {
      files: { "m/a.facts.jsonl": drift(null) },
      rule: "{ report-freshness: drift, max-age: 7d }",
      with: { history: historyOf({ "m/a.facts.jsonl": ["2026-11-20"] }) },
      says: "by its last commit",
    },
    ...(corpusIsThere
      ? { "a scan of Soda": { files: soda, rule: "{ report-freshness: data-quality, max-age: 7d }" } }
      : {}),
  },
  "not-met": {
    "a second older": {
      files: { "m/a.facts.jsonl": drift("2026-11-16T08:59:59Z") },
      rule: "{ report-freshness: drift, max-age: 7d }",
      at: "m/a.facts.jsonl:1",
    },
    "one of two reports": {
      files: {
        "m/a.facts.jsonl": `${drift("2026-11-20T00:00:00Z")}${facts(measurement("accuracy", 0.9, { at: "2026-01-01T00:00:00Z" }))}`,
      },
      rule: "{ report-freshness: [drift, evaluation], max-age: 7d }",
    },
    ...(corpusIsThere
      ? { "a scan of Soda": { files: soda, rule: "{ report-freshness: data-quality, max-age: 1m }" } }
      : {}),
  },
  missing: {
    "no report": { files: card, rule: "{ report-freshness: drift, max-age: 7d }", says: "there is no drift report" },
    "a report without a date": {
      files: { "m/a.facts.jsonl": drift(null) },
      rule: "{ report-freshness: drift, max-age: 7d }",
      says: "says nowhere when it was made",
    },
    "a claim in the card is no report": {
      files: {
        "m/README.md": cardOf(
          "license: mit",
          "## Evaluation\n\n| Metric | Value |\n| --- | --- |\n| Accuracy | 0.9 |\n",
        ),
      },
      rule: "{ report-freshness: evaluation, max-age: 7d }",
    },
    "a report of checks that did not run": {
      files: { "m/a.facts.jsonl": facts({ kind: "check", name: "c", passed: null, at: "2026-11-20T00:00:00Z" }) },
      rule: "{ report-freshness: data-quality, max-age: 7d }",
      says: "none of its checks ran",
    },
  },
  unreadable: {
    "a report of the future": {
      files: { "m/a.facts.jsonl": drift("2027-11-16T09:00:00Z") },
      rule: "{ report-freshness: drift, max-age: 7d }",
    },
    "the report is cut off": {
      files: { ...card, "m/a.facts.jsonl": `${drift("2026-11-20T00:00:00Z")}{"kind": "dr` },
      rule: "{ report-freshness: drift, max-age: 7d }",
    },
  },
});
