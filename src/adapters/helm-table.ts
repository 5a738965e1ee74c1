import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { boolean, hasKeys, isRecord, list, member, number, text } from "../read/shape.js";

/** A leaderboard of HELM: a row for each model, a column for each scenario and metric. */
export const helmTable: Adapter = {
  id: "helm-table",
  title: "HELM leaderboard",
  definedAt: "https://crfm-helm.readthedocs.io/en/latest/get_helm_rank/",
  versions: "0.2 to 0.5, `groups/*.json`, from the schema, not seen",
  reads:
    "Each number with its column's scenario as the data set and its metric, about the model of its row where there are several; the direction that the column states.",
  leaves: "Ranks, links and the descriptions of cells.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises: ({ value }) => {
    const tables = tablesIn(value);
    return tables.length > 0 && tables.slice(0, 20).every(({ table }) => isTable(table));
  },

  read: ({ value }) => tablesIn(value).flatMap(({ table, at }) => rowsOf(table, at)),
};

function tablesIn(value: Value | undefined): readonly { readonly table: Value; readonly at: string }[] {
  if (isRecord(value)) return [{ table: value, at: "" }];
  return (list(value) ?? []).map((table, index) => ({ table, at: pointer("", index) }));
}

const isCell = (cell: Value): boolean => isRecord(cell) && (hasKeys(cell, "value") || Object.keys(cell).length === 0);

const isTable = (table: Value): boolean => {
  const header = list(member(table, "header"));
  const rows = list(member(table, "rows"));
  return (
    hasKeys(table, "title") &&
    header !== undefined &&
    header.length > 1 &&
    header.every((cell) => hasKeys(cell, "value")) &&
    rows !== undefined &&
    rows.slice(0, 20).every((row) => list(row)?.every(isCell) === true)
  );
};

/** What a column is of: stated by newer versions, else in its title, `MMLU - EM`. */
function columnOf(cell: Value): { readonly metric: string; readonly dataset: string | null } {
  const stated = member(cell, "metadata");
  const metric = text(member(stated, "metric"));
  if (metric !== undefined) return { metric, dataset: text(member(stated, "run_group")) ?? null };
  const title = text(member(cell, "value")) ?? "";
  const dash = title.lastIndexOf(" - ");
  return dash < 0 ? { metric: title, dataset: null } : { metric: title.slice(dash + 3), dataset: title.slice(0, dash) };
}

const notMetrics = /^(model|model\/adapter|adapter|description|mean win rate rank|rank|# ?(eval|train|prompt).*)$/i;

function rowsOf(table: Value, at: string): readonly Statement[] {
  const header = list(member(table, "header")) ?? [];
  const rows = list(member(table, "rows")) ?? [];
  return rows.flatMap((row, index) => {
    const cells = list(row) ?? [];
    const model = text(member(cells[0], "value")) ?? null;
    return cells.flatMap((cell, column): Statement[] => {
      const top = header[column];
      const value = number(member(cell, "value"));
      if (top === undefined || value === undefined) return [];
      const { metric, dataset } = columnOf(top);
      if (notMetrics.test(metric)) return [];
      const lower = boolean(member(top, "lower_is_better"));
      return [
        {
          kind: "measurement",
          raw_metric: metric,
          value,
          dataset,
          about: rows.length > 1 ? model : null,
          ...(lower === undefined ? {} : { higher_is_better: !lower }),
          where: { pointer: pointer(at, "rows", index, column, "value") },
        },
      ];
    });
  });
}
