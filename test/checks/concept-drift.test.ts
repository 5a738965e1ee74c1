import { facts, measurement } from "../judge/judged.js";
import { changedCorpusFile, corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const series = (values: readonly unknown[], more: object = {}): string =>
  facts(...values.map((value, step) => measurement("error_rate", value, { step, higher_is_better: false, ...more })));
const around = (level: number, times: number): readonly number[] =>
  Array.from({ length: times }, (_, index) => level + (index % 2 === 0 ? 0.01 : -0.01));
const steady = series(around(0.04, 120));
const risen = series([...around(0.04, 60), ...around(0.5, 60)]);
const report = (...detectors: readonly (readonly [method: string, drifted: boolean | null, more?: object])[]): string =>
  facts(...detectors.map(([method, drifted, more]) => ({ kind: "drift", scope: "concept", method, drifted, ...more })));
const card = "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n";

/** Predictions of which every tenth is wrong, and from a place on every second; with the hour of each. */
const predicted = (rows: number, from: number, turned = false): string => {
  const lines = Array.from({ length: rows }, (_, row) => `1,${row % (row < from ? 10 : 2) === 0 ? 0 : 1},${row}`);
  return ["y_true,y_pred,hour", ...(turned ? lines.reverse() : lines)].join("\n");
};

describeCheck("concept-drift", {
  met: {
    "predictions that are wrong as often as ever": {
      files: { "m/README.md": card, "m/predictions.csv": predicted(400, 400) },
      rule: "{ concept-drift: [ddm, adwin] }",
      says: "no alarm over 400 predictions",
    },
    ...onCorpus({
      "the same detectors of river, none of which alarms": {
        files: {
          "m/README.md": card,
          "m/summary.json": changedCorpusFile("generated/river/concept-drift/summary.json", (text) =>
            text.replaceAll('"drift_detected": true', '"drift_detected": false'),
          ),
        },
        rule: "{ concept-drift: reports }",
      },
    }),
    "an error that stays where it was": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ concept-drift: [page-hinkley, adwin], of: error_rate }",
      says: "no alarm over 120 values",
    },
    "an error that falls": {
      files: { "m/a.facts.jsonl": series([...around(0.5, 60), ...around(0.04, 60)]) },
      rule: "{ concept-drift: [page-hinkley, adwin], of: error_rate }",
    },
    "detectors that saw nothing": {
      files: { "m/a.facts.jsonl": report(["adwin", false], ["ddm", false]) },
      rule: "{ concept-drift: reports }",
    },
  },
  "not-met": {
    "predictions that are wrong far more often since a while, by single ones": {
      files: { "m/README.md": card, "m/predictions.csv": predicted(400, 200) },
      rule: "{ concept-drift: [ddm, adwin] }",
      says: "ddm at value",
    },
    "the same, put in the order in which they came": {
      files: { "m/README.md": card, "m/predictions.csv": predicted(400, 200, true) },
      rule: "{ concept-drift: [ddm, adwin], order-by: hour }",
      says: "ddm at value",
    },
    "two detectors see the error rise": {
      files: { "m/a.facts.jsonl": risen },
      rule: "{ concept-drift: [page-hinkley, adwin], of: error_rate }",
      says: /page-hinkley at value 61 of 120 and adwin at value \d+ of 120 see a change/,
      at: "m/a.facts.jsonl:61",
    },
    "a score that falls is an error that rises": {
      files: {
        "m/a.facts.jsonl": facts(
          ...[...around(0.9, 60), ...around(0.4, 60)].map((value, step) => measurement("accuracy", value, { step })),
        ),
      },
      rule: "{ concept-drift: [page-hinkley, adwin], of: accuracy }",
    },
    "single predictions by DDM": {
      files: {
        "m/a.facts.jsonl": series(
          Array.from({ length: 200 }, (_, index) => (index < 100 ? (index % 20 === 0 ? 1 : 0) : index % 2)),
        ),
      },
      rule: "{ concept-drift: ddm, of: error_rate, agreeing: 1 }",
    },
    "a lone alarm that a measured loss bears out": {
      files: {
        "m/a.facts.jsonl": `${report(["adwin", true], ["ddm", false])}${facts({ kind: "drift", scope: "performance", method: "f1", drifted: true })}`,
      },
      rule: "{ concept-drift: reports }",
      says: "a measured loss of performance",
    },
    ...(corpusIsThere
      ? {
          "detectors of river that agree": {
            files: {
              "m/README.md": card,
              ...corpusFiles({ "m/summary.json": "generated/river/concept-drift/summary.json" }),
            },
            rule: "{ concept-drift: reports }",
          },
        }
      : {}),
  },
  inconclusive: {
    "a lone alarm is weak evidence": {
      files: { "m/a.facts.jsonl": report(["adwin", true], ["ddm", false], ["hddm", false]) },
      rule: "{ concept-drift: reports }",
      says: "adwin alone sees a change, over 3 detectors: 1 of 3, and 2 must agree",
    },
    "many alarms of one detector are one": {
      files: { "m/a.facts.jsonl": report(["kswin", true], ["kswin", true], ["kswin", true]) },
      rule: "{ concept-drift: reports }",
    },
    "too few values to warm up": {
      files: { "m/a.facts.jsonl": series(around(0.04, 40)) },
      rule: "{ concept-drift: page-hinkley, of: error_rate }",
      says: "40 values",
    },
    "rates are no single predictions": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ concept-drift: ddm, of: error_rate }",
      says: "DDM takes single predictions",
    },
  },
  missing: {
    "no series": {
      files: { "m/a.facts.jsonl": report(["adwin", false]) },
      rule: "{ concept-drift: page-hinkley, of: error_rate }",
    },
    "no report": { files: { "m/a.facts.jsonl": steady }, rule: "{ concept-drift: reports }" },
    "a detector that gave no verdict": {
      files: { "m/a.facts.jsonl": report(["adwin", null]) },
      rule: "{ concept-drift: reports }",
    },
    "a rule that names no series": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ concept-drift: page-hinkley }",
      says: "names no series",
    },
  },
  unreadable: {
    "a value that is no number": {
      files: { "m/a.facts.jsonl": series([...around(0.04, 60), "NaN", ...around(0.04, 60)]) },
      rule: "{ concept-drift: page-hinkley, of: error_rate }",
    },
    "two values of one time": {
      files: { "m/a.facts.jsonl": `${steady}${facts(measurement("error_rate", 0.9, { step: 3, version: "2" }))}` },
      rule: "{ concept-drift: page-hinkley, of: error_rate }",
      says: "two values of error_rate stand at one time",
    },
  },
});
