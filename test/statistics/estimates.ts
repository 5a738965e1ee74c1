import type { Estimate } from "../../src/model/estimate.js";

/** The value of an estimate that must have one. */
export function valueOf<T>(estimate: Estimate<T>): T {
  if (estimate.kind !== "value") throw new Error(`${estimate.kind}: ${estimate.reason}`);
  return estimate.value;
}

/** The value, or null where it is not estimable; an invalid input fails the test. */
export function valueOrNull<T>(estimate: Estimate<T>): T | null {
  if (estimate.kind === "invalid") throw new Error(`invalid: ${estimate.reason}`);
  return estimate.kind === "value" ? estimate.value : null;
}
