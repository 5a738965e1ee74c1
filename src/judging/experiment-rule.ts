import type { CheckInput, Parts } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { judgeAge } from "./age.js";
import { judgeExperiment, type ExperimentAsked, type PlannedSplit } from "./experiment.js";
import { brokenFor } from "./selection.js";
import { missing, unreadableFile } from "./verdict.js";

/** What rules on experiments have in common. */
export const experimentOptions = {
  measure: {
    kind: "text",
    description: "rate: successes by exposures; mean: the mean of a value with its variance. rate by default.",
    choices: ["rate", "mean"],
  },
  "lower-is-better": { kind: "flag", description: "True for errors, complaints, latency; false by default." },
  control: { kind: "text", description: "Name of the arm that serves now; found by its usual names by default." },
  treatment: { kind: "text", description: "Name of the arm that is new; the other one by default." },
  "may-lose": { kind: "quantity", description: "How much worse than control, in the bad direction, it may be." },
  "change-at-least": {
    kind: "quantity",
    description: "How much better than control, in the good direction, it must be.",
  },
  method: {
    kind: "text",
    description:
      "always-valid: an interval that may be looked at at any time, by default; group-sequential: at looks that were planned; fixed-horizon: once, at an end that was fixed.",
    choices: ["always-valid", "group-sequential", "fixed-horizon"],
  },
  "expected-effect": {
    kind: "quantity",
    description:
      "The size of effect thought likely before the start; the bound's size, else a tenth of the control, by default.",
  },
  "planned-looks": { kind: "count", description: "How many looks were planned, for group-sequential." },
  spending: {
    kind: "text",
    description: "How the planned looks share the error: obrien-fleming, by default, or pocock.",
    choices: ["obrien-fleming", "pocock"],
  },
  split: {
    kind: "fields",
    description: "Planned share of each arm by name, such as { control: 0.5, treatment: 0.5 }.",
  },
  "min-samples": { kind: "count", description: "Exposures below which an arm is inconclusive; 100 by default." },
  "min-duration": { kind: "duration", description: "The shortest run that counts, such as 7d for whole weeks." },
  "max-age": { kind: "duration", description: "The oldest experiment that counts." },
} as const satisfies OptionTable;

export type ExperimentOptions = ValuesOf<typeof experimentOptions>;

/** Words for what rules on experiments are judged on: an experiment ends, and another takes its place. */
export const experimentParts: Parts<readonly string[]> = {
  one: "experiment",
  several: "experiments",
  of: ({ evidence, subject }) =>
    experimentsNamed(evidence, subject).map(({ name, source }) => ({
      name: name ?? "without a name",
      source,
      exchanged: true,
    })),
};

const experimentsNamed = (evidence: Evidence, names: readonly string[]): readonly FactOf<"experiment">[] =>
  evidence.of("experiment").filter(({ name }) => names.includes("any") || (name !== null && names.includes(name)));

/** Experiments that a rule judges, a verdict each. */
export function judgeExperiments(
  { evidence, now, history, confidence }: CheckInput,
  names: readonly string[],
  asked: ExperimentOptions,
  splitOf: (experiment: FactOf<"experiment">) => PlannedSplit | null,
): readonly Verdict[] {
  const broken = brokenFor(evidence, "experiment")[0];
  if (broken !== undefined) return [unreadableFile(broken)];
  const found = experimentsNamed(evidence, names);
  const oldest = asked["max-age"];
  const absent = names
    .filter((name) => name !== "any" && !found.some((experiment) => experiment.name === name))
    .map((name) => missing(`there is no experiment ${name}`, "commit its summary below the model's folder", name));
  if (found.length === 0 && absent.length === 0)
    return [missing("there is no experiment", "commit the summary of each arm below the model's folder")];
  return [
    ...absent,
    ...found.flatMap((experiment) => [
      ...judgeExperiment(experiment, askedOf(asked, splitOf(experiment), experiment, confidence, now)),
      ...(oldest === undefined
        ? []
        : [
            judgeAge(
              [{ at: experiment.ended ?? experiment.at, source: experiment.source }],
              oldest,
              now,
              "the experiment",
              history,
            ),
          ]),
    ]),
  ];
}

/** Without any confidence in rule and policy, 95 %: a bare difference of arms says nothing. */
const DEFAULT_CONFIDENCE = 0.95;

function askedOf(
  asked: ExperimentOptions,
  split: PlannedSplit | null,
  { arms }: FactOf<"experiment">,
  confidence: number | null,
  now: number,
): ExperimentAsked {
  const gain = asked["change-at-least"]?.value;
  const loss = asked["may-lose"]?.value;
  // Both bound the gain from below: the stricter of two holds the other as well.
  const byLoss = gain === undefined || (loss !== undefined && -loss > gain);
  const bound = byLoss ? -(loss ?? 0) : gain;
  const measure = asked.measure === "mean" ? "mean" : "rate";
  return {
    control: asked.control ?? null,
    treatment: asked.treatment ?? null,
    measure,
    lowerIsBetter: asked["lower-is-better"] === true,
    bound,
    boundKind: byLoss ? "may-lose" : "change-at-least",
    split,
    looking: {
      method: methodOf(asked.method),
      expectedEffect: asked["expected-effect"]?.value ?? (bound === 0 ? tenthOf(arms, measure) : Math.abs(bound)),
      plannedLooks: asked["planned-looks"] ?? null,
      spending: asked.spending === "pocock" ? "pocock" : "obrien-fleming",
    },
    confidence: confidence ?? DEFAULT_CONFIDENCE,
    minimum: asked["min-samples"] ?? 100,
    shortest: asked["min-duration"] ?? null,
    now,
  };
}

function methodOf(written: string | undefined): ExperimentAsked["looking"]["method"] {
  switch (written) {
    case "group-sequential":
    case "fixed-horizon":
      return written;
    default:
      return "always-valid";
  }
}

/** A tenth of what the first arm has: an effect that most experiments are planned for. */
function tenthOf(arms: FactOf<"experiment">["arms"], measure: "rate" | "mean"): number {
  const [first] = arms;
  const level = measure === "mean" ? first?.mean : (first?.successes ?? 0) / Math.max(1, first?.exposures ?? 1);
  return Math.max(Math.abs(level ?? 0) / 10, 1e-6);
}

/** The planned shares as a rule writes them; null where it writes none. */
export function writtenSplit(split: ExperimentOptions["split"]): PlannedSplit | null {
  if (split === undefined) return null;
  const shares = Object.entries(split).map(
    ([name, share]) => [name, typeof share === "number" ? share : Number.NaN] as const,
  );
  return { shares: new Map(shares), assumed: false };
}
