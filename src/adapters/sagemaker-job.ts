import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, members, scalarText, text } from "../read/shape.js";

/** `validation:auc` is of the validation data. */
const sets: Readonly<Record<string, string>> = { train: "train", validation: "validation", test: "test" };

interface Named {
  readonly raw_metric: string;
  readonly metric_name: string;
  readonly split?: string;
}

function named(name: string, set: string | undefined): Named {
  const [, prefix, metric] = /^(train|validation|test):(.+)$/.exec(name) ?? [];
  const split = sets[(set ?? prefix ?? "").toLowerCase()];
  return { raw_metric: name, metric_name: metric ?? name, ...(split === undefined ? {} : { split }) };
}

const parameters = (value: Value | undefined): Readonly<Record<string, ParameterValue>> | null => {
  const held = members(member(value, "HyperParameters"));
  return held.length === 0
    ? null
    : Object.fromEntries(held.map(([key, setting]) => [key, scalarText(setting) ?? null] as const));
};

const momentOf = (value: Value | undefined, ...keys: readonly string[]): string | null =>
  keys.flatMap((key) => text(member(value, key)) ?? []).at(0) ?? null;

/** The metrics that a training job ended with. */
function trainingJob(value: Value | undefined): Statement[] {
  const run = text(member(value, "TrainingJobName")) ?? null;
  return [
    {
      kind: "run",
      run_id: run,
      status: text(member(value, "TrainingJobStatus")) ?? null,
      params: parameters(value),
      at: momentOf(value, "TrainingEndTime", "LastModifiedTime", "CreationTime"),
      where: { pointer: "/TrainingJobName" },
    },
    ...(list(member(value, "FinalMetricDataList")) ?? []).flatMap((metric, index): Statement[] => {
      const name = text(member(metric, "MetricName"));
      if (name === undefined) return [];
      const where = { pointer: pointer("/FinalMetricDataList", index, "Value") };
      return [{ kind: "measurement", ...named(name, undefined), value: member(metric, "Value"), run, where }];
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
            ...named(objective, undefined),
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

export const sagemakerJob: Adapter = {
  id: "sagemaker-job",
  title: "SageMaker training job and Autopilot candidate (`describe-training-job`, `describe-auto-ml-job`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html",
  versions: "from the schema, not seen",
  reads: "The job as a run with its status and parameters, and the metrics that it ended with, by their set.",
  leaves: "Images, instances, channels, and the other candidates of a search.",
  syntax: ["json"],
  gives: ["run", "measurement"],
  recognises: ({ value }) => isTrainingJob(value) || isCandidate(value) || isCandidate(member(value, "BestCandidate")),

  read({ value }) {
    if (isTrainingJob(value)) return trainingJob(value);
    return isCandidate(value)
      ? candidateStatements(value, "")
      : candidateStatements(member(value, "BestCandidate"), "/BestCandidate");
  },
};
