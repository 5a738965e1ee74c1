import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer, type Where } from "../model/source.js";
import { hasKeys, isRecord, member, members, number, text } from "../read/shape.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";

/** Names of settings, counters and times. */
const noResult =
  /^(mode|epoch|iter|step|lr|base_lr|memory|time|data_time|momentum|grad_norm|eta|loss_\w+|.*_copypaste|.*\bloss_?\w*)$/;

/** What evaluates detections puts its own name before theirs: `coco/bbox_mAP`. */
const evaluator = /^(?:coco|pascal_voc|lvis|crowdhuman|cityscapes|voc|openimages)\//;
const size = { s: "small", m: "medium", l: "large" } as const;
const sized = /^(.{0,60}(?:mAP|AR(?:@\d{1,4})?))_([sml])$/;

/** `bbox_mAP_s` is of small objects, which its last word would say is in seconds. */
function nameOf(raw: string): string {
  const name = raw.replace(evaluator, "");
  const [, metric, letter] = sized.exec(name) ?? [];
  return metric === undefined || !(letter === "s" || letter === "m" || letter === "l")
    ? name
    : `${metric}_${size[letter]}`;
}

const isBoxes = (key: string): boolean =>
  /(?:^|\/)(?:bbox|segm|proposal)_m?(?:AP|AR)\b|(?:^|\/)(?:bbox|segm)_mAP/.test(key);

/** A line of the old log says its mode; a line of `scalars.json` after an evaluation has times and no loss. */
const isEvaluation = (entry: Value | undefined): boolean =>
  text(member(entry, "mode")) === "val" ||
  (hasKeys(entry, "data_time", "time") &&
    !hasKeys(entry, "loss") &&
    !hasKeys(entry, "lr") &&
    members(entry).some(([key]) => isBoxes(key) || (!noResult.test(key) && interpretMetric(key).known)));

const isTraining = (entry: Value | undefined): boolean =>
  (text(member(entry, "mode")) === "train" && hasKeys(entry, "epoch", "iter")) ||
  hasKeys(entry, "lr", "data_time", "loss", "iter", "memory");

/** The first line of the old log describes the machine. */
const isEnvironment = (entry: Value | undefined): boolean => hasKeys(entry, "env_info", "seed");

interface Entry {
  readonly value: Value;
  readonly where: (key: string) => Where;
}

function entriesOf({ syntax, value, values }: EvidenceFile): readonly Entry[] {
  if (syntax === "json-lines")
    return values.map((entry) => ({ value: entry.value, where: () => ({ line: entry.line }) }));
  return value === undefined ? [] : [{ value, where: (key) => ({ pointer: pointer("", key) }) }];
}

const stepOf = (entry: Value): number | null =>
  number(member(entry, "epoch")) ?? number(member(entry, "step")) ?? number(member(entry, "iter")) ?? null;

/** −1 stands for no object of that size. */
const isNone = (key: string, value: Value): boolean => value === -1 && isBoxes(key);

function latestOf(entries: readonly Entry[]): Statement[] {
  const latest = new Map<string, Statement>();
  for (const { value: entry, where } of entries) {
    if (!isEvaluation(entry)) continue;
    const step = stepOf(entry);
    for (const [key, value] of members(entry)) {
      if (noResult.test(key) || typeof value !== "number" || isNone(key, value)) continue;
      latest.set(key, {
        kind: "measurement",
        raw_metric: key,
        metric_name: nameOf(key),
        value,
        split: step === null ? null : "validation",
        step,
        where: where(key),
      });
    }
  }
  return [...latest.values()];
}

/** Logs of MMDetection, MMSegmentation, MMPretrain and the others, by MMCV and by MMEngine. */
export const openmmlabLog: Adapter = {
  id: "openmmlab-log",
  title: "OpenMMLab training log and evaluation (`*.log.json`, `scalars.json`)",
  definedAt: "https://mmengine.readthedocs.io/en/latest/advanced_tutorials/logging.html",
  versions: "MMCV 1.x and MMEngine 0.x, from logs that public repositories quote, not seen",
  reads: "Of each metric of the evaluations the last value, with its epoch; what a test wrote has no step.",
  leaves: "Losses and settings of training, and −1, which stands for no object of a size.",
  syntax: ["json-lines", "json"],
  gives: ["measurement"],

  recognises(file) {
    if (file.syntax === "json") return isRecord(file.value) && isEvaluation(file.value);
    const first = file.values.slice(0, 3).map(({ value }) => value);
    return isEnvironment(first[0]) || first.some(isTraining) || first.some(isEvaluation);
  },

  read: (file) => latestOf(entriesOf(file)),
};
