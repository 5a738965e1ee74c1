import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.js";
import { outcomes, type Outcome } from "../../src/model/finding.js";
import { corpusIsThere, isFromCorpus } from "./corpus.js";
import { promised } from "./promised.js";
import { judged, of, rules, type Circumstances, type Files } from "../judge/judged.js";
import { onPullRequest } from "../judge/left-out.js";

/** One case of a check: evidence and a rule, through the whole journey. */
export interface CheckCase {
  readonly files: Files;
  /** The rule's value as it stands in a policy: `{ metric: recall, at-least: 0.8 }`. */
  readonly rule: string;
  /** A part of what the finding that has the outcome says. */
  readonly says?: string | RegExp;
  /** Where the finding points: `path:line`. */
  readonly at?: string;
  readonly with?: Circumstances;
  /** A line of the policy above its rules, such as `confidence: 95%`. */
  readonly policy?: string;
}

export type CheckCases = { readonly [O in Outcome]?: Readonly<Record<string, CheckCase>> };

/** Outcomes that every check must be seen to give: what it lets through, what it stops, and evidence that is not there. */
const always = ["met", "not-met", "missing"] as const satisfies readonly Outcome[];

const severity: readonly Outcome[] = ["not-met", "unreadable", "missing", "inconclusive", "met", "not-applicable"];

/**
 * The specification of a check as a table. A check must be seen to be met, not met and missing (but for those that
 * `never` names, which it cannot be), let through and stopped on files of the corpus; the worst of a rule's findings is the case's outcome; and the same facts in reverse give
 * the same outcomes.
 */
export function describeCheck(id: string, cases: CheckCases, never: readonly Outcome[] = []): void {
  describe(id, () => {
    test("is a check, and its cases show what it lets through and what it stops", () => {
      expect(checks.map((check) => check.id)).toContain(id);
      const due = always.filter((outcome) => !never.includes(outcome));
      expect(due.filter((outcome) => Object.keys(cases[outcome] ?? {}).length === 0)).toEqual([]);
    });
    test.skipIf(!corpusIsThere || !promised.includes(id))("is shown on real files, let through and stopped", () => {
      const stop = always.find((outcome) => outcome !== "met" && !never.includes(outcome));
      expect(
        ["met" as const, ...(stop === undefined ? [] : [stop])].filter((outcome) => !hasRealCase(cases[outcome])),
      ).toEqual([]);
    });
    for (const outcome of outcomes) {
      for (const [title, one] of Object.entries(cases[outcome] ?? {})) {
        test(`${outcome}: ${title}`, async () => {
          const findings = await findingsOf(one, one.files);
          expect({ outcome: worst(findings), said: findings.map(({ message }) => message) }).toMatchObject({ outcome });
          const telling = findings.filter((finding) => finding.outcome === outcome);
          if (one.says !== undefined)
            expect(telling.map(({ message }) => message).join("\n")).toMatch(
              typeof one.says === "string" ? new RegExp(escaped(one.says), "u") : one.says,
            );
          if (one.at !== undefined)
            expect(
              telling.flatMap(({ sources }) => sources.map(({ path, line }) => `${path}:${line ?? ""}`)),
            ).toContain(one.at);
          expect(telling.every(({ message }) => message.trim() !== "")).toBe(true);
          const reversed = await findingsOf(one, inReverse(one.files));
          expect(summary(reversed)).toEqual(summary(findings));
          if (outcome === "not-met") expect(await metWithout(id, one)).toEqual([]);
          // What stands on the base already may warn instead; that something was left out is never said of it.
          if (outcome === "met" && one.with?.base === undefined)
            expect(summary(await findingsOf(onItself(one), one.files))).toEqual(summary(findings));
        });
      }
    }
  });
}

/** More lines than these are all alike. */
const MOST_LEFT_OUT = 30;

/** The lines of facts, and the files, which a pull request leaves out to meet the rule: of a check that has parts none. */
async function metWithout(id: string, one: CheckCase): Promise<readonly string[]> {
  const check = checks.find((known) => known.id === id);
  if (check?.parts === undefined || one.with?.base !== undefined) return [];
  const met: string[] = [];
  for (const [what, files] of withoutEach(one.files).slice(0, MOST_LEFT_OUT)) {
    const found = await findingsOf(onItself(one), files);
    if (found.length > 0 && found.every(({ effect }) => effect === "pass")) met.push(what);
  }
  return met;
}

const withoutEach = (files: Files): readonly (readonly [left: string, rest: Files])[] =>
  Object.entries(files).flatMap(([path, text]) => {
    const others = Object.entries(files).filter(([other]) => other !== path);
    const whole = [path, Object.fromEntries(others)] as const;
    if (!path.endsWith(".facts.jsonl")) return [whole];
    const facts = text.split("\n").filter(Boolean);
    const parts = facts.map((left) => {
      const rest = `${facts.filter((fact) => fact !== left).join("\n")}\n`;
      return [left, Object.fromEntries([...others, [path, rest]])] as const;
    });
    return [...parts, whole];
  });

/** The same as a pull request that changes nothing. */
const onItself = (one: CheckCase): CheckCase => ({
  ...one,
  with: { ...one.with, ...onPullRequest(one.files, one.with?.configuration) },
});

const hasRealCase = (cases: Readonly<Record<string, CheckCase>> = {}): boolean =>
  Object.values(cases).some(({ files }) => Object.values(files).some(isFromCorpus));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const findingsOf = async ({ rule, policy, with: circumstances }: CheckCase, files: Files) => {
  const text = rules(`it: ${rule}`);
  return of(await judged(files, policy === undefined ? text : `${policy}\n${text}`, circumstances), "it");
};

const worst = (findings: readonly { readonly outcome: Outcome }[]): Outcome | undefined =>
  severity.find((outcome) => findings.some((finding) => finding.outcome === outcome));

const summary = (findings: readonly { readonly subject: string | null; readonly outcome: Outcome }[]) =>
  findings.map(({ subject, outcome }) => `${subject ?? ""}: ${outcome}`).toSorted();

/** The same facts, last line first. */
const inReverse = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith(".facts.jsonl") ? `${text.split("\n").filter(Boolean).toReversed().join("\n")}\n` : text,
    ]),
  );
