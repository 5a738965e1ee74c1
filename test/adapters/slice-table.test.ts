import { expect, test } from "vitest";
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
