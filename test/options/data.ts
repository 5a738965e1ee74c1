import { packaged, runs } from "../checks/real-models.js";
import { acts, card, champion, better, real, type OptionCases } from "./on-corpus.js";

const fraud = "data-champion-challenger/fraud";
const features = real({
  "m/reference.csv": `${fraud}/features/reference.csv`,
  "m/current.csv": `${fraud}/features/current_drifted.csv`,
});
const months = { ...card, ...champion, ...features };
const anomalies = { ...card, ...real({ "m/anomalies.json": "tfdv/edtech/current_drifted_anomalies.json" }) };
const integrity = {
  ...card,
  ...real({ "m/suite.json": "deepchecks/data-integrity/quality_faults/result.json" }),
};

const traced = {
  ...packaged(runs.champion),
  ...real({ "m/lineage.ndjson": "openlineage/training-run/events.ndjson" }),
};

export const data: OptionCases = {
  "anomalies.allow": acts(
    anomalies,
    "{ anomalies: any, allow: [language] }",
    "{ anomalies: any, allow: [language, minutes_week] }",
    ["not-met", "met"],
  ),
  "class-balance.share-at-least": acts(
    { ...card, ...champion },
    "{ class-balance: y_true, share-at-least: 2% }",
    "{ class-balance: y_true, share-at-least: 3% }",
    ["met", "met not-met"],
  ),
  "class-balance.ratio-at-most": acts(
    { ...card, ...champion },
    "{ class-balance: y_true, ratio-at-most: 39 }",
    "{ class-balance: y_true, ratio-at-most: 38 }",
    ["met", "not-met"],
  ),
  "class-balance.classes": acts(
    { ...card, ...champion },
    '{ class-balance: y_true, classes: ["0", "1"] }',
    '{ class-balance: y_true, classes: ["0", "1", "2"] }',
    ["met", "not-met"],
  ),
  "class-balance.role": acts(
    months,
    "{ class-balance: is_fraud, share-at-least: 3% }",
    "{ class-balance: is_fraud, share-at-least: 3%, role: current }",
    ["met not-met", "met"],
  ),
  "data-freshness.role": acts(
    { ...traced, ...real({ "m/stability.json": "evidently-0.4/testsuite-data-stability/stable.json" }) },
    "{ data-freshness: 1d }",
    "{ data-freshness: 1d, role: current }",
    ["met not-met", "met"],
  ),
  "data-freshness.dataset": acts(
    traced,
    "{ data-freshness: 30d }",
    "{ data-freshness: 30d, dataset: data/reference.parquet }",
    ["met missing", "met"],
  ),
  "data-quality.allowed-over": acts(
    integrity,
    "{ data-quality: checks }",
    "{ data-quality: checks, allowed-over: 20% }",
    ["not-met", "met"],
  ),
  "data-quality.where": acts(
    integrity,
    "{ data-quality: checks }",
    "{ data-quality: checks, where: { column: nothing } }",
    ["not-met", "missing"],
  ),
  "representation.share-at-least": acts(
    { ...card, ...champion },
    "{ representation: country, share-at-least: 2% }",
    "{ representation: country, share-at-least: 3% }",
    ["met", "met not-met"],
  ),
  "representation.min-samples": acts(
    { ...card, ...champion },
    "{ representation: country, min-samples: 141 }",
    "{ representation: country, min-samples: 142 }",
    ["met", "met not-met"],
  ),
  "representation.groups": acts(
    { ...card, ...champion },
    "{ representation: country, groups: [DE, RO] }",
    "{ representation: country, groups: [DE, AT] }",
    ["met", "met not-met"],
  ),
  "representation.role": acts(
    months,
    "{ representation: country, min-samples: 100 }",
    "{ representation: country, min-samples: 100, role: current }",
    ["met", "met not-met"],
  ),
  "train-test-overlap.share-at-most": acts(
    { ...card, ...better, ...real({ "m/reference.csv": `${fraud}/predictions/champion_v1.csv` }) },
    "{ train-test-overlap: ids }",
    "{ train-test-overlap: ids, share-at-most: 100% }",
    ["not-met", "met"],
  ),
  "train-test-overlap.role": acts(
    {
      ...card,
      ...better,
      ...real({
        "m/reference.csv": `${fraud}/predictions/champion_v1.csv`,
        "m/current.csv": `${fraud}/predictions_train_sample/v2.csv`,
      }),
    },
    "{ train-test-overlap: ids }",
    "{ train-test-overlap: ids, role: current }",
    ["not-met", "met"],
  ),
};
