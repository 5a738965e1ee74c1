import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, list, member, members } from "../read/shape.js";

const curves: Readonly<Record<string, readonly string[]>> = {
  roc: ["fpr", "tpr", "threshold"],
  precision_recall: ["precision", "recall", "threshold"],
  det: ["fpr", "fnr", "threshold"],
  calibration: ["prob_true", "prob_pred"],
};

const isCurve = (value: Value | undefined): boolean => {
  const [entry] = members(value);
  if (entry === undefined || members(value).length !== 1 || !Object.hasOwn(curves, entry[0])) return false;
  return hasKeys(list(entry[1])?.[0], ...(curves[entry[0]] ?? []));
};

const isPair = (row: Value): boolean => hasKeys(row, "actual", "predicted") && members(row).length === 2;
const isConfusion = (value: Value | undefined): boolean => {
  const rows = list(value) ?? [];
  return rows.length > 0 && rows.slice(0, 3).every(isPair);
};

/** A plot of dvclive: the classes of each example, or the points of a curve. */
export const dvclivePlot: Adapter = {
  id: "dvclive-plot",
  title: "dvclive plot (`plots/sklearn/*.json`)",
  definedAt: "https://dvc.org/doc/dvclive/live/log_sklearn_plot",
  versions: "dvclive 3.49.1; curves other than ROC from the schema, not seen",
  reads: "Actual and predicted classes as a table of predictions.",
  leaves: "The rows of that table, and the points of curves.",
  syntax: ["json"],
  gives: ["table"],
  recognises: ({ value }) => isConfusion(value) || isCurve(value),

  read({ value }): readonly Statement[] {
    const rows = list(value);
    if (rows === undefined || member(rows[0], "actual") === undefined) return [];
    const columns = ["actual", "predicted"];
    return [{ kind: "table", columns, rows: rows.length, role: "predictions", where: { pointer: "/0" } }];
  },
};
