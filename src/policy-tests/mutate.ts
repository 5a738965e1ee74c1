import type { Finding, Outcome } from "../model/finding.js";
import type { Policy, Rule } from "../model/policy.js";
import type { Report } from "../model/report.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { member, number, text, type ValueRecord } from "../read/shape.js";
import type { PolicyTest } from "./form.js";

/** How evidence is spoilt. */
export type MutationKind = "drop" | "not-a-number" | "swap" | "loosen" | "truncate";

export const mutationWords: Readonly<Record<MutationKind, string>> = {
  drop: "a fact is left out",
  "not-a-number": "a number becomes NaN",
  swap: "candidate and baseline change places",
  loosen: "a number gets worse by a tenth",
  truncate: "a file is cut in the middle",
};

/** Spoilt evidence of a case that held. */
export interface Mutant {
  readonly kind: MutationKind;
  readonly test: PolicyTest;
}

/** A rule that said the same of spoilt evidence, over all cases in which it was met. */
export interface Unnoticed {
  readonly rule: string;
  /** Null where no case shows the rule met, so that nothing could be spoilt. */
  readonly kind: MutationKind | null;
  readonly tried: number;
}

export interface MutationTally {
  readonly tried: number;
  readonly noticed: number;
  readonly unnoticed: readonly Unnoticed[];
}

/** Every way in which a case's evidence is spoilt, one fact or file at a time. */
export function mutantsOf(test: PolicyTest): readonly Mutant[] {
  const withFacts = (facts: readonly ValueRecord[]): PolicyTest => ({ ...test, facts });
  const replaced = (index: number, fact: ValueRecord): PolicyTest =>
    withFacts(test.facts.map((one, position) => (position === index ? fact : one)));
  const ofFacts = test.facts.flatMap((fact, index): readonly Mutant[] => [
    { kind: "drop", test: withFacts(test.facts.filter((_, position) => position !== index)) },
    ...spoilt(fact).map((one): Mutant => ({ kind: "not-a-number", test: replaced(index, one) })),
    ...worse(fact).map((one): Mutant => ({ kind: "loosen", test: replaced(index, one) })),
  ]);
  const ofFiles = [...test.files].flatMap(([path, content]): readonly Mutant[] => [
    { kind: "drop", test: { ...test, files: new Map([...test.files].filter(([other]) => other !== path)) } },
    { kind: "truncate", test: { ...test, files: new Map(test.files).set(path, content.slice(0, content.length / 2)) } },
  ]);
  const ofIdentity = (["owner", "risk"] as const).flatMap((field): readonly Mutant[] =>
    test[field] === null ? [] : [{ kind: "drop", test: { ...test, [field]: null } }],
  );
  return [...ofFacts, ...ofFiles, ...ofIdentity, ...swaps(test)];
}

function swaps(test: PolicyTest): readonly Mutant[] {
  const kept = test.facts.filter((fact) => fact["kind"] === "approval");
  const own = test.facts.filter((fact) => fact["kind"] !== "approval");
  const champion: readonly Mutant[] =
    test.champion.length === 0
      ? []
      : [{ kind: "swap", test: { ...test, facts: [...test.champion, ...kept], champion: own } }];
  const other = (["base", "release"] as const).flatMap((side): readonly Mutant[] => {
    const facts = test[side];
    return facts === null || facts.length === 0
      ? []
      : [{ kind: "swap", test: { ...test, facts: [...facts, ...kept], [side]: own } }];
  });
  return [...champion, ...other];
}

const judgedNumbers = ["value", "score", "importance"] as const;

const spoilt = (fact: ValueRecord): readonly ValueRecord[] =>
  [...judgedNumbers, "share"].flatMap((field) =>
    number(member(fact, field)) === undefined ? [] : [{ ...fact, [field]: Number.NaN }],
  );

/** A tenth in the number's own bad direction; in both where that is not known. */
function worse(fact: ValueRecord): readonly ValueRecord[] {
  const moved = (field: string, value: number, by: number): ValueRecord => ({
    ...fact,
    [field]: value + by * Math.abs(value),
  });
  return [...judgedNumbers, "share"].flatMap((field) => {
    const value = number(member(fact, field));
    if (value === undefined) return [];
    const up = moved(field, value, 0.1);
    const down = moved(field, value, -0.1);
    if (fact["kind"] === "drift") return [up];
    const higherIsBetter =
      member(fact, "higher_is_better") ?? interpretMetric(text(member(fact, "metric")) ?? "").higherIsBetter;
    return higherIsBetter === true ? [down] : higherIsBetter === false ? [up] : [down, up];
  });
}

/** Kinds of spoiling that a rule should notice, as far as its options and what it found tell. */
function expectedOf(rule: Rule, found: readonly Finding[], tried: ReadonlySet<MutationKind>): readonly MutationKind[] {
  const numeric = found.some(({ judged }) => judged !== null && judged.value !== null);
  const bounded = found.some(({ judged }) => judged !== null && judged.bound !== null);
  const kinds: readonly MutationKind[] = [
    "drop",
    ...(numeric ? (["not-a-number"] as const) : []),
    ...(bounded ? (["loosen"] as const) : []),
    ...(rule.options["against"] === undefined ? [] : (["swap"] as const)),
  ];
  return kinds.filter((kind) => tried.has(kind));
}

const saying = (report: Report, rule: string): string =>
  JSON.stringify(
    report.findings.filter((finding) => finding.rule === rule).map(({ subject, outcome }) => [subject, outcome]),
  );

/**
 * Spoils the evidence of every case that holds, and tells which rules said the same as before. A rule notices a kind of
 * spoiling where, in one case at least, it is met no more.
 *
 * @param runs cases that hold, with their reports
 * @param counted ids of the rules that are asked to notice
 */
export async function mutate(
  policy: Policy,
  runs: readonly Run[],
  counted: ReadonlySet<string>,
  judge: (test: PolicyTest) => Promise<Report>,
): Promise<MutationTally> {
  const rules = policy.rules.filter(({ id }) => counted.has(id));
  const tried = new Map<string, Map<MutationKind, { tried: number; noticed: number }>>();
  const metIn = new Map(rules.map((rule) => [rule.id, runs.filter((run) => isMet(run, rule.id))]));
  for (const run of runs) {
    const met = rules.filter(({ id }) => metIn.get(id)?.includes(run) === true);
    if (met.length === 0) continue;
    const mutants = mutantsOf(run.test);
    const kinds = new Set(mutants.map(({ kind }) => kind));
    for (const mutant of mutants) {
      const after = await judge(mutant.test);
      for (const rule of met) {
        const found = run.report.findings.filter((finding) => finding.rule === rule.id);
        if (!expectedOf(rule, found, kinds).includes(mutant.kind)) continue;
        const byKind = tried.get(rule.id) ?? new Map<MutationKind, { tried: number; noticed: number }>();
        tried.set(rule.id, byKind);
        const counts = byKind.get(mutant.kind) ?? { tried: 0, noticed: 0 };
        const noticed = saying(after, rule.id) !== saying(run.report, rule.id) ? 1 : 0;
        byKind.set(mutant.kind, { tried: counts.tried + 1, noticed: counts.noticed + noticed });
      }
    }
  }
  // What is for a person to judge is never met: a test that says so shows all there is.
  const judged = rules.filter(({ id }) => !runs.some((run) => isNotApplicable(run, id)) || tried.has(id));
  return tallied(judged, tried);
}

interface Run {
  readonly test: PolicyTest;
  readonly report: Report;
}

const isNotApplicable = (run: Run, rule: string): boolean => saysAll(run, rule, "not-applicable");

/** True where a case asks for the rule, and every finding of it has the outcome. */
function saysAll({ test, report }: Run, rule: string, wanted: Outcome): boolean {
  const found = report.findings.filter((finding) => finding.rule === rule);
  return test.findings.has(rule) && found.length > 0 && found.every(({ outcome }) => outcome === wanted);
}

const isMet = (run: Run, rule: string): boolean => saysAll(run, rule, "met");

function tallied(
  rules: readonly Rule[],
  counted: ReadonlyMap<string, ReadonlyMap<MutationKind, { readonly tried: number; readonly noticed: number }>>,
): MutationTally {
  const all = [...counted].flatMap(([rule, byKind]) =>
    [...byKind].map(([kind, counts]) => ({ rule, kind, ...counts })),
  );
  const unmet = rules.filter(({ id }) => !counted.has(id)).map(({ id }) => ({ rule: id, kind: null, tried: 0 }));
  const unnoticed = all.filter(({ noticed }) => noticed === 0).map(({ rule, kind, tried }) => ({ rule, kind, tried }));
  return {
    tried: all.length,
    noticed: all.length - unnoticed.length,
    unnoticed: [...unnoticed, ...unmet],
  };
}
