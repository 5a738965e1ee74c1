import { loggedRun, runs } from "./real-models.js";
import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { facts, measurement } from "../judge/judged.js";

const claimed = (...rows: readonly string[]): string =>
  cardOf(
    "license: mit",
    `## Evaluation\n\n| Metric | Value |\n| --- | --- |\n${rows.map((row) => `| ${row} |`).join("\n")}\n`,
  );
const evaluated = (...lines: object[]): string => facts(...lines);
const rule = "{ card-claims: all }";

describeCheck("card-claims", {
  met: {
    ...onCorpus({
      "a card of the Hub against the run of MLflow that it was written from": {
        files: {
          ...loggedRun(runs.champion),
          ...corpusFiles({ "m/README.md": "generated/huggingface/fraud/v1/README.md" }),
        },
        rule: "{ card-claims: roc_auc }",
      },
    }),
    "the card rounds what the results say": {
      files: {
        "m/README.md": claimed("Accuracy | 0.91"),
        "m/a.facts.jsonl": evaluated(measurement("accuracy", 0.9128)),
      },
      rule,
      at: "m/README.md:18",
    },
    "in per cent": {
      files: {
        "m/README.md": claimed("Accuracy | 91.3%"),
        "m/a.facts.jsonl": evaluated(measurement("accuracy", 0.9128)),
      },
      rule,
    },
    "the table of training says how the model was on the way, and contradicts nothing": {
      files: {
        "m/README.md": cardOf(
          "license: mit",
          "## Evaluation\n\n- Accuracy: 0.9128\n\n### Training results\n\n| Epoch | Step | Accuracy |\n| --- | --- | --- |\n| 1 | 30 | 0.71 |\n| 2 | 60 | 0.84 |\n",
        ),
        "m/a.facts.jsonl": evaluated(measurement("accuracy", 0.9128)),
      },
      rule,
    },
    "the card cuts off what it leaves out": {
      files: {
        "m/README.md": claimed("F1 | 0.648"),
        "m/a.facts.jsonl": evaluated(measurement("f1", 0.64871)),
      },
      rule,
    },
    "in per cent, and the results without a unit": {
      files: {
        "m/README.md": claimed("MAPE | 21.4%"),
        "m/metrics.json": '{"mape": 21.4, "mae": 3.5}',
      },
      rule,
    },
    "its column of training is of other rows than the results": {
      files: {
        "m/README.md": cardOf(
          "license: mit",
          "## Evaluation\n\n| Metric | Train | Test |\n| --- | --- | --- |\n| Accuracy | 0.97 | 0.91 |\n",
        ),
        "m/a.facts.jsonl": evaluated(measurement("accuracy", 0.9128, { split: "test" })),
      },
      rule,
    },
    "only the metric that is asked for": {
      files: {
        "m/README.md": claimed("Accuracy | 0.91", "F1 | 0.99"),
        "m/a.facts.jsonl": evaluated(measurement("accuracy", 0.9128), measurement("f1", 0.5)),
      },
      rule: "{ card-claims: accuracy }",
    },
    ...(corpusIsThere
      ? {
          "the results of another data set do not contradict it": {
            files: {
              "m/README.md": cardOf(
                "license: mit\nmodel-index:\n- name: m\n  results:\n  - task: { type: tabular-classification }\n    dataset: { name: holdout, type: holdout }\n    metrics:\n    - { type: accuracy, value: 0.91 }",
              ),
              "m/a.facts.jsonl": evaluated(
                measurement("accuracy", 0.91, { dataset: "holdout" }),
                measurement("accuracy", 0.7, { dataset: "elsewhere" }),
              ),
            },
            rule,
          },
        }
      : {}),
  },
  "not-met": {
    "in the unit that the card writes in": {
      files: {
        "m/README.md": claimed("Accuracy | 93.4%"),
        "m/a.facts.jsonl": evaluated(measurement("accuracy", 0.9128, { unit: "proportion" })),
      },
      rule,
      says: "the card says Accuracy 93.4%; the results say 91.28% (m/a.facts.jsonl)",
    },
    "a score of training that training contradicts": {
      files: {
        "m/README.md": cardOf(
          "license: mit",
          "## Evaluation\n\n| Metric | Train | Test |\n| --- | --- | --- |\n| Accuracy | 0.97 | 0.91 |\n",
        ),
        "m/a.facts.jsonl": evaluated(
          measurement("accuracy", 0.9128, { split: "test" }),
          measurement("accuracy", 0.99, { split: "train" }),
        ),
      },
      rule,
      says: "the card says Accuracy 0.97; the results say 0.99",
    },
    "the results say otherwise, on the card's own line": {
      files: {
        "m/README.md": claimed("Accuracy | 0.934"),
        "m/a.facts.jsonl": evaluated(measurement("accuracy", 0.9128)),
      },
      rule,
      says: "the card says Accuracy 0.934; the results say 0.9128 (m/a.facts.jsonl)",
      at: "m/README.md:18",
    },
    "a number of another data set does not bear it out": {
      files: {
        "m/README.md": cardOf(
          "license: mit\nmodel-index:\n- name: m\n  results:\n  - task: { type: tabular-classification }\n    dataset: { name: holdout, type: holdout }\n    metrics:\n    - { type: accuracy, value: 0.91 }",
        ),
        "m/a.facts.jsonl": evaluated(
          measurement("accuracy", 0.7, { dataset: "holdout" }),
          measurement("accuracy", 0.91, { dataset: "elsewhere" }),
        ),
      },
      rule,
      says: "the results say 0.7",
    },
    "training results do not bear it out": {
      files: {
        "m/README.md": claimed("Accuracy | 0.99"),
        "m/a.facts.jsonl": evaluated(
          measurement("accuracy", 0.99, { split: "train" }),
          measurement("accuracy", 0.9, { split: "test" }),
        ),
      },
      rule,
    },
    ...(corpusIsThere
      ? {
          "a card of the Hub against results that are not its own": {
            files: {
              ...corpusFiles({ "m/README.md": "generated/huggingface/fraud/v1/README.md" }),
              "m/a.facts.jsonl": evaluated(measurement("roc_auc", 0.123)),
            },
            rule: "{ card-claims: roc_auc }",
          },
        }
      : {}),
  },
  missing: {
    "no evidence states it": {
      files: { "m/README.md": claimed("Accuracy | 0.91"), "m/a.facts.jsonl": evaluated(measurement("f1", 0.9)) },
      rule,
      says: "no evidence states it",
    },
    "no card": { files: { "m/a.facts.jsonl": evaluated(measurement("f1", 0.9)) }, rule },
  },
  unreadable: {
    "the results are cut off": {
      files: { "m/README.md": claimed("Accuracy | 0.91"), "m/metrics.json": '{"accuracy": 0.9' },
      rule,
    },
    "the front matter is broken": { files: { "m/README.md": cardOf("license: [mit") }, rule },
  },
  "not-applicable": { "the card states no number": { files: { "m/README.md": cardOf("license: mit") }, rule } },
});
