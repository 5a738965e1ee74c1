import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard, predictionsOfGroups, type GroupOfRows } from "./rows.js";

const people = (...groups: readonly GroupOfRows[]) => ({
  ...modelCard,
  "m/predictions.csv": predictionsOfGroups(groups),
});
const stated = (...lines: readonly object[]) => ({ ...modelCard, "m/a.facts.jsonl": facts(...lines) });
const inGroup = (metric: string, group: string, value: number, more: object = {}) =>
  measurement(metric, value, { slice: { group }, ...more });

const alike = people(
  { group: "a", truePositives: 400, falseNegatives: 100, falsePositives: 50, trueNegatives: 450 },
  { group: "b", truePositives: 395, falseNegatives: 105, falsePositives: 52, trueNegatives: 448 },
);
const apart = people(
  { group: "a", truePositives: 400, falseNegatives: 100, falsePositives: 50, trueNegatives: 450 },
  { group: "b", truePositives: 200, falseNegatives: 300, falsePositives: 52, trueNegatives: 448 },
);
const few = people(
  { group: "a", truePositives: 8, falseNegatives: 2, trueNegatives: 10 },
  { group: "b", truePositives: 6, falseNegatives: 4, trueNegatives: 10 },
);
const fraud = (table: string) => ({
  ...modelCard,
  ...corpusFiles({ "m/predictions.csv": `generated/data-champion-challenger/fraud/predictions/${table}.csv` }),
});
const sure = "confidence: 95%";

/** Charig et al. (1986), kidney stones: open surgery is better for small and for large ones, and worse over all. */
const kidneyStones = people(
  { group: "open", part: "small", truePositives: 81, falseNegatives: 6 },
  { group: "open", part: "large", truePositives: 192, falseNegatives: 71 },
  { group: "keyhole", part: "small", truePositives: 234, falseNegatives: 36 },
  { group: "keyhole", part: "large", truePositives: 55, falseNegatives: 25 },
);

describeCheck("fairness", {
  met: {
    ...onCorpus({
      "v3 by what is allowed where nothing is": {
        files: fraud("challenger_v3"),
        rule: "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 1% }",
      },
    }),
    "equal opportunity, shown": {
      files: alike,
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
      says: "Koopman score interval of the ratio",
    },
    "demographic parity by its difference": {
      files: alike,
      rule: "{ fairness: demographic-parity, for-each: [group], difference-at-most: 0.05 }",
      policy: sure,
    },
    // 0.4 against 0.5: four fifths are kept.
    "exactly four fifths": {
      files: people(
        { group: "a", truePositives: 50, trueNegatives: 50 },
        { group: "b", truePositives: 40, trueNegatives: 60 },
      ),
      rule: "{ fairness: impact-ratio, for-each: [group], ratio-at-least: 80% }",
    },
    "from slices with their trials": {
      files: stated(inGroup("recall", "a", 0.8, { trials: 1000 }), inGroup("recall", "b", 0.79, { trials: 1000 })),
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
    },
    "a report's own number, where points are judged": {
      files: stated(measurement("demographic_parity_ratio", 0.9, { slice: { attribute: "group" } })),
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
    },
    "a gap that holds within the parts": {
      files: people(
        { group: "a", part: "x", truePositives: 400, falseNegatives: 100 },
        { group: "b", part: "x", truePositives: 390, falseNegatives: 110 },
      ),
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80%, within: part }",
      says: "it holds within part",
    },
  },
  "not-met": {
    "one group is found far less often": {
      files: apart,
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
      says: "true positive rate 0.4 against 0.8 of group=a",
      at: "m/predictions.csv:1",
    },
    "either rate of equalized odds": {
      files: apart,
      rule: "{ fairness: equalized-odds, for-each: [group], difference-at-most: 0.1 }",
      policy: sure,
    },
    "from slices with their trials": {
      files: stated(inGroup("recall", "a", 0.8, { trials: 1000 }), inGroup("recall", "b", 0.5, { trials: 1000 })),
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
    },
    "a report's own number": {
      files: stated(measurement("disparate_impact_ratio", 1.5, { slice: { attribute: "group" } })),
      rule: "{ fairness: impact-ratio, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
    },
    ...(corpusIsThere
      ? {
          // Fairlearn: selection rates 0.18330605564648117 of 65+ and 0.024922118380062305 of 18-24; ratio 0.1359590565198042.
          "v3 flags the old seven times as often, as Fairlearn counted": {
            files: fraud("challenger_v3"),
            rule: "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 80% }",
            policy: sure,
            says: "selection rate 0.0249 against 0.1833 of age_band=65+: ratio 0.136",
          },
          // Fairlearn: 0.31034482758620696.
          "by the true positive rates": {
            files: fraud("challenger_v3"),
            rule: "{ fairness: equal-opportunity, for-each: [age_band], ratio-at-least: 80% }",
            says: "true positive rate 0.1379 against 0.4444 of age_band=65+: ratio 0.3103",
          },
        }
      : {}),
  },
  inconclusive: {
    "so few people could not have shown the gap": {
      files: few,
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
      // Koopman's statistic of 6/10 against 8/10 at 0.8, its likelihood maximised directly: z 0.216262. 10 (1.644854 / z)² is 578.5.
      says: "could not have shown the gap that is tolerated; about 570 more of group=b, and as many times more of group=a,",
    },
    "slices without their trials": {
      files: stated(inGroup("recall", "a", 0.8), inGroup("recall", "b", 0.8)),
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
    },
    "one group alone": {
      files: people({ group: "a", truePositives: 10, trueNegatives: 10 }),
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
    },
    "nobody in a group is positive": {
      files: people(
        { group: "a", truePositives: 10 },
        { group: "b", trueNegatives: 10 },
        { group: "c", truePositives: 10 },
      ),
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80% }",
    },
    "nobody is selected at all": {
      files: people({ group: "a", trueNegatives: 10 }, { group: "b", trueNegatives: 10 }),
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
    },
    "the gap turns round within the parts": {
      files: kidneyStones,
      rule: "{ fairness: equal-opportunity, for-each: [group], ratio-at-least: 80%, within: part }",
      says: "Simpson's reversal",
    },
    "a report's own number, with a confidence": {
      files: stated(measurement("demographic_parity_ratio", 0.9, { slice: { attribute: "group" } })),
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
      policy: sure,
    },
  },
  missing: {
    "no groups at all": {
      files: modelCard,
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
    },
    "predictions without the column": {
      files: alike,
      rule: "{ fairness: demographic-parity, for-each: [gender], ratio-at-least: 80% }",
      says: "has no column gender",
    },
    "labels that are no decisions": {
      files: { ...modelCard, "m/predictions.csv": "y_true,y_pred,group\n0.5,0.7,a\n1.5,1.1,b\n" },
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
      says: "decisions of 0 and 1",
    },
  },
  unreadable: {
    "ragged predictions": {
      files: { ...modelCard, "m/predictions.csv": "y_true,y_pred,group\n1,1,a\n0,0\n" },
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
    },
    "a report's number that is none": {
      files: stated(measurement("demographic_parity_ratio", "NaN", { slice: { attribute: "group" } })),
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
    },
  },
  "not-applicable": {},
});
