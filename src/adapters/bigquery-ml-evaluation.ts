import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, members, numeric } from "../read/shape.js";

/** What `ML.EVALUATE` gives of a classifier, of a regression, of clusters and of a recommendation. */
const forms: readonly (readonly string[])[] = [
  ["precision", "recall", "f1_score", "log_loss", "roc_auc"],
  ["mean_absolute_error", "mean_squared_error", "median_absolute_error", "r2_score"],
  ["davies_bouldin_index", "mean_squared_distance"],
  ["mean_average_precision", "normalized_discounted_cumulative_gain", "average_rank"],
];

/** BigQuery's tools write every value as text: that tells its rows from others. */
const isRow = (row: Value): boolean =>
  forms.some((columns) => hasKeys(row, ...columns)) &&
  members(row).every(([, value]) => value === null || typeof value === "string");

export const bigqueryMlEvaluation: Adapter = {
  id: "bigquery-ml-evaluation",
  title: "BigQuery ML evaluation (`ML.EVALUATE` by `bq query --format=json`)",
  definedAt: "https://cloud.google.com/bigquery/docs/reference/standard-sql/bigqueryml-syntax-evaluate",
  versions: "from the documentation, not seen",
  reads: "Every number of the row, which BigQuery writes as text.",
  leaves: "Texts beside them.",
  syntax: ["json"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ value }) => list(value)?.length === 1 && (list(value) ?? []).every(isRow),

  read: ({ value }) =>
    (list(value) ?? []).flatMap((row, index) =>
      members(row).flatMap(([raw_metric, held]): Statement[] =>
        numeric(held) === undefined && !/^(nan|-?infinity)$/i.test(String(held))
          ? []
          : [
              {
                kind: "measurement",
                raw_metric,
                ...(raw_metric === "normalized_discounted_cumulative_gain" ? { metric_name: "ndcg" } : {}),
                value: held,
                where: { pointer: pointer("", index, raw_metric) },
              },
            ],
      ),
    ),
};
