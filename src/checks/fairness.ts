import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import type { BoundJudgement } from "../judging/bound.js";
import { judgeDifference, judgeRatio } from "../judging/fairness-gap.js";
import { groupRates, rateWords, type GroupRate, type GroupRates, type Rate } from "../judging/fairness-groups.js";
import { reportedFairness } from "../judging/fairness-report.js";
import { reversalOf } from "../judging/fairness-reversal.js";
import { leftOutRows } from "../judging/predictions/left-out-rows.js";
import { brokenFor } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownBeside, shownEstimate, shownNumber } from "../judging/wording.js";

const notions = ["demographic-parity", "equal-opportunity", "equalized-odds", "impact-ratio"] as const;
type Notion = (typeof notions)[number];

const ratesOf: Readonly<Record<Notion, readonly Rate[]>> = {
  "demographic-parity": ["selection_rate"],
  "equal-opportunity": ["recall"],
  "equalized-odds": ["recall", "fpr"],
  "impact-ratio": ["selection_rate"],
};

const options = {
  "for-each": {
    kind: "slice-keys",
    description: "The columns whose values are the groups; an inner list crosses columns.",
    required: true,
  },
  "ratio-at-least": { kind: "proportion", description: "The lowest ratio of a group's rate to the highest group's." },
  "difference-at-most": {
    kind: "proportion",
    description: "How far a group's rate may lie below the highest group's.",
  },
  "min-samples": { kind: "count", description: "Groups with fewer people behind their rate are listed, not judged." },
  "min-share": {
    kind: "proportion",
    description: "Groups with a smaller share of all people are listed, not judged; 2 % with impact-ratio.",
  },
  within: {
    kind: "text",
    description: "A column within whose values the gap must not turn round (Simpson's reversal); from predictions.",
  },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

export const fairness = defineCheck({
  id: "fairness",
  area: "governance",
  title: "Groups of people are treated alike",
  why: "A model that is right on average may fail, refuse or accuse one group of people far more often than another.",
  mend: "Look at the group's data and threshold, retrain, or keep the model from deciding about it.",
  whenNot: "Which notion fits is a question of law and of harm, not of statistics: no model satisfies all of them.",
  subject: { kind: "text", description: "What must be alike between groups.", choices: [...notions] },
  options,
  bounds: ["ratio-at-least", "difference-at-most"],
  example: {
    rule: "equal-chances: { fairness: equal-opportunity, for-each: [age_band], ratio-at-least: 80% }",
    met: "true positive rates of 0.74, 0.71 and 0.77 in three age bands",
    notMet: "a true positive rate of 0.31 in one age band and 0.77 in another",
  },
  needs: ["measurement", "table"],
  tablesFor: () => ["predictions"],
  parts: [{ one: "group", several: "groups", each: true, of: (input) => comparedOf(input) }],
  columnsFor: (asked) => [...(asked["for-each"] ?? []).flat(), ...(asked.within === undefined ? [] : [asked.within])],

  plain(notion, asked) {
    const bounds = [
      asked["ratio-at-least"] !== undefined &&
        `at least ${shownNumber(asked["ratio-at-least"] * 100)} % of the highest`,
      asked["difference-at-most"] !== undefined &&
        `at most ${shownNumber(asked["difference-at-most"])} below the highest`,
    ].filter((part) => typeof part === "string");
    const rates = ratesOf[notionOf(notion)].map((rate) => rateWords[rate]);
    return `${listed(rates)} of each ${groupWords(asked["for-each"] ?? [])} ${rates.length > 1 ? "are" : "is"} ${listed(bounds)}`;
  },

  evaluate(input) {
    const { evidence, options: asked, subject } = input;
    const broken = brokenFor(evidence, "measurement").find(({ claims }) => !claims);
    if (broken !== undefined) return [unreadableFile(broken)];
    return (asked["for-each"] ?? []).flatMap((keys) => {
      const groups = ratesOf[notionOf(subject)].map((rate) => ({ rate, rates: groupRates(evidence, keys, rate) }));
      if (groups.every(({ rates }) => rates.kind === "none")) return withoutGroups(groups[0]?.rates, keys, input);
      return [
        ...groups.flatMap(({ rate, rates }) => judgeRates(rate, rates, keys, input)),
        ...leftOut(groups[0]?.rates, keys),
      ];
    });
  },
});

const notionOf = (subject: string): Notion => notions.find((notion) => notion === subject) ?? "demographic-parity";

const groupWords = (keys: readonly (readonly string[])[]): string =>
  listed(
    keys.map((own) => own.join(" and ")),
    "or",
  );

/** Nothing counts or states the groups: a report's own sum over them may be left. */
function withoutGroups(rates: GroupRates | undefined, keys: readonly string[], input: Input): readonly Verdict[] {
  const subject = keys.join(" and ");
  const reported = reportedFairness(notionOf(input.subject), keys, input);
  if (reported.length > 0) return reported;
  const why = rates?.kind === "none" ? rates.why : null;
  const message = `nothing states the rates of groups by ${subject}${why === null ? "" : `; ${why}`}`;
  const mend = "commit predictions with the group's column, or an evaluation by group with its trials";
  const sources = rates?.kind === "none" ? rates.sources : [];
  const verdict = missing(message, mend, subject, sources);
  return [rates?.kind === "none" && rates.broken ? { ...verdict, outcome: "unreadable" } : verdict];
}

function judgeRates(rate: Rate, found: GroupRates, keys: readonly string[], input: Input): readonly Verdict[] {
  const subject = keys.join(" and ");
  if (found.kind === "none")
    return [missing(`nothing states the ${rateWords[rate]} of groups by ${subject}`, "state it by group", subject)];
  const isSmall = smallAmong(found.rates, input);
  const judged = found.rates.filter((group) => !isSmall(group));
  const named = (group: GroupRate): string => namedBy(input, rate, group);
  const small = found.rates.filter(isSmall).map((group): Verdict => ({
    subject: named(group),
    outcome: "not-applicable",
    message: `${group.tally?.trials ?? 0} people behind the ${rateWords[rate]}, fewer than are judged`,
    sources: [group.source],
  }));
  const best = judged.reduce<GroupRate | null>(
    (most, group) => (group.rate !== null && group.rate > (most?.rate ?? -1) ? group : most),
    null,
  );
  if (best === null || judged.length < 2)
    return [
      ...small,
      {
        subject,
        outcome: "inconclusive",
        message: `${judged.length} ${judged.length === 1 ? "group" : "groups"} by ${subject} to compare: a gap needs two`,
        sources: judged.map(({ source }) => source).slice(0, 1),
      },
    ];
  const others = judged.filter((group) => group !== best);
  return [...others.map((group) => judgeGroup(group, best, rate, named(group), found, keys, input)), ...small];
}

/** Which of these groups are too small to be judged. */
function smallAmong(rates: readonly GroupRate[], { options: asked, subject }: Input): (group: GroupRate) => boolean {
  const people = rates.reduce((sum, { tally }) => sum + (tally?.trials ?? 0), 0);
  const least = asked["min-share"] ?? (subject === "impact-ratio" ? 0.02 : 0);
  return ({ tally }) => tally !== null && (tally.trials < (asked["min-samples"] ?? 0) || tally.trials < least * people);
}

/** People of whom nothing says in which group they are. */
function leftOut(found: GroupRates | undefined, keys: readonly string[]): readonly Verdict[] {
  if (found?.kind !== "rates" || found.predictions === null) return [];
  const { table, places } = found.predictions;
  return leftOutRows(keys, found.leftOut, places.length, keys.join(" and "), table.source);
}

const partOf = (name: string, source: EvidencePart["source"]): EvidencePart => ({ name, source, subject: name });

/** Each group and rate, or what a report states over all groups: a gap must not close because who has it is left out. */
function comparedOf(input: Input): readonly EvidencePart[] {
  const { evidence, options: asked, subject } = input;
  return (asked["for-each"] ?? []).flatMap((keys) => {
    const groups = ratesOf[notionOf(subject)].flatMap((rate) => {
      const found = groupRates(evidence, keys, rate);
      return found.kind === "none" ? [] : found.rates.map((group) => partOf(namedBy(input, rate, group), group.source));
    });
    if (groups.length > 0) return groups;
    return reportedFairness(notionOf(subject), keys, input).map(({ judged, sources: [source = null] }) =>
      partOf(judged?.metric ?? keys.join(" and "), source),
    );
  });
}

/** A group where one rate is compared; rate and group where several are. */
const namedBy = ({ subject }: Input, rate: Rate, { group }: GroupRate): string =>
  ratesOf[notionOf(subject)].length > 1 ? `${rateWords[rate]}, ${group}` : group;

const settledBy = ({ samplesNeeded }: BoundJudgement, group: GroupRate, best: GroupRate): string =>
  samplesNeeded === null
    ? ""
    : `; about ${shownEstimate(samplesNeeded)} more of ${group.group}, and as many times more of ${best.group}, would settle it`;

interface Part {
  readonly judgement: BoundJudgement;
  readonly kind: string;
  readonly bound: number;
  readonly value: number;
  readonly text: string;
}

const worstFirst = ["not-met", "inconclusive", "met"] as const;

function judgeGroup(
  group: GroupRate,
  best: GroupRate,
  rate: Rate,
  subject: string,
  found: Extract<GroupRates, { kind: "rates" }>,
  keys: readonly string[],
  { options: asked, confidence }: Input,
): Verdict {
  const sources = [group.source];
  if (group.rate === null || best.rate === null)
    return {
      subject,
      outcome: "inconclusive",
      message: `nobody in ${group.group} has a ${rateWords[rate]}: there are none of whom it could be`,
      sources,
    };
  const gap = { rate: group.rate, best: best.rate, tally: group.tally, bestTally: best.tally };
  const parts: Part[] = [];
  const ratio = asked["ratio-at-least"];
  const difference = asked["difference-at-most"];
  if (ratio !== undefined)
    parts.push({
      judgement: judgeRatio(gap, ratio, confidence),
      kind: "ratio-at-least",
      bound: ratio,
      value: gap.best === 0 ? NaN : gap.rate / gap.best,
      text: `ratio ${gap.best === 0 ? "undefined" : shownBeside(gap.rate / gap.best, ratio)}, at least ${shownNumber(ratio)}`,
    });
  if (difference !== undefined)
    parts.push({
      judgement: judgeDifference(gap, difference, confidence),
      kind: "difference-at-most",
      bound: difference,
      value: gap.best - gap.rate,
      text: `${shownBeside(gap.best - gap.rate, difference)} below, at most ${shownNumber(difference)}`,
    });
  const [worst] = parts.sort(
    (a, b) => worstFirst.indexOf(a.judgement.outcome) - worstFirst.indexOf(b.judgement.outcome),
  );
  if (worst === undefined) return { subject, outcome: "not-applicable", message: "no bound is given", sources };
  const { judgement } = worst;
  const reversal =
    asked.within === undefined ? null : reversalOf(found.predictions, keys, group, best, rate, asked.within);
  const interval = judgement.interval;
  const said = [
    `${rateWords[rate]} ${shownNumber(gap.rate)} against ${shownNumber(gap.best)} of ${best.group}: ${parts.map(({ text }) => text).join(", ")}`,
    ...(interval === null || judgement.method === null
      ? []
      : [`${judgement.method} [${shownNumber(interval.lower)}, ${shownNumber(interval.upper)}]`]),
    `n ${group.tally?.trials ?? "unknown"} and ${best.tally?.trials ?? "unknown"}`,
    ...(judgement.outcome === "inconclusive" && judgement.pValue !== null
      ? [`so few people could not have shown the gap that is tolerated${settledBy(judgement, group, best)}`]
      : []),
    ...(reversal === null ? [] : [reversal.message]),
  ];
  return {
    subject,
    outcome: reversal?.turns === true ? "inconclusive" : judgement.outcome,
    message: said.join("; "),
    sources,
    judged: judgedNumbers({
      metric: rate,
      value: Number.isNaN(worst.value) ? null : worst.value,
      unit: "proportion",
      higher_is_better: worst.kind === "ratio-at-least",
      bound_kind: worst.kind,
      bound: worst.bound,
      baseline: gap.best,
      interval: interval !== null && Number.isFinite(interval.upper) ? interval : null,
      n: group.tally?.trials ?? null,
      rung: judgement.rung,
      method: judgement.method,
      confidence,
      samples_needed: judgement.samplesNeeded,
      p_value: judgement.pValue,
    }),
  };
}
