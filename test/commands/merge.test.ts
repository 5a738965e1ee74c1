import { mkdtempSync, rmSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { readArguments, type Command } from "../../src/commands/command.js";
import { merge } from "../../src/commands/merge.js";
import { UsageError } from "../../src/model/problem.js";
import { facts } from "../judge/judged.js";

let above: string;
let folder: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "referee-merge-"));
  folder = join(above, "repository");
  const policy = "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n";
  const files: Record<string, string> = { "referee.yaml": "policies: [gate.yaml]\n", "gate.yaml": policy };
  for (let index = 0; index < 12; index++) {
    files[`models/m${index}/run.facts.jsonl`] = facts({
      kind: "measurement",
      metric: "recall",
      value: 0.75 + index / 100,
    });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterEach(() => rmSync(above, { recursive: true }));

async function told(
  command: Command,
  argv: readonly string[],
): Promise<{ readonly status: number; readonly text: string }> {
  let text = "";
  const out = { write: (part: string) => void (text += part), isTerminal: false, columns: 92 };
  const status = await command.run(readArguments(command, argv), {
    folder,
    environment: { PATH: process.env["PATH"] },
    clock: { now: () => Date.parse("2026-11-23T09:00:00Z") },
    out,
    err: { ...out, write: () => undefined },
    version: "0.0.0",
  });
  return { status, text };
}

async function parts(of: number): Promise<void> {
  mkdirSync(join(folder, "../parts"));
  for (let index = 1; index <= of; index++) {
    const { text } = await told(check, ["--shard", `${index}/${of}`, "--format", "json"]);
    writeFileSync(join(folder, "../parts", `${index}.json`), text);
  }
}

describe("what is given to merge", () => {
  test.each([
    ["cut short", (text: string) => text.slice(0, 400), /cut short/],
    [
      "of a newer schema",
      (text: string) => text.replace('"schema_version": 1', '"schema_version": 2'),
      /schema version 2/,
    ],
    ["not ours", () => "{}", /no report of model-referee/],
  ])("is refused where a part is %s", async (_, spoil, expected) => {
    await parts(2);
    const path = join(folder, "../parts/1.json");
    writeFileSync(path, spoil(readFileSync(path, "utf8")));
    const refused = await told(merge, ["../parts"]).catch((error: unknown) => error);
    expect(refused instanceof UsageError ? refused.problems[0]?.message : "").toMatch(expected);
  });
});

describe("merge", () => {
  test("makes of a matrix's reports the report of one run, with its status", async () => {
    const whole = await told(check, ["--format", "json"]);
    await parts(3);
    expect(await told(merge, ["../parts", "--format", "json"])).toEqual(whole);
    expect(whole.status).toBe(1);
    const named = ["../parts/3.json", "../parts/1.json", "../parts/2.json"];
    expect(await told(merge, [...named, "--format", "json"])).toEqual(whole);
  });

  test("says which part is missing", async () => {
    await parts(3);
    rmSync(join(folder, "../parts/2.json"));
    await expect(told(merge, ["../parts"])).rejects.toThrow("of 3 parts 2 is missing");
  });

  test.each([
    ["nothing", []],
    ["a path that is not there", ["nowhere"]],
    ["a file that is no report", ["referee.yaml"]],
    ["a folder without reports", ["models"]],
  ])("is refused where it is given %s", async (_, argv) => {
    await expect(Promise.resolve().then(() => told(merge, argv))).rejects.toThrow(UsageError);
  });
});
