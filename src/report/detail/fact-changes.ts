import { comparable } from "../../judging/comparable.js";
import { shownSlice } from "../../judging/wording.js";
import type { Evidence } from "../../model/evidence.js";
import type { FactOf } from "../../model/fact.js";
import type { FactChange, ReportedInterval } from "../../model/report-detail.js";
import type { Source } from "../../model/source.js";
import { newcombeDifferenceInterval } from "../../statistics/newcombe-difference-interval.js";
import { normalCriticalValue } from "../../statistics/normal-distribution.js";

/** A fact reduced to what it is about and what it says. */
interface Stated {
  readonly kind: FactChange["kind"];
  readonly what: string;
  readonly says: string | number;
  /** Compared in place of `says` where that is only a part of it. */
  readonly identity: string;
  readonly measurement: FactOf<"measurement"> | null;
  readonly source: Source;
}

/**
 * What the facts of a model say otherwise than before, fact by fact: added, gone, or of another value. Runs, versions
 * and dates are not compared: they change with every training. What a side states twice and differently is left out.
 */
export function factChanges(now: Evidence, before: Evidence): readonly FactChange[] {
  const [after, then] = [statedIn(now), statedIn(before)];
  const keys = [...new Set([...then.keys(), ...after.keys()])];
  const changes = keys.flatMap((key) => changeOf(after.get(key), then.get(key)));
  const rank = ({ kind, better }: FactChange): number =>
    (kind === "measurement" ? 0 : kind === "drift" ? 1 : 2) * 3 + (better === false ? 0 : better === null ? 1 : 2);
  return changes.sort((a, b) => rank(a) - rank(b) || byText(`${a.kind} ${a.what}`, `${b.kind} ${b.what}`));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By what they are about; null where a side says two things. */
function statedIn(evidence: Evidence): ReadonlyMap<string, Stated | null> {
  const found = new Map<string, Stated | null>();
  for (const stated of [...measured(evidence), ...drifts(evidence), ...checked(evidence), ...described(evidence)]) {
    const key = `${stated.kind} ${stated.what}`;
    const known = found.get(key);
    found.set(key, known === undefined || known?.identity === stated.identity ? stated : null);
  }
  return found;
}

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(", ");

const measured = (evidence: Evidence): readonly Stated[] =>
  evidence.of("measurement").flatMap((fact) => {
    const read = comparable(fact, null);
    if (fact.about !== null || read.kind === "unreadable") return [];
    const { value } = read.quantified;
    const fold = fact.fold === null ? null : `fold ${fact.fold}`;
    const what = joined(fact.metric, fact.protocol, fact.dataset, fact.split, shownSlice(fact.slice), fold);
    return [
      { kind: "measurement", what, says: value, identity: String(value), measurement: fact, source: fact.source },
    ];
  });

const drifts = (evidence: Evidence): readonly Stated[] =>
  evidence.of("drift").flatMap(({ scope, column, method, score, p_value: p, source }) => {
    const says = score ?? p;
    if (says === null) return [];
    const what = joined(column ?? scope, method, score === null ? "p-value" : null);
    return [{ kind: "drift", what, says, identity: String(says), measurement: null, source }];
  });

const checked = (evidence: Evidence): readonly Stated[] =>
  evidence.of("check").map(({ name, column, passed, source }) => {
    const says = passed === null ? "did not run" : passed ? "passed" : "failed";
    return { kind: "check", what: joined(name, column), says, identity: says, measurement: null, source };
  });

function described(evidence: Evidence): readonly Stated[] {
  const text = (kind: Stated["kind"], what: string, says: string | null, identity: string, source: Source): Stated[] =>
    says === null ? [] : [{ kind, what, says, identity, measurement: null, source }];
  return [
    ...evidence
      .of("card")
      .flatMap(({ section, words, text_digest: digest, field, value, source }) =>
        field === null
          ? text("card", `section ${section ?? "unknown"}`, `${words ?? 0} words`, digest ?? String(words), source)
          : text("card", field, value === null ? null : String(value), String(value), source),
      ),
    ...evidence.of("dataset").flatMap(({ name, role, digest, rows, source }) => {
      const says = digest ?? (rows === null ? null : `${rows} rows`);
      return text("dataset", joined(name ?? "data", role), says, says ?? "", source);
    }),
    ...evidence
      .of("model")
      .flatMap(({ artifact_digest: digest, stage, source }) => [
        ...text("model", "artifact", digest, digest ?? "", source),
        ...text("model", "stage", stage, stage ?? "", source),
      ]),
  ];
}

function changeOf(now: Stated | null | undefined, before: Stated | null | undefined): readonly FactChange[] {
  if (now === null || before === null) return [];
  const either = now ?? before;
  if (either === undefined || now?.identity === before?.identity) return [];
  const shared = {
    kind: either.kind,
    what: either.what,
    before: before?.says ?? null,
    now: now?.says ?? null,
    source: either.source,
  };
  const [a, b] = [now?.says, before?.says];
  if (typeof a !== "number" || typeof b !== "number") {
    return [{ ...shared, difference: null, interval: null, method: null, better: null }];
  }
  const higher =
    either.measurement === null
      ? either.what.endsWith("p-value")
        ? null
        : false
      : either.measurement.higher_is_better;
  const difference = a - b;
  const better = higher === null || difference === 0 ? null : higher === difference > 0;
  return [{ ...shared, difference, ...uncertainty(now?.measurement ?? null, before?.measurement ?? null), better }];
}

const confidence = 0.95;

/** The two-sided interval of a difference of two independent statements; none where either does not say how sure it is. */
function uncertainty(
  now: FactOf<"measurement"> | null,
  before: FactOf<"measurement"> | null,
): { readonly interval: ReportedInterval | null; readonly method: string | null } {
  const none = { interval: null, method: null };
  if (now === null || before === null) return none;
  const [a, b] = [comparable(now, null), comparable(before, null)];
  if (a.kind === "unreadable" || b.kind === "unreadable") return none;
  const [one, other] = [a.quantified, b.quantified];
  if (one.standardError !== null && other.standardError !== null) {
    const reach = normalCriticalValue(confidence) * Math.hypot(one.standardError, other.standardError);
    const difference = one.value - other.value;
    return { interval: { lower: difference - reach, upper: difference + reach }, method: "normal" };
  }
  if (one.trials === null || other.trials === null) return none;
  const found = newcombeDifferenceInterval(
    { successes: Math.round(one.value * one.trials), trials: one.trials },
    { successes: Math.round(other.value * other.trials), trials: other.trials },
    confidence,
  );
  if (found.kind !== "value") return none;
  return { interval: { lower: found.value.lower, upper: found.value.upper }, method: "Newcombe" };
}
