import { judge } from "../judge/judge.js";
import type { OtherTree } from "../judge/request.js";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import type { FactOf } from "../model/fact.js";
import { noHistory } from "../model/history.js";
import type { Policy } from "../model/policy.js";
import { UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { wholeFile } from "../model/source.js";
import { policyFilesOf } from "../policy/files.js";
import { loadWaivers } from "../policy/waivers.js";
import { text, type ValueRecord } from "../read/shape.js";
import { memory } from "../world/memory.js";
import type { PolicyTest } from "./form.js";

const candidateFile = "candidate.facts.jsonl";
const championFile = "champion.facts.jsonl";

/** Judges one case by the whole journey, over files held in memory. @throws UsageError where its waivers are wrong */
export function runTest(test: PolicyTest, policy: Policy, version: string): Promise<Report> {
  const folder = test.model;
  const configuration = configurationOf(test, folder);
  const evidence = (facts: readonly ValueRecord[]): Record<string, string> =>
    Object.fromEntries(
      [
        [`${folder}/${candidateFile}`, linesOf(facts.filter(isEvidence))],
        [`${folder}/${championFile}`, linesOf(test.champion)],
      ].filter(([, lines]) => lines !== ""),
    );
  const files = Object.fromEntries([...test.files].map(([path, content]) => [`${folder}/${path}`, content]));
  const other = (facts: readonly ValueRecord[] | null, label: string): OtherTree | null =>
    facts === null ? null : { tree: memory(evidence(facts)), label, configuration, commit: null };
  const base = other(test.base, "base");
  return judge({
    tree: memory({ ...evidence(test.facts), ...files }),
    rootName: "tests",
    configuration,
    policies: [policy],
    waivers: waiversOf(test),
    judgedBy: { commit: null, configuration: null, waivers: [], named: [] },
    scope: [""],
    only: [],
    stage: null,
    event: test.event,
    author: test.author,
    approvals: test.facts.filter((one) => !isEvidence(one)).map(approvalOf),
    base,
    onlyNew: base !== null && (test.event === "pull_request" || test.event === "merge_group"),
    release: () => other(test.release, "release"),
    history: noHistory("a test of a policy has none"),
    touched: null,
    now: test.now,
    clockGiven: true,
    version,
    head: null,
    policiesFrom: "working-tree",
    complete: true,
    problems: [],
    notes: [],
    progress: () => undefined,
  });
}

const configurationOf = (test: PolicyTest, folder: string): Configuration => ({
  ...defaultConfiguration,
  models: [
    {
      name: test.model,
      path: folder,
      stage: test.stage,
      risk: test.risk,
      owner: test.owner,
      champion: null,
      run: null,
    },
  ],
  evidence:
    test.champion.length === 0
      ? []
      : [{ files: `${folder}/${championFile}`, model: test.model, baseline: true, mapping: null, table: null }],
});

/** Reviews come from the forge, never from a file. */
const isEvidence = (fact: ValueRecord): boolean => fact["kind"] !== "approval";

const approvalOf = (fact: ValueRecord): FactOf<"approval"> => ({
  kind: "approval",
  model: null,
  version: null,
  format: "pull-request-review",
  at: text(fact["at"]) ?? null,
  vouched: "attested",
  source: { ...wholeFile(`review by ${text(fact["by"]) ?? "somebody"}`), line: null },
  by: text(fact["by"]) ?? null,
  role: text(fact["role"]) ?? null,
  commit: text(fact["commit"]) ?? null,
  state: text(fact["state"]) ?? null,
});

function waiversOf({ waivers, now }: PolicyTest) {
  const written = memory({ "waivers.yaml": JSON.stringify(waivers) });
  const loaded = loadWaivers(["waivers.yaml"], policyFilesOf(written), now);
  if (loaded.problems.length > 0) throw new UsageError(loaded.problems);
  return loaded.waivers;
}

const unlikely = "\u0001non-finite:";

/** Facts one a line; what is not finite as Python writes it. */
const linesOf = (facts: readonly ValueRecord[]): string => facts.map((fact) => `${lineOf(fact)}\n`).join("");

function lineOf(fact: ValueRecord): string {
  const marked = JSON.stringify(fact, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? `${unlikely}${value}` : value,
  );
  return marked.replaceAll(/"\\u0001non-finite:([^"]+)"/g, "$1");
}
