import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { catboostMetric } from "./families/catboost-metric.js";
import { numeric } from "../read/shape.js";

/** `test-auc-mean`: the mean over the folds, beside its deviation. */
const mean = /^(train|test)-(.{1,60})-mean$/;

const metricsOf = ({ header }: DelimitedTable): readonly string[] =>
  header.filter((column) => mean.test(column) && header.includes(column.replace(/-mean$/, "-std")));

/** The rounds of a cross-validation; its last is the best one where the training stops early. */
export const xgboostCv: Adapter = {
  id: "xgboost-cv",
  title: "Cross-validation by XGBoost or CatBoost (`xgboost.cv`, `catboost.cv` as CSV)",
  definedAt: "https://xgboost.readthedocs.io/en/stable/python/python_api.html#xgboost.cv",
  versions:
    "XGBoost 1.x to 3.x from the documentation, not seen; CatBoost 1.x from a file of a public repository, not seen in the corpus",
  reads: "Of each metric the mean over the folds at the last round: of what was held out, and of the training data.",
  leaves: "Earlier rounds, and deviations over the folds, which are no standard errors.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && metricsOf(table).length > 0,

  read({ table }) {
    const row = table?.rows.at(-1);
    if (table === undefined || row === undefined) return [];
    const at = table.header.indexOf("iterations");
    return metricsOf(table).map((column): Statement => {
      const [, part, metric = column] = mean.exec(column) ?? [];
      return {
        kind: "measurement",
        raw_metric: column,
        metric_name: metric,
        ...catboostMetric(metric),
        protocol: "mean",
        split: part === "train" ? "train" : "cross-validation",
        value: row[table.header.indexOf(column)],
        step: (at < 0 ? undefined : numeric(row[at])) ?? table.rows.length - 1,
        where: { line: table.lineOf(table.rows.length - 1) },
      };
    });
  },
};
