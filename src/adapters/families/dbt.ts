import type { Value } from "../../model/adapter.js";
import type { Limit, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { boolean, member, number, text } from "../../read/shape.js";
import { shortened } from "./check-values.js";

/** A node's result, the same for every version of the artifact. */
export interface NodeResult {
  readonly id: string;
  readonly status: string;
  readonly failures: number | null;
  readonly message: string | null;
  /** Pointer of its status. */
  readonly place: string;
}

/** The status of an artifact before 0.19, which wrote flags beside a number of failures. */
function oldStatus(result: Value): string {
  if (text(member(result, "error")) !== undefined) return "error";
  if (boolean(member(result, "skip")) === true) return "skipped";
  if (boolean(member(result, "fail")) === true) return "fail";
  return boolean(member(result, "warn")) === true ? "warn" : "pass";
}

/** A result of a node; undefined where it names none. */
export function nodeResult(result: Value, base: string): NodeResult | undefined {
  const id = text(member(result, "unique_id"));
  const status = text(member(result, "status"));
  const message = text(member(result, "message")) ?? text(member(result, "error")) ?? null;
  if (id !== undefined && status !== undefined) {
    const failures = number(member(result, "failures")) ?? null;
    return { id, status: status.toLowerCase(), failures, message, place: pointer(base, "status") };
  }
  const oldId = text(member(member(result, "node"), "unique_id"));
  if (oldId === undefined) return undefined;
  const failures = number(member(result, "status")) ?? null;
  return { id: oldId, status: oldStatus(result), failures, message, place: pointer(base, "status") };
}

/** True for tests of data, unit tests and the freshness of sources; models, seeds and snapshots are built, not checked. */
export const isTest = ({ id }: NodeResult): boolean => /^(test|unit_test|source)\./.test(id);

const PASSED: ReadonlyMap<string, boolean> = new Map([
  ["pass", true],
  ["success", true],
  ["fail", false],
  ["warn", false],
]);

/** True, false, or null where the node errored or was skipped. */
export const outcomeOf = ({ status }: NodeResult): boolean | null => PASSED.get(status) ?? null;

const SEVERITY: ReadonlyMap<string, string> = new Map([
  ["warn", "warn"],
  ["fail", "error"],
]);

/**
 * How many failing rows a test bears: in the words of its failure, else as many as it let pass. A pass does not say what it
 * was configured to.
 */
function limitsOf({ id, status, failures, message }: NodeResult): readonly Limit[] | null {
  if (failures === null || !/^(?:test|unit_test)\./.test(id)) return null;
  if (PASSED.get(status) === true) return [{ name: "failing rows", sense: "reached", value: failures }];
  const [, sign, count] = /\bconfigured to (?:fail|warn) if ?(!=|>=?) ?(\d{1,12})\b/.exec(message ?? "") ?? [];
  if (count === undefined || (sign === "!=" && count !== "0")) return null;
  return [{ name: "failing rows", sense: "at-most", value: Number(count) - (sign === ">=" ? 1 : 0) }];
}

/** A node as a check. */
export const nodeCheck = (result: NodeResult, at: string | null): Statement => ({
  kind: "check",
  name: result.id,
  passed: outcomeOf(result),
  observed: result.failures,
  severity: SEVERITY.get(result.status) ?? null,
  message: result.message === null ? null : shortened(result.message),
  limits: limitsOf(result),
  at,
  where: { pointer: result.place },
});

/** A node that has nothing to run, such as an exposure or a saved query: it neither passes nor fails. */
export const isNoOperation = ({ status }: NodeResult): boolean => status === "no-op";

/** The verdict over several checks: a failure outweighs what did not run, which outweighs what passed. */
export function verdictOf(outcomes: readonly (boolean | null)[]): boolean | null {
  if (outcomes.length === 0) return null;
  if (outcomes.includes(false)) return false;
  return outcomes.includes(null) ? null : true;
}
