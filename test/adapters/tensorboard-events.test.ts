import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shortestSingle } from "../../src/adapters/families/scalar-event.js";
import { ofKind, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact } from "./described.js";

const lightning = "lightning_logs/version_0/events.out.tfevents.1795738514.ci";
const trained = "logs/fit/20241105-101010/train/events.out.tfevents.1795738514.ci.22195.0";
const validated = "logs/fit/20241105-101010/validation/events.out.tfevents.1795738514.ci";

const bytesOf = (path: string): Buffer => readFileSync(new URL(`../fixtures/tensorboard/${path}`, import.meta.url));

// Written by tensorboardX 2.6.5, and by the writer of TensorBoard 2.21 with scalars as tensors.
describeFixtures("tensorboard-events", [
  [
    `tensorboard/${lightning}`,
    "the last value of each scalar",
    [
      { metric: "loss", split: "train", value: 0.3, step: 2, place: "/7/summary/value/0" },
      { metric: "accuracy", split: "validation", value: 0.89, step: 2, at: "2026-11-27T00:15:14.239Z" },
      { raw_metric: "val/nan", value: null, non_finite: "NaN" },
      { kind: "problem", problem: "non-finite" },
    ],
    [{ raw_metric: "hp_metric" }, { raw_metric: "epoch" }, { raw_metric: "w" }, { raw_metric: "note" }],
  ],
]);

describe("the run and the part of the data are folders", () => {
  test("as Keras keeps them", async () => {
    const facts = await readFiles({ [trained]: bytesOf(trained), [validated]: bytesOf(validated) });
    const run = "20241105-101010";
    expectFact(facts, {
      metric: "accuracy",
      value: 0.95,
      split: "train",
      run,
      step: 1,
      at: "2024-11-05T09:46:41.500Z",
    });
    expectFact(facts, { metric: "accuracy", value: 0.85, split: "validation", run });
  });

  test("a run that is called train, of which the tags tell the parts, is no training data", async () => {
    const facts = await readFiles({ "runs/train/events.out.tfevents.1795738514.ci": bytesOf(lightning) });
    expectFact(facts, { metric: "accuracy", split: "validation", run: "train", value: 0.89 });
    expectFact(facts, { metric: "loss", split: "train", run: "train" });
  });

  test("a log that lies in none names no run", async () => {
    const facts = await readFiles({ "events.out.tfevents.1795738514.ci": bytesOf(lightning) });
    expect(new Set(ofKind(facts, "measurement").map(({ run }) => run))).toEqual(new Set([null]));
  });
});

describe("a log that is not whole", () => {
  test("says so, and gives what was written before", async () => {
    const facts = await readFiles({ [lightning]: bytesOf(lightning).subarray(0, 300) });
    expectFact(facts, { kind: "problem", problem: "truncated", format: "tensorboard-events" });
    expectFact(facts, { raw_metric: "train/loss", split: "train" });
  });

  test("is unreadable where its checksum is wrong", async () => {
    const bytes = Buffer.from(bytesOf(lightning));
    bytes[300] = (bytes[300] ?? 0) ^ 4;
    expectFact(await readFiles({ [lightning]: bytes }), { kind: "problem", problem: "unreadable" });
  });

  test("is none where its name alone says so", async () => {
    const facts = await readFiles({ [lightning]: "version https://git-lfs.github.com/spec/v1\noid sha256:0\n" });
    expectFact(facts, { kind: "problem", problem: "unreadable", format: null });
  });
});

test.each([
  [0.8999999761581421, 0.9],
  [0.30000001192092896, 0.3],
  [16777216, 16777216],
  [-1.5, -1.5],
  [3.4028234663852886e38, 3.4028235e38],
  [0, 0],
])("%d in single precision is what %d is kept as", (kept, written) => {
  expect(shortestSingle(kept)).toBe(written);
});
