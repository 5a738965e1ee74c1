import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Quantified } from "./bound.js";
import { controlArm } from "./arms.js";
import { comparable } from "./comparable.js";
import { assumedEven, ratioOf } from "./experiment.js";
import { listed } from "./wording.js";

type Measurement = FactOf<"measurement">;

/** A KPI in the two arms of an experiment. */
export interface KpiOfArms {
  readonly kind: "arms";
  readonly fact: Measurement;
  readonly treatment: Quantified;
  readonly control: Quantified;
}

export interface ArmsNamed {
  readonly control: string | null;
  readonly treatment: string | null;
}

/**
 * The KPI as an experiment states it for its arms: the treatment, which the candidate is, against the control. Null where no
 * evidence states it for arms.
 *
 * @returns a verdict where the experiment is void, or which two arms are compared cannot be told
 */
export function kpiOfArms(
  kpi: string,
  evidence: Evidence,
  named: ArmsNamed,
): KpiOfArms | { readonly kind: "verdict"; readonly verdict: Verdict } | null {
  const stated = evidence
    .of("measurement")
    .filter(
      ({ claimed, about, slice, metric, raw_metric: raw }) =>
        !claimed && about !== null && Object.keys(slice).length === 0 && (metric === kpi || raw === kpi),
    );
  if (stated.length === 0) return null;
  const sources = stated.slice(0, 6).map(({ source }) => source);
  const stop = (outcome: Verdict["outcome"], message: string, mend: string) => ({
    kind: "verdict" as const,
    verdict: { subject: kpi, outcome, message, mend, sources },
  });
  const experiment = experimentOf(stated, evidence);
  const ratio = experiment === undefined ? null : ratioOf(experiment, { split: assumedEven(experiment) });
  if (ratio?.outcome === "not-met") return stop("not-met", ratio.message, ratio.mend ?? "");
  const names = [...new Set(stated.flatMap(({ about }) => about ?? []))];
  const control = controlArm(names, named.control);
  const rest = names.filter((name) => name !== control);
  const treatment = named.treatment ?? (rest.length === 1 ? rest[0] : undefined);
  const both = [treatment, control].map((name) => stated.filter(({ about }) => about === name));
  const [[now, ...nows] = [], [before, ...befores] = []] = both;
  if (now === undefined || before === undefined)
    return stop(
      "missing",
      `${kpi} is stated for ${listed(names)}, and which two are compared cannot be told`,
      "say `control:` and `treatment:`",
    );
  const differs = [
    ...nows.map(({ value }) => value !== now.value),
    ...befores.map(({ value }) => value !== before.value),
  ];
  if (differs.includes(true))
    return stop("unreadable", `several values of ${kpi} stand side by side`, "leave the one that counts");
  const read = [now, before].map((fact) => quantified(fact, experiment));
  const [first, second] = read;
  if (first === undefined || second === undefined) return null;
  if (first.kind === "unreadable") return stop("unreadable", first.why, first.mend);
  if (second.kind === "unreadable") return stop("unreadable", second.why, second.mend);
  return { kind: "arms", fact: now, treatment: first.quantified, control: second.quantified };
}

/** The experiment whose arms the measurements are about: that of their own file, else the only one. */
function experimentOf(stated: readonly Measurement[], evidence: Evidence): FactOf<"experiment"> | undefined {
  const all = evidence.of("experiment");
  const paths = new Set(stated.map(({ source }) => source.path));
  return all.find(({ source }) => paths.has(source.path)) ?? (all.length === 1 ? all[0] : undefined);
}

/** The value with what the arm's counts say of it: a rate's exposures are its trials, a mean has its own variance. */
function quantified(fact: Measurement, experiment: FactOf<"experiment"> | undefined): ReturnType<typeof comparable> {
  const read = comparable(fact, null);
  const arm = experiment?.arms.find(({ name }) => name === fact.about);
  if (read.kind === "unreadable" || arm === undefined || arm.exposures === null || !(arm.exposures > 0)) return read;
  const { exposures, successes, mean, variance } = arm;
  const { value } = read.quantified;
  if (successes !== null && isClose(value, successes / exposures))
    return { kind: "quantified", quantified: { ...read.quantified, trials: exposures, n: exposures } };
  if (mean !== null && variance !== null && variance >= 0 && isClose(value, mean)) {
    const standardError = Math.sqrt(variance / exposures);
    return { kind: "quantified", quantified: { ...read.quantified, standardError, n: exposures } };
  }
  return read;
}

/** Files round what they print. */
const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-6 * Math.max(Math.abs(one), Math.abs(other));
