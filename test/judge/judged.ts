import { judge } from "../../src/judge/judge.js";
import type { JudgeRequest } from "../../src/judge/request.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { noHistory } from "../../src/model/history.js";
import type { Finding } from "../../src/model/finding.js";
import type { Report } from "../../src/model/report.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { loadAnyPolicies } from "../../src/policy/load.js";
import { loadWaivers } from "../../src/policy/waivers.js";
import { memory } from "../../src/world/memory.js";
import { loadPolicies } from "../policy/loaded.js";

export type Files = Readonly<Record<string, string>>;

/** The clock of every run of these tests. */
export const clock = "2026-11-23T09:00:00Z";

export interface Circumstances extends Partial<JudgeRequest> {
  /** A file of waivers, as YAML. */
  readonly waiverText?: string;
}

/** Policies of a text, or of a pack where the text is its name. @throws Error where the policy is refused */
export async function policiesOf(text: string): Promise<JudgeRequest["policies"]> {
  const pack = text.startsWith("referee:");
  const { policies, problems } = await loadAnyPolicies(
    [pack ? text : "gate.yaml"],
    policyFilesOf(memory({ "gate.yaml": text })),
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return policies;
}

/** Every complaint about a policy. */
export const refusalsOf = (text: string): readonly string[] =>
  loadPolicies(["gate.yaml"], policyFilesOf(memory({ "gate.yaml": text }))).problems.map(
    ({ message, mend }) => `${message}; ${mend}`,
  );

/** The report of the real journey over files held in memory, under one policy. */
export function judged(
  files: Files,
  policy: string,
  { waiverText, ...circumstances }: Circumstances = {},
): Promise<Report> {
  const now = Date.parse(clock);
  const written = memory({ "waivers.yaml": waiverText ?? "[]" });
  const { waivers, problems } = loadWaivers(["waivers.yaml"], policyFilesOf(written), now);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  const run = (policies: JudgeRequest["policies"]): Promise<Report> =>
    judge({
      tree: memory(files),
      rootName: "repository",
      configuration: defaultConfiguration,
      policies,
      waivers,
      judgedBy: { commit: null, configuration: null, waivers: [], named: ["gate.yaml"] },
      scope: [""],
      only: [],
      stage: null,
      event: null,
      author: null,
      approvals: [],
      history: noHistory("tests have none"),
      base: null,
      onlyNew: false,
      release: () => null,
      touched: null,
      now,
      clockGiven: true,
      version: "0.0.0",
      head: null,
      policiesFrom: "working-tree",
      complete: true,
      problems: [],
      notes: [],
      progress: () => undefined,
      ...circumstances,
    });
  return policiesOf(policy).then(run);
}

/** Rules in short: the lines of a policy's `rules`, indented here. */
export const rules = (...lines: readonly string[]): string =>
  ["policy: gate", "rules:", ...lines.map((line) => `  ${line}`)].join("\n");

/** The findings of one rule, in the report's order. */
export const of = (report: Report, rule: string): readonly Finding[] =>
  report.findings.filter((finding) => finding.rule === rule);

/** Outcomes of one rule, in the report's order. */
export const outcomesOf = (report: Report, rule: string): readonly string[] =>
  of(report, rule).map(({ outcome }) => outcome);

/** Facts in the tool's own form, one a line. */
export const facts = (...lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

/** A measurement of the model `m`, as a line of a facts file. */
export const measurement = (metric: string, value: unknown, more: object = {}): object => ({
  kind: "measurement",
  metric,
  value,
  ...more,
});
