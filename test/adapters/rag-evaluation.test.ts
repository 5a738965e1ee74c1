import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const summary = {
  gpt_groundedness: { pass_count: 194, pass_rate: 0.97, mean_rating: 4.9 },
  answer_length: { mean: 620, max: 2155, min: 55 },
  latency: { mean: 2.43, max: 6.910127, min: 1.188182 },
  has_citation: { total: 199, rate: 1 },
  citation_match: { total: 0, rate: 0 },
};

test.each([
  ["gpt_groundedness.pass_rate", 0.97, "proportion", null],
  ["gpt_groundedness.mean_rating", 4.9, null, null],
  ["answer_length.max", 2155, "characters", null],
  ["latency.mean", 2.43, "s", null],
  ["has_citation.rate", 1, "proportion", 199],
  ["citation_match.rate", 0, "proportion", 0],
])("of a chat evaluator's summary, %s is %d", async (name, value, unit, n) => {
  const facts = await factsOfText("summary.json", JSON.stringify(summary));
  const place = `/${name.replace(".", "/")}`;
  expectFact(facts, { format: "rag-eval-summary", kind: "measurement", raw_metric: name, value, unit, n, place });
});

test("names of metrics in a configuration are no measurements", async () => {
  const facts = await factsOfText("config.json", '{"testdata_path": "qa.jsonl", "requested_metrics": ["latency"]}');
  expect(facts.map(({ kind, format }) => [kind, format])).toEqual([["file", "rag-eval-config"]]);
});

const csv = [
  "user_input,retrieved_contexts,response,faithfulness,factual_correctness(mode=f1)",
  "a,\"['x']\",b,1.0,0.5",
  "c,\"['y']\",d,0.5,",
  "e,\"['z']\",f,0.75,0.25",
].join("\n");

const records = [
  { question: "a", answer: "b", faithfulness: 1, answer_relevancy: 0.5 },
  { question: "c", answer: "d", faithfulness: 0.5, answer_relevancy: null },
];

test("a table of scores by question is a mean and a number for each metric", async () => {
  const facts = await factsOfText("scores.csv", csv);
  const of = { format: "ragas-scores", kind: "measurement", protocol: "mean" };
  expectFact(facts, { ...of, metric: "faithfulness", value: 0.75, n: 3 });
  expectFact(facts, { ...of, raw_metric: "factual_correctness(mode=f1)", value: 0.375, n: 2 });
  expectFact(facts, { kind: "check", passed: false, observed: 2, expected: 3 });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test.each([
  ["records", "scores.json", JSON.stringify(records)],
  ["lines", "scores.jsonl", records.map((record) => JSON.stringify(record)).join("\n")],
  ["lists", "scores.json", '{"question": ["a", "c"], "faithfulness": [1.0, 0.5], "answer_relevancy": [0.5, NaN]}'],
])("scores as %s give the same means", async (_, name, text) => {
  const facts = await factsOfText(name, text);
  expectFact(facts, { format: "ragas-scores", kind: "measurement", metric: "faithfulness", value: 0.75, n: 2 });
  expectFact(facts, { kind: "measurement", metric: "answer_relevancy", value: 0.5, n: 1 });
  expectFact(facts, {
    name: "all samples of answer_relevancy were evaluated",
    passed: false,
    observed: 1,
    expected: 2,
  });
});

test("a metric that was scored on no question is not finite", async () => {
  const facts = await factsOfText("s.csv", "user_input,response,faithfulness\na,b,\nc,d,\n");
  expectFact(facts, { kind: "measurement", metric: "faithfulness", value: null, non_finite: "NaN", n: 0 });
  expectFact(facts, { kind: "problem", problem: "non-finite" });
});

test.each([
  ["a total of scores", '{"faithfulness": 0.9, "answer_relevancy": 0.8}'],
  ["names of other tools", '{"coherence": [1, 2], "correctness": [3, 4]}'],
  ["an empty list", '{"faithfulness": []}'],
])("%s is not taken for scores by question", async (_, text) => {
  const facts = await factsOfText("s.json", text);
  expect(facts.filter(({ format }) => format === "ragas-scores")).toEqual([]);
});

const comparison = {
  timestamp: "20250528_062858",
  techniques_evaluated: ["Basic", "HyDE"],
  ragas_results: {
    Basic: {
      faithfulness: [1, 0, 0.5],
      performance_stats: { total_queries: 3, success_rate: 1, average_response_time: 7.9 },
    },
    HyDE: { faithfulness: [0, 0, 0], performance_stats: { total_queries: 3, success_rate: 0.5 } },
  },
};

test("pipelines are compared, each about itself, questions as their mean", async () => {
  const facts = await factsOfText("r.json", JSON.stringify(comparison));
  const of = { format: "rag-eval-custom", kind: "measurement", at: "2025-05-28T06:28:58Z" };
  expectFact(facts, { ...of, metric: "faithfulness", about: "Basic", value: 0.5, n: 3 });
  expectFact(facts, { ...of, metric: "faithfulness", about: "HyDE", value: 0, n: 3 });
  expectFact(facts, { ...of, raw_metric: "success_rate", about: "Basic", value: 1, n: 3 });
  expect(ofKind(facts, "measurement").filter(({ raw_metric }) => /total|queries/.test(raw_metric))).toEqual([]);
});

test("one pipeline alone is the model itself", async () => {
  const document = {
    evaluation_type: "REAL",
    pipeline_results: { Basic: { avg_response_time_ms: 2618.5, queries_tested: 5 } },
  };
  const facts = await factsOfText("r.json", JSON.stringify(document));
  expectFact(facts, {
    kind: "measurement",
    raw_metric: "avg_response_time_ms",
    value: 2618.5,
    unit: "ms",
    about: null,
    n: 5,
  });
});

test("a comparison of nothing is empty, and its target is no measurement", async () => {
  const facts = await factsOfText("r.json", '{"metadata": {"target_accuracy": 0.75}, "pipeline_metrics": {}}');
  expectFact(facts, { kind: "problem", problem: "empty", place: "/pipeline_metrics" });
  expect(ofKind(facts, "measurement")).toEqual([]);
});

test("detections of COCO are predictions and no metrics", async () => {
  const facts = await readFiles({
    "boxes.json": '[{"image_id": 42, "category_id": 18, "bbox": [258.15, 41.29, 348.26, 243.78], "score": 0.236}]',
    "captions.json": '[{"image_id": 404464, "caption": "black and white photo of a man"}]',
  });
  for (const path of ["boxes.json", "captions.json"]) {
    const of = facts.filter(({ source }) => source.path === path);
    expectFact(of, { format: "coco-results", kind: "table", rows: 1, role: "predictions" });
    expect(ofKind(of, "measurement")).toEqual([]);
  }
});

test("rows of questions are no slices, whatever their columns are called", async () => {
  const text =
    "user_input,retrieved_contexts,response,faithfulness,answer_relevancy\nq1,\"['a']\",r1,1.0,0.9\nq2,\"['b']\",r2,0.5,0.8\n";
  const facts = await factsOfText("results.csv", text);
  expectFact(facts, { format: "ragas-scores", metric: "faithfulness", value: 0.75, n: 2, slice: {} });
  const other = text.replace("faithfulness", "toxicity").replace("answer_relevancy", "accuracy");
  expect(ofKind(await factsOfText("results.csv", other), "measurement")).toEqual([]);
});
