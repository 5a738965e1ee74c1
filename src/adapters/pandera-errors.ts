import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isList, list, member, members, text } from "../read/shape.js";

const AREAS = ["SCHEMA", "DATA"];

const isArea = (value: Value | undefined): boolean =>
  members(value).length > 0 &&
  members(value).every(([, errors]) => isList(errors) && errors.every((error) => hasKeys(error, "check", "error")));

/** A check of the whole frame names the schema in place of a column. */
function columnOf(error: Value): string | null {
  const column = text(member(error, "column")) ?? null;
  return column === text(member(error, "schema")) ? null : column;
}

/** One failed check; the error's text holds data, so only its code is told. */
const failedCheck = (error: Value, code: string, base: string): Statement => ({
  kind: "check",
  name: text(member(error, "check")) ?? code,
  column: columnOf(error),
  passed: false,
  message: code,
  where: { pointer: pointer(base, "check") },
});

/** What pandera's lazy validation prints: failed checks by the code of their reason. It lists failures only. */
export const panderaErrors: Adapter = {
  id: "pandera-errors",
  title: "pandera schema errors",
  definedAt: "https://pandera.readthedocs.io/en/stable/error_report.html",
  versions: "pandera 0.2x to 0.35; PySpark reports from the schema, not seen",
  reads:
    "A failed check for each error, with its column and the code of its reason, and one verdict: nothing in it has passed.",
  leaves: "The text of the errors, which holds data.",
  syntax: ["json"],
  gives: ["check"],

  recognises: ({ value }) =>
    members(value).length > 0 && members(value).every(([area, errors]) => AREAS.includes(area) && isArea(errors)),

  read({ value }) {
    const checks = members(value).flatMap(([area, codes]) =>
      members(codes).flatMap(([code, errors]) =>
        (list(errors) ?? []).map((error, index) => failedCheck(error, code, pointer("", area, code, index))),
      ),
    );
    return [
      {
        kind: "check",
        name: "schema",
        passed: false,
        message: `${String(checks.length)} checks failed.`,
        suite: true,
        where: { pointer: "" },
      },
      ...checks,
    ];
  },
};
