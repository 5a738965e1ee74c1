import type { FactOf } from "../model/fact.js";
import type { Judged, Outcome, Verdict } from "../model/finding.js";
import type { Quantity } from "../model/option.js";
import type { Source } from "../model/source.js";
import { judgeBound, type Quantified } from "./bound.js";
import { changeBounds, type Part } from "./change-bounds.js";
import { comparable } from "./comparable.js";
import type { JudgedRows } from "./predictions/judged-rows.js";
import { changeUncertainty, uncertaintyOf } from "./predictions/rows.js";
import { slicePool } from "./slice-pool.js";
import { quantityOf, type MeasurementGroup, type Selection } from "./selection.js";
import type { Uncertainty } from "./uncertainty.js";
import { shownBeside, shownChange, shownChangeBeside, shownEstimate, shownNumber, shownSlice } from "./wording.js";

type Measurement = FactOf<"measurement">;
type Measurements = Extract<Selection, { kind: "measurements" }>;

export interface MetricBounds {
  readonly atLeast: Quantity | null;
  readonly atMost: Quantity | null;
  readonly mayLose: Quantity | null;
  readonly changeAtLeast: Quantity | null;
  readonly changeAtMost: Quantity | null;
  readonly relativeChangeAtLeast: Quantity | null;
  readonly relativeChangeAtMost: Quantity | null;
  readonly minSamples: number | null;
  readonly sameDataset: boolean | null;
}

export interface MeasurementsToJudge {
  readonly name: string;
  /** True where the rule names several metrics, so that the subject must say which. */
  readonly several: boolean;
  readonly keys: readonly string[] | null;
  readonly selection: Measurements;
  readonly before: Measurements | null;
  readonly baselineLabel: string;
  readonly bounds: MetricBounds;
  readonly confidence: number | null;
  readonly datasets: readonly FactOf<"dataset">[];
  readonly baselineDatasets: readonly FactOf<"dataset">[];
  /** Rows of predictions behind the measurements. */
  readonly rows: JudgedRows | null;
  /** True where nobody is shown what is met. */
  readonly brief: boolean;
}

const worstFirst: readonly Outcome[] = ["not-met", "unreadable", "missing", "inconclusive", "met", "not-applicable"];

/** One verdict a slice, or the worst over the data sets where there are no slices. */
export function judgeMeasurements(asked: MeasurementsToJudge): readonly Verdict[] {
  const bySlice = new Map<string, MeasurementGroup[]>();
  for (const group of asked.selection.groups) {
    const slice = shownSlice(group.facts[0].slice);
    const known = bySlice.get(slice);
    if (known === undefined) bySlice.set(slice, [group]);
    else known.push(group);
  }
  const minimum = asked.keys === null ? null : asked.bounds.minSamples;
  const { judged, small } = slicePool(bySlice, minimum, asked.rows?.pool ?? null);
  const verdicts = judged.map(([slice, groups]) => worst(groups.map((group) => judgeGroup(group, slice, asked))));
  return [
    ...verdicts,
    ...small.map(([slice, groups]) => tooSmall(slice, groups, asked)),
    ...(asked.rows?.without ?? []).map((part) => notComputed(part, asked)),
    ...gone(bySlice, asked),
  ];
}

/** Rows for which the metric does not exist show nothing; few of them are not judged. */
function notComputed({ slice, rows, why, source }: JudgedRows["without"][number], asked: MeasurementsToJudge): Verdict {
  const small = asked.bounds.minSamples !== null && rows < asked.bounds.minSamples;
  return {
    subject: subjectOf(shownSlice(slice), asked),
    outcome: small ? "not-applicable" : "inconclusive",
    message: `${asked.name} cannot be computed from ${rows} rows: ${why}`,
    sources: [source],
  };
}

const subjectOf = (slice: string, { name, several }: MeasurementsToJudge): string =>
  slice === "" ? name : several ? `${name}, ${slice}` : slice;

function worst(verdicts: readonly Verdict[]): Verdict {
  const ordered = [...verdicts].sort((a, b) => worstFirst.indexOf(a.outcome) - worstFirst.indexOf(b.outcome));
  const [first] = ordered;
  if (first === undefined) return { subject: null, outcome: "missing", message: "nothing to judge", sources: [] };
  return first;
}

function tooSmall(slice: string, groups: readonly MeasurementGroup[], asked: MeasurementsToJudge): Verdict {
  const fact = groups[0]?.facts[0];
  return {
    subject: subjectOf(slice, asked),
    outcome: "not-applicable",
    message: `${fact?.n ?? "unknown number of"} examples, fewer than the ${asked.bounds.minSamples ?? 0} that are judged`,
    sources: fact === undefined ? [] : [fact.source],
  };
}

/** Slices that the baseline has and the candidate has not. */
function gone(present: ReadonlyMap<string, unknown>, asked: MeasurementsToJudge): readonly Verdict[] {
  if (asked.keys === null || asked.before === null) return [];
  const slices = new Map(asked.before.groups.map(({ facts }) => [shownSlice(facts[0].slice), facts[0].source]));
  return [...slices]
    .filter(([slice]) => !present.has(slice))
    .map(([slice, source]) => ({
      subject: subjectOf(slice, asked),
      outcome: "missing" as const,
      message: `the ${asked.baselineLabel} states ${asked.name} for ${slice}, the candidate does not`,
      mend: "evaluate the candidate on the same slices",
      sources: [source],
    }));
}

function judgeGroup(group: MeasurementGroup, slice: string, asked: MeasurementsToJudge): Verdict {
  const subject = subjectOf(slice, asked);
  const sources = group.facts.map(({ source }) => source);
  const verdicts = group.facts.map((fact) => judgeFact(fact, subject, asked));
  const first = verdicts[0] ?? worst([]);
  if (!group.conflict)
    return {
      ...first,
      sources: first.sources.length > 1 ? [...new Set([...sources.slice(0, 1), ...first.sources])] : first.sources,
    };
  const values = group.facts
    .map(({ value, source }) => `${value === null ? "no number" : shownNumber(value)} in ${source.path}`)
    .join(", ");
  const allFail = verdicts.every(({ outcome }) => outcome === "not-met");
  return {
    subject,
    outcome: allFail ? "not-met" : "unreadable",
    message: `files disagree about ${asked.name}: ${values}${allFail ? "; each of them fails" : ""}`,
    mend: "find out which file is right, and correct or delete the other",
    sources,
    ...(allFail && first.judged !== undefined ? { judged: first.judged } : {}),
  };
}

function judgeFact(fact: Measurement, subject: string, asked: MeasurementsToJudge): Verdict {
  const spelled = [
    asked.bounds.atLeast,
    asked.bounds.atMost,
    asked.bounds.mayLose,
    asked.bounds.changeAtLeast,
    asked.bounds.changeAtMost,
  ].find((bound) => bound !== null);
  const read = comparable(fact, spelled?.unit ?? null);
  if (read.kind === "unreadable")
    return { subject, outcome: "unreadable", message: read.why, mend: read.mend, sources: [fact.source] };
  const quantified = withUncertainty(fact, read.quantified, asked);
  const parts: Part[] = ownBounds(quantified, asked);
  const behind = asked.rows?.behind.get(fact);
  const rowSource = behind === undefined ? [] : [behind.predictions.table.source];
  const sources: Source[] = [fact.source, ...rowSource.filter(({ path }) => path !== fact.source.path)];
  let baselineValue: number | null = null;
  if (asked.before !== null) {
    const compared = compareWithBaseline(fact, quantified, spelled?.unit ?? null, asked);
    if (compared.kind === "verdict")
      return { ...compared.verdict, subject, sources: [fact.source, ...compared.verdict.sources] };
    parts.push(...compared.parts);
    sources.push(compared.source);
    baselineValue = compared.value;
  }
  return verdictOf(fact, subject, quantified, baselineValue, parts, sources, asked);
}

function withUncertainty(fact: Measurement, quantified: Quantified, { rows }: MeasurementsToJudge): Quantified {
  const behind = rows?.behind.get(fact);
  const uncertainty = behind === undefined ? null : uncertaintyOf(behind);
  return uncertainty === null ? quantified : { ...quantified, uncertainty };
}

function ownBounds(quantified: Quantified, { bounds, confidence, brief }: MeasurementsToJudge): Part[] {
  const own = [
    ["at-least", bounds.atLeast],
    ["at-most", bounds.atMost],
  ] as const;
  return own.flatMap(([direction, bound]): Part[] => {
    if (bound === null) return [];
    const judgement = judgeBound(quantified, direction, bound.value, confidence, brief);
    return [
      {
        judgement,
        text: () => `${direction.replace("-", " ")} ${shownNumber(bound.value)}`,
        kind: direction,
        bound: bound.value,
        change: null,
      },
    ];
  });
}

type Compared =
  | { readonly kind: "parts"; readonly parts: readonly Part[]; readonly source: Source; readonly value: number }
  | { readonly kind: "verdict"; readonly verdict: Omit<Verdict, "subject"> };

function compareWithBaseline(
  fact: Measurement,
  candidate: Quantified,
  unit: Quantity["unit"] | null,
  asked: MeasurementsToJudge,
): Compared {
  const found = baselineOf(fact, asked);
  if (found === null) {
    return {
      kind: "verdict",
      verdict: {
        outcome: "missing",
        message: `the ${asked.baselineLabel} does not state ${asked.name}`,
        mend: "commit its result, or compare with another baseline",
        sources: [],
      },
    };
  }
  const read = comparable(found, unit);
  if (read.kind === "unreadable")
    return {
      kind: "verdict",
      verdict: {
        outcome: "unreadable",
        message: `the ${asked.baselineLabel}: ${read.why}`,
        mend: read.mend,
        sources: [found.source],
      },
    };
  const differs = otherDataset(fact, found, asked);
  if (differs !== null)
    return {
      kind: "verdict",
      verdict: {
        outcome: "not-met",
        message: differs,
        mend: "evaluate both on the same test set, or say `same-dataset: false`",
        sources: [found.source],
      },
    };
  return {
    kind: "parts",
    parts: changeBounds(fact, {
      name: asked.name,
      candidate,
      baseline: withBaselineUncertainty(found, read.quantified, asked),
      baselineLabel: asked.baselineLabel,
      bounds: asked.bounds,
      confidence: asked.confidence,
      paired: pairedOf(fact, found, asked),
      unpaired: unpairedOf(asked),
      brief: asked.brief,
    }),
    source: found.source,
    value: read.quantified.value,
  };
}

function withBaselineUncertainty(fact: Measurement, quantified: Quantified, { rows }: MeasurementsToJudge): Quantified {
  const behind = rows?.behindBaseline.get(fact);
  const uncertainty = behind === undefined || rows?.pairing?.kind === "pair" ? null : uncertaintyOf(behind);
  return uncertainty === null ? quantified : { ...quantified, uncertainty };
}

function pairedOf(fact: Measurement, baseline: Measurement, { rows }: MeasurementsToJudge): Uncertainty | null {
  const own = rows?.behind.get(fact);
  const other = rows?.behindBaseline.get(baseline);
  return own === undefined || other === undefined || rows?.pairing?.kind !== "pair"
    ? null
    : changeUncertainty(own, other);
}

/** Two test sets may be compared where the policy says so. */
const unpairedOf = ({ rows, bounds }: MeasurementsToJudge): string | null =>
  rows?.pairing?.kind === "unpaired" && bounds.sameDataset !== false ? rows.pairing.why : null;

/** The baseline's statement of the same quantity; its own data set's name and run do not matter. */
function baselineOf(fact: Measurement, { before }: MeasurementsToJudge): Measurement | null {
  const alike = (before?.groups ?? [])
    .map(({ facts }) => facts[0])
    .filter((other) => shownSlice(other.slice) === shownSlice(fact.slice));
  const same = alike.find(
    (other) => quantityOf({ ...other, version: fact.version, run: fact.run }) === quantityOf(fact),
  );
  return (
    same ?? alike.find(({ split, protocol }) => split === fact.split && protocol === fact.protocol) ?? alike[0] ?? null
  );
}

/** Why the two were taken on different test sets; null where they were not, or where it cannot be told and need not be. */
function otherDataset(
  fact: Measurement,
  before: Measurement,
  { bounds, datasets, baselineDatasets, baselineLabel }: MeasurementsToJudge,
): string | null {
  if (bounds.sameDataset === false) return null;
  const candidate = digestOf(fact, datasets);
  const baseline = digestOf(before, baselineDatasets);
  if (candidate !== null && baseline !== null)
    return candidate === baseline ? null : `measured on another test set than the ${baselineLabel}`;
  if (bounds.sameDataset !== true) return null;
  if (fact.dataset !== null && before.dataset !== null && fact.dataset === before.dataset) return null;
  return `no evidence says that it was measured on the same test set as the ${baselineLabel}`;
}

function digestOf(fact: Measurement, datasets: readonly FactOf<"dataset">[]): string | null {
  const named = datasets.filter(
    ({ name, digest, run }) =>
      digest !== null &&
      (run === null || fact.run === null || run === fact.run) &&
      fact.dataset !== null &&
      name === fact.dataset,
  );
  const tests = datasets.filter(
    ({ role, digest, run }) =>
      digest !== null && role === "test" && (run === null || fact.run === null || run === fact.run),
  );
  const digests = new Set((named.length > 0 ? named : tests).flatMap(({ digest }) => digest ?? []));
  return digests.size === 1 ? ([...digests][0] ?? null) : null;
}

function verdictOf(
  fact: Measurement,
  subject: string,
  quantified: Quantified,
  baseline: number | null,
  parts: readonly Part[],
  sources: readonly Source[],
  asked: MeasurementsToJudge,
): Verdict {
  const ordered = [...parts].sort(
    (a, b) => worstFirst.indexOf(a.judgement.outcome) - worstFirst.indexOf(b.judgement.outcome),
  );
  const decisive = ordered[0];
  if (decisive === undefined)
    return { subject, outcome: "not-applicable", message: "nothing to compare with", sources };
  const { judgement, change } = decisive;
  if (asked.brief && asked.confidence === null && judgement.outcome === "met")
    return { subject, outcome: "met", message: "", sources };
  // The bound that the value itself is held against, not its change.
  const boundOfValue = parts.find((part) => part.change === null)?.bound ?? null;
  const said = [
    `${fact.metric} ${boundOfValue === null ? shownNumber(quantified.value) : shownBeside(quantified.value, boundOfValue)}`,
    ...(judgement.interval === null || change !== null
      ? []
      : [`[${shownNumber(judgement.interval.lower)}, ${shownNumber(judgement.interval.upper)}]`]),
    ...(baseline === null
      ? []
      : [
          `${asked.baselineLabel} ${shownNumber(baseline)}, change ${change === null ? shownChange(quantified.value - baseline) : shownChangeBeside(quantified.value - baseline, decisive.bound)}${change === null || judgement.interval === null ? "" : ` [${shownChange(judgement.interval.lower)}, ${shownChange(judgement.interval.upper)}]`}`,
        ]),
  ].join(baseline === null ? " " : ", ");
  const method =
    judgement.method === null ? "" : `; ${judgement.method}, n ${quantified.trials ?? quantified.n ?? "unknown"}`;
  const bare =
    judgement.outcome === "inconclusive" &&
    judgement.rung === "point" &&
    asked.confidence !== null &&
    decisive.mend === undefined &&
    judgement.pValue === null;
  const message = [
    `${said}, ${parts.map(({ text }) => text()).join(", ")}${method}`,
    ...(asked.selection.claimed ? ["claimed by the card"] : []),
    ...(asked.rows?.aside.has(fact) === true ? [asked.rows.aside.get(fact) ?? ""] : []),
    ...(change !== null && unpairedOf(asked) !== null ? [`the rows do not pair: ${unpairedOf(asked) ?? ""}`] : []),
    ...(bare
      ? ["a bare value: neither a standard error nor its trials are stated, so its uncertainty is not known"]
      : []),
    ...(judgement.samplesNeeded === null
      ? []
      : [`about ${shownEstimate(judgement.samplesNeeded)} more examples would settle it`]),
  ].join("; ");
  return {
    subject,
    outcome: judgement.outcome,
    message,
    ...(decisive.mend === undefined ? {} : { mend: decisive.mend }),
    sources,
    judged: judgedOf(fact, quantified, baseline, decisive, asked),
  };
}

const judgedOf = (
  fact: Measurement,
  quantified: Quantified,
  baseline: number | null,
  { judgement, kind, bound, change }: Part,
  asked: MeasurementsToJudge,
): Judged => ({
  metric: fact.metric,
  value: quantified.value,
  unit: fact.unit === "percent" ? "proportion" : fact.unit,
  higher_is_better: fact.higher_is_better,
  bound_kind: kind,
  bound,
  baseline,
  change,
  interval: judgement.interval,
  n: quantified.trials ?? quantified.n,
  rung: judgement.rung,
  method: judgement.method,
  confidence: asked.confidence,
  samples_needed: judgement.samplesNeeded,
  p_value: judgement.pValue,
  p_adjusted: null,
});
