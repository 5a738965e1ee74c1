import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, member, members } from "../read/shape.js";
import { epochMoment } from "./families/moments.js";
import { namedMeasurement } from "./families/sliced-name.js";
import { isCounter, isLostObject, isMedia, isSummary, isSystemFigure, wandbRun } from "./families/wandb.js";

interface Shared {
  readonly run: string | null;
  readonly at: string | null;
}

const isNumber = (value: Value): boolean =>
  typeof value === "number" || (typeof value === "string" && /^[+-]?(nan|inf|infinity)$/i.test(value));

/** What `define_metric` asked to keep of a metric: `{"max": 0.91}` instead of the last value. */
const kept = new Set(["max", "min", "mean", "best", "last", "first"]);

const isKept = (value: Value): boolean =>
  members(value).length > 0 && members(value).every(([key, child]) => kept.has(key) && isNumber(child));

const keptStatements = (name: string, value: Value, base: string, shared: Shared): Statement[] =>
  members(value).map(([key, number]) => ({
    kind: "measurement",
    metric_name: name,
    ...namedMeasurement(name),
    raw_metric: `${name}.${key}`,
    protocol: key === "last" ? null : key,
    value: number,
    ...shared,
    where: { pointer: pointer(base, key) },
  }));

function statementsOf(value: Value | undefined, prefix: string, base: string, shared: Shared): Statement[] {
  return members(value).flatMap(([key, child]): Statement[] => {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    const place = pointer(base, key);
    if (isCounter(name) || isSystemFigure(name) || isMedia(child)) return [];
    if (isKept(child)) return keptStatements(name, child, place, shared);
    if (isRecord(child)) return statementsOf(child, name, place, shared);
    if (!isNumber(child) && !isLostObject(child)) return [];
    return [{ kind: "measurement", ...namedMeasurement(name), value: child, ...shared, where: { pointer: place } }];
  });
}

const empty: Statement = {
  kind: "problem",
  problem: "empty",
  message: "the summary holds no metric, only W&B's own entries",
  mend: "run `wandb sync`, and commit the summary of the synced run",
  where: { pointer: "" },
};

/** The last, or asked-for, value of each metric of a W&B run. */
export const wandbSummary: Adapter = {
  id: "wandb-summary",
  title: "Weights & Biases summary (`wandb-summary.json`)",
  definedAt: "https://docs.wandb.ai/models/track/log/log-summary",
  versions: "0.12.15 (synced), 0.12.21, 0.16.6 and 0.31.0 (exported; offline they hold no metric)",
  reads:
    'Every number with its run and the slice that its name holds; `{"max": …}` of `define_metric` as the greatest value. A summary without any metric is a problem.',
  leaves: "Booleans, texts, tables, histograms and other media, counters such as `epoch`, and what begins with `_`.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: isSummary,

  read(file): readonly Statement[] {
    const shared = { run: wandbRun(file), at: epochMoment(member(file.value, "_timestamp")) };
    const measured = statementsOf(file.value, "", "", shared);
    return measured.length === 0 ? [empty] : measured;
  },
};
