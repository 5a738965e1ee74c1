import { shownNumber } from "../judging/wording.js";
import type { Finding } from "../model/finding.js";
import type { Report, ReportedModel } from "../model/report.js";
import type { DigestedFile, ReportedWaiver } from "../model/report-run.js";
import { canonicalJson } from "./canonical-json.js";

/** What two reports differ in: each side of what goes in has its own word, and so has what comes out. */
export type DifferenceKind =
  | "clock"
  | "tool"
  | "bundle"
  | "configuration"
  | "policy"
  | "waiver"
  | "evidence"
  | "approval"
  | "change"
  | "decision"
  | "finding"
  | "detail";

export interface Difference {
  readonly kind: DifferenceKind;
  readonly message: string;
}

/** The names of the two sides in messages. */
export interface Sides {
  readonly one: string;
  readonly other: string;
}

/**
 * Everything in which two reports differ: first what went in (tool, configuration, policies, waivers, evidence), then
 * what came out (decisions, findings, and at last anything else).
 */
export function differences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const found = [
    ...toolDifferences(one, other, sides),
    ...fileDifferences("configuration", configurationOf(one), configurationOf(other), sides),
    ...policyDifferences(one, other, sides),
    ...fileDifferences("waiver", one.run.judged_by.waivers, other.run.judged_by.waivers, sides),
    ...waiverDifferences(one, other, sides),
    ...evidenceDifferences(one, other, sides),
    ...approvalDifferences(one, other, sides),
    ...decisionDifferences(one, other, sides),
    ...findingDifferences(one, other, sides),
  ];
  if (found.length > 0) return found;
  return restDifferences(one, other);
}

function toolDifferences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const digests = one.tool.digest !== null && other.tool.digest !== null && one.tool.digest !== other.tool.digest;
  if (one.tool.version === other.tool.version && !digests) return [];
  const told = ({ version, digest }: Report["tool"]): string =>
    `${version}${digests ? ` (${short(digest ?? "")})` : ""}`;
  return [
    {
      kind: "tool",
      message: `the tool is ${told(one.tool)} in ${sides.one} and ${told(other.tool)} in ${sides.other}`,
    },
  ];
}

const configurationOf = ({ run }: Report): readonly DigestedFile[] =>
  run.judged_by.configuration === null ? [] : [run.judged_by.configuration];

/** Files by path: gone, added, or with other bytes. */
function fileDifferences(
  kind: DifferenceKind,
  one: readonly DigestedFile[],
  other: readonly DigestedFile[],
  sides: Sides,
): readonly Difference[] {
  const [before, after] = [byKey(one, ({ path }) => path), byKey(other, ({ path }) => path)];
  return keysOf(before, after).flatMap((path): readonly Difference[] => {
    const [here, there] = [before.get(path), after.get(path)];
    if (here === undefined) return [{ kind, message: `${path} is only in ${sides.other}` }];
    if (there === undefined) return [{ kind, message: `${path} is only in ${sides.one}` }];
    if (here.digest === there.digest) return [];
    return [
      {
        kind,
        message: `${path} is not the same file: ${short(here.digest)} in ${sides.one}, ${short(there.digest)} in ${sides.other}`,
      },
    ];
  });
}

function policyDifferences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const files = ({ policies }: Report): readonly DigestedFile[] =>
    policies.map(({ id, path, digest }) => ({ path: `${id} (${path})`, digest }));
  const changed = fileDifferences("policy", files(one), files(other), sides);
  if (changed.length > 0) return changed;
  const [here, there] = [canonicalJson(one.policies), canonicalJson(other.policies)];
  return here === there
    ? []
    : [{ kind: "policy", message: "a policy's rules are told differently, although its file is the same" }];
}

const waiverKey = ({ rule, model, subject, path, line }: ReportedWaiver): string =>
  JSON.stringify([model, rule, subject, path, line]);

function waiverDifferences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const [before, after] = [byKey(one.waivers, waiverKey), byKey(other.waivers, waiverKey)];
  return keysOf(before, after).flatMap((key): readonly Difference[] => {
    const [here, there] = [before.get(key), after.get(key)];
    const named = here ?? there;
    const what = named === undefined ? "a waiver" : `the waiver of ${named.rule} for ${named.model}`;
    if (here === undefined) return [{ kind: "waiver", message: `${what} is only in ${sides.other}` }];
    if (there === undefined) return [{ kind: "waiver", message: `${what} is only in ${sides.one}` }];
    return fieldsThatDiffer(here, there).map((field) => ({
      kind: "waiver",
      message: `${what}: ${field} is ${shown(here[field])} in ${sides.one}, ${shown(there[field])} in ${sides.other}`,
    }));
  });
}

function evidenceDifferences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const files = ({ inputs }: Report): readonly DigestedFile[] => inputs.map(({ path, digest }) => ({ path, digest }));
  return fileDifferences("evidence", files(one), files(other), sides);
}

function approvalDifferences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const same = canonicalJson(one.run.approvals) === canonicalJson(other.run.approvals);
  return same ? [] : [{ kind: "approval", message: `the approvals of ${sides.one} are not those of ${sides.other}` }];
}

function decisionDifferences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const [before, after] = [byKey(one.models, nameOf), byKey(other.models, nameOf)];
  const whole: readonly Difference[] =
    one.decision === other.decision
      ? []
      : [
          {
            kind: "decision",
            message: `the decision is ${one.decision} in ${sides.one} and ${other.decision} in ${sides.other}`,
          },
        ];
  return [
    ...whole,
    ...keysOf(before, after).flatMap((name): readonly Difference[] => {
      const [here, there] = [before.get(name), after.get(name)];
      if (here === undefined) return [{ kind: "decision", message: `${name} is only in ${sides.other}` }];
      if (there === undefined) return [{ kind: "decision", message: `${name} is only in ${sides.one}` }];
      return modelDifferences(here, there, sides);
    }),
  ];
}

const nameOf = ({ name }: ReportedModel): string => name;

const compared = ["decision", "stage", "version", "risk", "owner"] as const;

const modelDifferences = (here: ReportedModel, there: ReportedModel, sides: Sides): readonly Difference[] =>
  compared.flatMap((field): readonly Difference[] =>
    here[field] === there[field]
      ? []
      : [
          {
            kind: "decision",
            message: `${here.name}: the ${field} is ${shown(here[field])} in ${sides.one} and ${shown(there[field])} in ${sides.other}`,
          },
        ],
  );

function findingDifferences(one: Report, other: Report, sides: Sides): readonly Difference[] {
  const key = ({ fingerprint }: Finding): string => fingerprint;
  const [before, after] = [byKey(one.findings, key), byKey(other.findings, key)];
  return keysOf(before, after).flatMap((fingerprint): readonly Difference[] => {
    const [here, there] = [before.get(fingerprint), after.get(fingerprint)];
    const named = here ?? there;
    const what =
      named === undefined
        ? "a finding"
        : `${named.model}, ${named.rule}${named.subject === null ? "" : ` (${named.subject})`}`;
    if (here === undefined)
      return [{ kind: "finding", message: `${what}: only in ${sides.other}, ${there?.outcome ?? ""}` }];
    if (there === undefined) return [{ kind: "finding", message: `${what}: only in ${sides.one}, ${here.outcome}` }];
    if (canonicalJson(here) === canonicalJson(there)) return [];
    return [{ kind: "finding", message: `${what}: ${changeOf(here, there, sides)}` }];
  });
}

function changeOf(here: Finding, there: Finding, sides: Sides): string {
  if (here.outcome !== there.outcome || here.effect !== there.effect) {
    return `${here.outcome} (${here.effect}) in ${sides.one}, ${there.outcome} (${there.effect}) in ${sides.other}`;
  }
  const [was, is] = [here.judged?.value ?? null, there.judged?.value ?? null];
  if (was !== null && is !== null && was !== is) {
    return `${shownNumber(was)} in ${sides.one}, ${shownNumber(is)} in ${sides.other}`;
  }
  return `${fieldsThatDiffer(here, there).join(", ")} told differently`;
}

/** What is left once everything that has a name is alike. */
function restDifferences(one: Report, other: Report): readonly Difference[] {
  const fields = fieldsThatDiffer(one, other);
  if (fields.length === 0) return [];
  return [{ kind: one.now === other.now ? "detail" : "clock", message: `told differently: ${fields.join(", ")}` }];
}

function fieldsThatDiffer<Value extends object>(one: Value, other: Value): readonly (keyof Value & string)[] {
  const has = (key: string): key is keyof Value & string => Object.hasOwn(one, key);
  return Object.keys(one)
    .filter(has)
    .filter((key) => !isAlike(one[key], other[key]));
}

/** Whether two values have the same JSON; of lists entry by entry, since those of a report may be longer than a text. */
function isAlike(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return canonicalJson(one) === canonicalJson(other);
  return one.length === other.length && one.every((entry, at) => canonicalJson(entry) === canonicalJson(other[at]));
}

function byKey<Value>(values: readonly Value[], key: (value: Value) => string): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [key(value), value]));
}

const keysOf = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].sort();

const short = (digest: string): string => digest.replace(/^sha256:/, "").slice(0, 12);

const shown = (value: unknown): string =>
  value === null ? "nothing" : typeof value === "string" ? value : canonicalJson(value);
