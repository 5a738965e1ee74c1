import type { Adapter, DelimitedTable, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, isRecord, member, members } from "../read/shape.js";
import { columnStatements, rowsStatement, type ProfiledColumn } from "./families/whylogs-profile.js";
import { isFirstSummary, firstSummaryStatements } from "./families/whylogs-first.js";
import { flatSummaryStatements, isFlatSummary } from "./families/whylogs-flat.js";

/** The summary of a profile: of the current versions as JSON or CSV, of the first ones as protobuf's JSON or a flat CSV. */
export const whylogsSummary: Adapter = {
  id: "whylogs-summary",
  title: "whylogs profile summary",
  definedAt: "https://whylogs.readthedocs.io/en/latest/examples/basic/Inspecting_Profiles.html",
  versions: "1.6.4, 0.x",
  reads: "Counts, missing values and the distribution of each column, and the rows where all columns have as many.",
  leaves: "Histograms, frequent items, types, sketches and bounds of estimates.",
  syntax: ["json", "delimited"],
  gives: ["measurement", "dataset"],
  numbersAsText: true,

  recognises: ({ syntax, value, table }) =>
    syntax === "delimited" ? isProfileTable(table) || isFlatSummary(table) : isProfile(value) || isFirstSummary(value),

  read({ syntax, value, table }) {
    if (syntax === "delimited") {
      if (table === undefined) return [];
      return isFlatSummary(table) ? flatSummaryStatements(table) : statementsOf(columnsOfTable(table));
    }
    return isFirstSummary(value) ? firstSummaryStatements(value) : statementsOf(columnsOf(value));
  },
};

const isColumn = (found: Value): boolean => hasKeys(found, "counts/n") && isRecord(found);

function isProfile(value: Value | undefined): boolean {
  const columns = members(value).map(([, found]) => found);
  return columns.length > 0 && columns.every(isColumn);
}

const isProfileTable = (table: DelimitedTable | undefined): boolean =>
  table !== undefined && table.header.includes("counts/n") && table.header.some((name) => name.startsWith("types/"));

const columnsOf = (value: Value | undefined): ProfiledColumn[] =>
  members(value).map(([column, found]) => ({
    column,
    figures: members(found).map(([name, figure]) => ({ name, value: figure })),
    pointer: [column],
    line: null,
    value: (name) => member(found, name),
  }));

/** The column's name stands under `column`, or under no name where the index was saved so. */
function columnsOfTable({ header, rows, lineOf }: DelimitedTable): ProfiledColumn[] {
  const names = Math.max(header.indexOf("column"), 0);
  return rows.map((cells, row) => {
    const cell = (name: string): Value | undefined => cells[header.indexOf(name)];
    return {
      column: cells[names] ?? "",
      figures: header.map((name, index) => ({ name, value: cells[index] ?? "" })),
      pointer: [],
      line: lineOf(row),
      value: cell,
    };
  });
}

const statementsOf = (columns: readonly ProfiledColumn[]): Statement[] => [
  ...columns.flatMap(columnStatements),
  ...rowsStatement(columns),
];
