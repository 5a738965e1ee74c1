import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { trainingMean } from "./families/trainer-names.js";
import { hasKeys, list, member, members, number } from "../read/shape.js";

/** Names in the log that are settings, counters or the machine's. */
const noResult =
  /^(epoch|step|learning_rate|grad_norm|total_flos|num_input_tokens_seen|(\w+_)?(runtime|samples_per_second|steps_per_second|model_preparation_time))$/;

const logOf = (value: Value | undefined): readonly Value[] => list(member(value, "log_history")) ?? [];

interface Latest {
  readonly name: string;
  readonly value: number;
  readonly step: number;
  readonly at: string;
}

/** Of each metric of the log, the value at the greatest step; of equal ones the last. */
function latestOf(log: readonly Value[]): readonly Latest[] {
  const latest = new Map<string, Latest>();
  log.forEach((entry, index) => {
    const step = number(member(entry, "step"));
    if (step === undefined) return;
    for (const [name, value] of members(entry)) {
      if (typeof value !== "number" || noResult.test(name) || step < (latest.get(name)?.step ?? -Infinity)) continue;
      latest.set(name, { name, value, step, at: pointer("/log_history", index, name) });
    }
  });
  return [...latest.values()];
}

/** The trainer writes what the finished model reached into files of their own; the log ends with the last step. */
const resultsBeside = (file: EvidenceFile): boolean =>
  file.folder(".").some((name) => /^(all|eval|test|predict)_results\.json$/.test(name));

const checkpoint = /^checkpoint-(\d{1,12})$/;

/** A checkpoint is a station on the way where the finished model lies above it, or a later checkpoint beside it. */
function isPassed(file: EvidenceFile): boolean {
  const step = checkpoint.exec(file.segments.at(-2) ?? "")?.[1];
  if (step === undefined) return false;
  return file
    .folder("..")
    .some(
      (name) =>
        /^(trainer_state|(all|eval|test|predict)_results)\.json$/.test(name) ||
        Number(checkpoint.exec(name)?.[1] ?? -1) > Number(step),
    );
}

/** The state of a training by the trainer of Transformers, with the metrics that it logged. */
export const huggingfaceTrainerState: Adapter = {
  id: "huggingface-trainer-state",
  title: "State of a Transformers training (`trainer_state.json`)",
  definedAt: "https://huggingface.co/docs/transformers/main_classes/callback#transformers.TrainerState",
  versions: "transformers 4.x, from the schema, not seen",
  reads:
    "Of each logged metric the value at the greatest step, where no `all_results.json` or `eval_results.json` beside it says what the finished model reached.",
  leaves: "Earlier values and checkpoints, learning rates, norms of gradients, times and the best checkpoint.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => hasKeys(value, "log_history", "global_step"),

  read(file): readonly Statement[] {
    if (resultsBeside(file) || isPassed(file)) return [];
    return latestOf(logOf(file.value)).map(({ name, value, step, at }) => ({
      kind: "measurement",
      raw_metric: name,
      ...(name === "loss" ? { split: "train" } : {}),
      ...(name === trainingMean ? { protocol: "mean" } : {}),
      value,
      step,
      where: { pointer: at },
    }));
  },
};
