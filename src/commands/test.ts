import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { ExitStatus } from "../decide.js";
import { walk } from "../discover/walk.js";
import type { Policy } from "../model/policy.js";
import { problemAt, UsageError, type Problem } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { differences, type Difference } from "../policy-tests/compare.js";
import { coverageOf, unshown, type RuleCoverage } from "../policy-tests/coverage.js";
import { readPolicyTests, type PolicyTest, type PolicyTestFile } from "../policy-tests/form.js";
import { mutate, mutationWords, type MutationTally } from "../policy-tests/mutate.js";
import { runTest } from "../policy-tests/run.js";
import { policyFilesOf } from "../policy/files.js";
import { loadAnyPolicies } from "../policy/load.js";
import { paint, printable, type Paint } from "../report/paint.js";
import { outcomes } from "../model/finding.js";
import { disk, kindOnDisk } from "../world/disk.js";
import type { Command } from "./command.js";

const ending = ".test.yaml";

export const test: Command = {
  id: "test",
  summary: "Runs the tests of policies: facts in, findings out. Exit status 0 where all hold, 1 where one does not.",
  usage: "[PATH…] [--mutate [--all]] [--coverage]",
  options: {
    mutate: {
      type: "boolean",
      value: "",
      description: "also spoil the evidence of cases that hold, and name the rules that did not notice",
    },
    all: {
      type: "boolean",
      value: "",
      description: "with --mutate, ask the rules of what a policy extends as well, which their own tests answer for",
    },
    coverage: { type: "boolean", value: "", description: "also show which outcomes of each rule the cases show" },
    verbose: { type: "boolean", value: "", description: "name the cases that hold as well" },
  },
  examples: ["model-referee test", "model-referee test policies/gate.test.yaml --mutate --coverage"],

  async run(args, world) {
    const files = testFiles(world.folder, args.positionals);
    const suites = await suitesOf(files, world.folder);
    const painted = paint(world.out.isTerminal && world.environment["NO_COLOR"] === undefined);
    if (args.flag("all") && !args.flag("mutate"))
      throw new UsageError([problemAt("usage", "--all says which rules --mutate asks", "say --mutate as well")]);
    let failed = 0;
    let held = 0;
    let unnoticed = 0;
    for (const { file, policy } of suites) {
      const runs: Run[] = [];
      for (const one of file.tests) {
        const report = await runTest(one, policy, world.version);
        const found = differences(
          one,
          report,
          policy.rules.map(({ id }) => id),
        );
        if (found.length > 0) world.out.write(failureText(file, one, found, painted));
        else if (args.flag("verbose"))
          world.out.write(`${painted.green("ok")}    ${printable(`${file.path}: ${one.name}`)}\n`);
        failed += found.length > 0 ? 1 : 0;
        if (found.length === 0) runs.push({ test: one, report });
      }
      held += runs.length;
      if (args.flag("coverage")) world.out.write(coverageText(policy, coverageOf(policy, runs)));
      if (!args.flag("mutate")) continue;
      const counted = args.flag("all") ? new Set(policy.rules.map(({ id }) => id)) : policy.ownRules;
      const tally = await mutate(policy, runs, counted, (mutant) => runTest(mutant, policy, world.version));
      unnoticed += tally.unnoticed.length;
      world.out.write(mutationText(policy, tally, counted.size, painted));
    }
    world.out.write(`${held} held, ${failed} failed${unnoticed === 0 ? "" : `, ${unnoticed} not noticed`}\n`);
    const status: ExitStatus = failed > 0 || unnoticed > 0 ? 1 : 0;
    return status;
  },
};

interface Run {
  readonly test: PolicyTest;
  readonly report: Report;
}

/** Files of tests at or below paths, relative to the folder. @throws UsageError where there is none */
function testFiles(folder: string, paths: readonly string[]): readonly string[] {
  const found = (paths.length === 0 ? ["."] : paths).flatMap((path) => {
    const absolute = resolve(folder, path);
    const kind = kindOnDisk(absolute);
    if (kind === null)
      throw new UsageError([problemAt("usage", `there is nothing at ${path}`, "name a folder or file that exists")]);
    if (kind !== "folder") return [absolute];
    return walk(disk(absolute), [""], [], false)
      .files.filter((file) => file.endsWith(ending))
      .map((file) => join(absolute, file));
  });
  const files = [...new Set(found)].map((path) => relative(folder, path).split(sep).join("/"));
  if (files.length > 0) return files.sort();
  const mend = "write `<policy>.test.yaml` beside a policy, with `tests: [{ name, facts, findings }]`";
  throw new UsageError([problemAt("usage", "no tests of policies were found", mend)]);
}

interface Suite {
  readonly file: PolicyTestFile;
  readonly policy: Policy;
}

/** Tests with the policies that they test. @throws UsageError with everything that is wrong with any of them */
async function suitesOf(paths: readonly string[], folder: string): Promise<readonly Suite[]> {
  const problems: Problem[] = [];
  const suites: Suite[] = [];
  for (const path of paths) {
    const absolute = resolve(folder, path);
    const text = policyFilesOf(disk(dirname(absolute))).read(basename(absolute));
    if (text.kind !== "text") {
      const why = text.kind === "missing" ? "it is not there" : text.why;
      problems.push(problemAt("policy", `the tests cannot be read: ${why}`, "name another file", { path }));
      continue;
    }
    const file = readPolicyTests(text.text, path, problems);
    if (file === null) continue;
    const loaded = await policyOf(file, absolute, folder);
    problems.push(...loaded.problems);
    const [policy] = loaded.policies;
    if (policy !== undefined) suites.push({ file, policy });
  }
  if (problems.length > 0) throw new UsageError(problems);
  return suites;
}

/** A policy is read from the folder that is asked for, so that what it extends may lie anywhere below. */
function policyOf({ policy }: PolicyTestFile, absolute: string, folder: string) {
  const reference = policy ?? `${basename(absolute).slice(0, -ending.length)}.yaml`;
  if (reference.startsWith("referee:")) return loadAnyPolicies([reference], policyFilesOf(disk(folder)));
  const path = relative(folder, resolve(dirname(absolute), reference))
    .split(sep)
    .join("/");
  const outside = path.startsWith("../");
  return outside
    ? loadAnyPolicies([reference], policyFilesOf(disk(dirname(absolute))))
    : loadAnyPolicies([path], policyFilesOf(disk(folder)));
}

function failureText(file: PolicyTestFile, one: PolicyTest, found: readonly Difference[], { red }: Paint): string {
  const lines = [`${red("FAIL")}  ${printable(`${file.path}:${one.line}: ${one.name}`)}`];
  for (const { rule, expected, found: said, near } of found) {
    lines.push(`  ${printable(rule ?? "decision")}`);
    lines.push(`    - ${printable(expected)}`);
    if (said.length === 0) {
      const hint = near === null ? "" : `; did you mean ${near}?`;
      lines.push(`    + nothing: no rule of this name judged the model${printable(hint)}`);
    }
    for (const finding of said) lines.push(`    + ${printable(finding)}`);
  }
  return `${lines.join("\n")}\n`;
}

function coverageText({ id }: Policy, rules: readonly RuleCoverage[]): string {
  const width = Math.max(4, ...rules.map(({ rule }) => rule.length));
  const header = ["rule".padEnd(width), ...outcomes].join("  ");
  const rows = rules.map((one) =>
    [
      one.rule.padEnd(width),
      ...outcomes.map((outcome) => String(one.counts[outcome] || "·").padStart(outcome.length)),
      ...unshown(one).map((what) => `never shown: ${what}`),
    ].join("  "),
  );
  return [`coverage of ${printable(id)}`, header, ...rows].map((line) => `  ${line}\n`).join("");
}

function mutationText(
  { id, rules }: Policy,
  { tried, noticed, unnoticed }: MutationTally,
  counted: number,
  { yellow }: Paint,
): string {
  const lines = unnoticed.map(({ rule, kind, tried: times }) =>
    kind === null
      ? `${printable(rule)}: no case shows it met, so that nothing could be spoilt`
      : `${printable(rule)} did not notice that ${mutationWords[kind]} (${times} tried)`,
  );
  const others = rules.length - counted;
  const left =
    others === 0 ? "" : `; ${others} ${others === 1 ? "rule" : "rules"} of what it extends not asked (--all asks them)`;
  const head = `  mutations of ${printable(id)}: ${noticed} of ${tried} noticed${left}\n`;
  return head + lines.map((line) => `    ${yellow(line)}\n`).join("");
}
