import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";

/** Of each pair so many rows with this probability, and how many of them are positive. */
const forecasts = (...groups: readonly (readonly [probability: number, rows: number, positives: number])[]) => ({
  ...modelCard,
  "m/predictions.csv": [
    "y_true,y_score,part",
    ...groups.flatMap(([probability, rows, positives], part) =>
      Array.from(
        { length: rows },
        (_, row) => `${row < positives ? 1 : 0},${probability},${part % 2 === 0 ? "a" : "b"}`,
      ),
    ),
  ].join("\n"),
});

describeCheck("calibration", {
  met: {
    "forecasts come true as often as they say": {
      files: forecasts([0.1, 100, 10], [0.9, 100, 90]),
      rule: "{ calibration: expected, at-most: 0.01 }",
      says: "at most 0.01; 10 equal-width bins, noise of the bins, 2000 resamples, seed 1, n 200",
    },
    "within the bound": {
      files: forecasts([0.1, 100, 12], [0.9, 100, 86]),
      rule: "{ calibration: greatest, at-most: 5% }",
    },
    "so many rows that the error is shown to lie within the bound": {
      files: forecasts([0.1, 2000, 200], [0.9, 2000, 1800]),
      rule: "{ calibration: expected, at-most: 0.05, confidence: 95% }",
      says: "noise of the bins, 2000 resamples, seed 1, n 4000",
    },
    "a slope that is shown to be steep enough": {
      files: forecasts([0.2, 1000, 200], [0.5, 1000, 500], [0.8, 1000, 800]),
      rule: "{ calibration: slope, at-least: 0.9, confidence: 95% }",
    },
    "the slope is near 1": {
      files: forecasts([0.2, 100, 20], [0.5, 100, 50], [0.8, 100, 80]),
      rule: "{ calibration: slope, at-least: 0.99, at-most: 1.01 }",
    },
    ...(corpusIsThere
      ? {
          "the fraud model v2": {
            files: {
              ...modelCard,
              ...corpusFiles({
                "m/predictions.csv": "generated/data-champion-challenger/fraud/predictions/challenger_v2.csv",
              }),
            },
            rule: "{ calibration: expected, at-most: 0.01 }",
          },
        }
      : {}),
  },
  "not-met": {
    ...onCorpus({
      "the fraud model v3": {
        files: {
          ...modelCard,
          ...corpusFiles({
            "m/predictions.csv": "generated/data-champion-challenger/fraud/predictions/challenger_v3.csv",
          }),
        },
        rule: "{ calibration: expected, at-most: 0.001 }",
      },
    }),
    // By hand: (0.2 + 0.1) / 2.
    "forecasts are too bold": {
      files: forecasts([0.1, 100, 30], [0.9, 100, 80]),
      rule: "{ calibration: expected, at-most: 0.05 }",
      says: "expected calibration error 0.15",
    },
    "an error that noise does not explain": {
      files: forecasts([0.1, 300, 90], [0.9, 300, 240]),
      rule: "{ calibration: expected, at-most: 0.05, confidence: 95% }",
    },
    "a gap of one bin that noise does not explain": {
      files: forecasts([0.1, 300, 90], [0.9, 300, 270]),
      rule: "{ calibration: greatest, at-most: 0.05, confidence: 95% }",
    },
    "in one part only": {
      files: forecasts([0.1, 100, 10], [0.9, 100, 40]),
      rule: "{ calibration: expected, for-each: part, at-most: 0.05 }",
    },
    "on the whole too low": {
      files: forecasts([0.2, 100, 40], [0.4, 100, 60]),
      rule: "{ calibration: in-the-large, at-most: 0.1 }",
    },
    "a stated error beyond the bound": {
      files: { ...modelCard, "m/a.facts.jsonl": facts(measurement("ece", 0.2)) },
      rule: "{ calibration: expected, at-most: 0.05 }",
    },
  },
  inconclusive: {
    "too few rows": {
      files: forecasts([0.1, 20, 2]),
      rule: "{ calibration: expected, at-most: 0.05 }",
      says: "fewer than 100",
    },
    "an error that noise alone may make": {
      files: forecasts([0.1, 60, 9], [0.9, 60, 51]),
      rule: "{ calibration: expected, at-most: 0.02, confidence: 95% }",
      says: "more examples would settle it",
    },
    "an error within the bound, of too few rows to show it": {
      files: forecasts([0.1, 60, 6], [0.9, 60, 54]),
      rule: "{ calibration: greatest, at-most: 0.05, confidence: 95% }",
    },
    "a slope of a few rows": {
      files: forecasts([0.2, 50, 10], [0.8, 50, 42]),
      rule: "{ calibration: slope, at-least: 0.9, confidence: 95% }",
      says: "logistic recalibration, Wald",
    },
    "one class has no slope": {
      files: forecasts([0.1, 100, 0], [0.2, 100, 0]),
      rule: "{ calibration: slope, at-least: 0.8 }",
    },
    "a stated error within the bound, of unknown bins": {
      files: { ...modelCard, "m/a.facts.jsonl": facts(measurement("ece", 0.02)) },
      rule: "{ calibration: expected, at-most: 0.05 }",
      says: "without its bins",
    },
  },
  missing: {
    "no predictions": { files: modelCard, rule: "{ calibration: expected, at-most: 0.05 }" },
    "no scores": {
      files: { ...modelCard, "m/predictions.csv": "y_true,y_pred\n1,1\n0,0\n" },
      rule: "{ calibration: expected, at-most: 0.05 }",
    },
  },
  unreadable: {
    "probabilities outside 0 to 1": {
      files: { ...modelCard, "m/predictions.csv": "y_true,y_score\n1,1.5\n0,0.2\n" },
      rule: "{ calibration: expected, at-most: 0.05 }",
      says: "0 to 1",
    },
  },
});
