import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isRecord, list, member, members, scalarText, text } from "../../read/shape.js";
import { shortened } from "./check-values.js";
import { nameIn } from "./data-profile.js";

/** Checks of data in reports of their teams' own shapes: whatever says of itself that it passed or did not. */

const passing = /^(pass(ed)?|ok|success(ful)?|valid|true)$/i;
const warning = /^warn(ing|ings|ed)?$/i;
const failing = /^(fail(ed|ure)?|error|errors|invalid|false|critical)$/i;
const skipped = /^(skip(ped)?|not[_ ]run|n\/?a|pending)$/i;
const verdictKey =
  /^((overall|validation|quality|check|dq|final)_)?(status|passed|pass|success|valid|is_valid|result|outcome|ok)$/i;
const flagKey = /_(valid|passed|ok|present|unique|clean)$|^(valid|no|all)_\w+$|^is_valid_\w+$/i;
const checkName = /^(check(_?name)?|name|rule(_?name)?|test(_?name)?|expectation(_type)?|validat(ion|or)|id)$/i;
const ofChecks =
  /^(checks?|validations?|tests?|rules|expectations|assertions|results|(validation|check|test|quality)_(results|checks|rules))$/i;
const onColumn = /^(column|col|field|feature)(_?name)?$/i;
const messageKey = /^(message|details?|reason|description|error)$/i;
/** What a check found, and figures of the data: no checks of their own. */
const found =
  /^(details?|samples?|examples?|profile|errors?|warnings?|violations|failures|observed\w*|metadata|config\w*)$|sample|_stats?$|statistics|distribution/i;

interface Verdict {
  readonly key: string;
  readonly passed: boolean | null;
  readonly warned: boolean;
}

const deepest = 5;
const mostChecks = 2_000;

/** What a value says of whether something passed; undefined where it is no such word. A warning did not pass. */
function verdictOf(key: string, value: Value): Verdict | undefined {
  if (typeof value === "boolean") return { key, passed: value, warned: false };
  const word = text(value)?.trim() ?? "";
  if (passing.test(word)) return { key, passed: true, warned: false };
  if (warning.test(word)) return { key, passed: false, warned: true };
  if (failing.test(word)) return { key, passed: false, warned: false };
  return skipped.test(word) ? { key, passed: null, warned: false } : undefined;
}

const verdictIn = (record: Value): Verdict | undefined =>
  members(record).flatMap(([key, held]) => (verdictKey.test(key) ? (verdictOf(key, held) ?? []) : []))[0];

/** The check that a record is of; of several tables each has its own. */
function nameOf(record: Value): string | undefined {
  const check = members(record).flatMap(([key, held]) => (checkName.test(key) ? (text(held) ?? []) : []))[0];
  const table = text(member(record, "table"));
  return check === undefined || table === undefined ? check : `${table}.${check}`;
}

function look(value: Value, at: string, name: string | undefined, depth: number, out: Statement[]): void {
  if (depth > deepest || out.length >= mostChecks) return;
  const listed = list(value);
  if (listed !== undefined) {
    listed.slice(0, mostChecks).forEach((item, index) => {
      if (isRecord(item)) look(item, pointer(at, index), nameOf(item) ?? nameIn(item) ?? name, depth + 1, out);
    });
    return;
  }
  const verdict = verdictIn(value);
  const nested = members(value).some(([key, held]) => ofChecks.test(key) && typeof held === "object" && held !== null);
  if (verdict !== undefined)
    out.push({
      kind: "check",
      name: name ?? nameIn(value) ?? "data quality",
      column: text(members(value).find(([key]) => onColumn.test(key))?.[1]) ?? null,
      passed: verdict.passed,
      severity: text(member(value, "severity")) ?? (verdict.warned ? "warning" : null),
      message: messageOf(value),
      suite: depth === 0 || nested,
      where: { pointer: pointer(at, verdict.key) },
    });
  for (const [key, held] of members(value).slice(0, mostChecks)) {
    const place = pointer(at, key);
    if (typeof held === "boolean" && key !== verdict?.key && (flagKey.test(key) || isAmongChecks(at)))
      out.push({ kind: "check", name: key, passed: held, where: { pointer: place } });
    else if (typeof held === "object" && held !== null && !found.test(key)) {
      const named = ofChecks.test(key) || isAmongChecks(at) ? key : name === undefined ? key : `${name}.${key}`;
      look(held, place, named, depth + 1, out);
    }
  }
}

const isAmongChecks = (at: string): boolean => ofChecks.test(at.split("/").at(-1) ?? "");

function messageOf(record: Value): string | null {
  const said = scalarText(members(record).find(([key]) => messageKey.test(key))?.[1]);
  return said === undefined || said === "" ? null : shortened(said);
}

/** Every check in a report on data, and the report's own verdict over all of them. */
export function qualityChecks(value: Value | undefined): readonly Statement[] {
  const out: Statement[] = [];
  if (value !== undefined && (isRecord(value) || list(value) !== undefined)) look(value, "", undefined, 0, out);
  return out;
}
