import type { FactOf } from "../model/fact.js";
import { alphaSpendingBounds, type Spending } from "../statistics/alpha-spending-bounds.js";
import { crossingProbability } from "../statistics/crossing-probability.js";
import { equallySpaced } from "../statistics/information-fractions.js";
import { mixtureSequentialTest } from "../statistics/mixture-sequential-test.js";
import { normalQuantile, normalUpperTail } from "../statistics/normal-distribution.js";
import { shownNumber } from "./wording.js";

/** How an experiment may be looked at. */
export interface Looking {
  readonly method: "always-valid" | "group-sequential" | "fixed-horizon";
  /** The size of effect that is thought likely, chosen beforehand: the mixing deviation of the always-valid interval. */
  readonly expectedEffect: number;
  readonly plannedLooks: number | null;
  readonly spending: Spending;
}

export interface LookAsked {
  readonly gain: number;
  readonly standardError: number;
  readonly bound: number;
  /** One-sided, above 0.5. */
  readonly confidence: number;
  readonly looking: Looking;
  readonly experiment: FactOf<"experiment">;
}

export interface LookAnswer {
  readonly outcome: "met" | "not-met" | "inconclusive";
  /** Of the interval about the gain that this way of looking allows; null where there is none. */
  readonly halfWidth: number | null;
  /** One-sided p-value of "the bound holds"; null where there is none. */
  readonly against: number | null;
  readonly how: string;
  readonly mend: string;
  /** By how much the sample would have to grow to settle it; null where it is settled or nobody can tell. */
  readonly growth: number | null;
}

const GREATEST_GROWTH = 1e6;

/** Whether a gain lies above a bound, by a test that stays true however often the experiment is looked at, or as planned. */
export function lookedAt(asked: LookAsked): LookAnswer {
  switch (asked.looking.method) {
    case "always-valid":
      return alwaysValid(asked);
    case "group-sequential":
      return groupSequential(asked);
    case "fixed-horizon":
      return fixedHorizon(asked);
  }
}

const undecided = (how: string, mend: string): LookAnswer => ({
  outcome: "inconclusive",
  halfWidth: null,
  against: null,
  how,
  mend,
  growth: null,
});

function alwaysValid({ gain, standardError, bound, confidence, looking }: LookAsked): LookAnswer {
  const alpha = 2 * (1 - confidence);
  const mixing = looking.expectedEffect ** 2;
  const widthAt = (growth: number): number | null => {
    const answer = mixtureSequentialTest(gain - bound, standardError ** 2 / growth, mixing, alpha);
    return answer.kind === "value" ? answer.value.halfWidth : null;
  };
  const answer = mixtureSequentialTest(gain - bound, standardError ** 2, mixing, alpha);
  if (answer.kind !== "value") return undecided(answer.reason, "state the variance of each arm");
  const { halfWidth, p } = answer.value;
  const apart = gain - bound;
  const outcome = apart > halfWidth ? "met" : apart < -halfWidth ? "not-met" : "inconclusive";
  return {
    outcome,
    halfWidth,
    against: apart < 0 ? p / 2 : 1 - p / 2,
    how: `always valid at ${shownNumber(confidence * 100)} %`,
    mend: "let the experiment run on; this interval may be looked at at any time",
    growth: outcome === "inconclusive" ? growthFor(Math.abs(apart), widthAt) : null,
  };
}

/** The growth of the sample at which the interval no longer reaches across the bound. */
function growthFor(apart: number, widthAt: (growth: number) => number | null): number | null {
  let enough = 1;
  while ((widthAt(enough) ?? Infinity) >= apart) {
    enough *= 2;
    if (enough > GREATEST_GROWTH) return null;
  }
  let short = enough / 2;
  for (let halvings = 0; halvings < 40; halvings++) {
    const middle = (short + enough) / 2;
    if ((widthAt(middle) ?? Infinity) < apart) enough = middle;
    else short = middle;
  }
  return enough;
}

function groupSequential({ gain, standardError, bound, confidence, looking, experiment }: LookAsked): LookAnswer {
  const { plannedLooks, spending } = looking;
  const { looks } = experiment;
  if (plannedLooks === null || plannedLooks < 1)
    return undecided("the rule plans no looks", "say `planned-looks`, as it was agreed before the start");
  if (looks === null)
    return undecided("the experiment does not say how often it was looked at", "write `looks` into the summary");
  if (looks < 1 || looks > plannedLooks)
    return undecided(
      `it was looked at ${looks} times, and ${plannedLooks} looks were planned`,
      "judge it by `method: always-valid`, which allows any number of looks",
    );
  const fractions = equallySpaced(plannedLooks).slice(0, looks);
  const bounds = alphaSpendingBounds(fractions, 2 * (1 - confidence), spending);
  const limit = bounds.kind === "value" ? bounds.value.bounds.at(-1) : undefined;
  if (limit === undefined || standardError === 0)
    return undecided(bounds.kind === "value" ? "neither arm varies" : bounds.reason, "plan fewer looks");
  const z = (gain - bound) / standardError;
  const how = `look ${looks} of ${plannedLooks}, z ${shownNumber(z)} against ${shownNumber(limit)} (${spending})`;
  const outcome = z >= limit ? "met" : z <= -limit ? "not-met" : "inconclusive";
  return {
    outcome,
    halfWidth: Number.isFinite(limit) ? limit * standardError : null,
    against: null,
    how,
    mend: looks < plannedLooks ? "go on to the next planned look" : "the plan is at its end: plan a larger experiment",
    growth: null,
  };
}

function fixedHorizon({ gain, standardError, bound, confidence, experiment }: LookAsked): LookAnswer {
  const critical = -normalQuantile(1 - confidence);
  const { looks } = experiment;
  if (looks === null)
    return undecided(
      "a test for a fixed end, and nobody says how often it was looked at before",
      "write `looks` into the summary, or judge it by `method: always-valid`",
    );
  if (looks !== 1) {
    return undecided(
      `a test for a fixed end that was looked at ${looks} times${inflation(looks, critical, confidence)}`,
      "judge it by `method: always-valid`, or plan the looks",
    );
  }
  if (standardError === 0) return undecided("neither arm varies", "state the variance of each arm");
  const z = (gain - bound) / standardError;
  return {
    outcome: z >= critical ? "met" : z <= -critical ? "not-met" : "inconclusive",
    halfWidth: critical * standardError,
    against: normalUpperTail(-z),
    how: `one look at a fixed end, z ${shownNumber(z)}`,
    mend: "a fixed end allows no second look: plan a larger experiment",
    growth: null,
  };
}

/** What repeated looking makes of the level of a test that was meant for one look. */
function inflation(looks: number, critical: number, confidence: number): string {
  if (looks < 2 || looks > 100) return "";
  const level = crossingProbability(equallySpaced(looks), Array<number>(looks).fill(critical));
  if (level.kind !== "value") return "";
  return `, which makes ${shownNumber(level.value * 50)} % of its ${shownNumber((1 - confidence) * 100)} %`;
}
