import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members } from "../read/shape.js";
import { isMeasured } from "./families/metrics-place.js";
import { flatParameters } from "./families/parameters.js";

const tasksOf = (value: Value | undefined): readonly (readonly [string, Value])[] =>
  members(value).filter(([task, results]) => task !== "config" && isRecord(results));

/** Scores of generated code, by benchmark. */
export const bigcodeEvalResults: Adapter = {
  id: "bigcode-eval-results",
  title: "BigCode evaluation harness results (`evaluation_results.json`)",
  definedAt: "https://github.com/bigcode-project/bigcode-evaluation-harness",
  versions: "0.1, from the source, not seen",
  reads: "Each metric of each task, the task as its data set; the run with its model and sampling.",
  leaves: "Nothing.",
  syntax: ["json"],
  gives: ["measurement", "run"],
  recognises: ({ value }) =>
    hasKeys(member(value, "config"), "tasks", "n_samples", "temperature") && tasksOf(value).length > 0,

  read: ({ value }) => [
    ...tasksOf(value).flatMap(([dataset, results]) =>
      members(results).flatMap(([raw_metric, held]): Statement[] =>
        isMeasured(held) || held === null
          ? [
              {
                kind: "measurement",
                raw_metric,
                value: held,
                dataset,
                where: { pointer: pointer("", dataset, raw_metric) },
              },
            ]
          : [],
      ),
    ),
    { kind: "run", params: flatParameters(member(value, "config")), where: { pointer: "/config" } },
  ],
};
