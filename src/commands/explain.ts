import { evaluateReport } from "./evaluate-report.js";
import { shownEstimate, shownNumber } from "../judging/wording.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Finding } from "../model/finding.js";
import type { Policy, Rule } from "../model/policy.js";
import type { Report } from "../model/report.js";
import { plainPolicy } from "../policy/plain.js";
import { printable } from "../report/paint.js";
import { nearestOf, type Command, type CommandWorld } from "./command.js";
import { placeOf } from "./place.js";
import { prepare } from "./prepare.js";
import { configOption, folderOption, modelOption, nowOption, policyOption } from "./options.js";

export const explain: Command = {
  id: "explain",
  summary: "Explains the merged policies, a rule, or why a rule said what it said: what it read and each step.",
  usage: "[RULE|FINGERPRINT] [--path DIR] [--policy FILE|PACK …] [--plain]",
  options: {
    path: folderOption,
    config: configOption,
    policy: policyOption("explain this policy in place of those that referee.yaml names"),
    model: modelOption("only what was found of this model"),
    plain: { type: "boolean", value: "", description: "a sentence a rule, for the person who signs the policy" },
    now: nowOption,
  },
  examples: ["model-referee explain --plain", "model-referee explain recall-floor"],

  async run(args, world) {
    const [name] = args.positionals;
    const place = placeOf(world.folder, [args.text("path") ?? "."], args.text("config"));
    const prepared = await prepare(place, args.texts("policy"), world.folder, world.clock.now());
    if (args.flag("plain")) {
      for (const policy of prepared.policies) world.out.write(`${plainPolicy(policy).map(printable).join("\n")}\n`);
      return 0;
    }
    if (name === undefined) {
      for (const policy of prepared.policies) writePolicy(policy, world);
      return 0;
    }
    const rules = prepared.policies.flatMap((policy) =>
      policy.rules.filter(({ id }) => id === name || `${policy.id}/${id}` === name).map((rule) => ({ policy, rule })),
    );
    if (rules.length === 0 && !/^[0-9a-f]{8,32}$/.test(name)) throw noSuchRule(name, prepared.policies);
    const report = await evaluateReport(args, world, place, prepared);
    if (rules.length === 0) return explainFinding(name, report, prepared.policies, place.pathPrefix, world);
    for (const { policy, rule } of rules) {
      writeRule(rule, world);
      const found = report.findings.filter((finding) => finding.policy === policy.id && finding.rule === rule.id);
      if (found.length === 0) world.out.write("  no model was judged by it\n");
      for (const finding of found) writeFinding(finding, place.pathPrefix, world);
    }
    return 0;
  },
};

/** One finding, by its fingerprint or the beginning of it, with the rule that it comes from. */
function explainFinding(
  name: string,
  { findings }: Report,
  policies: readonly Policy[],
  prefix: string,
  world: CommandWorld,
): 0 {
  const found = findings.filter(({ fingerprint }) => fingerprint.startsWith(name));
  if (found.length === 0) {
    const mend = "copy the fingerprint from a report of this folder: its clock and policies must be the same";
    throw new UsageError([problemAt("usage", `no finding has the fingerprint ${name}`, mend)]);
  }
  for (const finding of found) {
    const policy = policies.find(({ id }) => id === finding.policy);
    const rule = policy?.rules.find(({ id }) => id === finding.rule);
    if (rule === undefined) world.out.write(`\n  ${printable(finding.rule)}: said by the referee itself\n`);
    else writeRule(rule, world);
    writeFinding(finding, prefix, world);
  }
  return 0;
}

function noSuchRule(name: string, policies: readonly Policy[]): UsageError {
  const known = policies.flatMap(({ rules }) => rules.map(({ id }) => id));
  const nearest = nearestOf(name, known);
  return new UsageError([
    problemAt(
      "usage",
      `no policy has a rule ${name}`,
      nearest === undefined ? `the rules are ${known.join(", ")}` : `did you mean ${nearest}?`,
    ),
  ]);
}

function writePolicy(policy: Policy, { out }: CommandWorld): void {
  out.write(`${printable(policy.id)}  ${printable(policy.path)}\n`);
  if (policy.description !== null) out.write(`  ${printable(policy.description)}\n`);
  if (policy.madeOf.length > 1) out.write(`  made of ${printable(policy.madeOf.join(", then "))}\n`);
  const confidence =
    policy.confidence === null
      ? "none: the points are judged"
      : `${shownNumber(policy.confidence * 100)} %, over all rules together (${policy.adjust})`;
  out.write(`  confidence ${confidence}\n`);
  for (const [outcome, effect] of Object.entries(policy.then)) out.write(`  what is ${outcome} leads to ${effect}\n`);
  const applies = Object.entries(policy.applies);
  for (const [what, names] of applies) out.write(`  applies to ${what}: ${printable(names.join(", "))}\n`);
  for (const rule of policy.rules) writeRule(rule, { out });
  for (const { id, origin } of policy.disabled)
    out.write(`\n  ${printable(id)}: disabled  # ${printable(origin.path)}:${origin.line}\n`);
}

/** The merged rule, each key with the line on which it was last written. */
function writeRule(rule: Rule, { out }: Pick<CommandWorld, "out">): void {
  const [first, ...rest] = rule.history;
  const begun = first === undefined ? "" : `${first.path}:${first.line}`;
  const changed = rest.map(({ path, line }) => `, changed by ${path}:${line}`).join("");
  out.write(`\n  ${printable(rule.id)}:  # ${printable(begun + changed)}\n`);
  const keys = Object.entries(rule.written).map(([key, value]) => [`${key}: ${JSON.stringify(value)}`, key] as const);
  const width = Math.min(60, Math.max(0, ...keys.map(([text]) => text.length)));
  for (const [text, key] of keys) {
    const origin = rule.origins.get(key);
    const place = origin === undefined ? "" : `  # ${origin.path}:${origin.line}`;
    out.write(`    ${printable(text).padEnd(width)}${printable(place) === "" ? "" : `  ${printable(place.trim())}`}\n`);
  }
  out.write(`    ${printable(rule.check.plain(rule.subject, rule.options))}\n`);
  out.write(`    why: ${printable(rule.check.why)}\n`);
}

function writeFinding(finding: Finding, prefix: string, { out }: CommandWorld): void {
  const { judged } = finding;
  out.write(
    `\n  ${printable(finding.model)}${finding.subject === null ? "" : `, ${printable(finding.subject)}`}: ${finding.outcome}, which leads to ${finding.effect}\n`,
  );
  out.write(`    ${printable(finding.message)}\n`);
  for (const { path, line, column } of finding.sources)
    out.write(
      `    read from ${printable(prefix + path)}${line === null ? "" : `:${line}`}${column === null || line === null ? "" : `:${column}`}\n`,
    );
  if (judged !== null) for (const step of stepsOf(judged)) out.write(`    ${printable(step)}\n`);
  if (finding.on_base) out.write("    the base has it already and it is no worse: it only warns\n");
  if (finding.waived !== null)
    out.write(
      `    waived by ${printable(finding.waived.owner)} until ${finding.waived.expires}: ${printable(finding.waived.reason)}\n`,
    );
  if (finding.mend !== "") out.write(`    mend: ${printable(finding.mend)}\n`);
}

/** Each step of the arithmetic, in words. */
function stepsOf(judged: NonNullable<Finding["judged"]>): readonly string[] {
  const {
    value,
    bound,
    bound_kind: kind,
    baseline,
    change,
    interval,
    n,
    rung,
    method,
    confidence,
    p_value: p,
    p_adjusted: adjusted,
    samples_needed: needed,
  } = judged;
  return [
    ...(value === null ? [] : [`value ${shownNumber(value)}${n === null ? "" : `, n ${n}`}`]),
    ...(baseline === null
      ? []
      : [
          `baseline ${shownNumber(baseline)}${change === null ? "" : `; change = value − baseline = ${shownNumber(change)}`}`,
        ]),
    ...(bound === null ? [] : [`bound ${kind ?? ""} ${shownNumber(bound)}`]),
    ...(interval === null
      ? []
      : [
          `two-sided 95 % interval [${shownNumber(interval.lower)}, ${shownNumber(interval.upper)}]${method === null ? "" : ` (${method})`}`,
        ]),
    confidence === null
      ? "no confidence is asked: the point is judged"
      : `one-sided confidence ${shownNumber(confidence * 100)} %, judged on ${rung === "point" ? "a bare value, which cannot tell" : (rung ?? "nothing")}`,
    ...(p === null
      ? []
      : [
          `p-value of “the bound holds”: ${shownNumber(p)}${adjusted === null ? "" : `, ${shownNumber(adjusted)} over the family`}`,
        ]),
    ...(needed === null ? [] : [`about ${shownEstimate(needed)} more examples would settle it`]),
  ];
}
