import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("lm-eval-results", [
  [
    "lm-eval/results.json",
    "each metric with error, samples, direction; whether all samples were evaluated; the run",
    [
      {
        kind: "measurement",
        raw_metric: "acc,none",
        metric: "accuracy",
        value: 0.6,
        standard_error: 0.11239029738980327,
        dataset: "fraud_mc",
        n: 20,
        trials: 20,
        higher_is_better: true,
        protocol: null,
        at: "2026-11-23T05:08:15.787Z",
        place: "/results/fraud_mc/acc,none",
      },
      { kind: "measurement", raw_metric: "exact_match,none", metric: "exact_match", value: 0, dataset: "arith_gen" },
      { kind: "check", name: "all samples of fraud_mc were evaluated", passed: true, observed: 20, expected: 20 },
      { kind: "run", environment: { lm_eval_version: "0.4.13", transformers_version: "5.23.0" } },
    ],
    [
      { kind: "measurement", raw_metric: "acc_stderr,none" },
      { kind: "measurement", raw_metric: "sample_len" },
    ],
  ],
]);

describeFixtures("lm-eval-samples", [
  ["lm-eval/samples_arith_gen.jsonl", "rows of predictions", [{ kind: "table", rows: 20, role: "predictions" }]],
]);

const results = (task: object, more: object = {}): string =>
  JSON.stringify({ results: { gsm8k: task }, versions: { gsm8k: 3 }, ...more });

test.each<[string, object, object, Readonly<Record<string, unknown>>]>([
  [
    "0.2 and 0.3, without a filter",
    { acc: 0.5, acc_stderr: 0.01, acc_norm: 0.6, acc_norm_stderr: 0.02 },
    { config: { model: "gpt2", num_fewshot: 5, limit: null } },
    { raw_metric: "acc", metric: "accuracy", value: 0.5, standard_error: 0.01, n: null, protocol: null },
  ],
  [
    "0.4, with a filter",
    { "exact_match,strict-match": 0.3, "exact_match_stderr,strict-match": 0.02, alias: "gsm8k" },
    { "n-shot": { gsm8k: 5 } },
    { metric: "exact_match", value: 0.3, standard_error: 0.02, protocol: "strict-match" },
  ],
  [
    "0.4, where there is no error",
    { "word_perplexity,none": 20.5, "word_perplexity_stderr,none": "N/A" },
    {},
    { raw_metric: "word_perplexity,none", value: 20.5, standard_error: null },
  ],
  [
    "0.4.3 and later, evaluated in part",
    { "acc,none": 0.5 },
    { "n-samples": { gsm8k: { original: 1319, effective: 100 } } },
    { metric: "accuracy", n: 100, trials: 100, protocol: "limited" },
  ],
  [
    "0.3, evaluated in part",
    { acc: 0.5, acc_stderr: 0.1 },
    { config: { limit: 10 } },
    { metric: "accuracy", protocol: "limited", trials: null },
  ],
  [
    "0.4, several answers to a question",
    { "exact_match,maj@8": 0.4 },
    { configs: { gsm8k: { repeats: 8, test_split: "test" } }, "n-samples": { gsm8k: { original: 9, effective: 9 } } },
    { protocol: "maj@8 8 repeats", split: "test", trials: null },
  ],
])("a file of %s", async (_, task, more, expected) => {
  const facts = await factsOfText("results.json", results(task, more));
  expectFact(facts, { format: "lm-eval-results", kind: "measurement", dataset: "gsm8k", ...expected });
});

test("a run that was limited is told by a failed check", async () => {
  const facts = await factsOfText(
    "results.json",
    results({ "acc,none": 0.5 }, { "n-samples": { gsm8k: { original: 1319, effective: 100 } } }),
  );
  expectFact(facts, {
    kind: "check",
    name: "all samples of gsm8k were evaluated",
    passed: false,
    message: "100 of 1319 samples were evaluated",
  });
});

test.each([
  ["NaN", "non-finite"],
  ['"N/A"', "wrong-type"],
  ['"0.5"', "wrong-type"],
])("a metric that is %s is a problem, and no value", async (written, problem) => {
  const facts = await factsOfText(
    "r.json",
    `{"results": {"t": {"acc,none": ${written}, "f1,none": 0.5}}, "versions": {"t": 1}}`,
  );
  expectFact(facts, { kind: "measurement", raw_metric: "acc,none", value: null });
  expectFact(facts, { kind: "problem", problem, place: "/results/t/acc,none" });
});

test("a group without metrics of its own states nothing", async () => {
  const text = JSON.stringify({ results: { mmlu: { " ": " ", alias: "mmlu" }, mmlu_law: { "acc,none": 0.4 } } });
  expect(ofKind(await factsOfText("r.json", text), "measurement").map(({ dataset }) => dataset)).toEqual(["mmlu_law"]);
});

test("names of prototypes are tasks and metrics like others", async () => {
  const text = '{"results": {"__proto__": {"acc,none": 0.5}, "constructor": {"f1,none": 0.25}}}';
  const found = ofKind(await factsOfText("r.json", text), "measurement");
  expect(found.map(({ dataset, value }) => [dataset, value])).toEqual([
    ["__proto__", 0.5],
    ["constructor", 0.25],
  ]);
});

test("the run of lighteval stands in its general configuration, with the revision where it knows one", async () => {
  const run = async (sha: string) => {
    const report = {
      config_general: { lighteval_sha: sha, model_name: "org/model" },
      results: { "lighteval|gsm8k|5": { qem: 0.5, qem_stderr: 0.01 } },
      versions: {},
    };
    return ofKind(await factsOfText("results.json", JSON.stringify(report)), "run")[0];
  };
  expect(await run("a1b2c3d4")).toMatchObject({ code_revision: "a1b2c3d4", source: { pointer: "/config_general" } });
  expect(await run("?")).toMatchObject({ code_revision: null });
});
