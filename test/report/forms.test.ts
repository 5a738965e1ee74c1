import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Ajv2020, type AnySchema, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import type { XmlElement } from "../../src/model/adapter.js";
import type { Finding } from "../../src/model/finding.js";
import type { Report } from "../../src/model/report.js";
import { canonicalJson } from "../../src/report/canonical-json.js";
import { csvCell } from "../../src/report/escape.js";
import { csv } from "../../src/report/forms/csv.js";
import { html } from "../../src/report/forms/html.js";
import { reporters } from "../../src/report/forms/index.js";
import { intoto } from "../../src/report/forms/intoto.js";
import { json } from "../../src/report/forms/json.js";
import { junit } from "../../src/report/forms/junit.js";
import { sarif, sarifLimits } from "../../src/report/forms/sarif.js";
import { parseXml } from "../../src/read/xml.js";
import { finding, reportOf } from "../publish/findings.js";
import { attacks } from "./attacks.js";
import { fleetReport } from "./fleet.js";
import { richFiles, richReport } from "./rich.js";
import { sarifSchema, statementSchema } from "./schemas.js";

const view = { columns: 92, colour: false, verbose: true, pathPrefix: "" };
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, validateFormats: false });
const compiled = (schema: AnySchema): ValidateFunction<unknown> => ajv.compile(schema);
const reportSchema = compiled(JSON.parse(readFileSync("schema/report.schema.json", "utf8")));
const sarifValid = compiled(sarifSchema);
const statementValid = compiled(statementSchema);

const faults = (valid: ValidateFunction<unknown>, value: unknown): readonly string[] =>
  valid(value) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);

/** A report in which everything that can come from outside is an attack. */
const hostile = (attack: string): Report => {
  const texts = {
    model: attack,
    policy: attack,
    rule: attack,
    check: attack,
    subject: attack,
    message: attack,
    mend: attack,
  };
  const waived = { owner: attack, reason: attack, ticket: attack, expires: "2026-12-31", approved_by: attack };
  const sources = [{ path: attack === "" ? "x" : attack, pointer: attack, line: 1, column: null, digest: attack }];
  const [model] = fleetReport(1).models;
  const base = reportOf([
    finding({ ...texts, sources }),
    finding({ ...texts, sources: [], outcome: "missing", waived, effect: "pass" }),
    finding({ ...texts, outcome: "met", references: [attack] }),
  ]);
  return {
    ...base,
    reason: attack,
    notes: [attack],
    models:
      model === undefined
        ? []
        : [{ ...model, name: attack, version: attack, stage: attack, owner: attack, risk: attack, path: attack }],
    problems: [{ problem: "unreadable", message: attack, mend: attack, path: attack, line: 1, column: 1, model: null }],
    unjudged: [{ path: attack, format: attack }],
  };
};

const anyAttack = fc.oneof(
  fc.constantFrom(...attacks),
  fc
    .tuple(fc.constantFrom(...attacks), fc.string({ unit: "binary" }), fc.constantFrom(...attacks))
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);

let rich: Report;
beforeAll(async () => {
  rich = await richReport();
});

describe("JSON", () => {
  test("is as the published schema says, be the report rich, empty or a fleet", () => {
    for (const report of [rich, reportOf([]), fleetReport(20)]) {
      expect(faults(reportSchema, JSON.parse(json.render(report, view)))).toEqual([]);
    }
  });

  test("is refused by the schema once a field is gone or unknown", () => {
    const { decision, ...without } = rich;
    expect(decision).toBe("block");
    expect(faults(reportSchema, without)).not.toEqual([]);
    expect(faults(reportSchema, { ...rich, surprise: 1 })).not.toEqual([]);
  });

  // RFC 8785, section 3.2.3 and appendix B.
  test.each<[string, unknown, string]>([
    [
      "keys by UTF-16 code units",
      { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [
      "numbers as ECMAScript has them",
      [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0],
      "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
    ],
    ["literals", [null, true, false], "[null,true,false]"],
    ["keys that are numbers as texts", { "10": 1, "9": 2 }, '{"10":1,"9":2}'],
  ])("is canonical: %s", (_, value, expected) => expect(canonicalJson(value)).toBe(expected));

  test("says the same as JSON.stringify, whatever the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("SARIF", () => {
  const read = (report: Report) => JSON.parse(sarif.render(report, view));

  test("is as the standard and GitHub ask, be the report rich, empty, a fleet or hostile", () => {
    for (const report of [rich, reportOf([]), fleetReport(40), ...attacks.map(hostile)]) {
      expect(faults(sarifValid, read(report))).toEqual([]);
    }
  });

  test("keeps within GitHub's limits, worst first, and says what is left out", () => {
    const many = Array.from({ length: 6_000 }, (_, index) =>
      finding({ subject: `s${index}`, message: "m".repeat(1900), fingerprint: `f${index}` }),
    );
    const written = sarif.render(reportOf(many), view);
    const [run] = JSON.parse(written).runs;
    expect(run.results).toHaveLength(sarifLimits.results);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain("1000 further results");
    expect(gzipSync(written).length).toBeLessThan(10_000_000);
  });

  test("names a finding by its own fingerprint, wherever its line has gone", () => {
    const at = (line: number) =>
      finding({ sources: [{ path: "a.json", pointer: null, line, column: 1, digest: null }] });
    const prints = [3, 90].map((line) => read(reportOf([at(line)])).runs[0].results[0].partialFingerprints);
    expect(prints[0]).toEqual(prints[1]);
  });

  test("shows a waiver as a suppression, and leaves out what is met", () => {
    const { results } = read(rich).runs[0];
    expect(results.some(({ suppressions }: { suppressions?: unknown }) => suppressions !== undefined)).toBe(true);
    expect(results.every(({ properties }: { properties: { outcome: string } }) => properties.outcome !== "met")).toBe(
      true,
    );
  });
});

describe("JUnit", () => {
  const suitesOf = (report: Report): XmlElement => {
    const { root, faults: broken } = parseXml(junit.render(report, view), 10);
    expect(broken).toEqual([]);
    return root ?? { name: "nothing", attributes: {}, children: [], text: "", line: 1 };
  };
  const counted = (cases: readonly XmlElement[], name: string): string =>
    String(cases.filter(({ children }) => children.some((child) => child.name === name)).length);

  test.each(["rich", "empty", "fleet"])("counts what it holds: %s", (name) => {
    const report = name === "rich" ? rich : name === "empty" ? reportOf([]) : fleetReport(30);
    const suites = suitesOf(report);
    expect(suites.name).toBe("testsuites");
    for (const suite of suites.children) {
      expect(suite.name).toBe("testsuite");
      expect(suite.attributes["tests"]).toBe(String(suite.children.length));
      expect(suite.attributes["failures"]).toBe(counted(suite.children, "failure"));
      expect(suite.attributes["errors"]).toBe(counted(suite.children, "error"));
      expect(suite.attributes["skipped"]).toBe(counted(suite.children, "skipped"));
      expect(suite.attributes["timestamp"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/);
      for (const one of suite.children)
        expect(Object.keys(one.attributes)).toEqual(expect.arrayContaining(["name", "classname", "time"]));
    }
    const all = suites.children.flatMap(({ children }) => children);
    expect(suites.attributes["tests"]).toBe(String(all.length));
  });

  test("fails where a run decides nothing: a reader that sees no case would call it good", () => {
    const undecided: Report = { ...reportOf([]), decision: "undecided", reason: "no model was found" };
    expect(suitesOf(undecided).children[0]?.children[0]?.children[0]?.name).toBe("error");
  });

  test("holds any text as text", () => {
    fc.assert(
      fc.property(anyAttack, (attack) => {
        const suites = suitesOf(hostile(attack));
        const names = new Set(
          suites.children.flatMap((suite) =>
            suite.children.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]),
          ),
        );
        expect(
          [...names].every((name) => ["testcase", "failure", "error", "skipped", "system-out"].includes(name)),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("CSV", () => {
  const rowsOf = (report: Report): readonly (readonly string[])[] => {
    const { data, errors } = Papa.parse<string[]>(csv.render(report, view), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    return data;
  };

  test("has a row a finding and a cell a column", () => {
    const rows = rowsOf(rich);
    expect(rows).toHaveLength(rich.findings.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[0]?.slice(0, 6)).toEqual(["model", "version", "stage", "owner", "decision", "policy"]);
  });

  test.each([
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    "＠x",
    '=HYPERLINK("https://evil.test")',
    "=cmd|' /C calc'!A0",
  ])("computes nothing: %s", (text) => expect(csvCell(text)).toMatch(/^"?'/));

  test.each(["a;=1+1", "a, @SUM(A1)"])("computes nothing where another sign ends a cell: %s", (text) =>
    expect(csvCell(text)).toMatch(/[;,] ?'/),
  );

  test.each<[string | number | null, string]>([
    [-0.25, "-0.25"],
    [null, ""],
    ["change -0.19, -0.02 at most", '"change -0.19, -0.02 at most"'],
    ['say "x"', '"say ""x"""'],
  ])("leaves numbers and plain texts alone: %s", (value, expected) => expect(csvCell(value)).toBe(expected));

  test("keeps any text in its cell, on its line, and no cell begins a formula", () => {
    fc.assert(
      fc.property(anyAttack, (attack) => {
        const rows = rowsOf(hostile(attack));
        expect(rows).toHaveLength(4);
        for (const cell of rows.slice(1).flat())
          expect(cell === "" || /^-?\d/.test(cell) || !/^\s*[=+\-@＝＋－＠]/.test(cell)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("in-toto", () => {
  const statements = (report: Report): readonly unknown[] =>
    intoto
      .render(report, view)
      .split("\n")
      .filter((line) => line !== "")
      .map((line): unknown => JSON.parse(line));

  test("is a statement for each model about its artifact, with policies and evidence by digest", () => {
    const [fraud] = statements(rich);
    expect(statements(rich).flatMap((one) => faults(statementValid, one))).toEqual([]);
    expect(fraud).toMatchObject({
      subject: [{ name: "fraud v3", digest: { sha256: "ab12".repeat(16) } }],
      predicate: { result: "FAILED", failedTests: expect.arrayContaining(["gate/recall-floor [recall]"]) },
    });
    expect(JSON.stringify(fraud)).toContain('"name":"models/fraud/evidence.facts.jsonl"');
    expect(JSON.stringify(fraud)).toContain('"role":"policy"');
  });

  test("is about the evidence itself where no artifact is known, and about nothing where there is none", () => {
    const models = rich.models.map((model) => ({ ...model, detail: null }));
    expect(statements({ ...rich, models })[0]).toMatchObject({
      subject: expect.arrayContaining([expect.objectContaining({ name: "models/fraud/README.md" })]),
    });
    expect(statements(fleetReport(3))).toEqual([]);
  });

  test("never says that what is undecided has passed", () => {
    const models = rich.models.map((model) => ({ ...model, decision: "undecided" as const }));
    expect(statements({ ...rich, models })[0]).toMatchObject({ predicate: { result: "FAILED" } });
  });
});

describe("HTML", () => {
  test("holds any text as text: no element, attribute or address comes from outside", () => {
    fc.assert(
      fc.property(anyAttack, (attack) => {
        const written = html.render(hostile(attack), view);
        const tags = [...written.matchAll(/<\/?([a-zA-Z!][^\s/>]*)/g)].map(([, name = ""]) => name.toLowerCase());
        expect(tags.filter((name) => !known.has(name))).toEqual([]);
        const unquoted = written.replace(/"[^"]*"/g, '""');
        expect([...unquoted.matchAll(/<[a-z][^<>]*\s(on\w+|src|srcset|action|formaction)\s*=/gi)]).toEqual([]);
        expect([...written.matchAll(/<a [^<>]*href="([^"]*)"/g)].filter(([, to = ""]) => !to.startsWith("#"))).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });
});

const known = new Set(
  "!doctype html head meta title style body a div header p span b h1 dl dt dd nav ul ol li main section h2 h3 h4 table caption thead tbody tr th td abbr code i svg rect path circle line text polyline title desc figure figcaption details summary br footer".split(
    " ",
  ),
);

describe("every form", () => {
  const renders = (report: Report): readonly string[] => reporters.map((reporter) => reporter.render(report, view));

  test("has the same bytes whatever order the files come in", async () => {
    const shuffled = Object.fromEntries(Object.entries(richFiles).reverse());
    expect(renders(await richReport(shuffled))).toEqual(renders(rich));
  });

  test.each(reporters.map((reporter) => [reporter.id, reporter] as const))(
    "%s renders an empty report, a fleet and any attack",
    (_, reporter) => {
      for (const report of [reportOf([]), fleetReport(15), ...attacks.map(hostile)])
        expect(() => reporter.render(report, view)).not.toThrow();
    },
  );

  test("has the same bytes in another time zone and locale", () => {
    const script = "process.stdout.write(String(new Date(Date.UTC(2026, 0, 1)).getHours()))";
    const zoned = (TZ: string): string =>
      spawnSync(process.execPath, ["-e", script], { env: { ...process.env, TZ } }).stdout.toString();
    // The two zones do differ, so that the comparison below could fail.
    expect(zoned("Asia/Tokyo")).not.toBe(zoned("America/New_York"));
    const render = (TZ: string, LANG: string): string => {
      const run = spawnSync(
        process.execPath,
        ["dist/cli/index.js", "check", "examples/fraud-detection", "--format", "html", "--now", "2026-11-23T09:00:00Z"],
        {
          env: { ...process.env, TZ, LANG, LC_ALL: LANG },
          maxBuffer: 1 << 28,
        },
      );
      return run.stdout.toString() || run.stderr.toString();
    };
    expect(render("Asia/Tokyo", "de_DE.UTF-8")).toBe(render("America/New_York", "tr_TR.UTF-8"));
  });
});

test("a finding that no rule of the report knows still has words", () => {
  const stray: Finding = finding({ policy: "gone", rule: "gone", message: "" });
  expect(faults(sarifValid, JSON.parse(sarif.render(reportOf([stray]), view)))).toEqual([]);
});
