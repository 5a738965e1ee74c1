import type { Retrain } from "../model/finding.js";
import { keeps } from "./bound.js";
import { shownNumber, shownSpan } from "./wording.js";

/** What is known of a model that serves, for the decision whether to train it anew. Null is not asked. */
export interface RetrainingState {
  /** Milliseconds since it was made. */
  readonly age: number | null;
  /** Share of the columns whose drift is over the bound. */
  readonly driftedShare: number | null;
  /** True where drift of the concept was seen. */
  readonly concept: boolean | null;
  /** What the metric has lost since it was made, in its bad direction; and the least that is shown at the rule's confidence. */
  readonly lost: number | null;
  readonly lostAtLeast: number | null;
  /** Rows that have come since. */
  readonly newRows: number | null;
}

/** When a rule has a model trained anew. Null asks nothing. */
export interface RetrainingPlan {
  /** Oldest age, whatever else holds. */
  readonly maxAge: number | null;
  /** Never so soon after the last training. */
  readonly coolDown: number | null;
  /** Age at which the schedule is due. */
  readonly every: number | null;
  readonly driftedShareAtMost: number | null;
  /** Share of drifted columns above which only a full training helps. */
  readonly fullAbove: number;
  readonly mayLose: number | null;
  readonly newRows: number | null;
  readonly costs: RetrainingCosts | null;
}

export interface RetrainingCosts {
  /** Of a day with the whole metric (1.0) lost. */
  readonly staleness: number;
  /** Of a full training with its evaluation and release. */
  readonly full: number;
  /** Of an incremental one; null where there is no such way. */
  readonly incremental: number | null;
  /** Milliseconds over which staying as it is would cost. */
  readonly horizon: number;
}

const DAY = 86_400_000;

/**
 * None, incremental or full, and why. A hard limit of age decides alone; the schedule comes next; events (drift, decay)
 * count where what staying costs is more than what training costs, since drift alone is a poor trigger: it ignores cost.
 *
 * @see Mahadevan & Mathioudakis (2024), Knowledge-Based Systems, arXiv 2310.04216: keep while the cost of staleness is below that of
 *   training; Regol et al. (2025), ICML, PMLR 267
 */
export function decideRetraining(state: RetrainingState, plan: RetrainingPlan): Retrain {
  const { age, newRows } = state;
  if (plan.maxAge !== null && age !== null && age > plan.maxAge)
    return full(`it is ${shownSpan(age)} old, and ${shownSpan(plan.maxAge)} is the limit`);
  if (plan.coolDown !== null && age !== null && age < plan.coolDown)
    return none(`it was trained ${shownSpan(age)} ago, and rests for ${shownSpan(plan.coolDown)}`);
  const scheduled = plan.every !== null && age !== null && age >= plan.every;
  const events = eventsOf(state, plan);
  if (!scheduled && events.length === 0) return none(calm(state));
  const due = [
    ...(scheduled && plan.every !== null ? [`the schedule of ${shownSpan(plan.every)} is due`] : []),
    ...events,
  ];
  if (plan.newRows !== null && newRows !== null && newRows < plan.newRows)
    return none(`${due.join("; ")}; but only ${newRows} of ${plan.newRows} new rows are there to train on`);
  const thorough = needsFull(state, plan);
  const incremental = !thorough && (plan.costs === null ? plan.newRows !== null : plan.costs.incremental !== null);
  if (!scheduled && plan.costs !== null) {
    const weighed = weigh(state.lostAtLeast ?? 0, plan.costs, incremental);
    if (!weighed.pays) return none(`${due.join("; ")}; but ${weighed.why}`);
    due.push(weighed.why);
  }
  return incremental ? { action: "incremental", reason: due.join("; ") } : full(due.join("; "));
}

const full = (reason: string): Retrain => ({ action: "full", reason });
const none = (reason: string): Retrain => ({ action: "none", reason });

function eventsOf(state: RetrainingState, plan: RetrainingPlan): readonly string[] {
  const events: string[] = [];
  const { driftedShare, lost, lostAtLeast } = state;
  if (
    driftedShare !== null &&
    plan.driftedShareAtMost !== null &&
    !keeps(driftedShare, "at-most", plan.driftedShareAtMost)
  )
    events.push(
      `${shownNumber(driftedShare * 100)} % of the columns have drifted, at most ${shownNumber(plan.driftedShareAtMost * 100)} % may`,
    );
  if (state.concept === true) events.push("the concept has drifted");
  if (lost !== null && lostAtLeast !== null && plan.mayLose !== null && !keeps(lostAtLeast, "at-most", plan.mayLose))
    events.push(`the metric has lost ${shownNumber(lost)}, at most ${shownNumber(plan.mayLose)} may be`);
  return events;
}

/** An increment teaches what has moved a little; a changed concept, or most of the inputs changed, asks for all of it. */
const needsFull = ({ concept, driftedShare }: RetrainingState, { fullAbove }: RetrainingPlan): boolean =>
  concept === true || (driftedShare !== null && !keeps(driftedShare, "at-most", fullAbove));

function weigh(
  lost: number,
  { staleness, full: fullCost, incremental: incrementalCost, horizon }: RetrainingCosts,
  incremental: boolean,
): { readonly pays: boolean; readonly why: string } {
  const days = horizon / DAY;
  const staying = Math.max(0, lost) * staleness * days;
  const training = incremental ? (incrementalCost ?? fullCost) : fullCost;
  const pays = !keeps(staying, "at-most", training);
  const even = staleness * days > 0 ? `; it pays from a loss of ${shownNumber(training / (staleness * days))} on` : "";
  return {
    pays,
    why: `staying as it is costs ${shownNumber(staying)} over ${shownSpan(horizon)}, and training ${shownNumber(training)}${pays ? "" : even}`,
  };
}

function calm({ age, driftedShare, lost, concept }: RetrainingState): string {
  const said = [
    ...(age === null ? [] : [`${shownSpan(age)} old`]),
    ...(driftedShare === null ? [] : [`${shownNumber(driftedShare * 100)} % of the columns drifted`]),
    ...(concept === null ? [] : ["no drift of the concept"]),
    ...(lost === null ? [] : [`${shownNumber(lost)} of the metric lost`]),
  ];
  return `nothing asks for it: ${said.join(", ")}`;
}
