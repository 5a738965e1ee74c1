import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { sampleRatioMismatchTest } from "../statistics/sample-ratio-mismatch-test.js";
import { comparisonOf, type Comparison } from "./arms.js";
import { lookedAt, type Looking } from "./looks.js";
import { judgedNumbers } from "./verdict.js";
import { shownChange, shownEstimate, shownNumber, shownSpan } from "./wording.js";

type Experiment = FactOf<"experiment">;

/** Planned share of each arm by name, in any unit. */
export interface PlannedSplit {
  readonly shares: ReadonlyMap<string, number>;
  /** True where nobody wrote the plan, and equal shares are taken for it. */
  readonly assumed: boolean;
}

/** What a rule asks of an experiment. */
export interface ExperimentAsked {
  readonly control: string | null;
  readonly treatment: string | null;
  readonly measure: "rate" | "mean";
  readonly lowerIsBetter: boolean;
  /** The treatment's gain, in its good direction, must lie above this; below 0 for "may lose". */
  readonly bound: number;
  /** How the rule put the bound. */
  readonly boundKind: "may-lose" | "change-at-least";
  /** Null leaves the split unjudged. */
  readonly split: PlannedSplit | null;
  readonly looking: Looking;
  /** One-sided, above 0.5. */
  readonly confidence: number;
  readonly minimum: number;
  readonly shortest: number | null;
  readonly now: number;
}

/** Arms further apart than this were hardly meant to be equal. */
const PLAINLY_UNEQUAL = 1.5;

/** Below this chance of so uneven a split, the experiment is void (Fabijan et al. 2019, KDD, 2156-2164). */
const RATIO_LEVEL = 0.001;

/** Judges one experiment: whether its traffic was split as planned, then whether the treatment's gain is shown. */
export function judgeExperiment(experiment: Experiment, asked: ExperimentAsked): readonly Verdict[] {
  const subject = experiment.name;
  const sources = [experiment.source];
  const compared = comparisonOf(experiment, asked);
  if (compared.kind === "stopped") return [{ ...compared.verdict, subject, sources }];
  const ratio = ratioOf(experiment, asked);
  if (ratio !== null && ratio.outcome !== "met") return [{ ...ratio, subject, sources }];
  const early = tooEarly(experiment, compared.comparison, asked);
  if (early !== null)
    return [
      { subject, outcome: "inconclusive", message: early, mend: "let the experiment run on as planned", sources },
    ];
  return [gainOf(experiment, compared.comparison, asked, ratio?.message ?? null)];
}

/** Equal shares, which are taken for the plan where nobody wrote one. */
export const assumedEven = ({ arms }: Experiment): PlannedSplit => ({
  shares: new Map(arms.map(({ name }) => [name, 1])),
  assumed: true,
});

/** The split of the traffic against its plan; null where no plan is known. */
export function ratioOf(
  { arms }: Experiment,
  { split }: Pick<ExperimentAsked, "split">,
): Omit<Verdict, "subject" | "sources"> | null {
  if (split === null) return null;
  const planned = arms.map(({ name }) => split.shares.get(name));
  const unplanned = arms.find((_, index) => planned[index] === undefined);
  if (unplanned !== undefined || planned.length !== split.shares.size)
    return {
      outcome: "inconclusive",
      message: `the plan of the split does not name the experiment's arms: ${arms.map(({ name }) => name).join(", ")}`,
      mend: "name each arm in `split`",
    };
  const answer = sampleRatioMismatchTest(
    arms.map(({ exposures }) => exposures ?? 0),
    planned.map((share) => share ?? 0),
  );
  if (answer.kind !== "value")
    return { outcome: "inconclusive", message: answer.reason, mend: "find out what the arms were exposed to" };
  const { p } = answer.value;
  const counts = arms.map(({ name, exposures }) => `${name} ${exposures ?? 0}`).join(", ");
  const exposed = arms.map(({ exposures }) => exposures ?? 0);
  if (p < RATIO_LEVEL && split.assumed && Math.max(...exposed) > PLAINLY_UNEQUAL * Math.min(...exposed))
    return {
      outcome: "inconclusive",
      message: `the traffic is not split evenly (${counts}), and no plan says how it should be`,
      mend: "say `split`, as it was planned",
    };
  if (p < RATIO_LEVEL)
    return {
      outcome: "not-met",
      message: `the experiment is void: its traffic was not split as planned (${counts}; sample ratio mismatch, p ${p === 0 ? "< 1e-300" : p.toPrecision(2)}), so nothing that it measured can be trusted`,
      mend: "mend the assignment or the logging, and run the experiment anew",
    };
  return { outcome: "met", message: `the split is as planned (p ${shownNumber(p)})` };
}

function tooEarly(
  { started, ended }: Experiment,
  { control, treatment }: Comparison,
  { minimum, shortest, now }: ExperimentAsked,
): string | null {
  const fewest = Math.min(control.exposures, treatment.exposures);
  if (fewest < minimum) return `${shownNumber(fewest)} exposures in an arm, and at least ${minimum} are asked`;
  if (shortest === null) return null;
  if (started === null) return "the experiment does not say when it started";
  const span = (ended === null ? now : Date.parse(ended)) - Date.parse(started);
  return span < shortest ? `it ran for ${shownSpan(Math.max(0, span))}, and ${shownSpan(shortest)} are asked` : null;
}

function gainOf(experiment: Experiment, comparison: Comparison, asked: ExperimentAsked, ratio: string | null): Verdict {
  const { control, treatment, difference, standardError } = comparison;
  const gain = asked.lowerIsBetter ? -difference : difference;
  const answer = lookedAt({ ...asked, gain, standardError, experiment });
  const bound =
    asked.boundKind === "may-lose"
      ? `may lose ${shownNumber(-asked.bound)}`
      : `must gain at least ${shownNumber(asked.bound)}`;
  const limits =
    answer.halfWidth === null
      ? ""
      : ` [${shownChange(difference - answer.halfWidth)}, ${shownChange(difference + answer.halfWidth)}]`;
  return {
    subject: experiment.name,
    outcome: answer.outcome,
    message: [
      `${treatment.name} ${shownNumber(treatment.value)} against ${control.name} ${shownNumber(control.value)}, ${shownChange(difference)}${limits}, ${bound}; ${answer.how}`,
      ...(ratio === null ? ["the planned split is not known, and was not judged"] : [ratio]),
      ...(answer.growth === null
        ? []
        : [
            `about ${shownEstimate((control.exposures + treatment.exposures) * (answer.growth - 1))} more exposures would settle it`,
          ]),
    ].join("; "),
    ...(answer.outcome === "inconclusive" ? { mend: answer.mend } : {}),
    sources: [experiment.source],
    judged: judgedNumbers({
      metric: asked.measure,
      value: treatment.value,
      higher_is_better: !asked.lowerIsBetter,
      bound_kind: asked.boundKind,
      bound: Math.abs(asked.bound),
      baseline: control.value,
      change: difference,
      interval:
        answer.halfWidth === null
          ? null
          : { lower: difference - answer.halfWidth, upper: difference + answer.halfWidth },
      n: control.exposures + treatment.exposures,
      rung: "trials",
      method: asked.looking.method,
      confidence: asked.confidence,
      p_value: answer.against,
      samples_needed:
        answer.growth === null ? null : Math.ceil((control.exposures + treatment.exposures) * (answer.growth - 1)),
    }),
  };
}
