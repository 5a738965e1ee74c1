import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";

/** How many of a benchmark's samples were evaluated. */
export interface Coverage {
  readonly task: string;
  readonly evaluated: number;
  readonly of: number;
}

/** Whether all samples were evaluated: a limited run must not pass for the whole benchmark. */
export const coverageCheck = ({ task, evaluated, of }: Coverage, where: Where): Statement => ({
  kind: "check",
  name: `all samples of ${task} were evaluated`,
  passed: evaluated >= of,
  observed: evaluated,
  expected: of,
  message: evaluated >= of ? null : `${evaluated} of ${of} samples were evaluated`,
  where,
});
