import { test } from "vitest";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const alerts = {
  kind: "measurement",
  raw_metric: "number_of_alerts",
  value: 4,
  unit: "count",
  slice: { column: "channel" },
};
const never = [{ kind: "drift" }, { kind: "attribution" }];

describeFixtures("nannyml-ranking", [
  ["nannyml/ranking.csv", "a count of alerts is no drift", [{ ...alerts, place: "2" }], never],
  ["nannyml/ranking.json", "a count of alerts is no drift", [{ ...alerts, place: "/0/number_of_alerts" }], never],
]);

test("a ranking by correlation says which columns drifted", async () => {
  const text =
    "column_name,pearsonr_correlation,pearsonr_pvalue,has_drifted,rank\namount,0.99,0.01,True,1\nhour,0.1,0.8,False,2\n";
  const facts = await factsOfText("ranking.csv", text);
  expectFact(facts, { kind: "drift", column: "amount", drifted: true, p_value: null, place: "2" });
  expectFact(facts, { kind: "drift", column: "hour", drifted: false, place: "3" });
});
