import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { bundle } from "../../src/commands/bundle.js";
import { verify } from "../../src/commands/verify.js";
import type { Report } from "../../src/model/report.js";
import { runIn, type Ran } from "../commands/world.js";
import { actOn, type Play } from "./acted.js";
import { fact, sound, stageOf, type Stage } from "./stage.js";

let stage: Stage | undefined;
let kept: string | undefined;
afterEach(async () => {
  await stage?.close();
  if (kept !== undefined) rmSync(kept, { recursive: true, force: true });
  [stage, kept] = [undefined, undefined];
});

interface Judged {
  readonly stage: Stage;
  readonly report: Report;
  /** The report's file, outside of the repository. */
  readonly path: string;
}

/** Lets the action judge, and keeps its report as an auditor would. */
async function judged(play: Play): Promise<Judged> {
  stage = await stageOf(play);
  const { outputs } = await actOn(stage, play);
  kept = mkdtempSync(join(tmpdir(), "referee-kept-"));
  const path = join(kept, "report.json");
  copyFileSync(outputs["report-json"] ?? "", path);
  const report: Report = JSON.parse(readFileSync(path, "utf8"));
  return { stage, report: { ...report, tool: { ...report.tool, version: "1.0.0" } }, path };
}

async function verified({ stage: { repository }, report, path }: Judged, ...argv: readonly string[]): Promise<Ran> {
  writeFileSync(path, JSON.stringify(report));
  return runIn(repository.folder, verify, path, ...argv);
}

const low = fact("recall", 0.5);

describe("what a workflow judged is evaluated again from its report", () => {
  test("a change to evidence, by the base's policies", async () => {
    const ran = await judged({ change: { "models/fraud/run.facts.jsonl": fact("recall", 0.85) } });
    expect(ran.report.run.touched).toEqual(["models/fraud/run.facts.jsonl"]);
    expect((await verified(ran)).out).toMatch(/^The same: pass, 1 findings/);
  });

  test("a folder that was renamed", async () => {
    const moved = { "models/fraud": null, "models/payments/fraud-v2/run.facts.jsonl": low };
    const ran = await judged({ base: { ...sound, "models/fraud/run.facts.jsonl": low }, change: moved });
    expect(ran.report.run.renames).toEqual({
      "models/payments/fraud-v2/run.facts.jsonl": "models/fraud/run.facts.jsonl",
    });
    expect(await verified(ran)).toMatchObject({ status: 0 });
    const elsewhere = {
      ...ran.report.run,
      renames: { "models/payments/fraud-v2/run.facts.jsonl": "models/other/run.facts.jsonl" },
    };
    const { out } = await verified({ ...ran, report: { ...ran.report, run: elsewhere } });
    expect(out).toMatch(
      /^change {8}models\/payments\/fraud-v2\/run\.facts\.jsonl was models\/other\/run\.facts\.jsonl before the change in the report, and not by git's account/m,
    );
  });

  test("models and mappings that the change adds to the configuration", async () => {
    const configuration = `${sound["referee.yaml"]?.toString() ?? ""}models: [{ name: churn, path: models/churn }]
evidence:
  - { files: "models/churn/scores.json", map: { kind: measurement, each: "$", metric: recall, value: "$.recall" } }
`;
    const ran = await judged({
      change: {
        "referee.yaml": configuration,
        "models/churn/scores.json": '{"recall": 0.4}',
        "models/churn/README.md": "# churn\n",
      },
    });
    expect(ran.report.notes.join(" ")).toContain("New here: churn");
    expect(ran.report.findings.find(({ model }) => model === "churn")).toMatchObject({ outcome: "not-met" });
    expect(await verified(ran)).toMatchObject({ status: 0, out: expect.stringMatching(/^The same: block/) });
  });

  test("digests that are deployed", async () => {
    const model = `${JSON.stringify({ kind: "model", version: "1", artifact_digest: `sha256:${"a".repeat(64)}` })}\n`;
    const ran = await judged({
      base: { ...sound, "models/fraud/model.facts.jsonl": model },
      event: "workflow_dispatch",
      payload: () => ({ inputs: { stage: "production" } }),
      inputs: { digest: `fraud=sha256:${"b".repeat(64)}` },
    });
    expect(ran.report.run.deployed).toEqual([{ model: "fraud", digest: `sha256:${"b".repeat(64)}` }]);
    expect(ran.report.findings.map(({ rule }) => rule)).toContain("deployed-digest");
    const { status, out } = await verified(ran);
    expect(out).toMatch(/Taken from the report, since no later run can ask for it: 1 deployed digest/);
    expect(status).toBe(0);
    const forged = { ...ran.report.run, deployed: [{ model: "fraud", digest: `sha256:${"a".repeat(64)}` }] };
    expect((await verified({ ...ran, report: { ...ran.report, run: forged } })).out).toMatch(
      /^finding .*deployed-digest/m,
    );
  });

  test("reviews, with what forge and git told of the change", async () => {
    const rules = "policy: gate\nrules:\n  signed-off: { approval: 1, from: [CODEOWNERS], on: diff }\n";
    const ran = await judged({
      base: { ...sound, "policies/gate.yaml": rules, CODEOWNERS: "* @lee\n" },
      change: { "models/fraud/run.facts.jsonl": fact("recall", 0.85) },
    });
    expect(ran.report.run.review).toMatchObject({ head: ran.stage.head });
    expect(await verified(ran)).toMatchObject({ status: 0 });
  });

  test("a change that the report hides is told by git", async () => {
    const ran = await judged({
      base: { ...sound, "models/churn/run.facts.jsonl": fact("recall", 0.9) },
      change: { "models/fraud/run.facts.jsonl": fact("recall", 0.85), "models/churn/run.facts.jsonl": low },
    });
    const without = {
      ...ran.report,
      run: { ...ran.report.run, touched: ["models/fraud/run.facts.jsonl"] },
      models: ran.report.models.filter(({ name }) => name !== "churn"),
      findings: ran.report.findings.filter(({ model }) => model !== "churn"),
      inputs: ran.report.inputs.filter(({ model }) => model !== "churn"),
      decision: "pass" as const,
      reason: "every rule is met",
    };
    const { status, out } = await verified({ ...ran, report: without });
    expect(out).toMatch(
      /^change {8}the change touches models\/churn\/run\.facts\.jsonl by git's account, and not in the report/m,
    );
    expect(status).toBe(1);
  });

  test("and an audit bundle of it needs no repository", async () => {
    const moved = { "models/fraud": null, "models/fraud-v2/run.facts.jsonl": low };
    const ran = await judged({ base: { ...sound, "models/fraud/run.facts.jsonl": low }, change: moved });
    writeFileSync(ran.path, JSON.stringify(ran.report));
    const archive = join(kept ?? "", "audit.tar");
    expect((await runIn(ran.stage.repository.folder, bundle, ran.path, "--output", archive)).status).toBe(0);
    expect((await runIn(kept ?? "", verify, archive)).out).toMatch(/^The same: /);
  });
});
