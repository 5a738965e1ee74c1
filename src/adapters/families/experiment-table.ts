import type { DelimitedTable, MarkdownBody } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { armOf, isArmName, isExposure, isSuccess, tellArm, tellExperiment, type ArmAt } from "./experiment.js";
import { areSides, sidedKey } from "./experiment-sides.js";

/** Experiments in tables: an arm a row, an arm a column, or a whole experiment a row. */

export interface TabledExperiment {
  readonly name: string | null;
  readonly line: number;
  readonly arms: readonly ArmAt[];
}

type ArmTable = Pick<DelimitedTable, "header" | "rows" | "lineOf">;

const mostRows = 200;

/** `Sample Size` as `sample_size`, `Conversion Rate (%)` as `conversion_rate`. */
const plainKey = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\([^()]{0,40}\)|[#%]/g, " ")
    .trim()
    .replace(/[\s-]+/g, "_");

/** A number as it is read in a table: `1,234` without its commas, `12.5%` as a share. */
export function tabledNumber(cell: string): string {
  const plain = cell.trim().replace(/^\+/, "");
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return plain.replaceAll(",", "");
  return plain;
}

/** The experiments of a table, of whichever form it is. */
export function tabledExperiments(table: ArmTable | undefined): readonly TabledExperiment[] {
  if (table === undefined || table.rows.length < 1 || table.rows.length > mostRows) return [];
  for (const read of [armRows, armColumns, testRows]) {
    const found = read(table);
    if (found.length > 0) return found;
  }
  return [];
}

/** A row for each arm, no arm twice. */
function armRows(table: ArmTable): readonly TabledExperiment[] {
  const { header, rows } = table;
  if (rows.length < 2 || rows.length > 50) return [];
  const keys = header.map(plainKey);
  const named = keys.findIndex((key) => isArmName(key) || /^experiment_(group|arm|variant)$/.test(key));
  if (named < 0) return [];
  const others = keys.filter((_, column) => column !== named);
  const names = rows.map((row) => (row[named] ?? "").trim());
  if (names.includes("") || new Set(names).size !== names.length) return [];
  const told = tellExperiment(names);
  const counted =
    tellArm(others) || (told && others.some(isExposure) && /experiment|variant|arm/.test(keys[named] ?? ""));
  if (!counted || (!/^(variant|variation|arm)/i.test(keys[named] ?? "") && !told)) return [];
  return [
    {
      name: null,
      line: 1,
      arms: rows.map((row, index) => ({
        name: names[index] ?? "",
        cells: keys.flatMap((key, column) => (column === named ? [] : [[key, cellOf(row[column])] as const])),
        where: () => ({ line: table.lineOf(index) }),
      })),
    },
  ];
}

const cellOf = (cell: string | undefined): string | null => (cell === undefined ? null : tabledNumber(cell));

/** A column for each arm, and a row for each of what is stated of them; differences stand in no arm's column. */
function armColumns(table: ArmTable): readonly TabledExperiment[] {
  const { header, rows } = table;
  if (header.length < 3 || header.length > 8) return [];
  const keys = rows.map((row) => plainKey(row[0] ?? ""));
  if (!keys.some(isExposure) || !keys.some(isSuccess)) return [];
  const arms = header.flatMap((name, column) =>
    column > 0 && isArmHeading(name) ? [{ name: name.trim(), column }] : [],
  );
  if (arms.length < 2) return [];
  return [
    {
      name: null,
      line: 1,
      arms: arms.map(({ name, column }) => ({
        name,
        cells: rows.flatMap((row, index) => {
          const key = keys[index] ?? "";
          return isExposure(key) || isSuccess(key) ? [[key, cellOf(row[column])] as const] : [];
        }),
        where: (key) => ({ line: table.lineOf(Math.max(0, keys.indexOf(key))) }),
      })),
    },
  ];
}

const isArmHeading = (name: string): boolean =>
  tellExperiment([name.trim()]) || /^(?:group|variant|variation|version|arm)\s?[a-d]$|^[a-d]$/i.test(name.trim());

const testName = /^(experiment|test|ab_test)(_(id|name|number|no))?$/;

/** A row for each experiment, the arms told apart by the columns' names. */
function testRows(table: ArmTable): readonly TabledExperiment[] {
  const keys = table.header.map(plainKey);
  const sides = new Map<string, { readonly cell: string; readonly column: number }[]>();
  keys.forEach((key, column) => {
    const sided = sidedKey(key);
    if (sided !== undefined) sides.set(sided.side, [...(sides.get(sided.side) ?? []), { cell: sided.cell, column }]);
  });
  const counted = [...sides].filter(([, cells]) => tellArm(cells.map(({ cell }) => cell)));
  if (!areSides(counted.map(([side]) => side))) return [];
  const naming = keys.flatMap((key, column) => (testName.test(key) || /^metric(_name)?$/.test(key) ? [column] : []));
  return table.rows.map((row, index) => ({
    name: naming.length === 0 ? null : naming.map((column) => (row[column] ?? "").trim()).join(" "),
    line: table.lineOf(index),
    arms: counted.map(([side, cells]) => ({
      name: side,
      cells: cells.flatMap(({ cell, column }) =>
        isExposure(cell) || isSuccess(cell) ? [[cell, cellOf(row[column])] as const] : [],
      ),
      where: () => ({ line: table.lineOf(index) }),
    })),
  }));
}

/** The experiments that a report's tables state, where they are called by what is done in one; each has the heading above it. */
export const writtenExperiments = ({ tables }: MarkdownBody): readonly Statement[] =>
  tables.flatMap((table) =>
    tabledExperiments({
      header: table.header.map(({ text }) => text),
      rows: table.rows.map((row) => row.map(({ text }) => text)),
      lineOf: (row) => table.rows[row]?.[0]?.line ?? table.line,
    }).flatMap(({ name, arms, line }): Statement[] => {
      if (!tellExperiment(arms.map((arm) => arm.name))) return [];
      return [
        {
          kind: "experiment",
          name: name ?? table.under.at(-1) ?? null,
          arms: arms.map((arm) => armOf(arm.name, arm.cells)),
          where: { line: line === 1 ? table.line : line },
        },
      ];
    }),
  );
