import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const entry = resolve(
  fileURLToPath(new URL("../..", import.meta.url)),
  process.env["MODEL_REFEREE_CLI"] ?? "dist/cli/index.js",
);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "referee-threads-"));
  writeFileSync(join(folder, "referee.yaml"), "policies: [gate.yaml]\n");
  writeFileSync(join(folder, "gate.yaml"), "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n");
  for (let index = 0; index < 310; index++) {
    mkdirSync(join(folder, "models", `m${index}`), { recursive: true });
    const fact = { kind: "measurement", metric: "recall", value: 0.75 + (index % 20) / 100 };
    writeFileSync(join(folder, "models", `m${index}`, "run.facts.jsonl"), `${JSON.stringify(fact)}\n`);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...argv: readonly string[]): { readonly status: number | null; readonly out: string } => {
  const { status, stdout } = spawnSync(process.execPath, [entry, ...argv, "--now", "2026-11-23T09:00:00Z"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "" },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout };
};

test("several threads say what one says, byte for byte", () => {
  const alone = run("check", "--format", "json", "--shard", "1/1");
  const part = JSON.parse(alone.out) as { readonly shard: unknown };
  const together = run("check", "--format", "json", "--threads", "2");
  expect(part.shard).not.toBeNull();
  expect(together.status).toBe(alone.status);
  expect(JSON.parse(together.out)).toEqual({ ...part, shard: null });
});

test("the word that marks a helping thread starts nothing on a command line", () => {
  expect(run("--as-helper-thread").status).toBe(3);
});

test("a number of threads that is none is told", () => {
  expect(run("check", "--threads", "many").status).toBe(3);
});
