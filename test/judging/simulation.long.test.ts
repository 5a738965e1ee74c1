import { expect, test } from "vitest";
import { blockedOnPairedTables } from "./paired-runs.js";

const RUNS = 1000;

test("a policy over paired tables blocks a sound model by luck in at most one run of twenty", async () => {
  // Three standard errors of a share of 0.05 in 1000 runs above it.
  expect(await blockedOnPairedTables("holm", RUNS, 21)).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS));
});

test("and would in far more if nothing were adjusted", async () => {
  expect(await blockedOnPairedTables("none", RUNS, 21)).toBeGreaterThan(0.15);
});
