import { describe, expect, test } from "vitest";
import { describeFixtures, expectFact, factsOfText, type Expected } from "./described.js";
import { ofKind } from "../read-evidence.js";

const german = (place: string, recall: number): readonly Expected[] => [
  { metric: "recall", value: recall, slice: { country: "DE" }, n: 2082, trials: 52, place },
];

describeFixtures("slice-table", [
  [
    "sklearn/slices.csv",
    "the segment names the column, the positives are recall's trials",
    german("2", 0.21153846153846154),
  ],
  ["sklearn/slices_pandas_records.json", "records", german("/0/recall", 0.2115384615)],
  ["sklearn/slices_pandas_split.json", "the split form", german("/data/0/3", 0.2115384615)],
  ["sklearn/slices_pandas_table.json", "the table form", german("/data/0/recall", 0.2115384615)],
  [
    "fairlearn/by_group.csv",
    "a column of text is the slice, and the count is its n",
    [
      { metric: "recall", value: 0.2413793103448276, slice: { age_band: "18-24" }, n: 963, trials: null, place: "2" },
      { metric: "accuracy", value: 0.960539979231568, slice: { age_band: "18-24" }, trials: 963 },
      { metric: "fpr", raw_metric: "false_positive_rate", slice: { age_band: "65+" }, value: 0.013490725126475547 },
    ],
    [{ raw_metric: "count" }],
  ],
]);

test("false positives are tried on the rows that are not positive", async () => {
  const facts = await factsOfText(
    "s.csv",
    "segment,value,n,positives,fpr\ncountry,DE,100,20,0.05\ncountry,FR,50,5,0.1\n",
  );
  expectFact(facts, { metric: "fpr", slice: { country: "DE" }, trials: 80 });
});

test("two columns of text are a crossed slice, and an empty cell is no number", async () => {
  const facts = await factsOfText("s.csv", "sex,age,n,recall\nf,18-24,10,0.5\nf,65+,0,\n");
  expectFact(facts, { metric: "recall", slice: { sex: "f", age: "18-24" }, value: 0.5 });
  expect(ofKind(facts, "measurement")).toHaveLength(1);
});

test("groups that are named 0 and 1 are slices too", async () => {
  const facts = await factsOfText("s.csv", "sex,accuracy,recall,count\n0,0.9,0.5,10\n1,0.8,0.4,20\n");
  expectFact(facts, { metric: "recall", slice: { sex: "1" }, n: 20 });
});

test.each([
  ["rows of examples", "id,country,recall@10,n\n1,DE,0.5,3\n2,FR,0.4,3\n"],
  ["rows of predictions", "country,prediction,score,accuracy,n\nDE,1,0.5,1,1\nFR,0,0.4,1,1\n"],
  ["a slice twice", "country,recall,n\nDE,0.5,3\nDE,0.4,3\n"],
  ["no metric", "country,impressions,n\nDE,5,3\nFR,4,3\n"],
])("%s are no slices", async (_, text) => {
  expect((await factsOfText("s.csv", text)).filter(({ kind }) => kind === "measurement")).toEqual([]);
});

describe("rows that sum up the others", () => {
  const read = async (...lines: readonly string[]) =>
    ofKind(await factsOfText("cv_results.csv", `${lines.join("\n")}\n`), "measurement").map(
      ({ value, fold, slice, protocol }) => [value, fold, slice, protocol],
    );

  test("are no folds: the mean is over all of them, the spread is no result", async () => {
    expect(await read("fold,accuracy", "1,0.9", "2,0.94", "mean,0.92", "std,0.02")).toEqual([
      [0.9, 1, {}, null],
      [0.94, 2, {}, null],
      [0.92, null, {}, "mean"],
    ]);
    expect(await read("Fold,accuracy", "Fold 1,0.9", "Fold 2,0.94", "Average,0.92")).toEqual([
      [0.9, 1, {}, null],
      [0.94, 2, {}, null],
      [0.92, null, {}, "mean"],
    ]);
  });

  test("nor slices, where the index says what each is", async () => {
    expect(await read(",accuracy", "count,5", "mean,0.92", "std,0.02", "25%,0.9", "max,0.95")).toEqual([
      [0.92, null, {}, "mean"],
    ]);
  });

  test("a part of the data may be called as one of them is", async () => {
    expect(await read("band,accuracy", "min,0.9", "max,0.92")).toEqual([
      [0.9, null, { band: "min" }, null],
      [0.92, null, { band: "max" }, null],
    ]);
  });
});

test("of rows that name metrics, those that name counts are said of the others", async () => {
  const facts = ofKind(await factsOfText("metrics.csv", "metric,value\naccuracy,0.9\nn_test,1200\n"), "measurement");
  expect(facts.map(({ metric, value, n, trials }) => [metric, value, n, trials])).toEqual([
    ["accuracy", 0.9, 1200, 1200],
  ]);
});

test("hours of the day are parts of the data, as clocks beside epochs are not", async () => {
  const facts = await factsOfText("by_hour.csv", "time,n,recall\n08:00,100,0.8\n09:00,120,0.7\n");
  expectFact(facts, { format: "slice-table", metric: "recall", slice: { time: "09:00" }, n: 120 });
});
