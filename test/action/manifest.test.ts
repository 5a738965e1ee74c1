import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readInputs } from "../../src/action/inputs.js";
import type { Value } from "../../src/model/adapter.js";
import { below, member, members, text } from "../../src/read/shape.js";
import { acted } from "./acted.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest: Value = parse(readFileSync(`${root}action.yml`, "utf8"));
const inputs = members(member(manifest, "inputs"));
const outputs = members(member(manifest, "outputs"));
const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();

describe("action.yml", () => {
  test("names exactly the inputs that are read", () => {
    const read = new Set<string>();
    readInputs((name) => {
      read.add(name);
      return "";
    });
    expect(sorted(inputs.map(([name]) => name))).toEqual(sorted(read));
  });

  test("gives every input a description and a default, with which nothing is wrong", () => {
    const faulty = inputs.filter(
      ([, input]) => !text(member(input, "description")) || text(member(input, "default")) === undefined,
    );
    expect(faulty).toEqual([]);
    const defaults = new Map(inputs.map(([name, input]) => [name, text(member(input, "default")) ?? ""]));
    const given = readInputs((name) => defaults.get(name) ?? "");
    const none = readInputs(() => "");
    expect({ ...given, token: null }).toEqual({ ...none, token: null });
    expect(defaults.get("github-token")).toBe("${{ github.token }}");
  });

  test("names exactly the outputs that are set, each described, each safe in a shell", async () => {
    const { outputs: set } = await acted({});
    expect(sorted(outputs.map(([name]) => name))).toEqual(sorted(Object.keys(set)));
    expect(outputs.filter(([, output]) => !text(member(output, "description")))).toEqual([]);
    for (const value of Object.values(set)) expect(value).toMatch(/^[\w./:#-]*$/);
  });

  test("runs on Node 24 what the build makes", () => {
    expect(below(manifest, "runs", "using")).toBe("node24");
    expect(below(manifest, "runs", "main")).toBe("dist/action/index.js");
    expect(existsSync(`${root}src/action.ts`)).toBe(true);
  });
});
