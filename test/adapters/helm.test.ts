import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const stat = (name: object, mean: number | null, count = 1) => ({
  name,
  count,
  sum: (mean ?? 0) * count,
  sum_squared: (mean ?? 0) ** 2 * count,
  ...(mean === null ? {} : { min: mean, max: mean, mean, variance: 0, stddev: 0 }),
});
const robustness = { name: "robustness", robustness: true, fairness: false, computed_on: "worst" };

const stats = [
  stat({ name: "num_instances", split: "test" }, 111),
  stat({ name: "num_instances", split: "test", perturbation: robustness }, 100),
  stat({ name: "exact_match", split: "test" }, 0.25),
  stat({ name: "exact_match", split: "test", perturbation: robustness }, 0.2),
  stat({ name: "exact_match", split: "valid" }, 0.3, 3),
  stat({ name: "num_prompt_tokens", split: "test" }, 400),
];

const folder = "runs/v1/mmlu:subject=anatomy,model=openai_gpt2";
const spec = {
  name: "mmlu:subject=anatomy,method=multiple_choice_joint,model=openai_gpt2",
  scenario_spec: { class_name: "helm.benchmark.scenarios.mmlu_scenario.MMLUScenario", args: { subject: "anatomy" } },
  adapter_spec: { method: "multiple_choice_joint", model: "openai/gpt2", max_eval_instances: 10, num_train_trials: 1 },
  metric_specs: [],
  groups: ["mmlu"],
};

test("means of metrics are read with split, perturbation and instances", async () => {
  const facts = await readFiles({
    [`${folder}/stats.json`]: JSON.stringify(stats),
    [`${folder}/run_spec.json`]: JSON.stringify(spec),
  });
  const of = { format: "helm-stats", kind: "measurement", metric: "exact_match" };
  const dataset = "mmlu:subject=anatomy,method=multiple_choice_joint";
  expectFact(facts, {
    ...of,
    value: 0.25,
    split: "test",
    protocol: null,
    n: 111,
    trials: 111,
    dataset,
    place: "/2/mean",
  });
  expectFact(facts, { ...of, value: 0.2, split: "test", protocol: "robustness worst", n: 100, trials: null });
  expectFact(facts, { ...of, value: 0.3, split: "validation", protocol: "3 trials", n: null });
  expectFact(facts, { kind: "run", format: "helm-run-spec", run_id: spec.name });
  expect(ofKind(facts, "measurement")).toHaveLength(3);
  expect(ofKind(facts, "run")[0]?.params).toMatchObject({
    model: "openai/gpt2",
    max_eval_instances: 10,
    "scenario.subject": "anatomy",
  });
});

test("without the run's specification the folder names the scenario", async () => {
  const facts = await readFiles({ [`${folder}/stats.json`]: JSON.stringify(stats) });
  expectFact(facts, {
    kind: "measurement",
    dataset: "mmlu:subject=anatomy",
    run: "mmlu:subject=anatomy,model=openai_gpt2",
  });
});

test("a metric that was never counted has no value, one that is not finite is a problem", async () => {
  const text = JSON.stringify([stat({ name: "f1_score" }, null, 0)]).replace(
    "]",
    ',{"name":{"name":"rouge_l"},"count":1,"sum":NaN,"mean":NaN}]',
  );
  const facts = await factsOfText("stats.json", text);
  expectFact(facts, { kind: "measurement", raw_metric: "f1_score", value: null, non_finite: null });
  expectFact(facts, { kind: "measurement", raw_metric: "rouge_l", value: null, non_finite: "NaN" });
});

test.each([
  [
    "scenario.json",
    { name: "mmlu", description: "d", tags: ["knowledge"], definition_path: "https://x/mmlu.py" },
    "helm-scenario",
  ],
  ["instances.json", [{ id: "id1", input: { text: "q" }, references: [], split: "test" }], "helm-instances"],
  ["predictions.json", [{ instance_id: "id1", train_trial_index: 0, predicted_text: "A" }], "helm-instances"],
  ["per_instance_stats.json", [{ instance_id: "id1", train_trial_index: 0, stats: stats }], "helm-instances"],
  [
    "scenario_state.json",
    { adapter_spec: {}, request_states: [{ instance: {}, train_trial_index: 0, request: {} }] },
    "helm-instances",
  ],
])("%s beside them is known for what it is, and measures nothing", async (name, document, format) => {
  const facts = await factsOfText(name, JSON.stringify(document));
  expectFact(facts, { kind: "file", format });
  expect(ofKind(facts, "measurement")).toEqual([]);
});

const leaderboard = {
  title: "Accuracy",
  header: [
    { value: "Model/adapter", markdown: false },
    { value: "MMLU - EM", markdown: false, lower_is_better: false, metadata: { metric: "EM", run_group: "MMLU" } },
    { value: "TruthfulQA - ECE (10-bin)", markdown: false, lower_is_better: true },
    { value: "# eval", markdown: false },
  ],
  rows: [
    [{ value: "GPT-2" }, { value: 0.25, run_spec_names: ["r"] }, { value: 0.1 }, { value: 100 }],
    [{ value: "GPT-J" }, { value: null }, { value: 0.05 }, { value: 100 }],
  ],
};

test("a leaderboard's numbers are about the model of their row", async () => {
  const facts = await factsOfText("core.json", JSON.stringify([leaderboard]));
  const of = { format: "helm-table", kind: "measurement" };
  const place = "/0/rows/0/1/value";
  expectFact(facts, {
    ...of,
    raw_metric: "EM",
    metric: "exact_match",
    value: 0.25,
    dataset: "MMLU",
    about: "GPT-2",
    place,
  });
  expectFact(facts, {
    ...of,
    raw_metric: "ECE (10-bin)",
    value: 0.05,
    dataset: "TruthfulQA",
    about: "GPT-J",
    higher_is_better: false,
  });
  expect(ofKind(facts, "measurement")).toHaveLength(3);
});

test("a leaderboard of one model is of the model itself", async () => {
  const one = { ...leaderboard, rows: leaderboard.rows.slice(0, 1) };
  expectFact(await factsOfText("core.json", JSON.stringify(one)), {
    raw_metric: "EM",
    about: null,
    place: "/rows/0/1/value",
  });
});
