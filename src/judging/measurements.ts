import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { compareWithBaseline } from "./baseline-comparison.js";
import { judgeBound, type Quantified } from "./bound.js";
import type { Part } from "./change-bounds.js";
import { comparable } from "./comparable.js";
import { verdictOf, worstFirst } from "./measurement-verdict.js";
import type { Measurement, MeasurementsToJudge } from "./measurements-asked.js";
import type { JudgedRows } from "./predictions/judged-rows.js";
import { leftOutRows } from "./predictions/left-out-rows.js";
import { uncertaintyOf } from "./predictions/rows.js";
import type { MeasurementGroup } from "./selection.js";
import { slicePool } from "./slice-pool.js";
import { shownNumber, shownSlice } from "./wording.js";

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
    ...leftOut(asked),
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

/** Rows that have no value of the slice's columns. */
function leftOut({ keys, rows, name, several }: MeasurementsToJudge): readonly Verdict[] {
  if (keys === null || rows === null) return [];
  const own = keys.join(", ");
  return leftOutRows(keys, rows.leftOut.rows, rows.leftOut.of, several ? `${name}, ${own}` : own, rows.leftOut.source);
}

/** The subject of the verdict on a slice; on everything together where it is empty. */
export const subjectOf = (slice: string, { name, several }: Pick<MeasurementsToJudge, "name" | "several">): string =>
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
