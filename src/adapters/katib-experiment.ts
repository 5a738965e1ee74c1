import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, numeric, text } from "../read/shape.js";

const isOfKatib = (value: Value | undefined): boolean =>
  /^kubeflow\.org\//.test(text(member(value, "apiVersion")) ?? "");

/** A trial on its own, or the best one of an experiment. */
interface Trial {
  readonly name: string | null;
  readonly assignments: Value | undefined;
  readonly metrics: readonly Value[];
  readonly base: string;
}

function trialOf(value: Value | undefined): Trial | undefined {
  const kind = text(member(value, "kind"));
  if (kind === "Trial")
    return {
      name: text(below(value, "metadata", "name")) ?? null,
      assignments: below(value, "spec", "parameterAssignments"),
      metrics: list(below(value, "status", "observation", "metrics")) ?? [],
      base: "/status/observation/metrics",
    };
  const best = below(value, "status", "currentOptimalTrial");
  if (kind !== "Experiment" || best === undefined) return undefined;
  return {
    name: text(member(best, "bestTrialName")) ?? null,
    assignments: member(best, "parameterAssignments"),
    metrics: list(below(best, "observation", "metrics")) ?? [],
    base: "/status/currentOptimalTrial/observation/metrics",
  };
}

const parameters = (assignments: Value | undefined): Readonly<Record<string, ParameterValue>> =>
  Object.fromEntries(
    (list(assignments) ?? []).flatMap((assignment) => {
      const [name, value] = [text(member(assignment, "name")), member(assignment, "value")];
      return name === undefined ? [] : [[name, numeric(value) ?? text(value) ?? null] as const];
    }),
  );

/** The last condition that holds: `Succeeded`, `Failed`, `Running`. */
const statusOf = (value: Value | undefined): string | null =>
  (list(below(value, "status", "conditions")) ?? [])
    .flatMap((condition) =>
      text(member(condition, "status")) === "True" ? (text(member(condition, "type")) ?? []) : [],
    )
    .at(-1) ?? null;

type Strategy = "min" | "max" | "latest";
const isStrategy = (word: string | undefined): word is Strategy =>
  word === "min" || word === "max" || word === "latest";

/** Which of a metric's values counts: what the experiment says, else the best one in its direction. */
function strategyOf(value: Value | undefined, name: string): Strategy {
  const objective = below(value, "spec", "objective");
  const named = (list(member(objective, "metricStrategies")) ?? []).find(
    (strategy) => text(member(strategy, "name")) === name,
  );
  const strategy = text(member(named, "value"));
  if (isStrategy(strategy)) return strategy;
  const type = text(member(objective, "type"));
  return type === "maximize" ? "max" : type === "minimize" ? "min" : "latest";
}

function metricStatement(value: Value | undefined, metric: Value, run: string | null, base: string): Statement[] {
  const name = text(member(metric, "name"));
  if (name === undefined) return [];
  const strategy = strategyOf(value, name);
  const objective = below(value, "spec", "objective");
  const isObjective = text(member(objective, "objectiveMetricName")) === name;
  // Before v1beta1 there was one value of each.
  const key = hasKeys(metric, strategy) ? strategy : "value";
  return [
    {
      kind: "measurement",
      raw_metric: name,
      value: member(metric, key),
      ...(key === "value" ? {} : { protocol: key }),
      ...(isObjective ? { higher_is_better: text(member(objective, "type")) === "maximize" } : {}),
      run,
      where: { pointer: pointer(base, key) },
    },
  ];
}

function statements({ value }: EvidenceFile): Statement[] {
  const trial = trialOf(value);
  if (trial === undefined) return [];
  const run = trial.name;
  return [
    {
      kind: "run",
      run_id: run,
      status: statusOf(value),
      params: parameters(trial.assignments),
      at: text(below(value, "status", "completionTime")) ?? null,
      where: { pointer: trial.base.slice(0, trial.base.indexOf("/observation")) || "/status" },
    },
    ...trial.metrics.flatMap((metric, index) => metricStatement(value, metric, run, pointer(trial.base, index))),
  ];
}

export const katibExperiment: Adapter = {
  id: "katib-experiment",
  title: "Katib `Experiment` and `Trial`",
  definedAt: "https://www.kubeflow.org/docs/components/katib/user-guides/hp-tuning/configure-experiment/",
  versions: "kubeflow.org/v1beta1 and v1alpha3, from the documentation, not seen",
  reads:
    "The best trial as a run, with its parameters and the value of each metric that the experiment's strategy takes: of a maximised objective the greatest unless told otherwise.",
  leaves: "The search space, the template of the trials, and an experiment that has no trial yet.",
  syntax: ["yaml", "json"],
  gives: ["run", "measurement"],
  numbersAsText: true,
  recognises: ({ value }) =>
    isOfKatib(value) &&
    /^(Experiment|Trial)$/.test(text(member(value, "kind")) ?? "") &&
    hasKeys(member(value, "spec"), "objective"),
  read: statements,
};
