import { posix } from "node:path";
import type { Check } from "../model/check.js";
import type { ExpressionCompiler } from "../model/expression.js";
import type { Policy, Rule } from "../model/policy.js";
import type { Problem } from "../model/problem.js";
import type { PolicyFiles } from "./files.js";
import type { Layer } from "./layer.js";
import { checkModules } from "./generated/check-modules.js";
import { LayerSource, type Packs } from "./layers.js";
import { mergeEnvelopes, mergeRules, type MergedRule } from "./merge.js";
import { usesParameter } from "./parameters.js";
import { readRule, type RuleReading } from "./rule.js";
import { complainOfStages } from "./stages.js";
import { sha256Digest } from "../model/sha256.js";

/** What policies are read with. */
export interface PolicyWorld {
  readonly checks: readonly Check[];
  readonly packs: Packs;
  /** Where it is null, a policy with an expression is not loaded, and `wantsExpressions` says so. */
  readonly expressions: ExpressionCompiler | null;
  /** The stages that there are; absent where nothing says, and any will do. */
  readonly stages?: readonly string[];
}

export interface LoadedPolicies {
  /** In the order of their references, each once; none where there is any problem. */
  readonly policies: readonly Policy[];
  /** All that is wrong with any of them, by file and place. */
  readonly problems: readonly Problem[];
  /** True where a rule holds an expression, and nothing was given to compile it. */
  readonly wantsExpressions: boolean;
}

/**
 * Loads policies with all that they extend; of checks, packs and the compiler of expressions only what they name.
 *
 * @param references paths relative to the configuration, or `referee:<pack>`
 */
export async function loadAnyPolicies(
  references: readonly string[],
  from: PolicyFiles,
  world: Partial<PolicyWorld> = {},
): Promise<LoadedPolicies> {
  let layers = gatherLayers(references, from, world.packs ?? null);
  if (layers.wantsPacks) layers = gatherLayers(references, from, (await import("./generated/packs.js")).packs);
  const named = world.checks ?? (await checksNamedIn(layers));
  const expressions = world.expressions ?? null;
  const { stages } = world;
  const loaded = policiesOf(layers, named, expressions, stages);
  // Who misspells a name is told the nearest of all names.
  const short = loaded.problems.length > 0 && world.checks === undefined;
  const checks = short ? (await import("../checks/index.js")).checks : named;
  const compiler = loaded.wantsExpressions ? (await import("./expressions/compile.js")).compileExpression : expressions;
  return checks === named && compiler === expressions ? loaded : policiesOf(layers, checks, compiler, stages);
}

/**
 * Loads policies with all that they extend, with everything that they may name at hand.
 *
 * @param references paths relative to the configuration, or `referee:<pack>`
 */
export const loadPolicies = (
  references: readonly string[],
  from: PolicyFiles,
  { checks, packs, expressions, stages }: PolicyWorld,
): LoadedPolicies => policiesOf(gatherLayers(references, from, packs), checks, expressions, stages);

interface GatheredLayers {
  /** What each policy is made of, base first and itself last. */
  readonly chains: readonly (readonly Layer[])[];
  /** What is wrong with the layers themselves; readings of their rules complain here too. */
  readonly problems: Problem[];
  /** How many problems the layers themselves have. */
  readonly found: number;
  /** True where a pack is named, and no packs were given. */
  readonly wantsPacks: boolean;
}

function gatherLayers(references: readonly string[], from: PolicyFiles, packs: Packs | null): GatheredLayers {
  const problems: Problem[] = [];
  const source = new LayerSource(from, problems, packs);
  const chains = references.flatMap((reference) => {
    const chain = source.chain(reference);
    return chain === null ? [] : [chain];
  });
  return { chains, problems, found: problems.length, wantsPacks: source.wantsPacks };
}

/** The checks that keys of the rules name. */
async function checksNamedIn({ chains }: GatheredLayers): Promise<readonly Check[]> {
  const keys = new Set(chains.flatMap((chain) => mergeRules(chain).flatMap((rule) => [...rule.keys.keys()])));
  const named = [...keys].flatMap((key) => (Object.hasOwn(checkModules, key) ? (checkModules[key] ?? []) : []));
  return Promise.all(named.map((load) => load()));
}

function policiesOf(
  { chains, problems, found }: GatheredLayers,
  checks: readonly Check[],
  expressions: ExpressionCompiler | null,
  stages?: readonly string[],
): LoadedPolicies {
  problems.length = found;
  if (stages !== undefined) for (const layer of new Set(chains.flat())) complainOfStages(layer, stages);
  const known = new Map(checks.map((check) => [check.id, check]));
  const policies = new Map<string, Policy>();
  let wantsExpressions = false;
  for (const chain of chains) {
    const own = chain.at(-1);
    if (own === undefined || policies.has(own.path)) continue;
    wantsExpressions ||= expressions === null && mergeRules(chain).some((rule) => isExpression(rule, known));
    const policy = policyOf(chain, own, { checks: known, expressions }, problems);
    const namesake = [...policies.values()].find(({ id }) => id === policy.id);
    if (namesake !== undefined) own.at.complain(...twoAlike(policy.id, namesake.path));
    policies.set(own.path, policy);
  }
  const whole = problems.length === 0 && !wantsExpressions;
  return { policies: whole ? [...policies.values()] : [], problems: inOrder(problems), wantsExpressions };
}

const isExpression = ({ keys, disabled }: MergedRule, checks: ReadonlyMap<string, Check>): boolean =>
  !disabled && [...keys.keys()].some((key) => checks.get(key)?.subject.kind === "expression");

function policyOf(
  chain: readonly Layer[],
  own: Layer,
  read: Pick<RuleReading, "checks" | "expressions">,
  problems: readonly Problem[],
): Policy {
  const { parameters, ...envelope } = mergeEnvelopes(chain);
  const all = mergeRules(chain);
  const merged = all.filter(({ disabled }) => !disabled);
  if (merged.length === 0 && problems.length === 0) {
    const mend = "write `rules:` with at least one rule, such as `recall-floor: { metric: recall, at-least: 80% }`";
    own.at.complain("the policy has no rules", mend);
  }
  const reading = { ...read, parameters, extends: chain.length > 1 };
  const rules = merged.map((rule: MergedRule) => readRule(rule, reading)).filter((rule): rule is Rule => rule !== null);
  let digest: string | undefined;
  return {
    ...envelope,
    id: own.fields.policy ?? nameOf(own.path),
    path: own.path,
    get digest() {
      return (digest ??= digestOf(chain));
    },
    description: own.fields.description ?? null,
    owner: own.fields.owner ?? null,
    gates: own.fields.gates ?? true,
    rules,
    madeOf: chain.map(({ path }) => path),
    ownRules: ownRules(merged, own),
    parameters: [...parameters].map(([name, value]) => ({
      name,
      value,
      usedBy: merged
        .filter(({ keys }) => [...keys.values()].some((key) => usesParameter(key.value, name)))
        .map(({ id }) => id),
    })),
    unusedParameters: unusedParameters(merged, own),
    disabled: all
      .filter(({ disabled }) => disabled)
      .map(({ id, history }) => ({ id, origin: history.at(-1) ?? history[0] })),
  };
}

function ownRules(rules: readonly MergedRule[], { path, parameters }: Layer): ReadonlySet<string> {
  const names = [...parameters.keys()];
  const isOwn = ({ keys, history }: MergedRule): boolean =>
    history.some((origin) => origin.path === path) ||
    [...keys.values()].some(({ value }) => names.some((name) => usesParameter(value, name)));
  return new Set(rules.filter(isOwn).map(({ id }) => id));
}

function unusedParameters(rules: readonly MergedRule[], own: Layer): Policy["unusedParameters"] {
  const values = rules.flatMap(({ keys }) => [...keys.values()].map(({ value }) => value));
  return [...own.parameters.keys()]
    .filter((name) => !values.some((value) => usesParameter(value, name)))
    .map((name) => ({ name, origin: { path: own.path, line: own.lineOfParameter(name) } }));
}

/** A policy that does not say its name has its pack's or its file's. */
const nameOf = (path: string): string =>
  path.startsWith("referee:")
    ? path.slice("referee:".length)
    : posix
        .basename(path)
        .replace(/\.ya?ml$/i, "")
        .replaceAll(/\s+/g, "-");

/** Digest of the texts in the order in which they have their say; where they lie does not matter. */
function digestOf(chain: readonly Layer[]): string {
  const texts = JSON.stringify(chain.map(({ text }) => text));
  return sha256Digest(texts);
}

const twoAlike = (id: string, path: string): readonly [message: string, mend: string] => [
  `two policies are called \`${id}\`; the other one is ${path}`,
  "give one of them another name with `policy:`",
];

/** By file, then by place; what several policies ran into is told once. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map(({ path }) => path))].sort();
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...told.values()].sort(
    (a, b) =>
      files.indexOf(a.path) - files.indexOf(b.path) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
