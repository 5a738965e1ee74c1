import { Ajv } from "ajv";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { factSchema } from "../../src/read/fact-schema.js";
import { corpusRoot } from "../truth/corpus-files.js";
import { readEvidence, readFiles } from "../read-evidence.js";

const valid = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false }).compile(
  factSchema(),
);

/** What is wrong with the facts as they are printed, each complaint once. */
function complaints(facts: readonly object[]): readonly string[] {
  const found = new Set<string>();
  for (const fact of facts) {
    const printed: unknown = JSON.parse(JSON.stringify(fact));
    if (valid(printed)) continue;
    const said = (valid.errors ?? [])
      .filter(({ keyword }) => keyword !== "if")
      .map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
    found.add(`${said.join("; ")}: ${JSON.stringify(printed).slice(0, 300)}`);
  }
  return [...found].slice(0, 20);
}

describe("every fact that is printed is one by the schema", () => {
  test("of the fixtures", async () => {
    const facts = await readEvidence("test/fixtures");
    expect(facts.length).toBeGreaterThan(1000);
    expect(complaints(facts)).toEqual([]);
  });

  test.skipIf(!existsSync(corpusRoot))(
    `of the whole corpus${existsSync(corpusRoot) ? "" : " (skipped: no corpus here)"}`,
    async () => {
      const facts = await readEvidence(corpusRoot);
      expect(new Set(facts.map(({ kind }) => kind)).size).toBeGreaterThan(12);
      expect(complaints(facts)).toEqual([]);
    },
  );
});

describe("the schema refuses", async () => {
  const [fact] = (await readFiles({ "metrics.json": '{"accuracy": 0.9}' })).filter(
    ({ kind }) => kind === "measurement",
  );

  test("nothing of a sound fact", () => expect(complaints([fact ?? {}])).toEqual([]));

  test.each<[string, object]>([
    ["a field that no kind has", { metrics: "x" }],
    ["a field of another kind", { drifted: true }],
    ["a kind that there is none of", { kind: "metric" }],
    ["a value in text", { value: "0.9" }],
    ["a metric that is null", { metric: null }],
    ["a slice of lists", { slice: { sex: ["f"] } }],
    ["an interval without a level", { interval: { lower: 0, upper: 1 } }],
    ["a line of 0", { source: { path: "a", pointer: null, line: 0, column: null, digest: null } }],
    ["a digest of another form", { source: { path: "a", pointer: null, line: 1, column: null, digest: "md5:ab" } }],
  ])("%s", (_, change) => expect(complaints([{ ...fact, ...change }])).not.toEqual([]));
});
