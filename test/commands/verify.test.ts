import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "../../src/commands/bundle.js";
import { check } from "../../src/commands/check.js";
import { diff } from "../../src/commands/diff.js";
import { merge } from "../../src/commands/merge.js";
import { verify } from "../../src/commands/verify.js";
import type { Report } from "../../src/model/report.js";
import { facts, measurement } from "../judge/judged.js";
import { folderWith, type Folder } from "./world.js";

const files = {
  "referee.yaml": "policies: [gate.yaml]\nwaivers: [waivers.yaml]\n",
  "gate.yaml":
    "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n  licensed: { card-fields: [license] }\n",
  "waivers.yaml":
    '- { rule: gate/licensed, model: m, reason: legal is asked, owner: "@acme/fraud", approved-by: "@acme/legal", ticket: RISK-1, expires: 2026-12-31 }\n',
  "m/evidence.facts.jsonl": facts(measurement("recall", 0.9)),
};

let folder: Folder;
beforeEach(async () => {
  folder = folderWith(files);
  folder.write("out/report.json", (await folder.run(check, "--format", "json", "--now", "2026-11-20T00:00:00Z")).out);
});
afterEach(() => folder.remove());

const reportText = (): string => readFileSync(join(folder.path, "out/report.json"), "utf8");

/** The report with one thing edited by hand. */
function edited(change: (report: Report) => object): void {
  const report: Report = JSON.parse(reportText());
  folder.write("out/report.json", JSON.stringify({ ...report, ...change(report) }));
}

describe("verify", () => {
  test("says that nothing has changed, at the report's own time", async () => {
    const { status, out } = await folder.run(verify, "out/report.json");
    expect(out).toBe("The same: pass, 3 findings, 1 files of evidence.\n");
    expect(status).toBe(0);
  });

  test("finds again what a run says by itself: what chance gives, links, folders with nothing in them", async () => {
    const bounds = ["recall", "precision"].map((metric) => measurement(metric, 0.9, { trials: 500 }));
    folder.write("m/evidence.facts.jsonl", facts(...bounds));
    folder.write(
      "gate.yaml",
      files["gate.yaml"].replace("rules:", "confidence: 95%\nrules:").replace("recall,", "[recall, precision],"),
    );
    folder.write("referee.yaml", `${files["referee.yaml"]}models: [{ name: gone, path: gone }]\n`);
    symlinkSync("nowhere", join(folder.path, "m/metrics.json"));
    folder.write("out/report.json", (await folder.run(check, "--format", "json", "--now", "2026-11-20T00:00:00Z")).out);
    const report: Report = JSON.parse(reportText());
    expect(report.notes.map((note) => note.split(" ")[0])).toEqual(["m/metrics.json", "referee.yaml", "gate"]);
    expect((await folder.run(verify, "out/report.json")).out).toMatch(/^The same: /);
  });

  test.each<[string, () => void, RegExp]>([
    [
      "evidence",
      () => folder.write("m/evidence.facts.jsonl", facts(measurement("recall", 0.91))),
      /^evidence {6}m\/evidence\.facts\.jsonl is not the same file/m,
    ],
    ["evidence that is gone", () => folder.write("m/evidence.facts.jsonl", ""), /^evidence /m],
    [
      "a policy",
      () => folder.write("gate.yaml", files["gate.yaml"].replace("80%", "70%")),
      /^policy {8}gate \(gate\.yaml\) is not the same file/m,
    ],
    [
      "a waiver's file",
      () => folder.write("waivers.yaml", files["waivers.yaml"].replace("legal is asked", "forgotten")),
      /^waiver {8}waivers\.yaml is not the same file/m,
    ],
    [
      "the configuration",
      () => folder.write("referee.yaml", `${files["referee.yaml"]}# later\n`),
      /^configuration referee\.yaml is not the same file/m,
    ],
    [
      "the report's decision",
      () => edited(() => ({ decision: "block" })),
      /^decision {6}the decision is block in the report and pass in this evaluation/m,
    ],
    [
      "a model's decision in the report",
      () => edited(({ models }) => ({ models: models.map((model) => ({ ...model, decision: "warn" })) })),
      /^decision {6}m: the decision is warn in the report and pass/m,
    ],
    [
      "a finding in the report",
      () =>
        edited(({ findings }) => ({
          findings: findings.map((one) => (one.rule === "floor" ? { ...one, outcome: "not-met" } : one)),
        })),
      /^finding {7}m, floor \(recall\): not-met \(pass\) in the report, met \(pass\)/m,
    ],
    [
      "a finding taken out of the report",
      () => edited(({ findings }) => ({ findings: findings.slice(1) })),
      /^finding {7}m, .*: only in this evaluation/m,
    ],
    [
      "a waiver in the report",
      () => edited(({ waivers }) => ({ waivers: waivers.map((one) => ({ ...one, owner: "@acme/other" })) })),
      /^waiver {8}the waiver of gate\/licensed for m: owner is @acme\/other in the report/m,
    ],
    [
      "a digest in the report",
      () => edited(({ inputs }) => ({ inputs: inputs.map((one) => ({ ...one, digest: `sha256:${"0".repeat(64)}` })) })),
      /^evidence {6}m\/evidence\.facts\.jsonl is not the same file: 000000000000 in the report/m,
    ],
    [
      "the tool's version in the report",
      () => edited(({ tool }) => ({ tool: { ...tool, version: "0.9.0" } })),
      /^tool {10}the tool is 0\.9\.0 in the report and 1\.0\.0/m,
    ],
    [
      "what no other word covers",
      () => edited(() => ({ reason: "everything is well" })),
      /^detail {8}told differently: reason/m,
    ],
  ])("tells by its own word what was edited: %s", async (_, edit, expected) => {
    edit();
    const { status, out } = await folder.run(verify, "out/report.json");
    expect(out).toMatch(expected);
    expect(out).toMatch(/The report does not hold/);
    expect(status).toBe(1);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ["cut short", (text) => text.slice(0, text.length / 2), /cut short/],
    ["no JSON", () => "hello", /it is no JSON/],
    ["not ours", () => '{"tool":{"name":"other"}}', /no report of model-referee/],
    [
      "of a newer schema",
      (text) => text.replace('"schema_version": 1', '"schema_version": 2'),
      /schema version 2, and this tool reads up to 1; use model-referee 1\.0\.0 or later/,
    ],
    [
      "of an older schema",
      (text) => text.replace('"schema_version": 1', '"schema_version": 0'),
      /schema version 0, which this tool no longer reads/,
    ],
    [
      "of another shape",
      (text) => text.replace('"decision": "pass"', '"decision": "fine"'),
      /not as its schema says: \/.*decision is not/,
    ],
    [
      "with a field that nobody knows",
      (text) => text.replace('"schema_version"', '"surprise": 1, "schema_version"'),
      /surprise is not known/,
    ],
  ])("cannot tell of a report that is %s", async (_, spoil, expected) => {
    folder.write("out/report.json", spoil(reportText()));
    const { status, err } = await folder.run(verify, "out/report.json");
    expect(err).toMatch(expected);
    expect(status).toBe(3);
  });

  test("cannot tell without the report, the folder or the policy", async () => {
    expect((await folder.run(verify, "nowhere.json")).err).toMatch(/there is no report at nowhere\.json/);
    expect((await folder.run(verify, "out/report.json", "--root", "nowhere")).err).toMatch(/is no folder/);
    folder.write("gate.yaml", "policy: [");
    expect((await folder.run(verify, "out/report.json")).status).toBe(3);
  });

  test("reads a commit in place of the working tree", async () => {
    const git = (...args: readonly string[]): void => {
      execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@e.example", ...args], { cwd: folder.path });
    };
    git("init", "-q", ".");
    git("add", "referee.yaml", "gate.yaml", "waivers.yaml", "m");
    git("commit", "-q", "-m", "as judged");
    folder.write("m/evidence.facts.jsonl", facts(measurement("recall", 0.1)));
    expect((await folder.run(verify, "out/report.json", "--commit", "HEAD")).status).toBe(0);
    expect((await folder.run(verify, "out/report.json")).status).toBe(1);
    expect((await folder.run(verify, "out/report.json", "--commit", "nowhere")).status).toBe(3);
  });
});

describe("verify of a report on evidence from outside of the tree", () => {
  const drift = facts({ kind: "measurement", metric: "precision", value: 0.6 });
  beforeEach(async () => {
    folder.write("elsewhere/drift/run.facts.jsonl", drift);
    folder.write("repository/m/evidence.facts.jsonl", files["m/evidence.facts.jsonl"]);
    folder.write("repository/referee.yaml", "policies: [gate.yaml]\n");
    folder.write("repository/gate.yaml", "policy: gate\nrules:\n  floor: { metric: precision, at-least: 50% }\n");
    const argv = ["repository", "--evidence", "m=elsewhere/drift", "--format", "json", "--now", "2026-11-20T00:00:00Z"];
    folder.write("kept/report.json", (await folder.run(check, ...argv)).out);
  });

  test("reads it where it lay", async () => {
    const { status, out } = await folder.run(verify, "kept/report.json", "--root", "repository");
    expect(out).toBe("The same: pass, 1 findings, 2 files of evidence.\n");
    expect(status).toBe(0);
  });

  test("says which folder it needs where it is gone, and takes it from where it lies now", async () => {
    renameSync(join(folder.path, "elsewhere"), join(folder.path, "archive"));
    const { status, err } = await folder.run(verify, "kept/report.json", "--root", "repository");
    expect(err).toMatch(
      /rests on evidence from outside of the tree, which is not here: m=elsewhere\/drift; name where it lies now/,
    );
    expect(status).toBe(3);
    const named = await folder.run(verify, "kept/report.json", "--root", "repository", "--evidence", "m=archive/drift");
    expect(named.status).toBe(0);
  });

  test("tells that it was edited", async () => {
    folder.write("elsewhere/drift/run.facts.jsonl", drift.replace("0.6", "0.7"));
    const { status, out } = await folder.run(verify, "kept/report.json", "--root", "repository");
    expect(out).toMatch(/^evidence {6}m\/run\.facts\.jsonl is not the same file/m);
    expect(status).toBe(1);
  });

  test("is whole in an audit bundle, which needs neither", async () => {
    const argv = ["kept/report.json", "--root", "repository", "--output", "audit.tar"];
    expect((await folder.run(bundle, ...argv)).err).toBe("");
    for (const gone of ["elsewhere", "repository"]) rmSync(join(folder.path, gone), { recursive: true });
    expect((await folder.run(verify, "audit.tar")).out).toMatch(/^The same: pass/);
  });
});

describe("verify of what several runs judged between them", () => {
  const part = async (index: number, now: string): Promise<string> => {
    const { out } = await folder.run(check, "--format", "json", "--shard", `${index}/2`, "--now", now);
    folder.write(`parts/${index}.json`, out);
    return out;
  };
  const merged = async (): Promise<void> =>
    folder.write("out/report.json", (await folder.run(merge, "parts", "--format", "json")).out);
  beforeEach(() => {
    rmSync(join(folder.path, "out"), { recursive: true });
    const made = { kind: "model", created: "2026-11-10T00:00:00Z" };
    for (const name of ["a", "b", "c", "d"])
      folder.write(`${name}/evidence.facts.jsonl`, facts(measurement("recall", 0.9), made));
    folder.write(
      "gate.yaml",
      "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n  young: { model-age: 11d }\n",
    );
    folder.write("referee.yaml", "policies: [gate.yaml]\n");
  });

  test("a part is evaluated as that part", async () => {
    folder.write("kept/part.json", await part(1, "2026-11-20T00:00:00Z"));
    expect(await folder.run(verify, "kept/part.json")).toMatchObject({ status: 0 });
  });

  test.each([
    ["at one time", ["2026-11-20T00:00:00Z", "2026-11-20T00:00:00Z"], []],
    [
      "at times of their own, between which evidence grew too old",
      ["2026-11-20T00:00:00Z", "2026-11-22T00:00:00Z"],
      ["2026-11-20T00:00:00Z", "2026-11-22T00:00:00Z"],
    ],
  ])("a merged report of parts that were judged %s", async (_, clocks, expected) => {
    for (const [at, now] of clocks.entries()) await part(at + 1, now);
    await merged();
    const report: Report = JSON.parse(reportText());
    expect(report.run.part_clocks.map((clock) => clock.replace(".000", ""))).toEqual(expected);
    const { status, out } = await folder.run(verify, "out/report.json");
    expect(out).toMatch(expected.length === 0 ? /^The same: undecided/ : /^The same: block/);
    expect(status).toBe(0);
    folder.write("a/evidence.facts.jsonl", facts(measurement("recall", 0.1)));
    expect((await folder.run(verify, "out/report.json")).out).toMatch(/^evidence {6}a\/evidence/m);
  });
});

describe("diff", () => {
  test("compares two reports by the same words", async () => {
    folder.write("m/evidence.facts.jsonl", facts(measurement("recall", 0.7)));
    folder.write("later.json", (await folder.run(check, "--format", "json", "--now", "2026-11-21T00:00:00Z")).out);
    const { status, out } = await folder.run(diff, "out/report.json", "later.json");
    expect(out).toMatch(/^evidence {6}m\/evidence\.facts\.jsonl is not the same file/m);
    expect(out).toMatch(/^decision {6}the decision is pass in out\/report\.json and block in later\.json/m);
    expect(out).toMatch(
      /^finding {7}m, floor \(recall\): met \(pass\) in out\/report\.json, not-met \(block\) in later\.json/m,
    );
    expect(status).toBe(1);
  });

  test("finds nothing between a report and itself", async () => {
    expect(await folder.run(diff, "out/report.json", "out/report.json")).toMatchObject({
      status: 0,
      out: "The reports are the same.\n",
    });
  });

  test("takes two", async () => expect((await folder.run(diff, "out/report.json")).status).toBe(3));
});
