import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, text } from "../read/shape.js";

/** Figures of a task that are none of the model's quality: diagnostics, where a similarity was cut, and the runs that the mean is over. */
const noScore = /^(nauc_.*|.*_threshold|evaluation_time|languages|hf_subset|scores_per_experiment|kg_co2_emissions)$/i;

/** What the old form nests its scores under where several similarities were taken. */
const similarities: Readonly<Record<string, string>> = {
  cos_sim: "cosine",
  cosine: "cosine",
  dot: "dot",
  euclidean: "euclidean",
  manhattan: "manhattan",
  similarity: "similarity",
  max: "max",
};

interface Place {
  readonly base: string;
  readonly dataset: string;
  readonly split: string;
  readonly slice: Slice;
  readonly protocol: string | null;
}

function scoreStatements(scores: Value | undefined, place: Place): Statement[] {
  return members(scores).flatMap(([name, value]): Statement[] => {
    if (noScore.test(name)) return [];
    const at = pointer(place.base, name);
    if (isRecord(value))
      return Object.hasOwn(similarities, name)
        ? scoreStatements(value, { ...place, base: at, protocol: similarities[name] ?? name })
        : scoreStatements(value, { ...place, base: at, slice: { subset: name } });
    if (typeof value !== "number") return [];
    const { dataset, split, slice, protocol } = place;
    return [
      {
        kind: "measurement",
        raw_metric: name,
        value,
        dataset,
        split,
        slice,
        ...(protocol === null ? {} : { protocol }),
        ...(name === "main_score" ? { higher_is_better: true } : {}),
        where: { pointer: at },
      },
    ];
  });
}

const nameOf = (value: Value | undefined): string | undefined =>
  text(member(value, "task_name")) ?? text(member(value, "mteb_dataset_name"));

/** Since 1.8: a list of subsets for each split, under `scores`. */
function newer(value: Value | undefined, dataset: string): Statement[] {
  return members(member(value, "scores")).flatMap(([split, subsets]) =>
    (list(subsets) ?? []).flatMap((scores, index) => {
      const subset = text(member(scores, "hf_subset")) ?? "default";
      const slice = subset === "default" ? {} : { subset };
      return scoreStatements(scores, {
        base: pointer("/scores", split, index),
        dataset,
        split,
        slice,
        protocol: null,
      });
    }),
  );
}

/** Before: the splits stand at the top. */
const older = (value: Value | undefined, dataset: string): Statement[] =>
  members(value).flatMap(([split, scores]) =>
    isRecord(scores)
      ? scoreStatements(scores, { base: pointer("", split), dataset, split, slice: {}, protocol: null })
      : [],
  );

/** What a benchmark of embeddings gave for one task. */
export const mtebResults: Adapter = {
  id: "mteb-results",
  title: "MTEB results of a task",
  definedAt: "https://embeddings-benchmark.github.io/mteb/",
  versions: "1.0 to 2.x, from the source, not seen",
  reads: "Each score of each split and subset, with the task as its data set; the similarity that it was taken with.",
  leaves: "The runs that a score is the mean of, areas of abstention (`nauc_…`), times and emissions.",
  syntax: ["json"],
  gives: ["measurement", "run"],
  recognises: ({ value }) =>
    hasKeys(value, "mteb_version") &&
    nameOf(value) !== undefined &&
    (isRecord(member(value, "scores")) ||
      ["test", "validation", "dev", "train"].some((split) => isRecord(member(value, split)))),

  read({ value }) {
    const task = nameOf(value) ?? "";
    const version = text(member(value, "mteb_version"));
    return [
      ...(isRecord(member(value, "scores")) ? newer(value, task) : older(value, task)),
      {
        kind: "run",
        params: { task, dataset_revision: text(member(value, "dataset_revision")) ?? null },
        ...(version === undefined ? {} : { environment: { mteb_version: version } }),
        where: { pointer: "/mteb_version" },
      },
    ];
  },
};
