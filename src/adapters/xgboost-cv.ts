import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

/** `test-auc-mean`: the mean over the folds, beside its deviation. */
const mean = /^(train|test)-(.{1,60})-mean$/;

const metricsOf = ({ header }: DelimitedTable): readonly string[] =>
  header.filter((column) => mean.test(column) && header.includes(column.replace(/-mean$/, "-std")));

/** The rounds of a cross-validation; its last is the best one where the training stops early. */
export const xgboostCv: Adapter = {
  id: "xgboost-cv",
  title: "XGBoost cross-validation (`xgboost.cv` as CSV)",
  definedAt: "https://xgboost.readthedocs.io/en/stable/python/python_api.html#xgboost.cv",
  versions: "1.x to 3.x, from the documentation, not seen",
  reads: "Of each metric the mean over the folds at the last round: of what was held out, and of the training data.",
  leaves: "Earlier rounds, and deviations over the folds, which are no standard errors.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && metricsOf(table).length > 0,

  read({ table }) {
    const row = table?.rows.at(-1);
    if (table === undefined || row === undefined) return [];
    return metricsOf(table).map((column): Statement => {
      const [, part, metric = column] = mean.exec(column) ?? [];
      return {
        kind: "measurement",
        raw_metric: column,
        metric_name: metric,
        protocol: "mean",
        split: part === "train" ? "train" : "cross-validation",
        value: row[table.header.indexOf(column)],
        step: table.rows.length - 1,
        where: { line: table.lineOf(table.rows.length - 1) },
      };
    });
  },
};
