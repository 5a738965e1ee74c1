import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { decodeMessage } from "../read/protobuf.js";
import { below, list, member, number, text } from "../read/shape.js";
import { isTfRecords, readTfRecords } from "../read/tf-records.js";
import { epochMoment } from "./families/moments.js";
import { numberOfTensor, scalarEvent, shortestSingle } from "./families/scalar-event.js";
import { namedMeasurement } from "./families/sliced-name.js";
import { splitNamed } from "./families/split-named.js";
import { isCounter, isOfOptimiser } from "./families/wandb.js";

/** The first event says which version of the log it begins. */
const opening = "brain.Event:";

const isEventLog = (bytes: Uint8Array): boolean =>
  isTfRecords(bytes) && Buffer.from(bytes.subarray(0, 64)).toString("latin1").includes(opening);

interface Scalar {
  readonly value: number;
  readonly step: number;
  readonly time: number;
  readonly at: string;
}

/** Lightning logs it where no metric of a search was named: -1, which nobody measured. */
const placeholder = "hp_metric";

/** Of each tag the scalar of the greatest step, and of one step the last. */
function latestOf(bytes: Uint8Array) {
  const latest = new Map<string, Scalar>();
  const scalars = new Set<string>();
  let unknown = false;
  const fault = readTfRecords(bytes, (record, index) => {
    const event = decodeMessage(record, scalarEvent);
    if (event === undefined) unknown = true;
    const step = number(member(event, "step")) ?? 0;
    const time = number(member(event, "wall_time")) ?? 0;
    list(below(event, "summary", "value"))?.forEach((held, place) => {
      const tag = text(member(held, "tag")) ?? "";
      if (below(held, "metadata", "plugin_data", "plugin_name") === "scalars") scalars.add(tag);
      const value = scalarOf(held, scalars.has(tag));
      if (value === undefined || step < (latest.get(tag)?.step ?? -Infinity)) return;
      latest.set(tag, { value, step, time, at: pointer("", index, "summary", "value", place) });
    });
  });
  return { latest, fault, unknown };
}

/** Newer versions keep a scalar as a tensor, and say in its metadata that it is one. */
function scalarOf(held: Value, isScalar: boolean): number | undefined {
  const simple = number(member(held, "simple_value"));
  if (simple !== undefined) return shortestSingle(simple);
  return isScalar ? numberOfTensor(member(held, "tensor")) : undefined;
}

interface OfLog {
  readonly run: string | null;
  readonly split?: string;
}

/**
 * TensorBoard calls a run by its folder. Keras keeps each part of the data in a folder of its own below it; where the
 * tags tell the parts themselves, a folder of such a name is the run's.
 */
function ofLog({ segments }: EvidenceFile, tags: Iterable<string>): OfLog {
  const folders = segments.slice(0, -1);
  const split = splitNamed(folders.at(-1) ?? "");
  const isTold = [...tags].some((tag) => interpretMetric(tag).split !== null);
  if (split === null || isTold) return { run: folders.at(-1) ?? null };
  return { run: folders.at(-2) ?? null, split };
}

/** The log that TensorFlow, PyTorch, Keras and Lightning write for TensorBoard. */
export const tensorboardEvents: Adapter = {
  id: "tensorboard-events",
  title: "TensorBoard event log (`events.out.tfevents.*`)",
  definedAt: "https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/event.proto",
  versions: "logs of tensorboardX 2.6.5 and tensors of TensorBoard 2.21 by a trial, files of teams not seen",
  reads:
    "Of each scalar the value at the greatest step, with the run, which is the folder, and the part of the data where the folder is named by one. Single-precision numbers are given as the shortest decimal that they are kept as. Places count the records from 0. A log that is cut short, or does not agree with its checksums, is a problem.",
  leaves:
    "Earlier values, histograms, images, texts, graphs, hyperparameters, learning rates and gradients, and Lightning's empty `hp_metric`.",
  syntax: ["binary"],
  gives: ["measurement"],
  recognises: ({ bytes }) => isEventLog(bytes),

  read(file): readonly Statement[] {
    const { latest, fault, unknown } = latestOf(file.bytes);
    const problems: Statement[] = fault === null ? [] : [{ kind: "problem", ...fault, where: { pointer: "" } }];
    if (unknown)
      problems.push({
        kind: "problem",
        problem: "unreadable",
        message: "a record of the log is no event",
        mend: "copy it again from where it was written",
        where: { pointer: "" },
      });
    const shared = ofLog(file, latest.keys());
    return [
      ...[...latest].flatMap(([tag, { value, step, time, at }]): Statement[] =>
        isCounter(tag) || isOfOptimiser(tag) || tag === placeholder
          ? []
          : [
              {
                kind: "measurement",
                ...namedMeasurement(tag),
                ...shared,
                value,
                step,
                at: epochMoment(time),
                where: { pointer: at },
              },
            ],
      ),
      ...problems,
    ];
  },
};
