import { approvalsBy } from "../checks/approvals.js";
import { fraudModel } from "../checks/real-models.js";
import { acts, card, champion, changed, only, real, worse, type OptionCases } from "./on-corpus.js";

const model = fraudModel();
const reviewed = (...people: readonly (string | readonly [person: string, teams: string])[]) => ({
  circumstances: { approvals: approvalsBy(...people), author: "kim" },
});
const ana = reviewed("ana", ["bo", "@acme/model-risk"]);
const twoHats = reviewed(["bo", "@acme/data,@acme/model-risk"]);
const review = {
  head: "h".repeat(40),
  lastPusher: "ana",
  sameDifference: () => false,
  owners: () => null,
};

const approval: OptionCases = {
  "approval.from": acts(model, "{ approval: 1 }", '{ approval: 1, from: ["@acme/legal"] }', ["met", "missing"], ana),
  "approval.roles": acts(
    model,
    '{ approval: 1, roles: { risk: "@acme/model-risk" } }',
    '{ approval: 1, roles: { risk: "@acme/model-risk", law: "@acme/legal" } }',
    ["met", "met missing"],
    ana,
  ),
  "approval.not-by": acts(model, "{ approval: 1 }", "{ approval: 1, not-by: last-pusher }", ["met", "missing"], {
    circumstances: { ...reviewed("ana").circumstances, review },
  }),
  "approval.on": acts(model, "{ approval: 1 }", "{ approval: 1, on: head }", ["met", "missing"], {
    circumstances: { ...reviewed("ana").circumstances, review },
  }),
  "approval.each-by-another": acts(
    model,
    '{ approval: 1, roles: { data: "@acme/data", risk: "@acme/model-risk" } }',
    '{ approval: 1, roles: { data: "@acme/data", risk: "@acme/model-risk" }, each-by-another: true }',
    ["met", "met missing"],
    twoHats,
  ),
  "separation-of-duties.not-of": acts(
    model,
    "{ separation-of-duties: author }",
    '{ separation-of-duties: author, not-of: ["@ana"] }',
    ["met", "not-met"],
    reviewed("ana"),
  ),
};

const shap = (version: string, folder = "m") =>
  real({
    [`${folder}/README.md`]: "huggingface/fraud/v1/README.md",
    [`${folder}/shap.json`]: `shap/fraud/${version}/shap_global_importance.json`,
  });
const explained = { ...shap("v2"), ...shap("v1", "old") };

const explanation: OptionCases = {
  "explanation.forbidden": acts(
    explained,
    "{ explanation: shap, forbidden: [gender] }",
    "{ explanation: shap, forbidden: [hour] }",
    ["met", "met not-met"],
    only,
  ),
  "explanation.share-at-most": acts(
    explained,
    "{ explanation: shap, forbidden: [hour] }",
    "{ explanation: shap, forbidden: [hour], share-at-most: 90% }",
    ["met not-met", "met"],
    only,
  ),
  "explanation.against": acts(
    explained,
    "{ explanation: shap, rank-correlation-at-least: 0.1, against: old }",
    "{ explanation: shap, rank-correlation-at-least: 0.1, against: nowhere }",
    ["met", "met missing"],
    only,
  ),
  "explanation.rank-correlation-at-least": acts(
    explained,
    "{ explanation: shap, against: old, rank-correlation-at-least: 0.1 }",
    "{ explanation: shap, against: old, rank-correlation-at-least: 1 }",
    ["met", "met not-met"],
    only,
  ),
  "explanation.top-overlap-at-least": acts(
    explained,
    "{ explanation: shap, against: old, top-overlap-at-least: 10%, top: 3 }",
    "{ explanation: shap, against: old, top-overlap-at-least: 100%, top: 3 }",
    ["met", "met not-met"],
    only,
  ),
  "explanation.top": acts(
    explained,
    "{ explanation: shap, against: old, top-overlap-at-least: 100%, top: 7 }",
    "{ explanation: shap, against: old, top-overlap-at-least: 100%, top: 3 }",
    ["met", "met not-met"],
    only,
  ),
  "explanation.max-age": acts(
    { ...card, ...real({ "m/rai.json": "responsibleai/fraud/rai_insights_data.json" }) },
    "{ explanation: any }",
    "{ explanation: any, max-age: 1d }",
    ["met", "met missing"],
  ),
};

const people = { ...card, ...worse };

/** Rows to keep, by group, country and prediction: the young are selected more often in each country, and less over all. */
const kept: Readonly<Record<string, number>> = {
  "18-24 DE 1": 4,
  "18-24 DE 0": 1,
  "18-24 FR 1": 2,
  "18-24 FR 0": 18,
  "65+ DE 1": 30,
  "65+ DE 0": 10,
  "65+ FR 0": 4,
};

const turning = {
  ...card,
  ...changed("m/predictions.csv", "data-champion-challenger/fraud/predictions/challenger_v3.csv", (text) => {
    const left = new Map(Object.entries(kept));
    const [head = "", ...rows] = text.split("\n");
    const chosen = rows.filter((row) => {
      const [, , , predicted, country, , group] = row.split(",");
      const name = `${group ?? ""} ${country ?? ""} ${predicted ?? ""}`;
      const count = left.get(name) ?? 0;
      left.set(name, count - 1);
      return count > 0;
    });
    return `${[head, ...chosen].join("\n")}\n`;
  }),
};

const fairness: OptionCases = {
  "fairness.for-each": acts(
    people,
    "{ fairness: demographic-parity, for-each: [channel], ratio-at-least: 50% }",
    "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 50% }",
    ["met", "not-met"],
  ),
  "fairness.ratio-at-least": acts(
    people,
    "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 1% }",
    "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 80% }",
    ["met", "not-met"],
  ),
  "fairness.difference-at-most": acts(
    people,
    "{ fairness: demographic-parity, for-each: [age_band], difference-at-most: 50% }",
    "{ fairness: demographic-parity, for-each: [age_band], difference-at-most: 1% }",
    ["met", "not-met"],
  ),
  "fairness.min-samples": acts(
    people,
    "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 1%, min-samples: 100 }",
    "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 1%, min-samples: 1000 }",
    ["met", "met not-applicable"],
  ),
  "fairness.min-share": acts(
    people,
    "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 1% }",
    "{ fairness: demographic-parity, for-each: [age_band], ratio-at-least: 1%, min-share: 15% }",
    ["met", "met not-applicable"],
  ),
  "fairness.within": acts(
    turning,
    "{ fairness: demographic-parity, for-each: [age_band], difference-at-most: 90% }",
    "{ fairness: demographic-parity, for-each: [age_band], difference-at-most: 90%, within: country }",
    ["met", "inconclusive"],
  ),
};

const clause = 'framework: EU AI Act, clause: "Annex IV 2(g)"';
const evidence = { ...card, ...champion, ...real({ "m/metrics.json": "sklearn/fraud/v1/metrics.json" }) };

const framework: OptionCases = {
  "framework.clause": acts(
    evidence,
    `{ ${clause}, needs: metric }`,
    '{ framework: EU AI Act, clause: "Annex IV 9", needs: drift }',
    ["met", "missing"],
  ),
  "framework.needs": acts(evidence, `{ ${clause}, needs: metric }`, `{ ${clause}, needs: [metric, drift] }`, [
    "met",
    "missing",
  ]),
  "framework.any-of": acts(
    evidence,
    `{ ${clause}, needs: [metric, drift] }`,
    `{ ${clause}, needs: [metric, drift], any-of: true }`,
    ["missing", "met"],
  ),
  "framework.not-for-a-machine": acts(
    evidence,
    `{ ${clause}, needs: metric }`,
    `{ ${clause}, not-for-a-machine: true }`,
    ["met", "not-applicable"],
  ),
  "framework.applies-from": acts(
    evidence,
    `{ ${clause}, needs: drift }`,
    `{ ${clause}, needs: drift, applies-from: 2027-12-02 }`,
    ["missing", "not-applicable"],
  ),
  "framework.max-age": acts(
    { ...card, ...real({ "m/drift.json": "evidently-0.4/report-data-drift-preset/stable.json" }) },
    `{ ${clause}, needs: drift, max-age: 1d }`,
    `{ ${clause}, needs: drift, max-age: 1h }`,
    ["met", "not-met"],
  ),
  "framework.asks": acts(
    evidence,
    `{ ${clause}, needs: metric }`,
    `{ ${clause}, needs: metric, asks: performance on groups }`,
    ["met", "met"],
    { tells: "performance on groups" },
  ),
  "framework.source-version": acts(
    evidence,
    `{ ${clause}, needs: metric }`,
    `{ ${clause}, needs: metric, source-version: "2024/1689" }`,
    ["met", "met"],
    { tells: "by 2024/1689" },
  ),
  "framework.verified": acts(
    evidence,
    `{ ${clause}, needs: metric }`,
    `{ ${clause}, needs: metric, verified: false }`,
    ["met", "met"],
    { tells: "its number is to be checked against the official text" },
  ),
};

export const governance: OptionCases = { ...approval, ...explanation, ...fairness, ...framework };
