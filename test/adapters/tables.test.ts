import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const columns = ["date", "variant", "device", "impressions", "clicks", "revenue_per_session"];

describeFixtures("parquet-table", [
  ["tables/daily.parquet", "the same, from the footer", [{ kind: "table", columns, rows: 84, role: null }]],
]);

test.each([
  ["p.csv", "id,y_true,y_pred\n1,0,1\n", "predictions"],
  ["p.csv", "transaction_id,is_fraud,score,prediction\n1,0,0.2,0\n", "predictions"],
  ["p.csv", "text,label,p_spam\na,1,0.9\n", "predictions"],
  ["reference.csv", "age,income\n1,2\n", "reference"],
  ["current_ok.csv", "age,income\n1,2\n", "current"],
  ["ages.csv", "age,income\n1,2\n", null],
])("%s with %j is a table of %s", async (name, text, role) => {
  expectFact(await factsOfText(name, text), { kind: "table", format: "csv-table", rows: 1, role });
});

test("rows of another length than the header are told, with the line of the first", async () => {
  const facts = await factsOfText("t.csv", "a,b\n1,2\n3\n4,5,6\n");
  expectFact(facts, { kind: "table", rows: 3 });
  expectFact(facts, { kind: "problem", problem: "unreadable", place: "3" });
});

test("a header without rows is told", async () => {
  const facts = await factsOfText("t.csv", "a,b\n");
  expectFact(facts, { kind: "problem", problem: "empty" });
  expect(ofKind(facts, "table")).toHaveLength(1);
});
