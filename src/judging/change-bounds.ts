import type { FactOf } from "../model/fact.js";
import type { BoundJudgement, Direction, Quantified } from "./bound.js";
import { judgeChange } from "./change.js";
import type { MetricBounds } from "./measurements-asked.js";
import type { Uncertainty } from "./uncertainty.js";
import { shownChange, shownNumber } from "./wording.js";

/** One bound of a rule, judged. */
export interface Part {
  readonly judgement: BoundJudgement;
  /** What was asked, in words; made where somebody reads it. */
  readonly text: () => string;
  readonly kind: string;
  readonly bound: number;
  readonly change: number | null;
  /** What to do where it is not a matter of more examples. */
  readonly mend?: string;
}

/** A candidate's value beside its baseline's, and what is asked of the change. */
export interface ChangeToJudge {
  readonly name: string;
  readonly candidate: Quantified;
  readonly baseline: Quantified;
  readonly baselineLabel: string;
  readonly bounds: MetricBounds;
  readonly confidence: number | null;
  /** What rows that both answered say of the change; null where there are none. */
  readonly paired: Uncertainty | null;
  /** Why rows of both cannot be compared row by row, where there are rows: then nothing is shown to hold. */
  readonly unpaired: string | null;
  readonly brief: boolean;
}

const unknown: BoundJudgement = {
  outcome: "inconclusive",
  rung: "point",
  method: null,
  interval: null,
  pValue: null,
  samplesNeeded: null,
};

/** Every bound on the change from the baseline. */
export function changeBounds(fact: FactOf<"measurement">, asked: ChangeToJudge): readonly Part[] {
  const { bounds, candidate, baseline } = asked;
  const change = candidate.value - baseline.value;
  const parts: Part[] = [];
  const add = (kind: string, direction: Direction, bound: number, text: () => string, shown = bound): void => {
    parts.push({
      judgement: judged(asked, direction, bound),
      text,
      kind,
      bound: shown,
      change,
    });
  };
  if (bounds.mayLose !== null) {
    const margin = bounds.mayLose.value;
    const lowerIsBetter = fact.higher_is_better === false;
    if (fact.higher_is_better === null) {
      parts.push({
        judgement: unknown,
        text: () => `whether a higher ${asked.name} is better is not known`,
        mend: "say change-at-least or change-at-most in place of may-lose",
        kind: "may-lose",
        bound: margin,
        change,
      });
    } else
      add(
        "may-lose",
        lowerIsBetter ? "at-most" : "at-least",
        lowerIsBetter ? margin : -margin,
        () => `may lose ${shownNumber(margin)}`,
        margin,
      );
  }
  const { changeAtLeast, changeAtMost } = bounds;
  if (changeAtLeast !== null)
    add(
      "change-at-least",
      "at-least",
      changeAtLeast.value,
      () => `change at least ${shownChange(changeAtLeast.value)}`,
    );
  if (changeAtMost !== null)
    add("change-at-most", "at-most", changeAtMost.value, () => `change at most ${shownChange(changeAtMost.value)}`);
  parts.push(...relativeBounds(asked));
  return parts;
}

/** A relative bound is the absolute one at that share of the baseline's size, which is right for negative baselines too. */
function relativeBounds(asked: ChangeToJudge): readonly Part[] {
  const { candidate, baseline, bounds, baselineLabel } = asked;
  const relative = [
    ["at-least", bounds.relativeChangeAtLeast],
    ["at-most", bounds.relativeChangeAtMost],
  ] as const;
  return relative.flatMap(([direction, bound]): Part[] => {
    if (bound === null) return [];
    const kind = `relative-change-${direction}`;
    const change = candidate.value - baseline.value;
    const text = (): string => `relative change ${direction.replace("-", " ")} ${shownChange(bound.value)}`;
    if (baseline.value === 0) {
      const why = (): string => `${text()}, but the ${baselineLabel} is 0`;
      const mend = "say change-at-least or change-at-most, which need no share of the baseline";
      return [{ judgement: unknown, text: why, kind, bound: bound.value, change, mend }];
    }
    const judgement = judged(asked, direction, bound.value * Math.abs(baseline.value));
    return [{ judgement, text, kind, bound: bound.value, change }];
  });
}

/** Rows that do not pair show nothing to hold, whatever the values say. */
function judged(
  { candidate, baseline, confidence, paired, unpaired, brief }: ChangeToJudge,
  direction: Direction,
  bound: number,
): BoundJudgement {
  const judgement = judgeChange(candidate, baseline, direction, bound, confidence, paired, brief);
  return unpaired !== null && judgement.outcome === "met" ? { ...judgement, outcome: "inconclusive" } : judgement;
}
