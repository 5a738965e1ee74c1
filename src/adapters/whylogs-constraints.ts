import type { Adapter, Value } from "../model/adapter.js";
import type { Limit, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { boolean, hasKeys, isList, isRecord, list, member, text } from "../read/shape.js";
import { spokenLimits } from "./families/spoken-limits.js";

/** What `Constraints.generate_constraints_report()` gives, saved as records or as bare tuples. */
export const whylogsConstraints: Adapter = {
  id: "whylogs-constraints",
  title: "whylogs constraints report",
  definedAt: "https://whylogs.readthedocs.io/en/latest/examples/advanced/Metric_Constraints.html",
  versions: "0.7.10, 1.6.4",
  reads:
    "Each constraint as a check, with the limit in its name: passed where it never failed, and neither where it was not evaluated.",
  leaves: "Summaries of the metrics behind a constraint.",
  syntax: ["json"],
  gives: ["check"],

  recognises: ({ value }) => {
    const { entries } = reportOf(value);
    return (
      entries.length > 0 &&
      (entries.every((entry) => constraintOf(entry) !== undefined) || entries.every((entry) => isOfColumn(entry)))
    );
  },

  read({ value }) {
    const { entries, where } = reportOf(value);
    const validate = boolean(member(value, "validate"));
    return [
      ...entries.flatMap((entry, index) =>
        isOfColumn(entry) ? checksOfColumn(entry, pointer(where, index)) : checkOf(entry, pointer(where, index), null),
      ),
      ...(validate === undefined
        ? []
        : [
            {
              kind: "check" as const,
              name: "validate",
              passed: validate,
              suite: true,
              where: { pointer: "/validate" },
            },
          ]),
    ];
  },
};

/** The list of results: the document, or its member `report_as_tuples`. */
function reportOf(value: Value | undefined): { readonly entries: readonly Value[]; readonly where: string } {
  const named = list(member(value, "report_as_tuples"));
  return named === undefined
    ? { entries: list(value) ?? [], where: "" }
    : { entries: named, where: "/report_as_tuples" };
}

/** Versions 0.x report by column: `[column, [[name, total, failed], …]]`. */
function isOfColumn(entry: Value): boolean {
  const [column, results] = list(entry) ?? [];
  const tuples = list(results) ?? [];
  return (
    list(entry)?.length === 2 &&
    text(column) !== undefined &&
    tuples.length > 0 &&
    tuples.every((tuple) => isList(tuple) && constraintOf(tuple) !== undefined)
  );
}

const checksOfColumn = (entry: Value, where: string): Statement[] =>
  (list(list(entry)?.[1]) ?? []).flatMap((tuple, index) =>
    checkOf(tuple, pointer(where, 1, index), text(list(entry)?.[0]) ?? null),
  );

interface Constraint {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** Key or index of the count that decides. */
  readonly key: string | number;
}

function constraintOf(entry: Value): Constraint | undefined {
  if (isRecord(entry) && !hasKeys(entry, "name", "passed", "failed", "summary")) return undefined;
  const tuple = isList(entry);
  if (tuple && (entry.length < 3 || entry.length > 4)) return undefined;
  const part = (key: string, index: number): Value | undefined => (tuple ? entry[index] : member(entry, key));
  const name = text(part("name", 0));
  const [passed, failed] = [part("passed", 1), part("failed", 2)].map((count) =>
    typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined,
  );
  if (name === undefined || passed === undefined || failed === undefined) return undefined;
  return { name, passed, failed, key: tuple ? (failed > 0 ? 2 : 1) : failed > 0 ? "failed" : "passed" };
}

/** They stand in the names that the tool gives; a name that says none is no limit itself. */
const limitsOf = (name: string): readonly Limit[] => spokenLimits(name).filter(({ sense }) => sense !== "as-is");

/** Before 1.0 the first count is of all that was looked at, which says the same where none failed. */
function checkOf(entry: Value, where: string, column: string | null): Statement[] {
  const constraint = constraintOf(entry);
  if (constraint === undefined) return [];
  const { name, passed, failed, key } = constraint;
  return [
    {
      kind: "check",
      name,
      column,
      passed: failed > 0 ? false : passed > 0 ? true : null,
      limits: limitsOf(name),
      where: { pointer: pointer(where, key) },
    },
  ];
}
