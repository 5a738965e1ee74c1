import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { ofKind, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact } from "./described.js";

const run = "q7plain01";

// Both logs were written by the tool of that version, offline, with the same values.
for (const version of ["0.16.6", "0.31.0"])
  describeFixtures("wandb-log", [
    [
      `wandb-log/${version}/run-${run}.wandb`,
      "the run, what its summary keeps of each metric, and what was only logged",
      [
        {
          kind: "run",
          run_id: run,
          status: "finished",
          params: { lr: 0.05, seed: 7, layers: "[8,4]", "data.name": "loans", "data.rows": 5000, late: true },
          outputs: ["model:loan-model"],
          place: "/1/run",
        },
        { metric: "roc_auc", split: "test", value: 0.8125, run },
        { metric: "recall", split: "test", value: 0.5 },
        { raw_metric: "val/auc.max", metric: "roc_auc", split: "validation", protocol: "max", value: 0.81 },
        { raw_metric: "val/loss.min", split: "validation", protocol: "min", value: 0.4 },
        { raw_metric: "train/loss", split: "train", value: 0.225 },
        { raw_metric: "eval.f1", value: 0.61 },
        { raw_metric: "eval.nested.brier", value: 0.12 },
        { raw_metric: "weird/nan", value: null, non_finite: "NaN" },
        { kind: "problem", problem: "non-finite" },
      ],
      [
        { raw_metric: "epoch" },
        { raw_metric: "passed" },
        { raw_metric: "_runtime" },
        { raw_metric: "val/auc" },
        { kind: "problem", problem: "truncated" },
      ],
    ],
  ]);

const log = (version: string): Buffer =>
  readFileSync(new URL(`../fixtures/wandb-log/${version}/run-${run}.wandb`, import.meta.url));

const statuses = (facts: readonly Fact[]) => ofKind(facts, "run").map(({ status }) => status);

describe("a log that is not whole", () => {
  test("says so, and that the run has not ended, while its numbers so far are read", async () => {
    const bytes = log("0.16.6");
    const facts = await readFiles({ "run-a.wandb": bytes.subarray(0, 1_900) });
    expectFact(facts, { kind: "problem", problem: "truncated", format: "wandb-log" });
    expect(statuses(facts)).toEqual(["running"]);
    // No summary was written yet: the last value of the loss stands with its step.
    expectFact(facts, { raw_metric: "val/loss", value: 0.45, step: 3, protocol: null });
  });

  test("is never taken for a run that finished, wherever it ends", async () => {
    const bytes = log("0.31.0");
    for (let length = 7; length < bytes.length; length += 97)
      expect(statuses(await readFiles({ "run-a.wandb": bytes.subarray(0, length) }))).not.toContain("finished");
  });

  test("is unreadable from where its checksum is wrong", async () => {
    const bytes = Buffer.from(log("0.31.0"));
    bytes[1_500] = (bytes[1_500] ?? 0) ^ 1;
    expectFact(await readFiles({ "run-a.wandb": bytes }), { kind: "problem", problem: "unreadable" });
  });

  test("of its head alone holds nothing", async () => {
    const facts = await readFiles({ "run-a.wandb": log("0.31.0").subarray(0, 7) });
    expectFact(facts, { kind: "problem", problem: "empty", format: "wandb-log" });
  });

  test("is no log where its name alone says so", async () => {
    expect((await readFiles({ "run-a.wandb": "lr: 1\n" })).map(({ format }) => format)).toEqual([null]);
  });
});

describe("the folder of an offline run", () => {
  const folder = "wandb/offline-run-20261126_235100-q7plain01";
  const bare = { [`${folder}/files/wandb-summary.json`]: '{"_wandb": {"runtime": 2}}' };

  test("holds no metric where its log is missing", async () => {
    expectFact(await readFiles(bare), { kind: "problem", problem: "empty", format: "wandb-summary" });
  });

  test("lacks none where its log is there", async () => {
    const requirements = { [`${folder}/files/requirements.txt`]: "wandb==0.16.6\n" };
    const facts = await readFiles({ ...bare, ...requirements, [`${folder}/run-q7plain01.wandb`]: log("0.16.6") });
    expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["non-finite"]);
    expectFact(facts, { metric: "roc_auc", split: "test", value: 0.8125 });
  });
});
