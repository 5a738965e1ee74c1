import { loggedRun, packaged, runs } from "../checks/real-models.js";
import { acts, againstV1, card, champion, only, real, slices, sure, v1, type OptionCases } from "./on-corpus.js";

const v2AgainstV1 = againstV1("v2");
const v3AgainstV1 = againstV1("v3");
const scored = { ...card, ...champion };

export const metric: OptionCases = {
  "metric.at-least": acts(v1, "{ metric: roc_auc, at-least: 89% }", "{ metric: roc_auc, at-least: 90% }", [
    "met",
    "not-met",
  ]),
  "metric.at-most": acts(v1, "{ metric: roc_auc, at-most: 90% }", "{ metric: roc_auc, at-most: 89% }", [
    "met",
    "not-met",
  ]),
  "metric.against": acts(
    { ...v3AgainstV1, ...real({ "worse/README.md": "huggingface/fraud/v1/README.md" }), ...slices("v3", "worse") },
    "{ metric: roc_auc, may-lose: 0.01, against: worse }",
    "{ metric: roc_auc, may-lose: 0.01, against: old }",
    ["met", "not-met"],
    only,
  ),
  "metric.may-lose": acts(
    v3AgainstV1,
    "{ metric: roc_auc, against: old, may-lose: 0.3 }",
    "{ metric: roc_auc, against: old, may-lose: 0.2 }",
    ["met", "not-met"],
    only,
  ),
  "metric.change-at-least": acts(
    v2AgainstV1,
    "{ metric: recall, against: old, change-at-least: 0.03 }",
    "{ metric: recall, against: old, change-at-least: 0.05 }",
    ["met", "not-met"],
    only,
  ),
  "metric.change-at-most": acts(
    v2AgainstV1,
    "{ metric: recall, against: old, change-at-most: 0.5 }",
    "{ metric: recall, against: old, change-at-most: 0.01 }",
    ["met", "not-met"],
    only,
  ),
  "metric.relative-change-at-least": acts(
    v2AgainstV1,
    "{ metric: recall, against: old, relative-change-at-least: 1% }",
    "{ metric: recall, against: old, relative-change-at-least: 500% }",
    ["met", "not-met"],
    only,
  ),
  "metric.relative-change-at-most": acts(
    v2AgainstV1,
    "{ metric: recall, against: old, relative-change-at-most: 500% }",
    "{ metric: recall, against: old, relative-change-at-most: 1% }",
    ["met", "not-met"],
    only,
  ),
  "metric.for-each": acts(
    v1,
    "{ metric: recall, at-least: 20% }",
    "{ metric: recall, at-least: 20%, for-each: country }",
    ["met", "met not-met"],
  ),
  "metric.min-samples": acts(
    v1,
    "{ metric: recall, at-least: 10%, for-each: country }",
    "{ metric: recall, at-least: 10%, for-each: country, min-samples: 700 }",
    ["met not-met", "met"],
  ),
  "metric.dataset": acts(
    v1,
    "{ metric: roc_auc, at-least: 50%, dataset: fraud-test-2024-05 }",
    "{ metric: roc_auc, at-least: 50%, dataset: another }",
    ["met", "missing"],
  ),
  "metric.split": acts(
    { ...card, ...real({ "m/metrics.json": "dvc/fraud/repo-main/dvclive/metrics.json" }) },
    "{ metric: loss, at-most: 0.1, split: train }",
    "{ metric: loss, at-most: 0.1, split: validation }",
    ["met", "not-met"],
  ),
  "metric.run": acts(
    { ...loggedRun(runs.champion), ...loggedRun(runs.challenger), ...card },
    `{ metric: test_auc, at-least: 90%, run: ${runs.challenger} }`,
    `{ metric: test_auc, at-least: 90%, run: ${runs.champion} }`,
    ["met", "not-met"],
  ),
  "metric.where": acts(
    { ...card, ...real({ "m/metrics.json": "dvc/fraud/repo-main/dvclive/metrics.json" }) },
    "{ metric: loss, at-most: 0.2, where: { split: validation } }",
    "{ metric: loss, at-most: 0.2, where: { split: test } }",
    ["met", "missing"],
  ),
  "metric.cluster": acts(
    scored,
    "{ metric: accuracy, at-least: 96% }",
    "{ metric: accuracy, at-least: 96%, cluster: country }",
    ["met", "inconclusive"],
    sure,
  ),
  "metric.same-dataset": acts(
    {
      ...packaged(runs.champion),
      ...loggedRun(runs.champion),
      ...packaged(runs.challenger, "old"),
      ...loggedRun(runs.challenger, "old"),
    },
    "{ metric: test_auc, against: old, may-lose: 10%, same-dataset: false }",
    "{ metric: test_auc, against: old, may-lose: 10%, same-dataset: true }",
    ["met", "not-met"],
    only,
  ),
};
