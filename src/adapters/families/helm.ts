import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, hasKeys, isRecord, list, member, members, numeric, scalarText, text } from "../../read/shape.js";

/** Runs of HELM: statistics over one scenario, with the run's own description beside them. */

/** One statistic: a metric's name as a record, and its mean over trials. */
export const isStat = (stat: Value | undefined): boolean =>
  hasKeys(stat, "name", "count", "sum") && hasKeys(member(stat, "name"), "name");

export const isStats = (value: Value | undefined): boolean => {
  const stats = list(value);
  return stats !== undefined && stats.length > 0 && stats.slice(0, 50).every(isStat);
};

/** Counts and costs of the run, which say nothing of the model's answers. */
const bookkeeping =
  /^(num_|finish_reason_|max_prompt_length|max_prob$|batch_size$|training_|estimated_num_tokens|logprob$|max_logprob$)/;

interface Named {
  readonly name: string;
  readonly split: string | null;
  /** Perturbation and what it was computed on, or a part of the split. */
  readonly protocol: string | null;
}

function named(stat: Value): Named {
  const name = member(stat, "name");
  const perturbation = member(name, "perturbation");
  const ways = [
    text(member(perturbation, "name")),
    isRecord(perturbation) ? text(member(perturbation, "computed_on")) : undefined,
    text(member(name, "sub_split")),
  ].filter((way) => way !== undefined);
  return {
    name: text(member(name, "name")) ?? "",
    split: text(member(name, "split")) ?? null,
    protocol: ways.length === 0 ? null : ways.join(" "),
  };
}

/** A measurement for each metric of `stats.json`; its examples are what the statistic `num_instances` counts. */
export function helmStatements(file: EvidenceFile): readonly Statement[] {
  const stats = list(file.value) ?? [];
  const run = helmRun(file);
  const key = ({ split, protocol }: Named): string => JSON.stringify([split, protocol]);
  const instances = new Map<string, number>();
  for (const stat of stats) {
    const of = named(stat);
    const n = numeric(member(stat, "mean"));
    if (of.name === "num_instances" && n !== undefined) instances.set(key(of), n);
  }
  return stats.flatMap((stat, index): Statement[] => {
    const of = named(stat);
    if (of.name === "" || bookkeeping.test(of.name)) return [];
    const trials = numeric(member(stat, "count")) ?? 0;
    const n = instances.get(key(of)) ?? null;
    const protocol = [of.protocol, trials > 1 ? `${trials} trials` : null].filter((way) => way !== null).join(" ");
    return [
      {
        kind: "measurement",
        raw_metric: of.name,
        value: member(stat, "mean") ?? null,
        dataset: run.dataset,
        split: of.split === "valid" ? "validation" : of.split,
        n: n !== null && Number.isInteger(n) ? n : null,
        ...(protocol === "" ? {} : { protocol }),
        run: run.id,
        where: { pointer: pointer("", index, hasKeys(stat, "mean") ? "mean" : "count") },
      },
    ];
  });
}

/** The run's name without the model, and the name itself: from the description beside it, else from the folder. */
function helmRun(file: EvidenceFile): { readonly dataset: string | null; readonly id: string | null } {
  const spec = file.neighbour("run_spec.json")?.value;
  const folder = file.segments.at(-2) ?? "";
  const id = text(member(spec, "name")) ?? (/(^|[:,])model=/.test(folder) ? folder : null);
  return { id, dataset: id === null ? null : scenarioOf(id) };
}

/** `mmlu:subject=anatomy,model=openai_gpt2` is about `mmlu:subject=anatomy`. */
export function scenarioOf(run: string): string {
  const [name = "", ...rest] = run.split(":");
  const settings = rest
    .join(":")
    .split(",")
    .filter((setting) => setting !== "" && !/^(model|model_deployment)=/.test(setting));
  return settings.length === 0 ? name : `${name}:${settings.join(",")}`;
}

export const isRunSpec = (value: Value | undefined): boolean =>
  hasKeys(value, "name", "scenario_spec", "adapter_spec") && hasKeys(value, "metric_specs");

const settings = [
  "method",
  "model",
  "model_deployment",
  "temperature",
  "max_tokens",
  "num_outputs",
  "num_train_trials",
  "max_train_instances",
  "max_eval_instances",
  "num_trials",
  "random",
];

/** The run as it was asked for. */
export function runSpecStatement(value: Value | undefined): Statement {
  const adapter = member(value, "adapter_spec");
  const told = settings.flatMap((key) => {
    const setting = member(adapter, key);
    const written = setting === null ? undefined : scalarText(setting);
    return written === undefined || setting === undefined
      ? []
      : [[key, isScalar(setting) ? setting : written] as const];
  });
  const scenario = members(below(value, "scenario_spec", "args")).flatMap(([key, argument]) =>
    isScalar(argument) ? [[`scenario.${key}`, argument] as const] : [],
  );
  return {
    kind: "run",
    run_id: text(member(value, "name")) ?? null,
    params: {
      ...Object.fromEntries(told),
      scenario: text(below(value, "scenario_spec", "class_name")) ?? null,
      ...Object.fromEntries(scenario),
    },
    where: { pointer: "/name" },
  };
}

const isScalar = (value: Value): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
