import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, text } from "../read/shape.js";
import { directionOf, momentOf, named, parametersAt } from "./families/sagemaker-job.js";

const METRIC = "FinalHyperParameterTuningJobObjectiveMetric";

/** A training job as a search lists it: only the objective's last value stands there. */
function triedJob(job: Value, base: string): readonly Statement[] {
  const run = text(member(job, "TrainingJobName")) ?? null;
  const at = momentOf(job, "TrainingEndTime", "CreationTime");
  const final = member(job, METRIC);
  const name = text(member(final, "MetricName"));
  return [
    {
      kind: "run",
      run_id: run,
      status: text(member(job, "TrainingJobStatus")) ?? null,
      params: parametersAt(job, "TunedHyperParameters"),
      at,
      where: { pointer: pointer(base, "TrainingJobName") },
    },
    ...(name === undefined
      ? []
      : [
          {
            kind: "measurement" as const,
            ...named(name),
            ...directionOf(final),
            value: member(final, "Value"),
            run,
            at,
            where: { pointer: pointer(base, METRIC, "Value") },
          },
        ]),
  ];
}

const isTried = (job: Value): boolean => hasKeys(job, "TrainingJobName", "TrainingJobStatus", "TunedHyperParameters");
const listed = (value: Value | undefined): readonly Value[] => list(member(value, "TrainingJobSummaries")) ?? [];
const isSearch = (value: Value | undefined): boolean =>
  hasKeys(value, "HyperParameterTuningJobName", "HyperParameterTuningJobStatus");

/** A search for hyperparameters: the best of its training jobs, or the list of them. */
export const sagemakerTuningJob: Adapter = {
  id: "sagemaker-tuning-job",
  title:
    "SageMaker tuning job (`describe-hyper-parameter-tuning-job`, `list-training-jobs-for-hyper-parameter-tuning-job`)",
  definedAt:
    "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListTrainingJobsForHyperParameterTuningJob.html",
  versions: "from the schema, not seen",
  reads:
    "Each training job that is listed, or the best one, as a run with what was tuned, and the value of the objective.",
  leaves: "The space that was searched, limits, and the search's own status.",
  syntax: ["json"],
  gives: ["run", "measurement"],
  recognises: ({ value }) => isSearch(value) || listed(value).some(isTried),

  read({ value }) {
    const best = member(value, "BestTrainingJob");
    if (isSearch(value)) return best === undefined ? [] : triedJob(best, "/BestTrainingJob");
    return listed(value).flatMap((job, index) => triedJob(job, pointer("/TrainingJobSummaries", index)));
  },
};
