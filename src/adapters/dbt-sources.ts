import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, list, member, number, text } from "../read/shape.js";
import { verdictOf } from "./families/dbt.js";

/** Here `error` is a source older than its limit; what could not be asked is `runtime error`. */
const PASSED: ReadonlyMap<string, boolean> = new Map([
  ["pass", true],
  ["warn", false],
  ["error", false],
]);

const outcomeOf = (result: Value): boolean | null => PASSED.get(text(member(result, "status")) ?? "") ?? null;

function sourceCheck(result: Value, base: string, at: string | null): Statement {
  return {
    kind: "check",
    name: text(member(result, "unique_id")) ?? "source",
    passed: outcomeOf(result),
    observed: number(member(result, "max_loaded_at_time_ago_in_s")) ?? null,
    severity: text(member(result, "status")) ?? null,
    message:
      text(member(result, "max_loaded_at")) === undefined
        ? null
        : `Loaded last at ${text(member(result, "max_loaded_at")) ?? ""}.`,
    at,
    where: { pointer: pointer(base, "status") },
  };
}

/** How fresh dbt's sources are: a check each, whose observed value is the age in seconds. */
export const dbtSources: Adapter = {
  id: "dbt-sources",
  title: "dbt source freshness (`sources.json`)",
  definedAt: "https://docs.getdbt.com/reference/artifacts/sources-json",
  versions: "artifact v1 to v3, from the schema, not seen",
  reads:
    "Each source with the age of its data in seconds and whether that is within its limits, and the verdict over all.",
  leaves: "The limits and timings.",
  syntax: ["json"],
  gives: ["check"],

  recognises: ({ value }) =>
    text(below(value, "metadata", "dbt_schema_version"))?.includes("/dbt/sources/") === true &&
    list(member(value, "results")) !== undefined,

  read({ value }) {
    const at = text(below(value, "metadata", "generated_at")) ?? null;
    const results = list(member(value, "results")) ?? [];
    if (results.length === 0) return [];
    const passed = verdictOf(results.map(outcomeOf));
    return [
      { kind: "check", name: "dbt source freshness", passed, suite: true, at, where: { pointer: "/results" } },
      ...results.map((result, index) => sourceCheck(result, pointer("/results", index), at)),
    ];
  },
};
