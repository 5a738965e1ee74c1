import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runTruth } from "./run.js";

const path = "public/tool/metrics.json";
const lines = [
  { path, why: "", expect: { kind: "measurement", raw_metric: "recall", value: 0.5 } },
  { path, why: "", format: "metrics-json" },
  { path: "public/other/a.json", why: "", expect: { kind: "check", passed: true } },
];
const fact = { kind: "measurement", raw_metric: "recall", value: 0.5, format: "metrics-json", source: { path } };

let corpus: string;
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), "truth-"));
  writeFileSync(join(corpus, "truth.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
});
afterEach(() => rmSync(corpus, { recursive: true }));

async function run(facts: readonly unknown[], formats: readonly string[] = [], only = "", folder = corpus) {
  const printed: string[] = [];
  const status = await runTruth({
    corpus: folder,
    only,
    formats: new Set(formats),
    readFacts: async () => facts,
    print: (text) => printed.push(text),
  });
  return { status, text: printed.join("\n") };
}

describe("a run over the truth", () => {
  test("succeeds where every line of the families that are read holds", async () => {
    const { status, text } = await run([fact]);
    expect(status).toBe(0);
    expect(text).toContain("1 facts read; 0 lines fail");
    expect(text).toContain("no adapter reads public/other");
  });

  test("fails on a planted wrong fact, and shows it", async () => {
    const { status, text } = await run([{ ...fact, value: 0.51 }]);
    expect(status).toBe(1);
    expect(text).toContain("differs in value: 0.51");
  });

  test("fails where an adapter for the family gives nothing", async () => {
    expect((await run([], ["metrics-json"])).status).toBe(1);
    expect((await run([fact], ["metrics-json", "another"])).status).toBe(0);
  });

  test("fails where nothing at all is recognised", async () => {
    const { status, text } = await run([]);
    expect(status).toBe(1);
    expect(text).toContain("no file of the truth was recognised");
  });

  test("asks for the facts of a home-grown file where a mapping read it, or an adapter knows it", async () => {
    const homeGrown = {
      path,
      why: "",
      expect: { kind: "measurement", raw_metric: "recall", value: 0.5 },
      home_grown: true,
    };
    writeFileSync(join(corpus, "truth.jsonl"), JSON.stringify(homeGrown));
    const other = { ...fact, format: "x", source: { path: "public/tool/other.json" } };
    expect((await run([{ ...fact, value: 0.51, format: null }, other], ["x"])).text).toContain("0 lines fail");
    expect((await run([{ ...fact, value: 0.51, format: "mapped" }])).status).toBe(1);
    expect((await run([{ ...fact, value: 0.51 }])).status).toBe(1);
    expect((await run([{ ...fact, format: "mapped" }])).status).toBe(0);
  });

  test("judges what it is asked to only", async () => {
    const other = { kind: "check", passed: true, format: "tests", source: { path: "public/other/a.json" } };
    const { status, text } = await run([{ ...fact, value: 0.51 }, other], [], "other");
    expect(status).toBe(0);
    expect(text).not.toContain("public/tool");
  });

  test("fails where nothing is left to judge", async () => {
    expect((await run([fact], [], "no such path")).status).toBe(1);
  });

  test("says so where there is no corpus, and succeeds", async () => {
    const { status, text } = await run([fact], [], "", join(corpus, "absent"));
    expect(status).toBe(0);
    expect(text).toMatch(/^no corpus at .*absent: nothing was compared$/);
  });
});
