import type { MarkdownTable, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { columnNamed, driftEntry } from "./drift-column.js";
import { columnStatements } from "./drift-document.js";
import { noLimits } from "./drift-rows.js";
import { statedNumber } from "./stated-number.js";
import { plainKey, pValueMethod, scoreMethod } from "./drift-words.js";

const featureColumn = /^((input|model|top)_)?(features?|columns?|variables?|attributes?|fields?)(_names?)?$/;

/** True for a table of a row a column of the inputs: what it names first are no metrics. */
export const isFeatureTable = ({ header }: MarkdownTable): boolean =>
  header.slice(0, 2).some(({ text }) => featureColumn.test(plainKey(text)));

/** A cell as data has it: the bare number, or the verdict as a word of JSON. */
function plainCell(text: string): Value {
  const stated = statedNumber(text)?.value;
  if (stated !== undefined) return stated;
  if (/^\W*(yes|true|sí|sim)\W*$/iu.test(text)) return true;
  return /^\W*(no|false|não)\W*$/iu.test(text) ? false : text.trim();
}

/** The drift that a table states, a row a column and a column a method; undefined where it is another table. */
export function driftTable(table: MarkdownTable): readonly Statement[] | undefined {
  const names = table.header.map(({ text }) => text.replace(/[?:]\s*$/, ""));
  const measures = names.some((name) => scoreMethod(name) !== undefined || typeof pValueMethod(name) === "string");
  if (!isFeatureTable(table) || !measures) return undefined;
  return table.rows.flatMap((row): readonly Statement[] => {
    const cells = Object.fromEntries(
      names.flatMap((name, at) => {
        const text = row[at]?.text ?? "";
        return text === "" || /^(n\/?a|-+|–|—)$/i.test(text) ? [] : [[name, plainCell(text)]];
      }),
    );
    const column = columnNamed(cells);
    const entry = column === undefined ? undefined : driftEntry(cells, "");
    const line = row[0]?.line ?? table.line;
    if (column === undefined || entry === undefined) return [];
    return columnStatements(column, entry, noLimits, {}).map((one) => ({ ...one, where: { line } }));
  });
}
