import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, members, number, text } from "../read/shape.js";

/** `[amount] 30 (3.8%) missing values`; before 4.0 `[MISSING] alert on column amount`, before 3.0 a warning. */
function alertCheck(alert: Value, base: string, at: string | null): Statement[] {
  const words = text(alert);
  if (words === undefined) return [];
  const told = /(?:alert|warning) on column (.{1,200})$/.exec(words)?.[1];
  const column = told ?? /^\[([^\]]{1,200})\] /.exec(words)?.[1] ?? null;
  return [
    {
      kind: "check",
      name: "alert",
      column,
      passed: false,
      severity: "warning",
      message: words,
      at,
      where: { pointer: base },
    },
  ];
}

const missingShares = (value: Value | undefined, rows: number | null, at: string | null): Statement[] =>
  members(member(value, "variables")).flatMap(([column, variable]): Statement[] => {
    const share = member(variable, "p_missing");
    if (typeof share !== "number") return [];
    return [
      {
        kind: "measurement",
        raw_metric: "p_missing",
        metric: "missing_share",
        value: share,
        unit: "proportion",
        higher_is_better: false,
        slice: { column },
        n: rows,
        at,
        where: { pointer: pointer("/variables", column, "p_missing") },
      },
    ];
  });

/** A profile of a data set. Its alerts are texts, and call attention without judging. */
export const ydataProfile: Adapter = {
  id: "ydata-profile",
  title: "YData Profiling report (`to_file(" + '"profile.json"' + ")`)",
  definedAt: "https://docs.profiling.ydata.ai/",
  versions: "4.18; pandas-profiling 2 and 3 from the source, not seen",
  reads: "Rows and columns, the missing share of each column, and alerts as checks that did not pass.",
  leaves: "Histograms, quantiles, correlations and samples.",
  syntax: ["json"],
  gives: ["dataset", "check", "measurement"],
  recognises: ({ value }) =>
    hasKeys(member(value, "table"), "n", "n_var") &&
    isRecord(member(value, "variables")) &&
    (hasKeys(value, "alerts") || hasKeys(value, "messages")),

  read({ value }) {
    const at = text(below(value, "analysis", "date_end")) ?? null;
    const rows = number(below(value, "table", "n")) ?? null;
    const key = hasKeys(value, "alerts") ? "alerts" : "messages";
    return [
      {
        kind: "dataset",
        name: text(below(value, "analysis", "title")) ?? null,
        rows,
        columns: number(below(value, "table", "n_var")) ?? null,
        at,
        where: { pointer: "/table/n" },
      },
      ...missingShares(value, rows, at),
      ...(list(member(value, key)) ?? []).flatMap((alert, index) => alertCheck(alert, pointer("", key, index), at)),
      ...(rows === 0
        ? [
            {
              kind: "problem" as const,
              problem: "empty" as const,
              message: "the profile is of a data set without rows",
              mend: "profile the data itself",
              where: { pointer: "/table/n" },
            },
          ]
        : []),
    ];
  },
};
