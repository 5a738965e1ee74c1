import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { merge } from "../../src/commands/merge.js";
import { facts, measurement } from "../judge/judged.js";
import { folderWith, type Folder } from "./world.js";

let folder: Folder;
beforeEach(() => {
  folder = folderWith({
    "services/scoring/referee.yaml": "policies: [gate.yaml]\n",
    "services/scoring/gate.yaml": "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n",
    "services/scoring/m/evidence.facts.jsonl": facts(measurement("recall", 0.7)),
  });
  mkdirSync(join(folder.path, ".git"));
});
afterEach(() => folder.remove());

const evidence = "services/scoring/m/evidence.facts.jsonl";

function placeIn(sarif: string): unknown {
  return JSON.parse(sarif).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
}

describe("paths that a forge reads are from the top of the repository, wherever the root and the reader are", () => {
  test.each(["", "services", "services/scoring"])("SARIF, asked for in the folder %j", async (from) => {
    const asked = folder.in(from);
    const root = from === "" ? "services/scoring" : from === "services" ? "scoring" : ".";
    expect(placeIn((await asked.run(check, root, "--format", "sarif")).out)).toBe(evidence);
  });

  test("JUnit", async () => {
    const { out } = await folder.run(check, "services/scoring", "--format", "junit");
    expect(out).toContain(`\n${evidence}:1</failure>`);
  });

  test("files that --output writes, and those of parts that are merged", async () => {
    await folder.run(check, "services/scoring", "--output", "out");
    const written = (name: string): string => readFileSync(join(folder.path, "out", name), "utf8");
    expect(placeIn(written("report.sarif"))).toBe(evidence);
    expect(written("report.junit.xml")).toContain(`\n${evidence}:1</failure>`);
    folder.write("part.json", (await folder.run(check, "services/scoring", "--shard", "1/1", "--format", "json")).out);
    const merged = await folder.run(merge, "part.json", "--root", "services/scoring", "--format", "sarif");
    expect(placeIn(merged.out)).toBe(evidence);
  });

  test("while a person's paths open from where they stand", async () => {
    expect((await folder.in("services").run(check, "scoring")).out).toContain("scoring/m/evidence.facts.jsonl");
  });
});
