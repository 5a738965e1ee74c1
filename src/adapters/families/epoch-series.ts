import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isRecord, list, members } from "../../read/shape.js";
import { isMeasured } from "./metrics-place.js";
import { splitNamed } from "./split-named.js";

/** Series of values, one for each epoch of a training. */

/** Names beside the metrics: what the optimiser did, and when. */
export const noMetric = /^(epochs?|steps?|lr|learning_?rate|times?|momentum|batch(es)?|iterations?)$/i;

interface Series {
  readonly values: readonly Value[];
  /** The key of one of them, as the document has it. */
  readonly key: (at: number) => string | number;
}

/** Values by epoch: a list, or what pandas makes of one, a record whose keys count from 0. */
export function seriesOf(value: Value | undefined): Series | undefined {
  const listed = list(value);
  const counted = isRecord(value) && members(value).every(([key], at) => key === String(at)) ? members(value) : [];
  const values = listed ?? counted.map(([, held]) => held);
  if (values.length === 0 || !values.every((held) => isMeasured(held) || held === null)) return undefined;
  return { values, key: (at) => (listed === undefined ? String(at) : at) };
}

/** `train_losses` and `val_accuracies` are series of one loss and of one accuracy an epoch. */
export const singular = (name: string): string => {
  const one = name
    .replace(/losses$/i, "loss")
    .replace(/accuracies$/i, "accuracy")
    .replace(/scores$/i, "score");
  return one !== name && interpretMetric(one).known ? one : name;
};

/** `val_metrics`: a record of metrics for every epoch, under the part of the data that they were taken over. */
export const recordsOf = (
  name: string,
  held: Value,
): { readonly split: string; readonly records: readonly Value[] } | null => {
  const split = splitNamed(/^(\w{1,20})_(metrics|history|results|scores)$/.exec(name)?.[1] ?? "");
  const records = list(held);
  return split === null || records === undefined || records.length === 0 || !records.every(isRecord)
    ? null
    : { split, records };
};

/** The metrics of the last epoch, of records that are kept of each. */
export function lastRecord(name: string, held: Value, base: string): Statement[] {
  const kept = recordsOf(name, held);
  const step = (kept?.records.length ?? 0) - 1;
  return members(kept?.records[step]).flatMap(([metric, value]): Statement[] =>
    kept === null || !isMeasured(value) || noMetric.test(metric)
      ? []
      : [
          {
            kind: "measurement",
            raw_metric: metric,
            value,
            step,
            split: kept.split,
            where: { pointer: pointer(base, name, step, metric) },
          },
        ],
  );
}
