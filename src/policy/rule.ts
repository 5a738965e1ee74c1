import type { Value } from "../model/adapter.js";
import type { Check } from "../model/check.js";
import type { ExpressionCompiler } from "../model/expression.js";
import type { Rule } from "../model/policy.js";
import { ruleFields } from "./envelope.js";
import { complainOfContradictions } from "./contradictions.js";
import { complainOfUnknownKeys, listed, mapping, type At } from "./form.js";
import { atMerged, type MergedRule } from "./merge.js";
import { keyAdvice, meantKey, nearest } from "./nearest.js";
import { optionForm } from "./option-kinds.js";
import { withParameters } from "./parameters.js";
import { complainOfProportions } from "./proportions.js";

/** What the rules of a policy are read with. */
export interface RuleReading {
  readonly checks: ReadonlyMap<string, Check>;
  readonly parameters: ReadonlyMap<string, Value>;
  /** Null where no expression is to be read. */
  readonly expressions: ExpressionCompiler | null;
  /** True where the policy extends another, so that a rule without a check may have been meant as a change. */
  readonly extends: boolean;
}

const envelopeForm = mapping(ruleFields);

/** A merged rule as the engine takes it; null, after complaints, where something is wrong with it. */
export function readRule(merged: MergedRule, reading: RuleReading): Rule | null {
  const at = atMerged(merged);
  const check = checkOf(merged, reading, at);
  if (check === null) return null;
  const known = [check.id, ...Object.keys(check.options), ...Object.keys(ruleFields)];
  const strange = [...merged.keys.keys()].filter((key) => !known.includes(key));
  complainOfUnknownKeys(strange, known, at);
  // A key that is misspelt is not told again as one that is absent.
  const given = new Set([...merged.keys.keys(), ...strange.flatMap((key) => meantKey(key, known) ?? [])]);
  const asked = readAsked(merged, check, reading, at);
  const envelope = readEnvelope(merged, reading, at);
  const complete = [complainOfAbsent(merged, check, given), complainOfNoBound(merged, check, given)].every(Boolean);
  const inRange =
    asked !== null &&
    ![complainOfProportions(check, asked.values, at), complainOfContradictions(asked.values, at)].some(Boolean);
  if (strange.length > 0 || envelope === null || !complete || !inRange) return null;
  const { [check.id]: subject, ...options } = asked.values;
  const { history } = merged;
  return {
    ...envelope,
    id: merged.id,
    check,
    subject,
    options,
    origin: history.at(-1) ?? history[0],
    history,
    origins: new Map([...merged.keys].map(([key, { origin }]) => [key, origin()])),
    written: Object.fromEntries([...merged.keys].map(([key, { value }]) => [key, asked.written[key] ?? value])),
  };
}

function checkOf(merged: MergedRule, { checks, extends: extending }: RuleReading, at: At): Check | null {
  const named = [...merged.keys.keys()].flatMap((key) => checks.get(key) ?? []);
  const [check, second] = named;
  const ids = [...checks.keys()].sort();
  if (second !== undefined) {
    const both = named.map(({ id }) => `\`${id}\``).join(" and ");
    const message = `the rule \`${merged.id}\` names ${named.length} checks, ${both}; a rule is one check`;
    at.complainOfKey(second.id, message, "make a rule of each");
    return null;
  }
  if (check !== undefined) return check;
  const options = new Set([...checks.values()].flatMap((one) => Object.keys(one.options)));
  const known = [...Object.keys(ruleFields), ...options];
  const strange = [...merged.keys.keys()].filter((key) => !known.includes(key));
  for (const key of strange) {
    const near = nearest(key, ids) ?? nearest(key, known);
    at.complainOfKey(key, `unknown key \`${key}\``, keyAdvice(key, near === null ? ids : [near]));
  }
  if (strange.length === 0) {
    const why = extending ? ", and nothing that the policy extends has this rule" : "";
    merged.at.complain(`the rule \`${merged.id}\` names no check${why}`, `name one: ${listed(ids)}`);
  }
  return null;
}

interface Asked {
  readonly values: Readonly<Record<string, unknown>>;
  readonly written: Readonly<Record<string, Value>>;
}

/** Reads the check's subject and options; null where one is wrong. */
function readAsked(merged: MergedRule, check: Check, { parameters, expressions }: RuleReading, at: At): Asked | null {
  const values: Record<string, unknown> = {};
  const written: Record<string, Value> = {};
  let sound = true;
  for (const [key, spec] of [[check.id, check.subject] as const, ...Object.entries(check.options)]) {
    const found = merged.keys.get(key);
    if (found === undefined) continue;
    const value = withParameters(found.value, parameters, at.below(key));
    const read = value === undefined ? undefined : optionForm(spec, expressions).read(value, at.below(key));
    if (value === undefined || read === undefined) sound = false;
    else [written[key], values[key]] = [value, read];
  }
  return sound ? { values, written } : null;
}

type Envelope = Omit<Rule, "id" | "check" | "subject" | "options" | "origin" | "history" | "written" | "origins">;

function readEnvelope(merged: MergedRule, { parameters }: RuleReading, at: At): Envelope | null {
  const complaints: true[] = [];
  const noting = noted(at, complaints);
  const own = [...merged.keys].flatMap(([key, { value }]) => {
    if (!Object.hasOwn(ruleFields, key)) return [];
    const given = key === "confidence" ? withParameters(value, parameters, noting.below(key)) : value;
    return given === undefined ? [] : [[key, given] as const];
  });
  const read = envelopeForm.read(Object.fromEntries(own), noting);
  const { from = null, until = null } = read?.effective ?? {};
  if (from !== null && until !== null && until <= from) {
    noting
      .below("effective")
      .complain(`\`effective\` ends before it begins`, "write a day for `until` that is not before `from`");
  }
  if (read === undefined || complaints.length > 0) return null;
  return {
    then: read.then ?? {},
    confidence: read.confidence,
    evidence: read.evidence ?? null,
    onlyNew: read["only-new"] ?? null,
    effective: { from, until },
    message: read.message ?? null,
    references: read.references ?? [],
    applies: read.applies ?? {},
  };
}

/** The same place; every complaint leaves a mark. */
const noted = (at: At, complaints: true[]): At => ({
  name: at.name,
  complain: (message, mend) => {
    complaints.push(true);
    at.complain(message, mend);
  },
  complainOfKey: (key, message, mend) => {
    complaints.push(true);
    at.complainOfKey(key, message, mend);
  },
  complainWithin: (offset, message, mend) => {
    complaints.push(true);
    at.complainWithin(offset, message, mend);
  },
  below: (key) => noted(at.below(key), complaints),
});

/** True where every required option is given. */
function complainOfAbsent(merged: MergedRule, { options }: Check, given: ReadonlySet<string>): boolean {
  const absent = Object.entries(options).filter(([key, spec]) => spec.required === true && !given.has(key));
  for (const [key, { description }] of absent) {
    merged.at.complain(`the rule \`${merged.id}\` has no \`${key}\``, `write \`${key}\`: ${description}`);
  }
  return absent.length === 0;
}

/** True where there is a bound, or the check needs none. */
function complainOfNoBound(merged: MergedRule, { id, bounds = [] }: Check, given: ReadonlySet<string>): boolean {
  if (bounds.length === 0 || bounds.some((bound) => given.has(bound))) return true;
  const needed = `\`${id}\` needs ${bounds.length === 1 ? "" : "one of "}${listed(bounds.map((bound) => `\`${bound}\``))}`;
  const said = comparisonIn(merged.keys.get(id)?.value);
  merged.at.complain(
    `the rule \`${merged.id}\` has no bound`,
    said === null ? needed : `write { ${id}: ${said.name}, ${said.bound}: ${said.value} }`,
  );
  return false;
}

/** `recall >= 0.9`, which is no name of a metric. */
function comparisonIn(
  subject: Value | undefined,
): { readonly name: string; readonly bound: string; readonly value: string } | null {
  if (typeof subject !== "string" || subject.length > 200) return null;
  const [, name, sign, value] = /^([^<>=\s]+)\s*([<>])=?\s*(\S+)$/.exec(subject) ?? [];
  if (name === undefined || value === undefined) return null;
  return { name, bound: sign === ">" ? "at-least" : "at-most", value };
}
