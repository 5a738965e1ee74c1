import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { catboostMetric } from "./families/catboost-metric.js";
import { numeric } from "../read/shape.js";

/** Which set the file is of stands in its name. `test` is what early stopping looks at. */
const sets: Readonly<Record<string, string>> = { learn: "train", test: "eval" };

const setOf = ({ name }: EvidenceFile): string | undefined => /^(learn|test)_error\.tsv$/.exec(name)?.[1];

/** The tables that CatBoost keeps beside its log: the same numbers, a row an iteration. */
export const catboostErrors: Adapter = {
  id: "catboost-errors",
  title: "CatBoost errors by iteration (`learn_error.tsv`, `test_error.tsv`)",
  definedAt: "https://catboost.ai/docs/en/concepts/output-data_loss-function",
  versions: "1.x, from the documentation, not seen",
  reads: "Of each metric the value at the last iteration, of the set that the file's name says.",
  leaves: "Earlier iterations.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: (file) => file.table?.delimiter === "\t" && file.table.header[0] === "iter" && setOf(file) !== undefined,

  read(file) {
    const { table } = file;
    const set = setOf(file);
    const row = table?.rows.at(-1);
    if (table === undefined || set === undefined) return [];
    if (row === undefined)
      return [
        {
          kind: "problem",
          problem: "empty",
          message: "the table holds no iteration",
          mend: "train again, or delete the table",
          where: { line: 1 },
        },
      ];
    return table.header.slice(1).map((name, at) => ({
      kind: "measurement",
      raw_metric: name,
      ...catboostMetric(name),
      value: row[at + 1],
      dataset: set,
      split: sets[set] ?? null,
      step: numeric(row[0]) ?? null,
      where: { line: table.lineOf(table.rows.length - 1) },
    }));
  },
};
