import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "../../src/model/finding.js";
import type { Report } from "../../src/model/report.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The built command, as a user starts it; `src/cli.ts` stands for the sources. */
const entry = resolve(root, process.env["MODEL_REFEREE_CLI"] ?? "dist/cli/index.js");
const loader = pathToFileURL(join(root, "scripts/typescript-loader.mjs")).href;
const asSources = [
  "--import",
  `data:text/javascript,import { register } from "node:module"; register(${JSON.stringify(loader)});`,
];
const started = entry.endsWith(".ts") ? [...asSources, entry] : [entry];

/** What `expected.json` of an example says of its run. */
interface Expected {
  readonly now: string;
  readonly decision: Decision;
  readonly exit_status: number;
  readonly models: Readonly<Record<string, Decision>>;
  readonly stopped_by: readonly {
    readonly model: string;
    readonly rule: string;
    readonly outcome: string;
    readonly effect: string;
  }[];
  readonly warned_by: readonly { readonly model: string; readonly rule: string; readonly outcome: string }[];
}

const examples = readdirSync(join(root, "examples"))
  .filter((name) => existsSync(join(root, "examples", name, "referee.yaml")))
  .sort();

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(root, "examples", name, "expected.json"), "utf8")) as Expected;

function run(...arguments_: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...started, ...arguments_], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "" },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, out: stdout, err: stderr };
}

const check = (name: string, ...more: readonly string[]) =>
  run("check", `examples/${name}`, "--now", expectedOf(name).now, ...more);

beforeAll(() => {
  if (!existsSync(entry)) throw new Error(`the command is not built: ${entry} is missing; run npm run build`);
});

test("each example shows another decision, and every decision is shown", () => {
  expect(examples.map((name) => expectedOf(name).decision).sort()).toEqual(["block", "pass", "undecided", "warn"]);
});

describe.each(examples)("the example %s", (name) => {
  const expected = expectedOf(name);

  test("is decided as it says, by the rules that it says", { timeout: 120_000 }, () => {
    const { status, out, err } = check(name, "--format", "json");
    const report = JSON.parse(out) as Report;
    const led = (effects: readonly string[]) => report.findings.filter(({ effect }) => effects.includes(effect));
    const keyed = (rows: readonly object[]): readonly string[] =>
      [...new Set(rows.map((row) => JSON.stringify(row)))].sort();
    expect([status, report.decision, err]).toEqual([expected.exit_status, expected.decision, ""]);
    expect(Object.fromEntries(report.models.map(({ name: model, decision }) => [model, decision]))).toEqual(
      expected.models,
    );
    const stopping = led(["block", "undecided"]);
    expect(keyed(stopping.map(({ model, rule, outcome, effect }) => ({ model, rule, outcome, effect })))).toEqual(
      keyed(expected.stopped_by),
    );
    expect(keyed(led(["warn"]).map(({ model, rule, outcome }) => ({ model, rule, outcome })))).toEqual(
      keyed(expected.warned_by),
    );
    expect(report.problems).toEqual([]);
  });

  test("says what stops it, where it stands and what to do", { timeout: 120_000 }, () => {
    const { status, out } = check(name);
    expect(status).toBe(expected.exit_status);
    expect(out.toLowerCase()).toContain(expected.decision);
    for (const { model, rule } of expected.stopped_by) {
      expect(out).toContain(model);
      expect(out).toMatch(new RegExp(`^ *\\d+ ${rule} `, "m"));
    }
    if (expected.stopped_by.length > 0) {
      expect(out).toMatch(new RegExp(`^ +examples/${name}/models/\\S+:\\d+`, "m"));
      expect(out).toContain("→");
    }
  });

  test("has policies whose tests hold", { timeout: 120_000 }, () => {
    const { status, out, err } = run("test", `examples/${name}`);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^[1-9]\d* held, 0 failed$/m);
  });

  test("has rules that all say something", { timeout: 120_000 }, () => {
    const { status, out } = run("lint", `examples/${name}`, "--now", expected.now);
    expect([status, out.trim()]).toEqual([0, "nothing to mend"]);
  });
});

test("what staging warns of, production blocks", { timeout: 120_000 }, () => {
  const { status, out } = check("language-model", "--stage", "production");
  expect(status).toBe(1);
  expect(out).toContain("jailbreaks-in-production");
});
