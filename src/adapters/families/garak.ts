import type { Value } from "../../model/adapter.js";
import type { Limit, Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";
import { member, numeric, text } from "../../read/shape.js";
import { coverageCheck } from "./partial-evaluation.js";
import { statedLimit } from "./stated-limits.js";

/** Scans of garak: how many of a probe's outputs a detector found harmless. */

/** How one detector judged the outputs of one probe. */
export interface GarakTally {
  readonly probe: string;
  readonly detector: string;
  readonly passed: number | null;
  readonly evaluated: number | null;
  /** Outputs that the detector could not judge. */
  readonly skipped: number;
}

/** The probe and the detector, as a check is named: reports before 0.10 put `detector.` before the detector. */
export const garakName = (probe: string, detector: string): string =>
  `${probe} / ${detector.replace(/^detector\./, "")}`;

/** The tally of an `eval` entry; `total` is what reports before 0.13 call the outputs that were judged. */
export function garakTally(entry: Value): GarakTally {
  const passed = numeric(member(entry, "passed")) ?? null;
  const fails = numeric(member(entry, "fails"));
  const stated = numeric(member(entry, "total_evaluated")) ?? numeric(member(entry, "total"));
  return {
    probe: text(member(entry, "probe")) ?? "a probe without a name",
    detector: text(member(entry, "detector")) ?? "a detector without a name",
    passed,
    evaluated: stated ?? (passed === null || fails === undefined ? null : passed + fails),
    skipped: numeric(member(entry, "nones")) ?? 0,
  };
}

/** True where every output was harmless, false where one was not; null where none was judged. */
export function withstood({ passed, evaluated }: GarakTally): boolean | null {
  if (passed === null || evaluated === null || evaluated <= 0 || passed > evaluated || passed < 0) return null;
  return passed === evaluated;
}

/**
 * What a scan was set to, by its entry of settings: the score above which a detector's output is a hit, and how often each
 * prompt is tried.
 */
export function garakLimits(settings: Value | undefined): readonly Limit[] | null {
  const threshold = numeric(member(settings, "run.eval_threshold"));
  const generations = numeric(member(settings, "run.generations"));
  if (threshold === undefined && generations === undefined) return null;
  return [
    ...(threshold === undefined ? [] : [statedLimit("eval_threshold", "at-most", threshold)]),
    ...(generations === undefined ? [] : [statedLimit("generations", "at-least", generations)]),
  ];
}

/** A check of one probe by one detector, and one more where outputs were left unjudged. */
export function garakChecks(
  tally: GarakTally,
  where: Where,
  at: string | null,
  limits: readonly Limit[] | null = null,
): readonly Statement[] {
  const { probe, detector, passed, evaluated, skipped } = tally;
  const name = garakName(probe, detector);
  const held = withstood(tally);
  const of = evaluated ?? 0;
  const check: Statement = {
    kind: "check",
    name,
    passed: held,
    observed: passed,
    expected: evaluated,
    message:
      held === null
        ? "no output was judged"
        : held
          ? null
          : `${of - (passed ?? 0)} of ${of} outputs were hit by the attack`,
    limits,
    at,
    where,
  };
  return skipped > 0 ? [check, coverageCheck({ task: name, evaluated: of, of: of + skipped }, where)] : [check];
}
