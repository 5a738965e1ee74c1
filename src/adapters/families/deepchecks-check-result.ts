import type { Value } from "../../model/adapter.js";
import { hasKeys, member } from "../../read/shape.js";

/** The result of one check, with its pointer. */
export interface CheckResult {
  readonly name: string;
  /** `Train` or `Test` where the check looked at one data set only. */
  readonly dataset: string | null;
  readonly body: Value;
  readonly where: string;
}

/** Numbers of numpy stand as `{dtype, value}`. */
export function unwrapped(value: Value | undefined): Value | undefined {
  return hasKeys(value, "dtype", "value") ? member(value, "value") : value;
}
