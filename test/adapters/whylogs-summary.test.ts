import { test } from "vitest";
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
