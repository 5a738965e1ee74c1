import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { filesOfTar } from "../../src/bundle/tar.js";
import { verifyBundle } from "../../src/commands/verify-bundle.js";
import { folderWith } from "../commands/world.js";
import { actOn, type Acted, type Play } from "./acted.js";
import { fact, pullEvent, sound, stageOf, type Stage } from "./stage.js";

const digest = `sha256:${"a".repeat(64)}`;
const base = {
  ...sound,
  "policies/gate.yaml":
    "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80%, applies: { stages: [canary, production] } }\n",
  "referee.yaml": "policies: [policies/gate.yaml]\nstages: { default: development }\n",
};
const change = {
  "models/fraud/run.facts.jsonl": `${fact("recall", 0.95)}${JSON.stringify({ kind: "model", artifact_digest: digest })}\n`,
};

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function run(play: Play): Promise<Acted> {
  stage = await stageOf({ base, change, ...play });
  return actOn(stage, { ...play, inputs: { bundle: "true", ...play.inputs } });
}

/** In what the archive, by itself, differs from an evaluation of what it holds. */
async function differing(archive: string | undefined): Promise<readonly string[]> {
  const { differences } = await verifyBundle(readFileSync(archive ?? ""), "audit.tar", "0.0.0");
  return differences.map(({ message }) => message);
}

describe("the audit bundle of a run", () => {
  test.each<[string, Play]>([
    ["a release", { event: "release", payload: () => ({ action: "published", release: { tag_name: "v1" } }) }],
    [
      "a deployment of another commit than the one that is checked out, with its digest",
      {
        event: "deployment",
        payload: ({ base: sha }) => ({ deployment: { sha, environment: "canary", payload: { digest } } }),
      },
    ],
    [
      "a deployment of what is checked out, with its digest",
      {
        event: "deployment",
        payload: ({ head: sha }) => ({ deployment: { sha, environment: "canary", payload: { digest } } }),
      },
    ],
    ["a pull request", { payload: (playing) => pullEvent(playing) }],
  ])("of %s verifies by itself", async (_, play) => {
    const { outputs, status } = await run(play);
    expect(await differing(outputs["bundle"])).toEqual([]);
    expect(status).toBe(outputs["decision"] === "pass" ? 0 : outputs["decision"] === "undecided" ? 2 : 1);
  });

  test("holds the evidence, what judges, and the report in two forms", async () => {
    const { outputs } = await run({ event: "release", payload: () => ({ release: { tag_name: "v1" } }) });
    const read = filesOfTar(readFileSync(outputs["bundle"] ?? ""));
    const paths = read.kind === "files" ? read.files.map(({ path }) => path) : [];
    expect(paths).toEqual(
      expect.arrayContaining([
        "report.json",
        "report.html",
        "manifest.json",
        "evidence/models/fraud/run.facts.jsonl",
        "judging/policies/gate.yaml",
        "judging/referee.yaml",
      ]),
    );
  });

  test("with evidence from outside of the tree holds that too, and verifies", async () => {
    const outside = folderWith({ "got/more.facts.jsonl": fact("precision", 0.9) });
    const { outputs, log } = await run({
      event: "release",
      payload: () => ({ release: { tag_name: "v1" } }),
      inputs: { "evidence-dir": `fraud=${join(outside.path, "got")}` },
    });
    outside.remove();
    expect(log).not.toContain("could not be packed");
    expect(await differing(outputs["bundle"])).toEqual([]);
  });

  test("that cannot be packed is told, and changes no decision", async () => {
    const blocked = join("reports", "audit-bundle.tar", "in-the-way");
    stage = await stageOf({ base: { ...base, [blocked]: "x" }, change });
    const { status, log, outputs } = await actOn(stage, {
      event: "release",
      payload: () => ({ release: { tag_name: "v1" } }),
      inputs: { bundle: "true", "report-directory": "reports" },
    });
    expect([status, outputs["bundle"]]).toEqual([0, ""]);
    expect(log).toMatch(/^::warning .*the audit bundle could not be packed/m);
  });

  test("is not made where nobody asks for it", async () => {
    const { outputs } = await run({ inputs: { bundle: "" } });
    expect(outputs["bundle"]).toBe("");
    expect(existsSync(outputs["intoto"] ?? "")).toBe(true);
  });
});
