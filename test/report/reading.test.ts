import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { json } from "../../src/report/forms/json.js";
import { readReport } from "../../src/report/reading/report.js";
import { facts, judged, rules } from "../judge/judged.js";

const view = { columns: 80, colour: false, verbose: true, pathPrefix: "" } as const;

async function written(): Promise<string> {
  const files = {
    "models/m/run.facts.jsonl": facts(
      { kind: "measurement", metric: "recall", value: 0.9, n: 100, trials: 50, dataset: "test" },
      { kind: "measurement", metric: "recall", value: 0.7, slice: { country: "DE" }, dataset: "test" },
      { kind: "drift", scope: "column", column: "amount", method: "psi", score: 0.1 },
      { kind: "card", section: "limitations", words: 3 },
      { kind: "attribution", method: "shap", feature: "amount", importance: 0.3 },
      { kind: "dataset", name: "d", role: "test", digest: "sha256:00", rows: 10 },
      { kind: "model", version: "2", artifact_digest: "sha256:11" },
      { kind: "approval", by: "@kim", state: "approved" },
    ),
    "models/m/broken.json": "{",
  };
  const waiverText = "- { rule: floor, model: m, reason: r, owner: a, ticket: T, expires: 2026-12-01, approved-by: b }";
  const report = await judged(
    files,
    rules("floor: { metric: recall, at-least: 95% }", "psi: { drift: psi, at-most: 0.2 }"),
    {
      waiverText,
    },
  );
  return json.render(report, view);
}

describe("a report that another run wrote", () => {
  test("is read as it was, whole", async () => {
    const text = await written();
    const read = readReport(text);
    expect(read.kind).toBe("report");
    if (read.kind === "report") expect(json.render(read.report, view)).toBe(text);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ["cut short", (text) => text.slice(0, 500), /not JSON, or cut short/],
    ["empty", () => "", /not JSON/],
    ["a list", () => "[]", /the document is not an object/],
    ["of another version", (text) => text.replace('"schema_version": 1', '"schema_version": 2'), /schema_version/],
    [
      "with another decision",
      (text) => text.replace(/"decision": "\w+"/, '"decision": "approved"'),
      /decision is not one of/,
    ],
    [
      "with a number where a text is due",
      (text) => text.replace(/"reason": "[^"]*"/, '"reason": 7'),
      /\/reason is not a text/,
    ],
    ["with a field that nobody knows", (text) => text.replace("{", '{"extra": 1,'), /\/extra is not known/],
    ["with a prototype for a key", (text) => text.replace("{", '{"__proto__": {"x": 1},'), /__proto__ is not known/],
    [
      "with a head that is no commit",
      (text) => text.replace('"head": null', '"head": "../../x"'),
      /\/head is not a commit/,
    ],
    ["with a number too large", (text) => text.replace('"line": 1', '"line": 1e999'), /line is not a number/],
    [
      "with a text as long as a book",
      (text) => text.replace(/"reason": "[^"]*"/, `"reason": "${"x".repeat(30_000)}"`),
      /reason/,
    ],
  ])("is not one that is %s", async (_, change, why) => {
    const read = readReport(change(await written()));
    expect(read).toEqual({ kind: "misshapen", why: expect.stringMatching(why) });
  });

  test("is read with as many entries as ten thousand models have, and more", async () => {
    const notes = Array.from({ length: 300_000 }, (_, at) => `note ${at}`);
    const read = readReport((await written()).replace('"notes": []', `"notes": ${JSON.stringify(notes)}`));
    expect(read.kind === "report" && read.report.notes).toEqual(notes);
  });

  test.each(["notes", "findings", "inputs"])("has no list of %s that is parted wrongly", async (field) => {
    const text = await written();
    const start = text.indexOf("[", text.indexOf(`\n  "${field}"`)) + 1;
    for (const wrong of [",", "1 2", "{]"]) {
      expect(readReport(text.slice(0, start) + wrong + text.slice(start)).kind).toBe("misshapen");
    }
  });

  test("is not one that is too long", async () => {
    expect(readReport(await written(), 100)).toEqual({ kind: "misshapen", why: "it is too long" });
  });

  test("is never one after any field is gone or of another type", async () => {
    const value: unknown = JSON.parse(await written());
    const places: (string | number)[][] = [];
    const walk = (at: unknown, path: (string | number)[]): void => {
      if (typeof at !== "object" || at === null) return;
      for (const [key, inner] of Object.entries(at)) {
        places.push([...path, key]);
        walk(inner, [...path, key]);
      }
    };
    walk(value, []);
    // Lists, and records of any names: an object of another name would be one of these.
    const inLists = new Set(["sources", "references", "policies", "notes", "scope", "renames"]);
    const fields = places.filter(
      (path) => !/^\d+$/.test(String(path.at(-1))) && !path.some((key) => key === "slice" || key === "written"),
    );
    expect(fields.length).toBeGreaterThan(150);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.boolean(), (path, drop) => {
        const copy: unknown = structuredClone(value);
        let at: unknown = copy;
        for (const key of path.slice(0, -1)) at = Object(at)[key];
        const key = String(path.at(-1));
        if (drop) Reflect.deleteProperty(Object(at), key);
        else Reflect.set(Object(at), key, inLists.has(key) ? 1 : { unlike: "anything" });
        expect(readReport(JSON.stringify(copy)).kind).toBe("misshapen");
      }),
      { numRuns: 300 },
    );
  });

  test("is never thrown over, whatever it is", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readReport(text).kind).toBe("misshapen");
      }),
    );
  });
});
