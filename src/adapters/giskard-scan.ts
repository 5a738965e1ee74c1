import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

const columns = ["slicing_fn", "transformation_fn", "metric", "deviation", "description"] as const;

/** `Accuracy = 0.653`: the metric and what it was on the part, or on what was changed. */
const measured = /^(.{1,80}?) = (-?\d{1,12}(?:\.\d{1,17})?)$/;

/** Each row is an issue that was found: what was looked at and was well is not written. */
function rowStatements({ header }: DelimitedTable, row: readonly string[], line: number): Statement[] {
  const cell = (name: (typeof columns)[number] | "domain"): string => (row[header.indexOf(name)] ?? "").trim();
  const where = { line };
  const [, metric, value] = measured.exec(cell("metric")) ?? [];
  const [slice, change] = [cell("slicing_fn"), cell("transformation_fn")];
  return [
    {
      kind: "check",
      name: cell("description") || [cell("domain"), cell("metric")].filter((part) => part !== "").join(": "),
      passed: false,
      observed: cell("metric") || null,
      message: cell("deviation") || null,
      where,
    },
    ...(metric === undefined || value === undefined
      ? []
      : [
          {
            kind: "measurement" as const,
            raw_metric: metric,
            value,
            slice: slice === "" ? {} : { slice },
            ...(change === "" ? {} : { protocol: change }),
            where,
          },
        ]),
  ];
}

export const giskardScan: Adapter = {
  id: "giskard-scan",
  title: "Giskard scan (`to_dataframe()` as CSV)",
  definedAt: "https://docs.giskard.ai/",
  versions: "2.x, from the source, not seen",
  reads:
    "A failed check for each issue with how far it deviates, and the metric with the part of the data or the change that it was taken under.",
  leaves: "What the scan looked at and found well, which it does not write.",
  syntax: ["delimited"],
  gives: ["check", "measurement"],
  numbersAsText: true,
  recognises: ({ table }) => columns.every((name) => table?.header.includes(name) === true),
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, index) => rowStatements(table, row, table.lineOf(index))),
};
