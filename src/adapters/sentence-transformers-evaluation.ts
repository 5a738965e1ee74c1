import type { Adapter, DelimitedTable, EvidenceFile } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

/** Before version 3 the similarity was called `cossim`. */
const spoken = (column: string): string => column.replace(/^cossim_/i, "cosine_");
const isThreshold = (column: string): boolean => /_threshold$/.test(column);

const isEvaluation = (table: DelimitedTable | undefined): boolean =>
  table !== undefined && table.header.length > 2 && table.header[0] === "epoch" && table.header[1] === "steps";

/** The evaluator's own name stands between what it does and `results`. */
const datasetOf = ({ name }: EvidenceFile): string | null =>
  /evaluation_(.{1,200})_results\.csv$/.exec(name)?.[1] ?? null;

/** The threshold of the accuracy is its own, that of F1 is of precision and recall as well. */
function thresholdOf(table: DelimitedTable, row: readonly string[], column: string): { readonly threshold?: number } {
  const [, similarity, metric] = /^([a-z]{1,20})_(accuracy|f1|precision|recall)$/.exec(column) ?? [];
  if (similarity === undefined || metric === undefined) return {};
  const named = `${similarity}_${metric === "accuracy" ? "accuracy" : "f1"}_threshold`;
  const threshold = numeric(row[table.header.indexOf(named)]);
  return threshold === undefined ? {} : { threshold };
}

/** Each evaluation adds a row; the steps are −1 at the end of an epoch. */
export const sentenceTransformersEvaluation: Adapter = {
  id: "sentence-transformers-evaluation",
  title: "Sentence Transformers evaluation (`*_results.csv`)",
  definedAt: "https://sbert.net/docs/package_reference/sentence_transformer/evaluation.html",
  versions: "2.x to 5.x, from the source, not seen",
  reads:
    "The metrics of the last row, with the threshold that a classification of pairs took, and the data set that the file's name says.",
  leaves: "Earlier rows.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => isEvaluation(table),

  read(file): readonly Statement[] {
    const { table } = file;
    const row = table?.rows.at(-1);
    if (table === undefined || row === undefined) return [];
    const [epoch, steps] = [numeric(row[0]), numeric(row[1])];
    return table.header.slice(2).flatMap((column, index): Statement[] =>
      isThreshold(column)
        ? []
        : [
            {
              kind: "measurement",
              raw_metric: column,
              metric_name: spoken(column),
              value: row[index + 2],
              dataset: datasetOf(file),
              step: (steps === undefined || steps < 0 ? epoch : steps) ?? null,
              ...thresholdOf(table, row, column),
              where: { line: table.lineOf(table.rows.length - 1) },
            },
          ],
    );
  },
};
