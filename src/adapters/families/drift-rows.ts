import type { EvidenceFile, Value } from "../../model/adapter.js";
import { columnNamed, driftEntry, type Drift } from "./drift-column.js";
import { columnStatements, countsIn, isCalledDrift } from "./drift-document.js";
import { isFlagKey, plainKey, pValueMethod, scoreMethod } from "./drift-words.js";

const mostColumns = 5_000;

/** True for a header that names columns and numbers of drift. */
function isDriftHeader(header: readonly string[], isCalled: boolean): boolean {
  if (columnNamed(Object.fromEntries(header.map((name) => [name, "x"]))) === undefined) return false;
  const tells = header.some(
    (name) => isFlagKey(name) || scoreMethod(name) === "psi" || plainKey(name) === "drift_score",
  );
  const measures = header.some((name) => scoreMethod(name) !== undefined || pValueMethod(name) !== undefined);
  return tells || (isCalled && measures);
}

/** Of a table, whose rows state their limits themselves. */
export const noLimits = {
  ofScore: new Map<string, number>(),
  ofTest: new Map<string | null, number>(),
  plain: undefined,
};

/** What a table with a row for each column states of drift; undefined where it is none, or has a column twice. */
export function driftOfTable(file: EvidenceFile): readonly Drift[] | undefined {
  const { table } = file;
  if (table === undefined || table.rows.length === 0 || table.rows.length > mostColumns) return undefined;
  const { header, rows } = table;
  if (!isDriftHeader(header, isCalledDrift(file))) return undefined;
  const statements: Drift[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const cells: Readonly<Record<string, Value>> = Object.fromEntries(
      header.flatMap((name, column) => {
        const cell = (row[column] ?? "").trim();
        return cell === "" ? [] : [[name, cell]];
      }),
    );
    const column = columnNamed(cells);
    if (column === undefined || seen.has(column)) return undefined;
    seen.add(column);
    const entry = driftEntry(cells, "");
    if (entry === undefined) continue;
    const line = table.lineOf(index);
    for (const one of columnStatements(column, entry, noLimits, countsIn(cells)))
      statements.push({ ...one, where: { line } });
  }
  return statements.length * 2 > rows.length ? statements : undefined;
}
