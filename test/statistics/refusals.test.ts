import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectInvalid, expectNotEstimable } from "./expectations.js";
import { driftRefusals } from "./refusals/drift.js";
import { experimentsRefusals } from "./refusals/experiments.js";
import { predictionsRefusals } from "./refusals/predictions.js";
import { proportionsRefusals } from "./refusals/proportions.js";
import { samplesRefusals } from "./refusals/samples.js";

const refusals = {
  ...proportionsRefusals,
  ...experimentsRefusals,
  ...samplesRefusals,
  ...driftRefusals,
  ...predictionsRefusals,
};

describe.each(Object.entries(refusals))("%s", (_, { invalid, notEstimable }) => {
  test.each(Object.entries(invalid))("is invalid for %s", (_name, estimate) => expectInvalid(estimate));
  test.each(Object.entries(notEstimable))("is not estimable for %s", (_name, estimate) => expectNotEstimable(estimate));
});

/** Functions in a file of `src/statistics` that a caller may hand anything: they begin by looking for faults. */
function guardedFiles(): readonly string[] {
  const folder = new URL("../../src/statistics/", import.meta.url);
  return readdirSync(folder).filter((file) => {
    const code = readFileSync(new URL(file, folder), "utf8");
    return /import .*\binvalid\b/.test(code) || /homogeneityTest\(table/.test(code);
  });
}

test("every file that can refuse has cases of refusal", () => {
  const covered = new Set(Object.keys(refusals).map((name) => `${name.split(":")[0]}.ts`));
  const shared = new Set(["contingency-table.ts"]);
  const guarded = guardedFiles();
  expect(guarded.length).toBeGreaterThan(50);
  expect(guarded.filter((file) => !covered.has(file) && !shared.has(file))).toEqual([]);
});
