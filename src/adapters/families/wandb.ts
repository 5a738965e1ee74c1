import type { EvidenceFile, Value } from "../../model/adapter.js";
import { hasKeys, isRecord, member, text } from "../../read/shape.js";

/** Folders of W&B runs: `run-<date>_<time>-<id>`, or `offline-run-…` where nothing was sent. */
const runFolder = /^(?:offline-)?run-\d{8}_\d{6}-(.+)$/;

/** The run's id, from the folder that the file lies in, or its own name in the folder of a sweep; null elsewhere. */
export function wandbRun(file: EvidenceFile): string | null {
  const folder = file.segments.findLast(
    (segment, index) => index < file.segments.length - 1 && runFolder.test(segment),
  );
  if (folder !== undefined) return runFolder.exec(folder)?.[1] ?? null;
  const isOfSweep = /^sweep-/.test(file.segments.at(-2) ?? "");
  return isOfSweep ? (/^config-(\w{1,64})\.ya?ml$/.exec(file.name)?.[1] ?? null) : null;
}

/** True where the log of the run lies in its folder: it holds the metrics that its files lack. */
export const hasLog = (file: EvidenceFile): boolean =>
  file.segments.at(-2) === "files" && file.folder("..").some((name) => /^run-.+\.wandb$/.test(name));

const bookkeeping = ["_runtime", "_timestamp", "_step"];

/** A summary is known by what W&B itself adds to it, of which the name of its file makes up for some. */
export const isSummary = ({ name, value }: EvidenceFile): boolean =>
  isRecord(value) &&
  ((isRecord(member(value, "_wandb")) &&
    !hasKeys(value, "wandb_version") &&
    !hasKeys(member(value, "_wandb"), "value")) ||
    bookkeeping.filter((key) => hasKeys(value, key)).length >= (name === "wandb-summary.json" ? 1 : 2));

/** Counters of training, which W&B keeps beside the metrics. */
export const isCounter = (name: string): boolean =>
  name.startsWith("_") || /(^|[/.])(epoch|step|global_step|iteration|iter|batch)$/i.test(name);

/** What the optimiser was at, logged beside the metrics: rates and gradients, which nobody measures a model by. */
export const isOfOptimiser = (name: string): boolean =>
  /(^|[/.])(lr|learning_rate|grad_norm|total_flos|num_input_tokens_seen)$|^lr[-/]/i.test(name);

/** Statistics of the machine. */
export const isSystemFigure = (name: string): boolean => /^system[./]/.test(name);

/** What W&B's own summary puts in place of a value that it could not write. */
export const isLostObject = (value: Value): boolean => /^<.* object at 0x[0-9a-f]+>$/.test(text(value) ?? "");

/** A value of W&B's own kinds: a table, histogram, image, … */
export const isMedia = (value: Value): boolean => text(member(value, "_type")) !== undefined;
