import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "../../src/commands/check.js";
import { readArguments } from "../../src/commands/command.js";
import type { Value } from "../../src/model/adapter.js";
import { below, list, member, members, text } from "../../src/read/shape.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): Value => {
  const value: Value = parse(readFileSync(`${root}${path}`, "utf8"));
  return value;
};
const names = readdirSync(`${root}examples/workflows`).sort();
const manifest = read("action.yml");
const known = (kind: "inputs" | "outputs"): readonly string[] => members(member(manifest, kind)).map(([name]) => name);

describe.each(names)("the workflow %s", (name) => {
  const source = readFileSync(`${root}examples/workflows/${name}`, "utf8");
  const workflow = read(`examples/workflows/${name}`);
  const jobs = members(member(workflow, "jobs")).map(([, job]) => job);
  const steps = jobs.flatMap((job) => list(member(job, "steps")) ?? []);

  test("names every action by a whole commit, with its version beside it", () => {
    const uses = steps.flatMap((step) => text(member(step, "uses")) ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((one) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/.test(one))).toEqual([]);
    for (const line of source.split("\n").filter((one) => /^\s+(- )?uses:/.test(one))) expect(line).toMatch(/ # \S/);
  });

  test("asks for no right above its jobs, and for some in each", () => {
    expect(member(workflow, "permissions")).toEqual({});
    for (const job of jobs) expect(members(member(job, "permissions")).length).toBeGreaterThan(0);
  });

  test("gives the action inputs that it has, and uses outputs that it sets", () => {
    const ours = steps.filter((step) => text(member(step, "uses"))?.startsWith("model-referee/") === true);
    expect(ours.length > 0 || name === "retrain.yml").toBe(true);
    const given = ours.flatMap((step) => members(member(step, "with")).map(([input]) => input));
    expect(given.filter((input) => !known("inputs").includes(input))).toEqual([]);
    const used = [...source.matchAll(/steps\.referee\.outputs\.([\w-]+)/g)].map(([, output = ""]) => output);
    expect(used.filter((output) => !known("outputs").includes(output))).toEqual([]);
  });

  test("keeps no token in the checkout, writes no text of an event into a script, never runs on pull_request_target", () => {
    const checkouts = steps.filter((step) => text(member(step, "uses"))?.startsWith("actions/checkout@") === true);
    for (const step of checkouts) expect(below(step, "with", "persist-credentials")).toBe(false);
    for (const step of steps) expect(text(member(step, "run")) ?? "").not.toContain("${{");
    expect(source).not.toMatch(/^ {2}pull_request_target/m);
  });
});

test("the hook before a commit runs a command that there is", () => {
  const [hook] = list(read(".pre-commit-hooks.yaml")) ?? [];
  const example = read("examples/pre-commit-config.yaml");
  const [used] = (list(member(example, "repos")) ?? []).flatMap(
    (repository) => list(member(repository, "hooks")) ?? [],
  );
  expect(text(member(used, "id"))).toBe(text(member(hook, "id")));
  const [program, name, ...written] = (text(member(hook, "entry")) ?? "").split(" ");
  expect([program, name]).toEqual(["model-referee", check.id]);
  const added = (list(member(used, "args")) ?? []).flatMap((argument) => text(argument) ?? []);
  const args = readArguments(check, [...written, ...added]);
  expect([args.flag("changed"), args.text("base")]).toEqual([true, "origin/main"]);
  expect(member(hook, "pass_filenames")).toBe(false);
  const files = new RegExp(text(member(hook, "files")) ?? "(?!)");
  const evidence = ["models/m/README.md", "m/MLmodel", "eval/metrics.json", "data.parquet", "policies/gate.yaml"];
  expect(evidence.filter((path) => !files.test(path))).toEqual([]);
  expect(files.test("src/train.py")).toBe(false);
});
