import type { Cell, MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { driftColumn, methodColumns, namesFeatures } from "./drift-columns.js";
import { statedNumber } from "./stated-number.js";

const truth = (text: string): boolean | null =>
  /^\W*(yes|true|drift(ed)?|detected|sí|sim)\W*$/i.test(text)
    ? true
    : /^\W*(no|false|no drift|not detected|none|stable)\W*$/i.test(text)
      ? false
      : null;

const finite = (cell: Cell | undefined): number | undefined => {
  const value = cell === undefined ? undefined : statedNumber(cell.text)?.value;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
};

/** True for a table of a row a column of the inputs: what it names first are no metrics. */
export const isFeatureTable = ({ header }: MarkdownTable): boolean =>
  header.slice(0, 2).some(({ text }) => namesFeatures(text));

/** The drift that a table states, a row a column and a column a method; undefined where it is another table. */
export function driftTable(table: MarkdownTable): readonly Statement[] | undefined {
  const names = table.header.map(({ text }) => text);
  const feature = names.findIndex(namesFeatures);
  const methods = methodColumns(names);
  if (feature < 0 || methods.length === 0) return undefined;
  const verdict = names.findIndex((name) => driftColumn(name)?.kind === "drifted");
  const limit = names.findIndex((name) => driftColumn(name)?.kind === "threshold");
  return table.rows.flatMap((row) => {
    const column = row[feature]?.text ?? "";
    const threshold = finite(row[limit]);
    return methods.flatMap(({ method, score, pValue }, index): Statement[] => {
      const scored = row[names.indexOf(score ?? "")];
      const tested = row[names.indexOf(pValue ?? "")];
      const values = { score: finite(scored), p_value: finite(tested) };
      const cell = values.score === undefined ? tested : scored;
      if (column === "" || cell === undefined || (values.score ?? values.p_value) === undefined) return [];
      return [
        {
          kind: "drift",
          where: { line: cell.line, column: cell.column },
          scope: "column",
          column,
          method,
          ...(values.score === undefined ? {} : { score: values.score }),
          ...(values.p_value === undefined ? {} : { p_value: values.p_value }),
          ...(threshold === undefined ? {} : { threshold }),
          ...(index === 0 && verdict >= 0 ? { drifted: truth(row[verdict]?.text ?? "") } : {}),
        },
      ];
    });
  });
}
