import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { test as command } from "../src/commands/test.js";
import { packs } from "../src/policy/generated/packs.js";
import { loadAnyPolicies } from "../src/policy/load.js";
import { reporters } from "../src/report/forms/index.js";
import type { Outcome } from "../src/model/finding.js";
import { ranIn } from "./commands/ran.js";
import { facts, judged, measurement } from "./judge/judged.js";

const names = Object.keys(packs);

describe("every pack", () => {
  test("is there", () => {
    expect(names).toEqual(
      expect.arrayContaining([
        ...["baseline", "promotion", "canary", "monitoring", "drift", "retraining", "data", "fairness", "explanation"],
        ...["documentation", "supply-chain", "language-models", "fraud-detection", "recommendation", "personalisation"],
        ...["eu-ai-act", "eu-ai-act-gpai", "nist-ai-rmf", "sr-26-2", "sr-11-7", "iso-42001", "gdpr", "ml-test-score"],
        ...["model-cards", "datasheets"],
      ]),
    );
  });

  test("has a test file and a page", () => {
    const lacking = names.filter(
      (name) => !existsSync(`policies/${name}.test.yaml`) || !existsSync(`docs/packs/${name}.md`),
    );
    expect(lacking).toEqual([]);
    expect(readdirSync("docs/packs").sort()).toEqual(names.map((name) => `${name}.md`).sort());
  });

  test.each(names)("%s holds its own tests, and notices when their evidence is spoilt", async (name) => {
    const { status, out } = await ranIn(
      process.cwd(),
      command,
      `policies/${name}.test.yaml`,
      "--mutate",
      "--all",
      "--coverage",
    );
    expect(out).toMatch(/\n\d+ held, 0 failed\n$/);
    expect(status).toBe(0);
  });

  test("can stand beside every other", async () => {
    const { policies, problems } = await loadAnyPolicies(
      names.map((name) => `referee:${name}`),
      { read: () => ({ kind: "missing" }) },
    );
    expect(problems).toEqual([]);
    expect(policies).toHaveLength(names.length);
  });

  test("of a framework says of every clause by which text it is numbered, since when it applies, and that nobody has checked the number", async () => {
    const { policies } = await loadAnyPolicies(
      names.map((name) => `referee:${name}`),
      { read: () => ({ kind: "missing" }) },
    );
    const clauses = policies.flatMap(({ rules }) => rules.filter(({ check }) => check.id === "framework"));
    expect(clauses.length).toBeGreaterThan(100);
    const without = clauses.filter(
      ({ options, references }) =>
        typeof options["source-version"] !== "string" ||
        !/^\d{4}-\d{2}-\d{2}$/.test(String(options["applies-from"])) ||
        options["verified"] !== false ||
        references.length === 0,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

/** Clauses that a framework's pack speaks to; one may be added, none may be lost. */
const clausesOf: Readonly<Record<string, readonly string[]>> = {
  "eu-ai-act": [
    ...["Art. 6 and Annex III", "Art. 6(3)", "Art. 9", "Art. 9(6)-(8)", "Art. 10(2)", "Art. 10(2)(f)", "Art. 10(3)"],
    ...["Art. 10(3)-(4)", "Art. 10(5) and 4a", "Art. 12", "Art. 13", "Art. 14", "Art. 15(1)-(3)", "Art. 15(4)-(5)"],
    ...["Art. 17", "Art. 18", "Art. 26", "Art. 27", "Art. 43(4) and 3(23)", "Art. 49", "Art. 50", "Art. 72", "Art. 73"],
    ...["1", "2(a)", "2(b)", "2(c)", "2(d)", "2(e)", "2(f)", "2(g)", "2(h)", "3", "4", "5", "6", "7"].map(
      (part) => `Annex IV ${part}`,
    ),
    ...["Annex IV 8 and Art. 47", "Annex IV 9"],
  ],
  "eu-ai-act-gpai": [
    ...["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"].map((part) => `Annex XI 1(1)${part}`),
    ...["(a)", "(b)", "(c)", "(d)", "(e)"].map((part) => `Annex XI 1(2)${part}`),
    ...["Annex XI 2(1)", "Annex XI 2(2)", "Art. 53(1)(b) and Annex XII", "Art. 53(1)(c)", "Art. 53(1)(d)", "Art. 51"],
  ],
  "nist-ai-rmf": [
    ...["1.6", "1.7", "2.1", "4.1", "4.2", "6.1", "6.2"].map((part) => `GOVERN ${part}`),
    ...["1.1", "1.5", "1.6", "2.1", "2.2", "2.3", "3.3", "3.4", "3.5", "4.1", "4.2", "5.1"].map(
      (part) => `MAP ${part}`,
    ),
    ...[
      "1.1",
      "1.3",
      "2.1",
      "2.2",
      "2.3",
      "2.4",
      "2.5",
      "2.6",
      "2.7",
      "2.8",
      "2.9",
      "2.10",
      "2.11",
      "2.12",
      "2.13",
    ].map((part) => `MEASURE ${part}`),
    ...["3.1", "3.3", "4.1", "4.2", "4.3"].map((part) => `MEASURE ${part}`),
    ...["1.1", "1.2", "1.3", "1.4", "2.2", "2.3", "2.4", "3.1", "3.2", "4.1", "4.2", "4.3"].map(
      (part) => `MANAGE ${part}`,
    ),
    ...["CBRN information or capabilities", "Confabulation", "Data privacy", "Intellectual property"].map(
      (risk) => `AI 600-1: ${risk}`,
    ),
  ],
  "iso-42001": [
    ...["2.2", "2.3", "2.4", "3.2", "3.3", "4.2", "4.3", "4.4", "4.5", "4.6", "5.2", "5.3", "5.4", "5.5"],
    ...["6.1.2", "6.1.3", "6.2.2", "6.2.3", "6.2.4", "6.2.5", "6.2.6", "6.2.7", "6.2.8"],
    ...["7.2", "7.3", "7.4", "7.5", "7.6", "8.2", "8.3", "8.4", "8.5", "9.2", "9.3", "9.4", "10.2", "10.3", "10.4"],
  ].map((part) => `A.${part}`),
  "sr-26-2": [
    ...[
      "Inventory",
      "Materiality",
      "Use",
      "Development",
      "Conceptual soundness",
      "Benchmarking",
      "Effective challenge",
    ],
    ...["Findings", "Outcomes analysis", "Ongoing monitoring", "Change control", "Use limits and overlays"],
    ...["Vendor models", "Scope"],
  ],
  gdpr: [
    ...[
      "Art. 5(1)(c)",
      "Art. 5(1)(e)",
      "Art. 9",
      "Art. 13(2)(f)",
      "Art. 22(1)-(2)",
      "Art. 22(3)",
      "Art. 30",
      "Art. 35",
    ],
    ...["Art. 35(2)", "Art. 35(11)", "Art. 36"],
  ],
  "ml-test-score": ["Data", "Model", "Infrastructure", "Monitor"].flatMap((part) =>
    [1, 2, 3, 4, 5, 6, 7].map((number) => `${part} ${number}`),
  ),
};

test.each(Object.entries(clausesOf))("referee:%s speaks to every clause that it promises", async (name, clauses) => {
  const { policies } = await loadAnyPolicies([`referee:${name}`], { read: () => ({ kind: "missing" }) });
  const spoken = new Set(policies.flatMap(({ rules }) => rules.map(({ options }) => options["clause"])));
  expect(clauses.filter((clause) => !spoken.has(clause))).toEqual([]);
});

describe("it never says compliant", () => {
  const verdicts = /\b(?:non-?)?compliant\b|\bin compliance\b|\b(?:is|are) conform\w*|\bcomplies with\b/i;

  test("on no page of a pack or of a check, nor in what packs ask", () => {
    const texts = [
      ...names.map((name) => [name, readFileSync(`docs/packs/${name}.md`, "utf8") + String(packs[name])] as const),
      ...readdirSync("docs/checks").map((name) => [name, readFileSync(`docs/checks/${name}`, "utf8")] as const),
    ];
    expect(texts.filter(([, text]) => verdicts.test(text)).map(([name]) => name)).toEqual([]);
  });

  test.each(reporters.map((reporter) => [reporter.id, reporter] as const))(
    "in %s, whatever is found, failed, missing or for a person",
    async (_id, reporter) => {
      const report = await judged(
        {
          "m/README.md":
            "---\nlicense: mit\n---\n# M\n\n## Intended use\n\nCards at tills.\n\n## Limitations\n\n[More Information Needed]\n",
          "m/a.facts.jsonl": facts(measurement("accuracy", 0.9, { trials: 500 }), {
            kind: "check",
            name: "not-null",
            passed: false,
          }),
        },
        "policy: frameworks\nextends: [referee:eu-ai-act, referee:nist-ai-rmf, referee:iso-42001]\nrules:\n  measured: { metric: accuracy, at-least: 80% }\n",
        { now: Date.parse("2028-01-10T00:00:00Z") },
      );
      const outcomes = new Set(report.findings.map(({ outcome }) => outcome));
      expect(["met", "not-met", "missing", "not-applicable"].filter((one) => !outcomes.has(one as Outcome))).toEqual(
        [],
      );
      const said = report.findings.map(({ message }) => message).join("\n");
      for (const words of [/evidence found: /, /no evidence of /, /failed: /, /not for a machine to judge/])
        expect(said).toMatch(words);
      const text = reporter.render(report, { columns: 92, colour: false, verbose: true, pathPrefix: "" });
      expect(text.length).toBeGreaterThan(1000);
      // The page's own words that it does not say so.
      expect(verdicts.exec(text.replace("It does not say that the model complies with anything.", ""))).toBe(null);
    },
  );
});
