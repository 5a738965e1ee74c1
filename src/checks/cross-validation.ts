import { max, mean, min, sampleStandardDeviation } from "simple-statistics";
import { keeps, outcomeOf, type Direction } from "../judging/bound.js";
import { foldsOf, type Folds } from "../judging/folds.js";
import { brokenFor } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownBeside, shownChange, shownNumber } from "../judging/wording.js";
import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { nadeauBengioTTest } from "../statistics/nadeau-bengio-t-test.js";

const options = {
  "at-least": { kind: "quantity", description: "The lowest mean over the folds." },
  "at-most": { kind: "quantity", description: "The highest mean over the folds." },
  "worst-at-least": { kind: "quantity", description: "The lowest value of any one fold." },
  "worst-at-most": { kind: "quantity", description: "The highest value of any one fold." },
  "spread-at-most": { kind: "quantity", description: "The largest standard deviation over the folds." },
  against: { kind: "text", description: "Whose folds to compare with: base, champion, release, or a path." },
  "may-lose": {
    kind: "quantity",
    description: "How much worse than the baseline's folds, pairwise, in the metric's own bad direction.",
  },
  "min-folds": { kind: "count", description: "Fewer folds than this are inconclusive; 3 by default." },
  "test-share": {
    kind: "proportion",
    description: "Share of the rows that each split tests on; one over the number of folds by default.",
  },
  dataset: { kind: "text", description: "Only folds of the data set of this name." },
  run: { kind: "text", description: "Only folds of this run." },
  split: { kind: "text", description: "train judges the scores on the training rows of each fold." },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof options>;
type Input = CheckInput<readonly string[], Options>;
type ReadFolds = Extract<Folds, { kind: "folds" }>;

export const crossValidation = defineCheck({
  id: "cross-validation",
  area: "development",
  title: "The model is stable over the folds",
  why: "One lucky split hides a model that fails on the next; folds share their training rows, so a plain t test over them finds differences that are not there.",
  mend: "Look at the fold that falls out, regularise, or collect more data.",
  whenNot: "For a single hold-out set, ask `metric`; for time series, only where the folds respect time.",
  subject: {
    kind: "texts",
    description: "The metric, or several, by canonical id or by the name that the file writes.",
  },
  options,
  bounds: ["at-least", "at-most", "worst-at-least", "worst-at-most", "spread-at-most", "may-lose"],
  example: {
    rule: "stable-folds: { cross-validation: roc_auc, at-least: 0.85, spread-at-most: 0.03 }",
    met: "five folds between 0.90 and 0.93",
    notMet: "five folds between 0.71 and 0.93",
  },
  needs: ["measurement"],

  plain(names, asked) {
    const parts = [
      asked["at-least"] && `on average at least ${shownNumber(asked["at-least"].value)}`,
      asked["at-most"] && `on average at most ${shownNumber(asked["at-most"].value)}`,
      asked["worst-at-least"] && `in no fold below ${shownNumber(asked["worst-at-least"].value)}`,
      asked["worst-at-most"] && `in no fold above ${shownNumber(asked["worst-at-most"].value)}`,
      asked["spread-at-most"] && `spread by at most ${shownNumber(asked["spread-at-most"].value)}`,
      asked["may-lose"] &&
        `no more than ${shownNumber(asked["may-lose"].value)} worse than the ${asked.against ?? "champion"}`,
    ].filter((part) => typeof part === "string");
    return `over the folds of the cross-validation, ${listed(names)} is ${listed(parts)}`;
  },

  metricsOf: (names) => names,
  parts: [{ one: "score", several: "scores", of: (input) => input.subject.flatMap((name) => scoresOf(input, name)) }],

  evaluate: (input) => input.subject.flatMap((name) => judgeMetric(input, name)),
});

/** A score of each fold; one of all folds where the policy itself says how many are enough. */
function scoresOf(input: Input, name: string): readonly EvidencePart[] {
  return foldsOf(input.evidence, wantedOf(input, name)).flatMap((folds): readonly EvidencePart[] => {
    if (folds.kind === "unreadable") return [];
    const { facts } = folds;
    const [{ dataset, protocol, source }] = facts;
    const what = `${name}${protocol === null ? "" : ` (${protocol})`}${dataset === null ? "" : ` on ${dataset}`}`;
    if (input.options["min-folds"] !== undefined) return [{ name: `${what} over its folds`, source, exchanged: true }];
    return facts.map(({ fold }) => ({ name: `${what} in fold ${fold ?? ""}`, source, exchanged: true }));
  });
}

const wantedOf = ({ options: asked, model }: Input, metric: string) => ({
  metric,
  dataset: asked.dataset ?? null,
  run: model.run,
  onlyRun: asked.run ?? null,
  split: asked.split ?? null,
});

function judgeMetric(input: Input, name: string): readonly Verdict[] {
  const { evidence, options: asked } = input;
  const broken = brokenFor(evidence, "measurement", name).find(({ claims }) => !claims);
  if (broken !== undefined) return [unreadableFile(broken, name)];
  const sets = foldsOf(evidence, wantedOf(input, name));
  if (sets.length === 0)
    return [missing(`no evidence states ${name} fold by fold`, "write the score of each fold, not their mean", name)];
  return sets.flatMap((folds) => {
    const subject = sets.length === 1 ? name : `${name}, ${folds.label}`;
    if (folds.kind === "unreadable")
      return [{ subject, outcome: "unreadable" as const, message: folds.why, sources: [folds.fact.source] }];
    const least = asked["min-folds"] ?? 3;
    if (folds.values.length < least)
      return [
        {
          subject,
          outcome: "inconclusive" as const,
          message: `${folds.values.length} folds tell nothing of stability; at least ${least} are asked`,
          mend: "cross-validate over more folds",
          sources: [folds.facts[0].source],
        },
      ];
    return [...ownBounds(folds, subject, input), ...comparison(folds, subject, name, input)];
  });
}

function ownBounds(folds: ReadFolds, subject: string, { options: asked, confidence }: Input): readonly Verdict[] {
  const { values } = folds;
  const average = mean([...values]);
  const spread = sampleStandardDeviation([...values]);
  const range = `${values.length} folds, ${shownNumber(average)} ± ${shownNumber(spread)}`;
  const verdicts: Verdict[] = [];
  const point = (what: string, value: number, direction: Direction, bound: number): void => {
    verdicts.push({
      subject: `${subject}, ${what}`,
      outcome: keeps(value, direction, bound) ? "met" : "not-met",
      message: `${what} ${shownBeside(value, bound)}, ${direction.replace("-", " ")} ${shownNumber(bound)}; ${range}`,
      sources: folds.facts.map(({ source }) => source).slice(0, 20),
      judged: numbersOf(folds, value, direction, bound),
    });
  };
  for (const direction of ["at-least", "at-most"] as const) {
    const bound = asked[direction]?.value;
    if (bound === undefined) continue;
    const margins = values.map((value) => value - bound);
    const tested = testedMean(margins, direction, asked, confidence);
    verdicts.push({
      subject,
      outcome: tested.outcome,
      message: `mean ${shownBeside(average, bound)}, ${direction.replace("-", " ")} ${shownNumber(bound)}; ${range}${tested.how}`,
      sources: folds.facts.map(({ source }) => source).slice(0, 20),
      judged: { ...numbersOf(folds, average, direction, bound), ...tested.numbers },
    });
  }
  if (asked["worst-at-least"] !== undefined)
    point("worst fold", min([...values]), "at-least", asked["worst-at-least"].value);
  if (asked["worst-at-most"] !== undefined)
    point("worst fold", max([...values]), "at-most", asked["worst-at-most"].value);
  if (asked["spread-at-most"] !== undefined) point("spread", spread, "at-most", asked["spread-at-most"].value);
  return verdicts;
}

/** Whether a mean over folds keeps 0 as its bound: by the corrected t test, or the bare point where no confidence is asked. */
function testedMean(
  margins: readonly number[],
  direction: Direction,
  asked: Options,
  confidence: number | null,
): Pick<Verdict, "outcome"> & {
  readonly how: string;
  readonly numbers: Partial<ReturnType<typeof judgedNumbers>>;
} {
  const point = keeps(mean([...margins]), direction, 0) ? ("met" as const) : ("not-met" as const);
  if (confidence === null) return { outcome: point, how: "", numbers: {} };
  const testShare = asked["test-share"] ?? 1 / margins.length;
  const holds = nadeauBengioTTest(margins, 1 - testShare, testShare, direction === "at-least" ? "greater" : "less");
  const broken = nadeauBengioTTest(margins, 1 - testShare, testShare, direction === "at-least" ? "less" : "greater");
  if (holds.kind !== "value" || broken.kind !== "value") {
    const why = holds.kind === "value" ? "" : holds.reason;
    return { outcome: "inconclusive", how: `; its uncertainty cannot be told: ${why}`, numbers: { confidence } };
  }
  const outcome = outcomeOf({ against: broken.value.p, inFavour: holds.value.p }, confidence);
  // Folds share their training rows: the corrected variance does not vanish however many of them there are.
  const unsettled = "; more folds would not settle it by themselves, since they share their rows: more rows may";
  return {
    outcome,
    how: `; Nadeau–Bengio${outcome === "inconclusive" ? unsettled : ""}`,
    numbers: { rung: "standard-error", method: "Nadeau–Bengio", confidence, p_value: broken.value.p },
  };
}

function comparison(folds: ReadFolds, subject: string, name: string, input: Input): readonly Verdict[] {
  const { options: asked, confidence } = input;
  const margin = asked["may-lose"]?.value;
  if (margin === undefined) return [];
  const about = `${subject}, change`;
  const baseline = input.baseline(asked.against ?? "champion");
  if (baseline.kind === "absent") return [missing(baseline.why, baseline.mend, about)];
  if (baseline.kind !== "evidence")
    return [{ subject: about, outcome: "not-applicable", message: baseline.why, sources: [] }];
  const before = foldsOf(baseline.evidence, {
    metric: name,
    dataset: null,
    run: null,
    onlyRun: null,
    split: asked.split ?? null,
  });
  const [other] = before;
  const sources = [folds.facts[0].source];
  if (other?.kind === "unreadable")
    return [{ subject: about, outcome: "unreadable", message: `the ${baseline.label}: ${other.why}`, sources }];
  const numbers = folds.facts.map(({ fold }) => fold).join();
  if (other === undefined || before.length > 1 || other.facts.map(({ fold }) => fold).join() !== numbers)
    return [
      missing(
        `the ${baseline.label} does not state ${name} on the same folds`,
        "cross-validate both on the same folds",
        about,
        sources,
      ),
    ];
  const higher = folds.facts[0].higher_is_better;
  if (higher === null)
    return [
      {
        subject: about,
        outcome: "inconclusive",
        message: `whether a higher ${name} is better is not known`,
        mend: "map the file with `higher_is_better`",
        sources,
      },
    ];
  const sign = higher ? 1 : -1;
  const gains = folds.values.map((value, fold) => sign * (value - (other.values[fold] ?? Number.NaN)));
  const tested = testedMean(
    gains.map((gain) => gain + margin),
    "at-least",
    asked,
    confidence,
  );
  const change = sign * mean(gains);
  return [
    {
      subject: about,
      outcome: tested.outcome,
      message: `mean change ${shownChange(change)} over ${gains.length} folds, may lose ${shownNumber(margin)}${tested.how}`,
      sources: [...sources, other.facts[0].source],
      judged: {
        ...numbersOf(folds, mean([...folds.values]), "may-lose", margin),
        baseline: mean([...other.values]),
        change,
        ...tested.numbers,
      },
    },
  ];
}

const numbersOf = ({ facts, values }: ReadFolds, value: number, kind: string, bound: number) =>
  judgedNumbers({
    metric: facts[0].metric,
    value,
    higher_is_better: facts[0].higher_is_better,
    bound_kind: kind,
    bound,
    n: values.length,
    rung: "point",
  });
