import { describe, expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

// Shapes are those of the tools' sources and of reports that public repositories quote; see each adapter's `definedAt`.

const json = (value: unknown): string => JSON.stringify(value);

const formatOf = async (name: string, text: string): Promise<string | null> =>
  ofKind(await factsOfText(name, text), "file")[0]?.format ?? null;

describe("SWE-bench", () => {
  const report = (submitted: number) => ({
    total_instances: 300,
    submitted_instances: submitted,
    completed_instances: 290,
    resolved_instances: 55,
    unresolved_instances: 235,
    empty_patch_instances: 5,
    error_instances: 3,
    resolved_ids: ["a__a-1"],
    schema_version: 2,
  });

  test("what was not submitted was not resolved: the share is of all instances", async () => {
    const facts = await factsOfText("gpt.run.json", json(report(298)));
    expectFact(facts, {
      format: "swe-bench-report",
      metric: "resolved_rate",
      value: 55 / 300,
      trials: 300,
      place: "/resolved_ids",
    });
    expectFact(facts, { raw_metric: "resolved_instances", value: 55, unit: "count" });
    expectFact(facts, { kind: "check", passed: false, observed: 298, expected: 300 });
    expectFact(await factsOfText("gpt.run.json", json(report(300))), { kind: "check", passed: true });
  });

  test("the report of an instance", async () => {
    const instance = { patch_exists: true, patch_successfully_applied: true, resolved: false, tests_status: {} };
    expectFact(await factsOfText("report.json", json({ "astropy__astropy-12907": instance })), {
      kind: "check",
      name: "resolved astropy__astropy-12907",
      passed: false,
      place: "/astropy__astropy-12907/resolved",
    });
  });
});

describe("EvalPlus", () => {
  const sample = (base: string, plus: string) => ({ task_id: "x", solution: "", base_status: base, plus_status: plus });
  const samples = {
    "HumanEval/0": [sample("pass", "pass"), sample("pass", "fail")],
    "HumanEval/1": [sample("fail", "pass"), sample("pass", "pass")],
  };

  test("pass@k with the benchmark's own tests and with all", async () => {
    const text = json({
      date: "2024-01-01 10:10",
      eval: samples,
      pass_at_k: { base: { "pass@1": 0.75 }, plus: { "pass@1": 0.5 } },
    });
    const facts = await factsOfText("a_eval_results.json", text);
    expectFact(facts, {
      format: "evalplus-results",
      metric: "pass_at_1",
      value: 0.5,
      protocol: "plus",
      dataset: "HumanEval",
      n: 2,
      slice: {},
      place: "/pass_at_k/plus/pass@1",
    });
    expectFact(facts, { metric: "pass_at_1", value: 0.75, protocol: "base" });
  });

  test("without it, pass@1 out of the samples: one that fails the benchmark's own tests passes none", async () => {
    const facts = await factsOfText("a_eval_results.json", json({ date: "d", eval: samples }));
    expectFact(facts, { metric: "pass_at_1", value: 0.75, protocol: "base", place: "/eval" });
    expectFact(facts, { metric: "pass_at_1", value: 0.5, protocol: "plus" });
  });
});

describe("MTEB", () => {
  const head = { dataset_revision: "0228", mteb_version: "1.14.15" };

  test("the task is the data set, a subset a slice; diagnostics are no scores", async () => {
    const subset = (name: string) => ({
      ndcg_at_10: 0.6773,
      nauc_ndcg_at_10_max: 0.3,
      main_score: 0.6773,
      hf_subset: name,
      languages: ["eng-Latn"],
      scores_per_experiment: [{ accuracy: 0.5 }],
    });
    const text = json({
      ...head,
      task_name: "SciFact",
      scores: { test: [subset("default"), subset("en-de")] },
      evaluation_time: 12.3,
    });
    const facts = await factsOfText("SciFact.json", text);
    expectFact(facts, {
      format: "mteb-results",
      metric: "ndcg_at_10",
      value: 0.6773,
      dataset: "SciFact",
      split: "test",
      slice: {},
      place: "/scores/test/0/ndcg_at_10",
    });
    expectFact(facts, { raw_metric: "main_score", slice: { subset: "en-de" }, higher_is_better: true });
    expectFact(facts, { kind: "run", environment: { mteb_version: "1.14.15" } });
    expect(ofKind(facts, "measurement")).toHaveLength(4);
  });

  test("before 1.8: similarities below the subsets", async () => {
    const test17 = { "en-en": { cos_sim: { spearman: 0.879 }, dot: { spearman: 0.8 } }, evaluation_time: 6.1 };
    const facts = await factsOfText("STS17.json", json({ ...head, mteb_dataset_name: "STS17", test: test17 }));
    expectFact(facts, {
      metric: "spearman",
      value: 0.879,
      dataset: "STS17",
      slice: { subset: "en-en" },
      protocol: "cosine",
      place: "/test/en-en/cos_sim/spearman",
    });
    expect(ofKind(facts, "measurement")).toHaveLength(2);
  });
});

describe("OpenCompass", () => {
  const rows = [
    "--------- Exam ---------,-,-,-,-,-",
    "ARC-c,1e0de5,accuracy,ppl,55.9,-",
    "humaneval,8e312c,humaneval_pass@1,gen,14.02,9.1",
  ];

  test("per cent, of each model where several stand side by side", async () => {
    const facts = await factsOfText(
      "summary.csv",
      ["dataset,version,metric,mode,qwen-7b,llama-7b", ...rows].join("\n"),
    );
    expectFact(facts, {
      format: "opencompass-summary",
      metric: "accuracy",
      value: 55.9,
      unit: "percent",
      unit_guessed: false,
      dataset: "ARC-c",
      protocol: "ppl",
      about: "qwen-7b",
      place: "3",
    });
    expect(ofKind(facts, "measurement")).toHaveLength(3);
  });

  test("of one model it is the model's own", async () => {
    const text = "dataset,version,metric,mode,qwen-7b\ngsm8k,1d7fe4,accuracy,gen,50.1\n";
    expectFact(await factsOfText("summary.csv", text), { metric: "accuracy", value: 50.1, about: null });
  });
});

describe("OpenAI Evals", () => {
  const spec = {
    spec: {
      completion_fns: ["gpt-4"],
      eval_name: "test-match.s1.simple-v0",
      base_eval: "test-match",
      split: "s1",
      run_config: { seed: 7 },
      run_id: "230101ABC",
      created_at: "2023-01-01 00:00:00.000000",
    },
  };
  const match = { run_id: "230101ABC", event_id: 1, sample_id: "a", type: "match", data: { correct: true } };
  const sampling = { run_id: "230101ABC", event_id: 0, sample_id: "a", type: "sampling", data: {} };
  const lines = (...values: readonly object[]): string => values.map(json).join("\n");

  test("the final report, with the samples that were matched", async () => {
    const report = { final_report: { accuracy: 0.5, boostrap_std: 0.2 } };
    const facts = await factsOfText("230101_match.jsonl", lines(spec, sampling, match, match, report));
    expectFact(facts, {
      format: "openai-evals-log",
      metric: "accuracy",
      value: 0.5,
      n: 2,
      trials: 2,
      dataset: "test-match.s1.simple-v0",
      run: "230101ABC",
      standard_error: null,
      place: "5",
    });
    expectFact(facts, { kind: "run", run_id: "230101ABC", params: { seed: 7, completion_fns: "gpt-4" } });
    expect(ofKind(facts, "measurement")).toHaveLength(1);
  });

  test("a log without one was cut off", async () => {
    expectFact(await factsOfText("x.jsonl", lines(spec, match)), { kind: "problem", problem: "truncated", place: "2" });
  });
});

test("the BigCode harness: the task is the data set", async () => {
  const config = { model: "bigcode/starcoder", tasks: "humaneval", n_samples: 20, temperature: 0.2, limit: null };
  const facts = await factsOfText("evaluation_results.json", json({ humaneval: { "pass@1": 0.3341 }, config }));
  expectFact(facts, {
    format: "bigcode-eval-results",
    metric: "pass_at_1",
    value: 0.3341,
    dataset: "humaneval",
    protocol: null,
  });
  expectFact(facts, { kind: "run", params: config });
});

test("simple-evals: spreads of single answers are no standard errors", async () => {
  const text = json({ stem: 0.88, "stem:std": 0.32, score: 0.871, "score:std": 0.33 });
  const facts = await factsOfText("mmlu_gpt-4o.json", text);
  expectFact(facts, {
    format: "simple-evals-result",
    raw_metric: "score",
    value: 0.871,
    unit: "proportion",
    standard_error: null,
  });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
  expect(await formatOf("x.json", json({ score: 1, "score:std": 0.3, other: "4" }))).not.toBe("simple-evals-result");
  expect(await formatOf("x.json", json({ score: 1, other: 4 }))).not.toBe("simple-evals-result");
});

test.each([
  [1172, true, null],
  [100, false, "limited"],
])(
  "lighteval says with the task's settings how many of its documents were evaluated: %s",
  async (effective, passed, protocol) => {
    const facts = await factsOfText(
      "results.json",
      json({
        config_general: { model_name: "gpt2", max_samples: null },
        results: { "leaderboard|arc:challenge|25": { acc: 0.2, acc_stderr: 0.011 } },
        versions: { "leaderboard|arc:challenge|25": 0 },
        config_tasks: { "leaderboard|arc:challenge": { original_num_docs: 1172, effective_num_docs: effective } },
      }),
    );
    expectFact(facts, { format: "lm-eval-results", metric: "accuracy", n: effective, trials: effective, protocol });
    expectFact(facts, { kind: "check", passed, place: "/config_tasks/leaderboard|arc:challenge/effective_num_docs" });
  },
);

test("sacreBLEU: the signature says how a score was taken", async () => {
  const bleu = {
    name: "BLEU",
    score: 32.1,
    signature: "nrefs:1|case:mixed|tok:13a|version:2.3.1",
    verbose_score: "63.1/38.2",
    confidence_mean: 32.25,
    confidence_var: 0.75,
  };
  const chrf = { name: "chrF2", score: 58.1, signature: "nrefs:1|nc:6|version:2.3.1" };
  const facts = await factsOfText("scores.json", json([bleu, chrf]));
  expectFact(facts, {
    format: "sacrebleu-score",
    metric: "bleu",
    value: 32.1,
    protocol: "nrefs:1|case:mixed|tok:13a|version:2.3.1",
    interval: { lower: 31.5, upper: 33, level: 0.95 },
    place: "/0/score",
  });
  expectFact(facts, { metric: "chrf", raw_metric: "chrF2", value: 58.1, place: "/1/score" });
  expectFact(await factsOfText("bleu.json", json(bleu)), { metric: "bleu", place: "/score" });
  expect(await formatOf("x.json", json({ name: "x", score: 1, signature: "me" }))).not.toBe("sacrebleu-score");
});

test("trec_eval: the measures over all topics", async () => {
  const text = [
    "P_10                  \t301\t0.1000",
    "runid                 \tall\tbm25",
    "num_q                 \tall\t50",
    "map                   \tall\t0.2345",
    "P_10                  \tall\t0.4460",
    "ndcg_cut_10           \tall\t0.4767",
    "recip_rank            \tall\t0.6789",
    "num_rel_ret           \tall\t4000",
  ].join("\n");
  const facts = await factsOfText("run.eval", text);
  expectFact(facts, { format: "trec-eval-text", metric: "mean_average_precision", value: 0.2345, n: 50, run: "bm25" });
  expectFact(facts, { metric: "precision_at_10", value: 0.446, place: "5" });
  expectFact(facts, { metric: "ndcg_at_10", value: 0.4767 });
  expectFact(facts, { metric: "mrr", value: 0.6789 });
  expect(ofKind(facts, "measurement")).toHaveLength(4);
  expect(await formatOf("x.txt", "a\tall\t1\nb\tall\t2\nc\tall\t3\n")).not.toBe("trec-eval-text");
});

test("SQuAD 2: per cent, of the questions with an answer and without", async () => {
  const scores = {
    exact: 80.09,
    f1: 83.5,
    total: 11873,
    HasAns_exact: 78.1,
    HasAns_total: 5928,
    best_f1: 83.6,
    best_f1_thresh: -1,
  };
  const facts = await factsOfText("eval.json", json(scores));
  expectFact(facts, {
    format: "squad-evaluation",
    metric: "exact_match",
    value: 80.09,
    unit: "percent",
    trials: 11873,
    slice: {},
  });
  expectFact(facts, { metric: "exact_match", value: 78.1, n: 5928, slice: { answer: "has answer" } });
  expect(ofKind(facts, "measurement")).toHaveLength(3);
});

test("nnU-Net: means over the cases, of the foreground and of each class; voxels are no examples", async () => {
  const of = (Dice: number) => ({ Dice, IoU: 0.8, FN: 10, FP: 11, TN: 100, TP: 90, n_pred: 101, n_ref: 100 });
  const cases = [{ metrics: { 1: of(0.9) }, prediction_file: "a.nii.gz" }, { metrics: { 1: of(0.94) } }];
  const facts = await factsOfText(
    "summary.json",
    json({ foreground_mean: of(0.9), mean: { 1: of(0.92) }, metric_per_case: cases }),
  );
  expectFact(facts, {
    format: "nnunet-summary",
    metric: "dice",
    value: 0.9,
    n: 2,
    slice: {},
    place: "/foreground_mean/Dice",
  });
  expectFact(facts, { metric: "dice", value: 0.92, n: 2, slice: { class: "1" }, protocol: "mean" });
  expect(ofKind(facts, "measurement")).toHaveLength(4);
});

describe("what speech and translation toolkits print", () => {
  const wer = "%WER 5.42 [ 2849 / 52576, 330 ins, 250 del, 2269 sub ]";

  test("Kaldi's error rates: per cent of words, and of sentences", async () => {
    const facts = await factsOfText("best_wer", `${wer} exp/tri3/decode/wer_15_0.5\n%SER 48.1 [ 1260 / 2620 ]\n`);
    expectFact(facts, { format: "kaldi-wer", metric: "wer", value: 5.42, unit: "percent", n: 52576, place: "1" });
    expectFact(facts, { metric: "sentence_error_rate", value: 48.1, n: 2620, higher_is_better: false });
  });

  test("of several runs each is told, and a partial one is", async () => {
    const text = `# RESULTS\n${wer} exp/mono/wer_9\n${wer.replace("5.42", "4.20")} [PARTIAL] exp/tri3/wer_15\n`;
    const facts = await factsOfText("RESULTS", text);
    expectFact(facts, { metric: "wer", value: 5.42, about: "exp/mono/wer_9", place: "2" });
    expectFact(facts, { metric: "wer", value: 4.2, about: "exp/tri3/wer_15", protocol: "partial", place: "3" });
  });

  test.each([
    [
      "BLEU|nrefs:1|case:mixed|version:2.0.0 = 32.1 63.1/38.2/25.6/17.5 (BP = 1.000)",
      32.1,
      "nrefs:1|case:mixed|version:2.0.0",
      null,
    ],
    ["BLEU+case.mixed+version.1.4 = 27.4 59.1/33.0/20.8/13.7 (BP = 1.000)", 27.4, "case.mixed+version.1.4", null],
    ["BLEU = 27.43, 59.1/33.0/20.8/13.7 (BP=1.000, ratio=1.011)", 27.43, null, null],
    ["Generate test with beam=5: BLEU4 = 27.43, 59.1/33.0/20.8/13.7 (BP=1.000)", 27.43, null, "test"],
  ])("%s", async (line, value, protocol, split) => {
    const facts = await factsOfText("bleu.txt", `translated\n${line}\n`);
    expectFact(facts, { format: "bleu-text", metric: "bleu", value, protocol, split, place: "2" });
  });

  test("conlleval: the accuracy is of tokens, the rest of phrases", async () => {
    const text = [
      "processed 46435 tokens with 5648 phrases; found: 5620 phrases; correct: 5120.",
      "accuracy:  98.12%; precision:  91.10%; recall:  90.65%; FB1:  90.88",
      "              LOC: precision:  92.66%; recall:  93.23%; FB1:  92.94  1678",
    ].join("\n");
    const facts = await factsOfText("eval.txt", text);
    expectFact(facts, {
      format: "conlleval-text",
      metric: "accuracy",
      value: 98.12,
      unit: "percent",
      protocol: "token",
    });
    expectFact(facts, { metric: "f1", value: 90.88, slice: {}, place: "2" });
    expectFact(facts, { metric: "recall", value: 93.23, slice: { class: "LOC" }, n: null, place: "3" });
  });

  test.each([
    ["a sentence about them", "The %WER fell to 5.42 and BLEU = 27.4 was reached.\n"],
    ["another per cent", "%WER of the run: 5.42\n"],
  ])("%s is none", async (_, text) => {
    expect(["kaldi-wer", "bleu-text", "conlleval-text"]).not.toContain(await formatOf("x.txt", text));
  });
});

test("BEIR's measures below their own name are metrics at a depth, and no parts of the data", async () => {
  const facts = await factsOfText("results.json", json({ ndcg: { "NDCG@10": 0.67 }, precision: { "P@10": 0.09 } }));
  expectFact(facts, { metric: "ndcg_at_10", raw_metric: "NDCG@10", value: 0.67, slice: {}, place: "/ndcg/NDCG@10" });
  expectFact(facts, { metric: "precision_at_10", value: 0.09, slice: {} });
});

test("a scan by Giskard writes the issues that it found, and nothing of what was well", async () => {
  const text = [
    ",domain,slicing_fn,transformation_fn,metric,deviation,description",
    '0,test,`age` < 30,,Accuracy = 0.653,-20.00% than global,"For records where `age` < 30, the accuracy is lower"',
    "1,test,,Add typos,Fail rate = 0.146,29/200 tested samples (14.6%) changed prediction after perturbation,Typos change the prediction",
  ].join("\n");
  const facts = await factsOfText("scan.csv", text);
  expectFact(facts, {
    format: "giskard-scan",
    kind: "check",
    name: "For records where `age` < 30, the accuracy is lower",
    passed: false,
    message: "-20.00% than global",
    place: "2",
  });
  expectFact(facts, { metric: "accuracy", value: 0.653, slice: { slice: "`age` < 30" } });
  expectFact(facts, { raw_metric: "Fail rate", value: 0.146, protocol: "Add typos", slice: {} });
});

describe("NeMo Evaluator", () => {
  const score = (name: string, value: number, stats: object) => ({
    metrics: { [name]: { scores: { [name]: { value, stats } } } },
  });
  const results = {
    config: { type: "gsm8k", params: { limit_samples: null, temperature: 0 } },
    results: {
      tasks: { gsm8k: score("exact_match__strict-match", 0.5, { stderr: 0.0137, count: 1319 }) },
      groups: {
        gsm8k: score("exact_match__strict-match", 0.5, { stderr: 0.0137 }),
        mmlu: { groups: { stem: score("acc__none", 0.6, { stderr: null }) }, metrics: {} },
      },
    },
    target: { api_endpoint: { model_id: "meta/llama", url: "https://example.com" } },
  };

  test("scores by task, with the filter that found the answer; a group of a task's name says nothing new", async () => {
    const facts = await factsOfText("results.yml", json(results));
    expectFact(facts, {
      format: "nemo-evaluator-results",
      metric: "exact_match",
      raw_metric: "exact_match__strict-match",
      value: 0.5,
      dataset: "gsm8k",
      protocol: "strict-match",
      standard_error: 0.0137,
      n: 1319,
      place: "/results/tasks/gsm8k/metrics/exact_match__strict-match/scores/exact_match__strict-match/value",
    });
    expectFact(facts, { metric: "accuracy", value: 0.6, dataset: "stem", protocol: null, standard_error: null });
    expect(ofKind(facts, "measurement")).toHaveLength(2);
    expectFact(facts, { kind: "run", params: { type: "gsm8k", model_id: "meta/llama", temperature: 0 } });
  });
});

describe("BigCodeBench", () => {
  const rates = {
    "pass@1": 0.45,
    model: "m",
    split: "instruct",
    subset: "full",
    calibrated: true,
    gt_pass_rate: 0.99,
    failed_tasks: [],
  };
  const samples = {
    date: "2024-07-01 10:00",
    eval: {
      "BigCodeBench/0": [
        { task_id: "BigCodeBench/0", status: "pass" },
        { task_id: "BigCodeBench/0", status: "fail" },
      ],
      "BigCodeBench/1": [{ task_id: "BigCodeBench/1", status: "pass" }],
    },
  };

  test("the rates, and not that of the reference solutions", async () => {
    const facts = await factsOfText("m_pass_at_k.json", json(rates));
    const dataset = "BigCodeBench";
    expectFact(facts, {
      format: "bigcodebench-results",
      metric: "pass_at_1",
      value: 0.45,
      dataset,
      protocol: "instruct, full, calibrated",
    });
    expect(ofKind(facts, "measurement")).toHaveLength(1);
  });

  test("the samples, where no rates lie beside them", async () => {
    const facts = await factsOfText("m_eval_results.json", json(samples));
    expectFact(facts, { metric: "pass_at_1", value: 0.75, n: 2, place: "/eval" });
    const both = await readFiles({ "m_eval_results.json": json(samples), "m_pass_at_k.json": json(rates) });
    expect(ofKind(both, "measurement")).toMatchObject([{ value: 0.45 }]);
  });
});

describe("Giskard", () => {
  test("a scan as JSON: a detector without issues found nothing, each issue is a failed check", async () => {
    const scan = {
      LLMCharsInjectionDetector: {},
      PerformanceBiasDetector: { major: ["Recall is 20% lower for Age < 29"] },
    };
    const facts = await factsOfText("scan.json", json(scan));
    const format = "giskard-report";
    expectFact(facts, { format, kind: "check", name: "LLMCharsInjectionDetector", passed: true, observed: 0 });
    expectFact(facts, { format, name: "PerformanceBiasDetector", passed: false, observed: 1, suite: true });
    expectFact(facts, {
      name: "Recall is 20% lower for Age < 29",
      passed: false,
      severity: "major",
      place: "/PerformanceBiasDetector/major/0",
    });
    expect(await formatOf("anything.json", json({ SmokeDetector: { kitchen: ["x"] } }))).toBeNull();
  });

  test("an evaluation of RAG: the share of right answers and the means of further scores", async () => {
    const question = (isRight: boolean | null, relevancy: number | null) => ({
      correctness: isRight,
      correctness_reason: isRight === true ? "" : "wrong",
      ragas_answer_relevancy: relevancy,
    });
    const all = { a: question(true, 0.9), b: question(false, 0.1), c: question(true, null), d: question(true, 0.5) };
    const facts = await factsOfText("metrics_results.json", json(all));
    expectFact(facts, { format: "giskard-rag", metric: "correctness", value: 0.75, n: 4, trials: 4 });
    expectFact(facts, { raw_metric: "ragas_answer_relevancy", value: 0.5, n: 3 });
    expect(ofKind(facts, "check")).toEqual([]);
    const open = await factsOfText("metrics_results.json", json({ ...all, e: question(null, 1) }));
    expectFact(open, { kind: "check", passed: false, observed: 4, expected: 5 });
  });
});

test("OpenCompass: the metrics of a data set in per cent, with the number of answers below them", async () => {
  const answer = { prompt: "?", origin_prediction: "18", predictions: "18", references: "18", correct: true };
  const details = { type: "GEN", "0": answer, "1": { ...answer, predictions: "3", correct: false } };
  const facts = await factsOfText("gsm8k.json", json({ accuracy: 50, details }));
  expectFact(facts, {
    format: "opencompass-result",
    metric: "accuracy",
    value: 50,
    unit: "percent",
    dataset: "gsm8k",
    n: 2,
    protocol: "gen",
    place: "/accuracy",
  });
  expect(ofKind(facts, "measurement")).toHaveLength(1);
});
