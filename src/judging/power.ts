import type { Finding, Judged } from "../model/finding.js";
import type { Estimate } from "../model/estimate.js";
import { samplesForBound, trialsForBound, type BoundPlan } from "../statistics/sample-size-for-bound.js";
import { shownNumber } from "./wording.js";

/** How many samples a rule needs for one subject's numbers, and whether they are there. */
export interface PowerRow {
  readonly model: string;
  readonly rule: string;
  readonly subject: string | null;
  /** Samples that there are; null where nothing says. */
  readonly there: number | null;
  /** Samples that show it with the asked power; null where no number is known. */
  readonly needed: number | null;
  readonly state: "there" | "lacking" | "unknown";
  readonly why: string;
}

/** Half the width of a two-sided 95 % interval over its standard error. */
const REACH = 1.959963984540054;

/** What a finding needs: by its value, its bound and how far the value may be off. */
export function powerOf(finding: Finding, power: number, assumed: number | null): PowerRow {
  const { model, policy, rule, subject, judged } = finding;
  const row = { model, rule: `${policy}/${rule}`, subject };
  const unknown = (why: string, there: number | null = null): PowerRow => ({
    ...row,
    there,
    needed: null,
    state: "unknown",
    why,
  });
  if (finding.outcome === "not-applicable") return unknown(finding.message);
  if (judged === null || judged.bound === null || judged.value === null)
    return unknown("it judges no number against a bound");
  const confidence = judged.confidence ?? assumed;
  if (confidence === null)
    return {
      ...row,
      there: judged.n,
      needed: 1,
      state: "there",
      why: "it judges the point: no number of samples is asked",
    };
  if (judged.interval === null || judged.n === null)
    return unknown("neither trials nor a standard error is known: state one, or commit predictions", judged.n);
  const needed = neededFor(judged, { confidence, power });
  if (needed === null) return unknown("its kind of bound is not planned for", judged.n);
  if (needed.kind !== "value")
    return unknown(
      `no number of samples is enough: ${needed.kind === "invalid" ? needed.reason : "the value is the bound itself"}`,
      judged.n,
    );
  const side = finding.outcome === "not-met" || isBroken(judged) ? "that it is broken" : "that it holds";
  return {
    ...row,
    there: judged.n,
    needed: needed.value,
    state: needed.value <= judged.n ? "there" : "lacking",
    why: `to show ${side}, at ${shownNumber(confidence * 100)} % and with power ${shownNumber(power * 100)} %`,
  };
}

function neededFor(judged: Judged, plan: BoundPlan): Estimate<number> | null {
  const { interval, n } = judged;
  const held = heldOf(judged);
  if (held === null || interval === null || n === null) return null;
  if (judged.method === "Wilson" && judged.change === null) return trialsForBound(held.value, held.bound, plan);
  return samplesForBound(held.value, (interval.upper - interval.lower) / (2 * REACH), n, held.bound, plan);
}

/** The value and the bound on one scale; null for a kind that has none. */
function heldOf({ value, change, bound, bound_kind: kind, baseline, higher_is_better: higher }: Judged) {
  if (value === null || bound === null) return null;
  switch (kind) {
    case "at-least":
    case "at-most":
    case "ratio-at-least":
    case "difference-at-most":
      return { value, bound };
    case "may-lose":
      return change === null || higher === null ? null : { value: change, bound: higher ? -bound : bound };
    case "change-at-least":
    case "change-at-most":
      return change === null ? null : { value: change, bound };
    case "relative-change-at-least":
    case "relative-change-at-most":
      return change === null || baseline === null ? null : { value: change, bound: bound * Math.abs(baseline) };
    default:
      return null;
  }
}

function isBroken(judged: Judged): boolean {
  const held = heldOf(judged);
  if (held === null) return false;
  const atMost =
    judged.bound_kind?.endsWith("at-most") === true ||
    (judged.bound_kind === "may-lose" && judged.higher_is_better === false);
  return atMost ? held.value > held.bound : held.value < held.bound;
}
