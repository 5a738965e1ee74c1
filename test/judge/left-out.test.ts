import { describe, expect, test } from "vitest";
import { wantedBy } from "../../src/judge/run.js";
import { modelCard } from "../checks/rows.js";
import { lines, training } from "../checks/table-cases.js";
import { facts, judged, measurement, of, policiesOf, rules, type Files } from "./judged.js";
import { changed, leftOutOf, onPullRequest } from "./left-out.js";

const own = (...them: readonly object[]): Files => ({ ...modelCard, "m/run.facts.jsonl": facts(...them) });
const psi = (column: string, score = 0.05): object => ({
  kind: "drift",
  scope: "column",
  column,
  method: "psi",
  score,
});
const check = (name: string, more: object = {}): object => ({ kind: "check", name, passed: true, ...more });
const suite = (name: string): object => check(name, { suite: true });
const drift = "{ drift: psi, for-each: column, at-most: 0.2 }";

const said = async (base: Files, head: Files, rule: string): Promise<readonly string[]> =>
  leftOutOf(await changed(base, head, rule)).map(({ message }) => message);

describe("what is left out of what the base was judged on", () => {
  test("is told in one finding, by the first names and how many more, at the base's files", async () => {
    const columns = Array.from({ length: 100 }, (_, index) => `c${index}`);
    const report = await changed(own(...columns.map((name) => psi(name))), own(psi("c0")), drift);
    expect(leftOutOf(report)).toMatchObject([
      {
        subject: "columns left out",
        message: "the base was judged on 99 columns of which the change states nothing: c1, c2, c3, c4 and 95 more",
        mend: "state the same columns again; what is gone for good, a reviewed change of the policy lets go first, with `then: { missing: warn }`",
        sources: [{ path: "m/run.facts.jsonl", line: 1 }],
        judged: { value: 99 },
      },
    ]);
  });

  test("is told beside other reasons not to pass, and not where the rule says itself that nothing is there", async () => {
    const base = own(psi("amount"), psi("hour"));
    const failing = await changed(base, own(psi("amount", 0.9)), drift);
    expect(of(failing, "a").map(({ outcome }) => outcome)).toEqual(["not-met", "missing"]);
    const none = await changed(base, own(measurement("recall", 1)), drift);
    expect(of(none, "a").map(({ message }) => message)).toEqual([
      expect.stringMatching(/^no evidence of drift by psi/),
    ]);
  });

  test("has a subject that no column takes from it", async () => {
    const base = own(psi("columns left out", Number.NaN), psi("amount"), psi("hour"));
    const found = leftOutOf(await changed(base, own(psi("columns left out"), psi("amount")), drift));
    expect(found).toMatchObject([{ subject: "columns left out…", effect: "undecided", on_base: false }]);
  });

  test("is asked for of no other model, and of no new one", async () => {
    const other: Files = {
      "n/README.md": modelCard["m/README.md"],
      "n/a.facts.jsonl": facts(psi("amount"), psi("hour")),
    };
    expect(await said(other, own(psi("amount")), drift)).toEqual([]);
  });

  test.each<[string, Files]>([
    ["is broken", { ...own(psi("amount"), psi("hour")), "m/evidently.facts.jsonl": "{ no JSON" }],
    ["states numbers that are none", own(psi("hour", Number.NaN))],
    ["has nothing", modelCard],
  ])("is not asked for where the base %s", async (_, base) => {
    expect(await said(base, own(psi("amount")), drift)).toEqual([]);
  });

  test("is not asked for of a column that the base could not judge", async () => {
    const base = own(psi("amount"), { ...psi("hour"), score: "NaN" });
    expect(await said(base, own(psi("amount")), drift)).toEqual([]);
  });

  test("is no matter outside of a pull request, and nothing more is read there", async () => {
    const head = own(psi("amount"));
    const { base } = onPullRequest(own(psi("amount"), psi("hour")));
    const report = await judged(head, rules(`a: ${drift}`), { base: base ?? null });
    expect(report.decision).toBe("pass");
    const policies = await policiesOf(rules("a: { data-quality: suite }", "b: { drift: share, at-most: 10% }"));
    expect(wantedBy(policies)).toMatchObject({ suitesOnly: true, datasetDriftOnly: true });
    expect(wantedBy(policies, true)).toMatchObject({ suitesOnly: false, datasetDriftOnly: false });
  });
});

describe("the way out", () => {
  const base = own(psi("amount"), psi("hour"), psi("day"));
  const waiver = (more: string): string =>
    `- { rule: a, model: m, reason: no longer a feature, owner: kim, approved-by: lee, ticket: T-1, expires: 2026-12-31, ${more} }\n`;

  test("is a reviewed policy that lets go of it", async () => {
    const policy = `then: { missing: warn }\n${rules(`a: ${drift}`)}`;
    const report = await judged(own(psi("amount"), psi("hour")), policy, onPullRequest(base));
    expect([report.decision, leftOutOf(report)[0]?.effect]).toEqual(["warn", "warn"]);
  });

  test.each<[string, Files, string]>([
    ["one column", own(psi("amount"), psi("hour")), "pass"],
    ["the same in other files", { ...modelCard, "m/new.facts.jsonl": facts(psi("hour"), psi("amount", 0.1)) }, "pass"],
    ["more than it was written for", own(psi("amount")), "undecided"],
  ])("is a waiver of so many of them: %s", async (_, head, decision) => {
    const waiverText = waiver("subject: columns left out, value: 1");
    expect((await changed(base, head, drift, { waiverText })).decision).toBe(decision);
  });

  test("is a waiver by the fingerprint, which stays as long as the rule and the model are the same", async () => {
    const [first] = leftOutOf(await changed(base, own(psi("amount"), psi("hour")), drift));
    const other = leftOutOf(await changed(base, own(psi("hour", 0.19)), drift));
    expect(other.map(({ fingerprint }) => fingerprint)).toEqual([first?.fingerprint]);
    const waiverText = waiver(`fingerprint: "${first?.fingerprint ?? ""}"`);
    const report = await changed(base, own(psi("amount"), psi("hour")), drift, { waiverText });
    expect(leftOutOf(report)[0]?.waived).not.toBeNull();
  });
});

describe("what stands for another is not left out", () => {
  const quality = "{ data-quality: suite }";
  const recall = "{ metric: recall, at-least: 80% }";
  const scored = (...sets: readonly string[]): Files =>
    own(...sets.map((dataset) => measurement("recall", 0.9, { dataset })));
  const folds = (count: number, from = 0): Files =>
    own(...Array.from({ length: count }, (_, fold) => measurement("recall", 0.9 + fold / 1000, { fold: from + fold })));
  const experiment = (name: string): object => ({
    kind: "experiment",
    name,
    arms: ["control", "treatment"].map((arm) => ({ name: arm, exposures: 400_000, successes: 20_000 })),
  });
  const image = (tag: string): object => ({ kind: "rollout", image: `acme/fraud:${tag}`, resources: {} });

  test.each<[string, Files, Files, string]>([
    ["a suite that is named anew, with its checks", own(suite("a"), check("x")), own(suite("b"), check("x")), quality],
    ["this month's test set for the last one's", scored("2026-10"), scored("2026-11"), recall],
    [
      "another run, version and threshold",
      own(measurement("recall", 0.9, { threshold: 0.5, version: "1" })),
      own(measurement("recall", 0.9, { threshold: 0.4, version: "2" })),
      recall,
    ],
    ["folds that count from 1", folds(5), folds(5, 1), "{ cross-validation: recall, at-least: 80% }"],
    [
      "fewer folds than before, of a policy that names how many are enough",
      folds(5),
      folds(3),
      "{ cross-validation: recall, at-least: 80%, min-folds: 3 }",
    ],
    [
      "the next experiment",
      own(experiment("october")),
      own(experiment("november")),
      "{ ab-test: any, may-lose: 0.01 }",
    ],
    ["another version's image", own(image("1")), own(image("2")), "{ image-pinned: version }"],
    [
      "a group that the policy does not name",
      training(lines("age,x", [() => "a,1", 9], [() => "b,1", 9], [() => "c,1", 9])),
      training(lines("age,x", [() => "a,1", 9], [() => "b,1", 9])),
      "{ representation: age, groups: [a, b] }",
    ],
  ])("%s", async (_, base, head, rule) => {
    const report = await changed(base, head, rule);
    expect([report.decision, leftOutOf(report)]).toEqual(["pass", []]);
  });

  test("another provider's and another prompt's answers to the same tests", async () => {
    const answers = (provider: string, prompts: number, ...tests: readonly string[]): Files => ({
      ...modelCard,
      "m/results.csv": lines(
        [
          "Description",
          ...Array.from({ length: prompts }, (_, at) => `[${provider}] p${at},Status,Score,Named Scores,Grader Reason`),
        ].join(),
        ...tests.map((name) => [() => [name, ...Array<string>(prompts).fill("yes,PASS,1,,")].join(), 1] as const),
      ),
    });
    const base = answers("acme:model-7", 2, "greets", "refuses");
    expect((await changed(base, answers("acme:model-8", 1, "greets", "refuses"), "{ assertions: all }")).decision).toBe(
      "pass",
    );
    expect(await said(base, answers("acme:model-8", 2, "greets"), "{ assertions: all }")).toEqual([
      "the base was judged on the assertion refuses, and the change states nothing of it",
    ]);
  });

  test("the digest of a scan and its log of hits, whose report is there", async () => {
    const told = (name: string): string =>
      facts(check(`${name} / mitigation.Bypass`, { observed: 100, expected: 100 }));
    const base = { ...modelCard, "m/a.facts.jsonl": told("dan.A"), "m/b.facts.jsonl": told("dan.A") };
    const head = { ...modelCard, "m/a.facts.jsonl": told("dan.A") };
    expect(await said(base, head, "{ red-team: all, from: [facts-jsonl] }")).toEqual([]);
  });

  test("a failure that a tool told of, which tells of nothing else", async () => {
    const failures = (...rows: readonly string[]): Files => ({
      ...own(suite("rows")),
      "m/failures.csv": ["schema_context,column,check,check_number,failure_case,index", ...rows].join("\n"),
    });
    const base = failures("Column,a,in_range,0,7,1", "Column,b,in_range,0,7,1");
    const rule = "{ data-quality: checks, allowed-over: 90% }";
    expect(await said(base, failures("Column,a,in_range,0,7,1"), rule)).toEqual([]);
    expect(await said(base, own(suite("rows"), check("ids")), rule)).toEqual([
      "the base was judged on the check schema (suite), and the change states nothing of it",
    ]);
  });
});

describe("what is put in another's place is missed", () => {
  test("a harmless check for the one that fails", async () => {
    const base = own(suite("orders"), check("ids"), check("countries", { passed: false }));
    expect(await said(base, own(suite("orders"), check("ids"), check("harmless")), "{ data-quality: suite }")).toEqual([
      "the base was judged on the check countries, and the change states nothing of it",
    ]);
  });

  test("a card's claim for the evaluation", async () => {
    const claiming = `${modelCard["m/README.md"]}\n## Evaluation\n\n| Metric | Value |\n| --- | --- |\n| Recall | 0.95 |\n`;
    const base = { "m/README.md": claiming, "m/a.facts.jsonl": facts(measurement("recall", 0.6)) };
    const report = await changed(base, { "m/README.md": claiming }, "{ metric: recall, at-least: 80% }");
    expect(of(report, "a").map(({ outcome, message }) => [outcome, message])).toEqual([
      ["missing", "the base was judged on the result recall, and the change states nothing of it"],
      ["met", expect.stringContaining("claimed by the card")],
    ]);
  });
});
