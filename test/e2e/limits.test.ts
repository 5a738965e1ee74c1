import { spawnSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The built command, with the heap of a small machine. */
const entry = resolve(
  fileURLToPath(new URL("../..", import.meta.url)),
  process.env["MODEL_REFEREE_CLI"] ?? "dist/cli/index.js",
);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "referee-limits-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(at: string, heapMegabytes: number, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heapMegabytes}`, entry, ...argv],
    { cwd: join(folder, at), env: { PATH: process.env["PATH"] ?? "" }, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  return { status, stdout, stderr };
}

/** The kinds of problems that `inspect` tells of a folder, by file; a file without any is there too. */
function problemsIn(at: string, heapMegabytes: number): ReadonlyMap<string, readonly string[]> {
  const { status, stdout, stderr } = run(at, heapMegabytes, "inspect", ".", "--format", "jsonl");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const problems = new Map<string, string[]>();
  for (const line of stdout.split("\n")) {
    if (line === "") continue;
    const fact = JSON.parse(line) as { kind: string; problem?: string; source: { path: string } };
    const known = problems.get(fact.source.path) ?? [];
    problems.set(fact.source.path, known);
    if (fact.kind === "problem") known.push(fact.problem ?? "");
  }
  return problems;
}

/** A file that takes no room on the disk. */
function hollow(path: string, bytes: number): void {
  const file = openSync(join(folder, path), "w");
  ftruncateSync(file, bytes);
  closeSync(file);
}

function folderOf(at: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, at), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, at, name), text);
}

test("files of one gigabyte are refused, each with a problem, in a heap of 64 MB", () => {
  const names = ["bom.xml", "log.txt", "metrics.json", "metrics.toml", "model-card.md", "page.html", "report.yaml", "run.jsonl"]; // prettier-ignore
  folderOf("gigabytes", {});
  for (const name of names) hollow(`gigabytes/${name}`, 2 ** 30);
  expect(problemsIn("gigabytes", 64)).toEqual(new Map(names.map((name) => [name, ["limit"]])));
});

test("a file of one gigabyte leaves the rule undecided that would take a value from it", () => {
  folderOf("gate/models/m", { "README.md": "---\nlicense: mit\nlibrary_name: sklearn\n---\n# m\n" });
  folderOf("gate", {
    "referee.yaml": "policies: [gate.yaml]\n",
    "gate.yaml": "policy: gate\nrules:\n  floor: { metric: accuracy, at-least: 50% }\n",
  });
  hollow("gate/models/m/metrics.json", 2 ** 30);
  const { status, stdout } = run("gate", 64, "check");
  expect(status).toBe(2);
  expect(stdout).toMatch(/floor +unreadable/);
  expect(stdout).toContain("models/m/metrics.json: the file is too large to read: 1024 MiB");
});

const inner = (open: string, close: string): string => open.repeat(200) + "1" + close.repeat(200);
const indented = Array.from({ length: 200 }, (_, level) => `${"  ".repeat(level)}k${level}:`).join("\n");

test("200 levels of nesting are refused, each with a problem", () => {
  folderOf("nested", {
    "blocks.yaml": `${indented} 1\n`,
    "bom.xml": `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${inner("<a>", "</a>")}</bom>`,
    "card.md": `---\nlicense: mit\nx: ${inner("[", "]")}\n---\n# Card\n`,
    "flow.yaml": `a: ${inner("[", "]")}\n`,
    "lines.jsonl": `${inner('{"a":', "}")}\n`,
    "lists.json": inner("[", "]"),
    "objects.json": inner('{"a":', "}"),
    "tables.toml": `a = ${inner("[", "]")}\n`,
  });
  expect(problemsIn("nested", 64)).toEqual(
    new Map([
      ["blocks.yaml", ["limit"]],
      ["bom.xml", ["limit"]],
      ["card.md", ["limit"]],
      ["flow.yaml", ["limit"]],
      ["lines.jsonl", ["limit"]],
      ["lists.json", ["limit"]],
      ["objects.json", ["limit"]],
      ["tables.toml", ["unreadable"]],
    ]),
  );
});

const half = 1 << 19;
const counted = (bytesEach: number, one: (at: number) => string): string =>
  Array.from({ length: half / bytesEach }, (_, at) => one(at)).join("");

test("shapes that cost far more than their bytes where each part is held with care: half a mebibyte, in a heap of 128", () => {
  const files = {
    "arrays.json": `[${"[],".repeat(half / 3)}[]]`,
    "attributes.xml": `<bom ${counted(10, (at) => `a${at}="1" `)}/>`,
    "brackets.jsonl": "[\n".repeat(20_000),
    "cells.md": `# Model card\n\n${"<table><tr><td>".repeat(half / 15)}`,
    "columns.csv": `${counted(10, (at) => `c${at},`)}c\n`,
    "columns.md": `# Model card\n\n${"|a".repeat(half / 6)}|\n${"|-".repeat(half / 6)}|\n`,
    "digits.txt": `accuracy: ${"9".repeat(half)}\n`,
    "elements.xml": `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${"<a/>".repeat(half / 4)}</bom>`,
    "flow.yaml": `a: [${"{b: 1},".repeat(half / 8)}1]\n`,
    "keys.json": `{${counted(24, (at) => `"metric_${at}":0.${at},`)}"z":1}`,
    "keys.toml": counted(16, (at) => `k${at} = 0.5\n`),
    "keys.yaml": counted(14, (at) => `k${at}: 0.5\n`),
    "links.md": `# Model card\n\n${"[a](b".repeat(half / 5)}\n`,
    "list.yaml": `a:\n${"- 1\n".repeat(half / 4)}`,
    "prose.md": `# Model card\n\n${"The accuracy is 0.9 on the test set. ".repeat(half / 37)}\n`,
    "quotes.csv": `a,b\n${'""'.repeat(half / 2)},1\n`,
    "quotes.md": `# Model card\n\n${"> ".repeat(half / 2)}\n`,
    "spaces.txt": `accuracy: ${" ".repeat(half)}0.9\n`,
    "text.json": `{"accuracy":"${'\\"'.repeat(half / 2)}"}`,
  };
  folderOf("costly", files);
  expect([...problemsIn("costly", 128).keys()]).toEqual(Object.keys(files));
}, 180_000);
