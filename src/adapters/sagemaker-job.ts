import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, text } from "../read/shape.js";
import { directionOf, momentOf, named, parametersAt } from "./families/sagemaker-job.js";

/** The metrics that a training job ended with. */
function trainingJob(value: Value | undefined): Statement[] {
  const run = text(member(value, "TrainingJobName")) ?? null;
  return [
    {
      kind: "run",
      run_id: run,
      status: text(member(value, "TrainingJobStatus")) ?? null,
      params: parametersAt(value, "HyperParameters"),
      at: momentOf(value, "TrainingEndTime", "LastModifiedTime", "CreationTime"),
      where: { pointer: "/TrainingJobName" },
    },
    ...(list(member(value, "FinalMetricDataList")) ?? []).flatMap((metric, index): Statement[] => {
      const name = text(member(metric, "MetricName"));
      if (name === undefined) return [];
      const where = { pointer: pointer("/FinalMetricDataList", index, "Value") };
      return [{ kind: "measurement", ...named(name), value: member(metric, "Value"), run, where }];
    }),
  ];
}

/** The metrics of one candidate of Autopilot. */
function candidateStatements(candidate: Value | undefined, base: string): Statement[] {
  const run = text(member(candidate, "CandidateName")) ?? null;
  const metrics = list(below(candidate, "CandidateProperties", "CandidateMetrics")) ?? [];
  const place = pointer(base, "CandidateProperties", "CandidateMetrics");
  const final = member(candidate, "FinalAutoMLJobObjectiveMetric");
  const objective = text(member(final, "MetricName"));
  return [
    {
      kind: "run",
      run_id: run,
      status: text(member(candidate, "CandidateStatus")) ?? null,
      at: momentOf(candidate, "EndTime", "LastModifiedTime", "CreationTime"),
      where: { pointer: pointer(base, "CandidateName") },
    },
    ...(metrics.length > 0 || objective === undefined
      ? []
      : [
          {
            kind: "measurement" as const,
            ...named(objective),
            ...directionOf(final),
            value: member(final, "Value"),
            run,
            where: { pointer: pointer(base, "FinalAutoMLJobObjectiveMetric", "Value") },
          },
        ]),
    ...metrics.flatMap((metric, index): Statement[] => {
      const name = text(member(metric, "StandardMetricName")) ?? text(member(metric, "MetricName"));
      if (name === undefined) return [];
      const where = { pointer: pointer(place, index, "Value") };
      return [
        {
          kind: "measurement",
          ...named(name, text(member(metric, "Set"))),
          value: member(metric, "Value"),
          run,
          where,
        },
      ];
    }),
  ];
}

const isTrainingJob = (value: Value | undefined): boolean => hasKeys(value, "TrainingJobName", "TrainingJobStatus");
const isCandidate = (value: Value | undefined): boolean => hasKeys(value, "CandidateName", "CandidateStatus");
const candidatesOf = (value: Value | undefined): readonly Value[] => list(member(value, "Candidates")) ?? [];

export const sagemakerJob: Adapter = {
  id: "sagemaker-job",
  title:
    "SageMaker training job and Autopilot candidates (`describe-training-job`, `describe-auto-ml-job`, `list-candidates-for-auto-ml-job`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html",
  versions: "from the schema, not seen",
  reads: "The job as a run with its status and parameters, and the metrics that it ended with, by their set.",
  leaves: "Images, instances and channels.",
  syntax: ["json"],
  gives: ["run", "measurement"],
  recognises: ({ value }) =>
    isTrainingJob(value) ||
    isCandidate(value) ||
    isCandidate(member(value, "BestCandidate")) ||
    candidatesOf(value).some(isCandidate),

  read({ value }) {
    if (isTrainingJob(value)) return trainingJob(value);
    const candidates = candidatesOf(value);
    if (candidates.length > 0)
      return candidates.flatMap((candidate, index) => candidateStatements(candidate, pointer("/Candidates", index)));
    return isCandidate(value)
      ? candidateStatements(value, "")
      : candidateStatements(member(value, "BestCandidate"), "/BestCandidate");
  },
};
