import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { expectFact } from "./described.js";

const trial = (id: number, loss: number | string): string =>
  JSON.stringify({
    record_id: id,
    iter_per_learner: id + 1,
    logged_metric: { pred_time: 2e-5 },
    trial_time: 0.1,
    wall_clock_time: 1.5,
    validation_loss: loss,
    config: { n_estimators: 4 + id, learning_rate: 0.1 },
    learner: "lgbm",
    sample_size: 2457,
  });

const read = (...lines: readonly string[]) => readFiles({ "automl/flaml.log": `${lines.join("\n")}\n` });

test("the trial that the last line names speaks for the search", async () => {
  const facts = await read(trial(0, 0.33), trial(1, 0.31), trial(2, 0.3), '{"curr_best_record_id": 1}');
  expectFact(facts, {
    kind: "run",
    format: "flaml-log",
    run_id: "1",
    params: { learner: "lgbm", n_estimators: 5, learning_rate: 0.1 },
  });
  expectFact(facts, { metric: "loss", split: "validation", value: 0.31, run: "1", place: "2" });
  expect(ofKind(facts, "measurement")).toHaveLength(1);
});

test("of a search that broke off, the trial with the least loss does", async () => {
  expectFact(await read(trial(0, 0.33), trial(1, 0.29), trial(2, 0.3)), { value: 0.29, run: "1" });
});

test("a loss that is no number is told", async () => {
  const facts = await read(trial(0, "high"), '{"curr_best_record_id": 0}');
  expectFact(facts, { kind: "problem", problem: "wrong-type" });
});
