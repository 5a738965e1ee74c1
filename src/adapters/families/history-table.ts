import type { DelimitedTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";

/** A training's history as a data frame: `pd.DataFrame(history.history)`, whose rows are the epochs without saying so. */

const index = /^(Unnamed: 0)?$/;
const besideMetrics = /^(lr|learning_?rate|times?|momentum)$/i;

const isTwin = (name: string): boolean => name.startsWith("val_");

/** What training and validation have in common, `loss` of `loss`, `val_loss` and `train_loss`. */
const named = (name: string): string => name.replace(/^(val|train)_/, "");

/**
 * True for a table of two epochs or more that holds the loss and metrics of the training and the same ones of the
 * validation set, and nothing else than an index and learning rates. Without a loss the rows may be folds.
 */
export function isHistoryTable(table: DelimitedTable | undefined): boolean {
  if (table === undefined || table.rows.length < 2) return false;
  const columns = table.header.filter((name, at) => !(at === 0 && index.test(name)) && !besideMetrics.test(name));
  const twins = columns.filter(isTwin).map(named);
  return (
    twins.length > 0 &&
    twins.every((twin) => columns.includes(twin) || columns.includes(`train_${twin}`)) &&
    columns.some((name) => interpretMetric(name).metric === "loss") &&
    columns.every((name) => twins.includes(named(name)) || interpretMetric(name).known)
  );
}

/** The metrics of the last epoch, its step counted from 0. A name whose `val_` twin stands beside it is of the training data. */
export function lastEpoch(table: DelimitedTable): readonly Statement[] {
  const step = table.rows.length - 1;
  return table.header.flatMap((name, at): Statement[] => {
    const value = table.rows[step]?.[at];
    if (value === undefined || value === "" || (at === 0 && index.test(name)) || besideMetrics.test(name)) return [];
    const split = table.header.includes(`val_${named(name)}`) && !isTwin(name) ? { split: "train" } : {};
    return [{ kind: "measurement", raw_metric: name, value, step, ...split, where: { line: table.lineOf(step) } }];
  });
}
