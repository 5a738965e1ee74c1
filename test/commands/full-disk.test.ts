import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "../../src/commands/bundle.js";
import { check } from "../../src/commands/check.js";
import { init } from "../../src/commands/init.js";
import { facts, measurement } from "../judge/judged.js";
import { folderWith, type Folder } from "./world.js";

let folder: Folder;
beforeEach(() => {
  folder = folderWith({
    "referee.yaml": "policies: [gate.yaml]\n",
    "gate.yaml": "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n",
    "m/evidence.facts.jsonl": facts(measurement("recall", 0.9)),
  });
});
afterEach(() => folder.remove());

describe("on a disk that is full", () => {
  test("a report says so and ends with 3, although the decision is told; no half of it is left", async () => {
    const { status, out, err } = await folder.runOnFullDisk(check, "--output", "out");
    expect(out).toMatch(/pass/i);
    expect(err).toMatch(/the report could not be written to .*out \(ENOSPC\); name a folder that may be written/);
    expect(status).toBe(3);
    expect(readdirSync(join(folder.path, "out"))).toEqual([]);
  });

  test("a report that was there before stays as it was", async () => {
    await folder.run(check, "--output", "out", "--now", "2026-11-20T00:00:00Z");
    const before = readFileSync(join(folder.path, "out/report.json"), "utf8");
    await folder.runOnFullDisk(check, "--output", "out", "--now", "2026-11-21T00:00:00Z");
    expect(readFileSync(join(folder.path, "out/report.json"), "utf8")).toBe(before);
  });

  test("an audit bundle is not written", async () => {
    folder.write("report.json", (await folder.run(check, "--format", "json", "--now", "2026-11-20T00:00:00Z")).out);
    const { status, err } = await folder.runOnFullDisk(bundle, "report.json", "--output", "audit.tar");
    expect(err).toMatch(/the archive cannot be written to audit\.tar \(ENOSPC\)/);
    expect(status).toBe(3);
    expect(readdirSync(folder.path).filter((name) => name.startsWith("audit"))).toEqual([]);
  });

  test("a first configuration is written whole or not at all", async () => {
    const { status, err } = await folder.runOnFullDisk(init, "--force");
    expect(err).toMatch(/nothing was written: the files cannot be \(ENOSPC\)/);
    expect(status).toBe(3);
    expect(readFileSync(join(folder.path, "referee.yaml"), "utf8")).toBe("policies: [gate.yaml]\n");
    expect(existsSync(join(folder.path, "policies/gate.yaml"))).toBe(false);
  });
});
