import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";

const state = JSON.stringify({
  best_metric: 0.92,
  best_model_checkpoint: "out/checkpoint-514",
  epoch: 3,
  global_step: 771,
  log_history: [
    { epoch: 0.2, grad_norm: 19.5, learning_rate: 1e-5, loss: 0.85, step: 50 },
    { epoch: 2, eval_f1_macro: 0.92, eval_loss: 0.47, step: 514 },
    { epoch: 3, eval_f1_macro: 0.89, eval_loss: 0.59, eval_runtime: 0.5, eval_samples_per_second: 800, step: 771 },
    { epoch: 3, step: 771, total_flos: 4e14, train_loss: 0.456, train_runtime: 141 },
  ],
  max_steps: 771,
});

const read = async (files: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
  ofKind(await readFiles(files), "measurement")
    .filter(({ format }) => format === "huggingface-trainer-state")
    .map(({ metric, split, protocol, value, step, source }) => [metric, split, protocol, value, step, source.pointer]);

test("of each metric that was logged, the value at the greatest step is read; over the whole training the loss is a mean", async () => {
  expect(await read({ "out/checkpoint-771/trainer_state.json": state })).toEqual([
    ["loss", "train", null, 0.85, 50, "/log_history/0/loss"],
    ["f1", "eval", "macro", 0.89, 771, "/log_history/2/eval_f1_macro"],
    ["loss", "eval", null, 0.59, 771, "/log_history/2/eval_loss"],
    ["loss", "train", "mean", 0.456, 771, "/log_history/3/train_loss"],
  ]);
});

test("where the results of the finished model stand beside it, they are what counts", async () => {
  const results = '{"eval_f1_macro": 0.92, "epoch": 3}';
  expect(await read({ "out/trainer_state.json": state, "out/all_results.json": results })).toEqual([]);
});

test("a value that is not finite is told", async () => {
  const facts = await readFiles({
    "trainer_state.json": '{"global_step": 5, "log_history": [{"eval_loss": NaN, "step": 5}]}',
  });
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["non-finite"]);
});

test.each<[title: string, files: Readonly<Record<string, string>>, read: boolean]>([
  ["a lone checkpoint", {}, true],
  ["a checkpoint below the finished model", { "out/trainer_state.json": state }, false],
  ["a checkpoint below the finished model's results", { "out/all_results.json": '{"eval_f1_macro": 0.92}' }, false],
  ["a checkpoint beside a later one", { "out/checkpoint-1028/trainer_state.json": state }, false],
  ["the last checkpoint", { "out/checkpoint-257/trainer_state.json": state }, true],
])("of %s the numbers are told only where nothing later is there", async (_, files, told) => {
  const facts = await readFiles({ "out/checkpoint-771/trainer_state.json": state, ...files });
  const own = ofKind(facts, "measurement").filter(({ source }) => source.path.includes("checkpoint-771"));
  expect(own.length > 0).toBe(told);
});
