import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("whylogs-summary", [
  [
    "whylogs/summary.csv",
    "a line a column",
    [
      { kind: "dataset", rows: 10000 },
      {
        kind: "measurement",
        raw_metric: "counts/null",
        value: 0,
        unit: "count",
        slice: { column: "account_age_days" },
        place: "2",
      },
    ],
    [{ kind: "drift" }, { kind: "measurement", raw_metric: "types/string" }],
  ],
  [
    "whylogs/summary.json",
    "columns of texts have no distribution, and that is no fault",
    [
      {
        kind: "measurement",
        raw_metric: "counts/null",
        value: 298,
        slice: { column: "country" },
        place: "/country/counts~1null",
      },
      { kind: "dataset", rows: 5000 },
    ],
    [{ kind: "drift" }, { kind: "measurement", raw_metric: "distribution/max", slice: { column: "country" } }],
  ],
]);

const column = { counters: { count: "800" }, schema: {}, numberSummary: { count: "400", mean: 1.5 } };

test("the first versions write whole numbers as text; numbers alone are not the rows", async () => {
  const document = {
    properties: { metadata: { Name: "d" }, dataTimestamp: "0", sessionTimestamp: "1594939945087" },
    columns: { c: column },
  };
  const facts = await factsOfText("s.json", JSON.stringify(document));
  expectFact(facts, { kind: "dataset", name: "d", rows: 800, at: "2020-07-16T22:52:25.087Z" });
  expectFact(facts, { kind: "measurement", raw_metric: "counters.count", value: 800, slice: { column: "c" } });
});

test("the summary of a single column is read", async () => {
  expectFact(await factsOfText("c.json", JSON.stringify(column)), {
    kind: "measurement",
    raw_metric: "numberSummary.mean",
    value: 1.5,
  });
});

// The columns are those of SCALAR_NAME_MAPPING in whylogs 0.7, the numbers are made up.
test("the first versions write a flat table as well, a line a column", async () => {
  const text = [
    "column,count,null_count,bool_count,numeric_count,max,mean,min,stddev,nunique_numbers,inferred_dtype,nunique_str,quantile_0.5000",
    "age,500,20,0,480,91.0,41.25,18.0,12.5,70.0,INTEGRAL,0.0,40.0",
    "plan,500,0,0,0,0.0,0.0,0.0,0.0,0.0,STRING,3.0,",
    "",
  ].join("\n");
  const facts = await factsOfText("dataset_summary.csv", text);
  expectFact(facts, { kind: "dataset", format: "whylogs-summary", rows: 500, columns: ["age", "plan"] });
  expectFact(facts, { raw_metric: "null_count", value: 20, unit: "count", slice: { column: "age" }, place: "2" });
  expectFact(facts, { raw_metric: "mean", value: 41.25, unit: null, slice: { column: "age" } });
  expectFact(facts, { raw_metric: "nunique_str", value: 3, slice: { column: "plan" } });
  expect(
    ofKind(facts, "measurement").filter(({ raw_metric, slice }) => raw_metric === "mean" && slice["column"] === "plan"),
  ).toEqual([]);
});
