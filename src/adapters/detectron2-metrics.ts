import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, member, members, number } from "../read/shape.js";

/** What an evaluator gave: `bbox/AP50`, `segm/AP-person`, behind the data set where there are several. */
const evaluated = /^(?:(.{1,100})\/)?(bbox|segm|keypoints|sem_seg|panoptic_seg)\/([^/]{1,120})$/;

interface Named {
  readonly metric_name: string;
  readonly dataset?: string;
  readonly slice?: Readonly<Record<string, string>>;
}

const sizes: Readonly<Record<string, string>> = { s: "small", m: "medium", l: "large" };

/** `APs` is of small objects, `AP-person` of one class. */
function nameOf(key: string): Named | undefined {
  const [, dataset, task, metric] = evaluated.exec(key) ?? [];
  if (task === undefined || metric === undefined) return undefined;
  const [, base = metric, ofClass] = /^([A-Za-z]+)-(.+)$/.exec(metric) ?? [];
  const [, precision, letter] = /^(AP)([sml])$/.exec(base) ?? [];
  const name = precision === undefined ? base : `${precision} ${sizes[letter ?? ""] ?? ""}`;
  return {
    metric_name: `${task === "keypoints" || task.endsWith("_seg") ? "" : `${task} `}${name.replace(/^AP/, "mAP")}`,
    ...(dataset === undefined ? {} : { dataset }),
    ...(ofClass === undefined ? {} : { slice: { class: ofClass } }),
  };
}

function latestOf(entries: readonly { readonly value: Value; readonly line: number }[]): Statement[] {
  const latest = new Map<string, Statement>();
  for (const { value: entry, line } of entries) {
    const step = number(member(entry, "iteration")) ?? null;
    for (const [key, value] of members(entry)) {
      const named = nameOf(key);
      if (typeof value !== "number" || (named === undefined && key !== "total_loss")) continue;
      latest.set(key, {
        kind: "measurement",
        raw_metric: key,
        ...(named === undefined ? { metric_name: "loss", split: "train" } : { ...named, unit: "percent" }),
        value,
        step,
        where: { line },
      });
    }
  }
  return [...latest.values()];
}

/** The evaluators of Detectron2 give per cent. */
export const detectron2Metrics: Adapter = {
  id: "detectron2-metrics",
  title: "Detectron2 metrics (`metrics.json`)",
  definedAt: "https://detectron2.readthedocs.io/en/latest/modules/utils.html#detectron2.utils.events.JSONWriter",
  versions: "0.6, from files that public repositories quote, not seen",
  reads:
    "Of each metric of the evaluations, in per cent, and of the total loss of training the last value, with its iteration and its class.",
  leaves: "Earlier iterations, parts of the loss, accuracies of a training's own batches, and times.",
  syntax: ["json-lines"],
  gives: ["measurement"],
  recognises: ({ values }) =>
    values
      .slice(0, 3)
      .some(
        ({ value }) =>
          hasKeys(value, "iteration") &&
          (hasKeys(value, "total_loss", "data_time") || members(value).some(([key]) => nameOf(key) !== undefined)),
      ),
  read: ({ values }) => latestOf(values),
};
