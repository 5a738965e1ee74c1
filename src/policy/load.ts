import { createHash } from "node:crypto";
import { posix } from "node:path";
import { checks as allChecks } from "../checks/index.js";
import type { Check } from "../model/check.js";
import type { ExpressionCompiler } from "../model/expression.js";
import type { Policy, Rule } from "../model/policy.js";
import type { Problem } from "../model/problem.js";
import type { PolicyFiles } from "./files.js";
import type { Layer } from "./layer.js";
import { LayerSource, type Packs } from "./layers.js";
import { mergeEnvelopes, mergeRules, type MergedRule } from "./merge.js";
import { readRule, type RuleReading } from "./rule.js";

/** What policies are read with, where it is not the tool's own: for tests. */
export interface PolicyWorld {
  readonly checks?: readonly Check[];
  readonly packs?: Packs;
  /** Without it, a policy with an expression is not loaded, and `wantsExpressions` says so. */
  readonly expressions?: ExpressionCompiler | null;
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
 * Loads policies whose rules may be expressions: what compiles them is loaded where there is one.
 *
 * @param references paths relative to the configuration, or `referee:<pack>`
 */
export async function loadAnyPolicies(
  references: readonly string[],
  from: PolicyFiles,
  world: PolicyWorld = {},
): Promise<LoadedPolicies> {
  const loaded = loadPolicies(references, from, world);
  if (!loaded.wantsExpressions) return loaded;
  const { compileExpression } = await import("./expressions/compile.js");
  return loadPolicies(references, from, { ...world, expressions: compileExpression });
}

/**
 * Loads policies with all that they extend.
 *
 * @param references paths relative to the configuration, or `referee:<pack>`
 */
export function loadPolicies(
  references: readonly string[],
  from: PolicyFiles,
  { checks = allChecks, packs, expressions = null }: PolicyWorld = {},
): LoadedPolicies {
  const problems: Problem[] = [];
  const source = packs === undefined ? new LayerSource(from, problems) : new LayerSource(from, problems, packs);
  const known = new Map(checks.map((check) => [check.id, check]));
  const policies = new Map<string, Policy>();
  let wantsExpressions = false;
  for (const reference of references) {
    const chain = source.chain(reference);
    const own = chain?.at(-1);
    if (chain === null || own === undefined || policies.has(own.path)) continue;
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
  const merged = mergeRules(chain).filter(({ disabled }) => !disabled);
  if (merged.length === 0 && problems.length === 0) {
    const mend = "write `rules:` with at least one rule, such as `recall-floor: { metric: recall, at-least: 80% }`";
    own.at.complain("the policy has no rules", mend);
  }
  const reading = { ...read, parameters, extends: chain.length > 1 };
  const rules = merged.map((rule: MergedRule) => readRule(rule, reading)).filter((rule): rule is Rule => rule !== null);
  return {
    ...envelope,
    id: own.fields.policy ?? nameOf(own.path),
    path: own.path,
    digest: digestOf(chain),
    description: own.fields.description ?? null,
    owner: own.fields.owner ?? null,
    gates: own.fields.gates ?? true,
    rules,
  };
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
  return `sha256:${createHash("sha256").update(texts).digest("hex")}`;
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
