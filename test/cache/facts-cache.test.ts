import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { factsCache, type CacheStore } from "../../src/cache/facts-cache.js";
import { check } from "../../src/commands/check.js";
import { ranIn } from "../commands/ran.js";
import { facts, judged, measurement, rules, type Circumstances, type Files } from "../judge/judged.js";
import { richFiles, richReport } from "../report/rich.js";

/** A store in memory that counts what is found in it. */
function store(entries = new Map<string, string>()) {
  const counted = { entries, read: 0, written: 0 };
  const own: CacheStore = {
    read: (name) => ((counted.read += entries.has(name) ? 1 : 0), entries.get(name) ?? null),
    write: (name, text) => void ((counted.written += 1), entries.set(name, text)),
  };
  return Object.assign(counted, { store: own });
}

const policy = rules("floor: { metric: recall, at-least: 80% }", "card: { card-sections: [limitations] }");
const files: Files = {
  "a/run.facts.jsonl": facts(measurement("recall", 0.9)),
  "b/run.facts.jsonl": facts(measurement("recall", 0.5)),
  "b/README.md": "---\nlicense: mit\n---\n# B\n\n## Limitations\n\nMany.\n",
};
const under = (kept: CacheStore, given: Files = files, more: Circumstances = {}, asked = policy) =>
  judged(given, asked, { facts: factsCache(kept, "this program"), ...more });

describe("facts that are kept", () => {
  test("are read again, and the report is the same to the byte", async () => {
    const kept = store();
    const plain = JSON.stringify(await judged(files, policy));
    expect(JSON.stringify(await under(kept.store))).toBe(plain);
    const { written } = kept;
    expect([written > 0, kept.read]).toEqual([true, 0]);
    expect(JSON.stringify(await under(kept.store))).toBe(plain);
    expect([kept.written, kept.read]).toEqual([written, written]);
  });

  test("of evidence of every kind are the same to the byte", async () => {
    const kept = store();
    const plain = JSON.stringify(await richReport());
    for (const _run of [1, 2]) {
      const given = { facts: factsCache(kept.store, "this program") };
      expect(JSON.stringify(await richReport(richFiles, given))).toBe(plain);
    }
    expect(kept.read).toBeGreaterThan(0);
  });

  test.each<[string, Files, Circumstances?, string?]>([
    ["the evidence", { ...files, "a/run.facts.jsonl": facts(measurement("recall", 0.1)) }],
    ["another file of the model", { ...files, "a/more.facts.jsonl": facts(measurement("recall", 0.1)) }],
    ["the place", { "c/run.facts.jsonl": files["a/run.facts.jsonl"] ?? "", "b/README.md": files["b/README.md"] ?? "" }],
    [
      "what is asked",
      files,
      {},
      rules("floor: { metric: precision, at-least: 80% }", "licence: { card-fields: [license] }"),
    ],
  ])("are not believed of another state of %s", async (_, changed, more = {}, asked = policy) => {
    const kept = store();
    await under(kept.store);
    expect(JSON.stringify(await under(kept.store, changed, more, asked))).toBe(
      JSON.stringify(await judged(changed, asked, more)),
    );
  });

  test("of another program are none", async () => {
    const kept = store();
    await under(kept.store);
    await judged(files, policy, { facts: factsCache(kept.store, "another program") });
    expect(kept.read).toBe(0);
  });

  test("grow with the models, and not with their changes", async () => {
    const kept = store();
    for (let run = 0; run < 5; run++)
      await under(kept.store, { ...files, "a/run.facts.jsonl": facts(measurement("recall", run / 10)) });
    const size = kept.entries.size;
    await under(kept.store, { ...files, "a/run.facts.jsonl": facts(measurement("recall", 0.77)) });
    expect(kept.entries.size).toBe(size);
  });

  test("of a file that looks at its neighbours hold while those are the same, within the model and beyond", async () => {
    const kept = store();
    const run = (status: number): Files => ({
      "m/README.md": "---\nlicense: mit\n---\n# M\n\n## Limitations\n\nFew.\n",
      "m/0/abc/meta.yaml": `artifact_uri: x\nend_time: 1\nexperiment_id: '0'\nrun_id: abc\nrun_name: a\nstatus: ${status}\nstart_time: 1\nlifecycle_stage: active\nuser_id: u\n`,
      "m/0/abc/metrics/recall": "1 0.9 0\n",
      "m/0/meta.yaml": "artifact_location: x\nexperiment_id: '0'\nlifecycle_stage: active\nname: e\n",
    });
    await under(kept.store, run(3));
    const { written } = kept;
    await under(kept.store, run(3));
    expect([kept.read, kept.written]).toEqual([written, written]);
    const added: Files = { ...run(3), "m/0/abc/inputs/1/meta.yaml": "source_type: DATASET\n" };
    for (const changed of [run(4), added])
      expect(JSON.stringify(await under(kept.store, changed))).toBe(JSON.stringify(await judged(changed, policy)));
  });

  test("of a file that looked beyond its model are read anew once what it saw there is another", async () => {
    const kept = store();
    const lines = (source: string): Files => ({
      "m/README.md": "---\nlicense: mit\n---\n# M\n\n## Limitations\n\nFew.\n",
      "m/dvc.lock":
        "schema: '2.0'\nstages:\n  train:\n    cmd: python train.py\n    deps:\n    - path: data.csv\n      md5: a\n",
      "dvc.yaml": source,
    });
    const first = lines("stages: {}\n");
    const second = lines("stages:\n  train:\n    cmd: python train.py\n    metrics: [scores.json]\n");
    for (const tree of [first, second, first])
      expect(JSON.stringify(await under(kept.store, tree))).toBe(JSON.stringify(await judged(tree, policy)));
  });
});

describe("a store that somebody else wrote", () => {
  test("changes no report, whatever was cut, exchanged or changed in it", async () => {
    const kept = store();
    const plain = JSON.stringify(await under(kept.store));
    const names = [...kept.entries.keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.oneof(
          fc.nat().map((at) => (text: string) => text.slice(0, at % text.length)),
          fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 3 })).map(
            ([at, put]) =>
              (text: string) =>
                text.slice(0, at % text.length) + put + text.slice((at % text.length) + put.length),
          ),
          fc.constantFrom(...names).map((other) => () => kept.entries.get(other) ?? ""),
          fc.string().map((text) => () => text),
          fc.constant((text: string) => text.replace("0.5", "0.9")),
        ),
        async (name, tamper) => {
          const entries = new Map(kept.entries);
          entries.set(name, tamper(entries.get(name) ?? ""));
          expect(JSON.stringify(await under(store(entries).store))).toBe(plain);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe("the folder of a command line", () => {
  const examples = ["fraud-detection", "language-model", "personalisation", "recommendation"];
  const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "referee-cache-"));
    cpSync(example("language-model"), join(folder, "repository"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const report = async (...more: readonly string[]): Promise<string> =>
    (await ranIn(folder, check, "repository", "--format", "json", "--now", "2026-11-23T09:00:00Z", ...more)).out;
  const entries = (): readonly string[] =>
    readdirSync(join(folder, "kept"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".kept"));

  test.each(examples)(
    "gives the same report of %s with it, without it, and with what is broken in it",
    async (name) => {
      cpSync(example(name), join(folder, "repository"), { recursive: true });
      const plain = await report();
      expect(await report("--cache", "kept")).toBe(plain);
      expect(entries().length).toBeGreaterThan(0);
      expect(await report("--cache", "kept")).toBe(plain);
      for (const name of entries()) {
        const path = join(folder, "kept", name);
        writeFileSync(path, readFileSync(path, "utf8").slice(0, 90));
      }
      expect(await report("--cache", "kept")).toBe(plain);
    },
  );

  test("that cannot be written costs nothing but time", async () => {
    writeFileSync(join(folder, "kept"), "a file stands here");
    expect(await report("--cache", "kept")).toBe(await report());
    expect(existsSync(join(folder, "kept", "00"))).toBe(false);
  });

  test("within the judged tree is no evidence of it", async () => {
    const plain = await report();
    await report("--cache", "repository/kept");
    expect(await report("--cache", "repository/kept")).toBe(plain);
  });
});
