import { expect, test } from "vitest";
import { groupSequentialConstant } from "../../src/statistics/group-sequential-constant.js";
import { valueOf } from "./estimates.js";

/** Jennison & Turnbull (2000), Group Sequential Methods with Applications to Clinical Trials, tables 2.1 and 2.3. */
const published: readonly (readonly [number, number, "pocock" | "obrien-fleming", number])[] = [
  [0.01, 2, "pocock", 2.772],
  [0.01, 3, "pocock", 2.873],
  [0.01, 5, "pocock", 2.986],
  [0.05, 2, "pocock", 2.178],
  [0.05, 3, "pocock", 2.289],
  [0.05, 4, "pocock", 2.361],
  [0.05, 5, "pocock", 2.413],
  [0.05, 10, "pocock", 2.555],
  [0.1, 2, "pocock", 1.875],
  [0.1, 3, "pocock", 1.992],
  [0.1, 5, "pocock", 2.122],
  [0.01, 2, "obrien-fleming", 2.58],
  [0.01, 3, "obrien-fleming", 2.595],
  [0.01, 5, "obrien-fleming", 2.621],
  [0.05, 2, "obrien-fleming", 1.977],
  [0.05, 3, "obrien-fleming", 2.004],
  [0.05, 4, "obrien-fleming", 2.024],
  [0.05, 5, "obrien-fleming", 2.04],
  [0.05, 10, "obrien-fleming", 2.087],
  [0.1, 2, "obrien-fleming", 1.678],
  [0.1, 3, "obrien-fleming", 1.71],
  [0.1, 5, "obrien-fleming", 1.751],
];

test.each(published)(
  "at %s and %i looks, %s bounds stand at the published constant",
  (alpha, looks, shape, constant) => {
    expect(Number(valueOf(groupSequentialConstant(looks, alpha, shape)).toFixed(3))).toBe(constant);
  },
);
