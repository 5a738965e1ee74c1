import type { TableColumn } from "../model/table.js";

/** A value of a column and the rows that hold it. */
export interface ValueCount {
  readonly value: string;
  readonly rows: number;
}

/** More values than this are numbers or ids, not groups. */
const MOST_VALUES = 1000;

/** How many rows hold each value, by name; a reason where there are too many values. Missing cells are no value. */
export function valueCounts(column: TableColumn): readonly ValueCount[] | string {
  const counts = new Map<string, number>();
  const count = (value: string): void => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  if (column.kind === "texts") {
    if (column.labels.length > MOST_VALUES) return `${column.name} has more than ${MOST_VALUES} values`;
    for (const code of column.codes) if (code >= 0) count(column.labels[code] ?? "");
  } else {
    for (const value of column.values) {
      if (counts.size > MOST_VALUES) return `${column.name} has more than ${MOST_VALUES} values`;
      if (!Number.isNaN(value)) count(String(value));
    }
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([value, rows]) => ({ value, rows }));
}
