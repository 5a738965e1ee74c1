import type { Arm, FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { listed } from "./wording.js";

/** One arm's measure with its exposures. */
export interface MeasuredArm {
  readonly name: string;
  readonly exposures: number;
  readonly value: number;
}

/** Treatment less control. */
export interface Comparison {
  readonly control: MeasuredArm;
  readonly treatment: MeasuredArm;
  readonly difference: number;
  readonly standardError: number;
}

export interface ArmsAsked {
  readonly control: string | null;
  readonly treatment: string | null;
  readonly measure: "rate" | "mean";
}

export type ComparisonReading =
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  | { readonly kind: "stopped"; readonly verdict: Omit<Verdict, "subject" | "sources"> };

const controlNames = [
  "control",
  "champion",
  "baseline",
  "stable",
  "primary",
  "default",
  "a",
  "0",
  "original",
  "old",
  "previous",
  "before",
];

/** The arm that the others are held against: the one that is asked for, else the one with a name for it. */
export const controlArm = (names: readonly string[], asked: string | null): string | undefined =>
  asked === null
    ? (names.find((name) => controlNames.includes(name.toLowerCase())) ??
      names.find((name) => controlNames.includes(bareName(name))))
    : names.find((name) => name === asked);

/** `group_a` is A, `control_v1` and `Control (old ranking)` are the control. */
const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\([^()]{0,60}\)/g, "")
    .trim()
    .replace(/^(group|model|variant|variation|arm|bucket|version)[ _-]/, "")
    .replace(/[ _-](group|arm|model|variant|metrics|stats|results?|v?\d[\d.]{0,8})$/, "");

/** The two arms that are compared, and the difference of their measures. */
export function comparisonOf({ arms }: FactOf<"experiment">, asked: ArmsAsked): ComparisonReading {
  const named = controlArm(
    arms.map(({ name }) => name),
    asked.control,
  );
  const control = arms.find(({ name }) => name === named);
  const rest = arms.filter((arm) => arm !== control);
  const treatment =
    asked.treatment === null
      ? rest.length === 1
        ? rest[0]
        : undefined
      : rest.find(({ name }) => name === asked.treatment);
  if (control === undefined || treatment === undefined)
    return stopped(
      "missing",
      `the experiment has ${arms.length === 0 ? "no arms" : `the arms ${listed(arms.map(({ name }) => name))}`}, and which two are compared cannot be told`,
      "say `control:` and `treatment:`",
    );
  const first = measured(control, asked.measure);
  const second = measured(treatment, asked.measure);
  if (typeof first === "string")
    return stopped("unreadable", first, "state exposures and successes, or mean and variance, of each arm");
  if (typeof second === "string")
    return stopped("unreadable", second, "state exposures and successes, or mean and variance, of each arm");
  return {
    kind: "comparison",
    comparison: {
      control: first,
      treatment: second,
      difference: second.value - first.value,
      standardError: Math.sqrt(first.variance + second.variance),
    },
  };
}

const stopped = (outcome: Verdict["outcome"], message: string, mend: string): ComparisonReading => ({
  kind: "stopped",
  verdict: { outcome, message, mend },
});

/** An arm with the variance of its measure, or why it cannot be judged. */
function measured(
  { name, exposures, successes, mean, variance }: Arm,
  measure: "rate" | "mean",
): (MeasuredArm & { readonly variance: number }) | string {
  if (exposures === null || !Number.isInteger(exposures) || exposures < 0)
    return `the exposures of ${name} are no count`;
  if (exposures === 0) return `${name} was exposed to nothing`;
  if (measure === "mean") {
    if (mean === null || variance === null || !Number.isFinite(mean) || !(variance >= 0) || !Number.isFinite(variance))
      return `${name} states no mean with its variance`;
    return { name, exposures, value: mean, variance: variance / exposures };
  }
  if (successes === null || !Number.isFinite(successes)) return `${name} states no successes`;
  if (successes < 0 || successes > exposures) return `${name} has ${successes} successes of ${exposures} exposures`;
  // Half a success either way (Jeffreys), so that an arm without any still varies.
  const smoothed = (successes + 0.5) / (exposures + 1);
  return { name, exposures, value: successes / exposures, variance: (smoothed * (1 - smoothed)) / exposures };
}
