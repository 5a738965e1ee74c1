import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInShard, readShard } from "../../src/judge/shard.js";
import { mergeReports, type Part } from "../../src/judge/merge.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { UsageError, type Problem } from "../../src/model/problem.js";
import type { Report } from "../../src/model/report.js";
import { wholeFile } from "../../src/model/source.js";
import { json } from "../../src/report/forms/json.js";
import { readReport } from "../../src/report/reading/report.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, rules, type Circumstances, type Files } from "./judged.js";

const policy = rules(
  "floor: { metric: recall, at-least: 80% }",
  "each: { metric: recall, for-each: [country], at-least: 50% }",
  "no-worse: { metric: recall, against: base, may-lose: 0.1 }",
);
const measured = (value: number | string, more: object = {}): object => ({
  kind: "measurement",
  metric: "recall",
  value,
  ...more,
});
const waiverText = ["m1", "m3", "ghost"]
  .map(
    (model) =>
      `- { rule: floor, model: ${model}, reason: r, owner: a, ticket: T, expires: 2026-12-01, approved-by: b }`,
  )
  .join("\n");

/** Models of every fate: met, not met, missing, unreadable, waived, broken, with files that nobody knows. */
const fleet = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, string][] => [
      [
        `models/m${index}/run.facts.jsonl`,
        index % 5 === 4
          ? '{"kind": "measurement", "metric": "recall", "value": NaN'
          : facts(measured(0.5 + (index % 7) / 10), measured(0.4 + (index % 3) / 10, { slice: { country: "DE" } })),
      ],
      [`models/m${index}/notes.xyz`, "?"],
      [`reports/above-${index}.bin`, "?"],
    ]).flat(),
  );

const text = (report: Report): string =>
  json.render(report, { columns: 80, colour: false, verbose: true, pathPrefix: "" });

async function partsOf(files: Files, of: number, more: Circumstances = {}, written = policy): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (let index = 1; index <= of; index++) {
    const report = await judged(files, written, { waiverText, ...more, shard: { index, of } });
    const read = readReport(text(report));
    if (read.kind !== "report") throw new Error(read.why);
    parts.push({ path: `part-${index}.json`, report: read.report });
  }
  return parts;
}

const base: Circumstances = {
  onlyNew: true,
  base: {
    tree: memory({ ...fleet(9), "models/gone/run.facts.jsonl": facts(measured(0.9)) }),
    label: "b",
    commit: null,
    configuration: defaultConfiguration,
  },
};

describe("parts that are merged", () => {
  test.each<[string, Files, number, Circumstances]>([
    ["a few models in two parts", fleet(5), 2, {}],
    ["many models in eight parts", fleet(40), 8, {}],
    ["more parts than models", fleet(2), 5, {}],
    ["one part", fleet(3), 1, {}],
    ["no model at all", { "a.txt": "x" }, 3, {}],
    ["a change that touches nothing", fleet(3), 3, { touched: new Set(["docs/x.md"]) }],
    ["a model that is not there", fleet(3), 3, { only: ["nobody"] }],
    ["a change against its base, with a model that it removes", fleet(9), 4, base],
    ["more models than are shown whole", fleet(460), 3, {}],
  ])("%s: the report of one run, byte for byte", async (_, files, of, more) => {
    const whole = await judged(files, policy, { waiverText, ...more });
    const parts = await partsOf(files, of, more);
    expect(text(mergeReports([...parts].reverse()))).toBe(text(whole));
  });

  test("notes that count over models are of all of them, whatever the parts hold", async () => {
    const confident = rules("floor: { metric: recall, at-least: 50%, confidence: 95% }");
    const files = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [
        `models/m${index}/run.facts.jsonl`,
        facts(measured(0.9, { trials: 400 })),
      ]),
    );
    const more = { notes: ["Said twice.", "Said twice."] };
    const whole = await judged(files, confident, more);
    expect(whole.notes).toEqual([
      "Said twice.",
      "Said twice.",
      expect.stringContaining("gate judges 7 bounds with a confidence"),
    ]);
    for (const of of [2, 5, 7]) {
      const parts = await partsOf(files, of, { waiverText: "[]", ...more }, confident);
      expect(text(mergeReports(parts))).toBe(text(whole));
    }
  });

  test("each ask of the change what their own models want to know, and are one report all the same", async () => {
    const asking = rules("signed: { approval: 1, from: [CODEOWNERS], on: diff }");
    const review = {
      head: "a".repeat(40),
      lastPusher: "@sam",
      sameDifference: () => true,
      owners: (path: string) => (path.startsWith("models/m1") ? null : ["@kim"]),
    };
    const source = { ...wholeFile("review by kim"), line: null };
    const by = { by: "@kim", commit: "b".repeat(40), role: null, state: "approved" };
    const common = { model: null, version: null, format: "pull-request-review", at: null } as const;
    const approvals = [{ kind: "approval", vouched: "attested", ...common, source, ...by }] as const;
    const given = { review, approvals };
    const whole = await judged(fleet(6), asking, { waiverText, ...given });
    expect(whole.run.review?.owners).not.toEqual({});
    expect(text(mergeReports(await partsOf(fleet(6), 3, given, asking)))).toBe(text(whole));
  });

  test("models that enter another stage are told in one order", async () => {
    const versions = (stage: string): Files =>
      Object.fromEntries(
        Array.from({ length: 6 }, (_, index) => [
          `models/m${index}/run.facts.jsonl`,
          facts(measured(0.9), { kind: "model", version: "1", stage }),
        ]),
      );
    const more: Circumstances = {
      onlyNew: true,
      base: { tree: memory(versions("staging")), label: "b", commit: null, configuration: defaultConfiguration },
    };
    const whole = await judged(versions("production"), policy, more);
    expect(whole.notes.filter((note) => note.includes("goes from staging to production"))).toHaveLength(6);
    const parts = await partsOf(versions("production"), 3, { waiverText: "[]", ...more });
    expect(text(mergeReports(parts))).toBe(text(whole));
  });

  test("a part without models passes, and leaves the decision to the others", async () => {
    const parts = await partsOf(fleet(1), 4);
    const decisions = parts.map(({ report }) => report.decision);
    expect(decisions.filter((decision) => decision === "pass").length).toBeGreaterThanOrEqual(3);
    expect(mergeReports(parts).decision).toBe((await judged(fleet(1), policy, { waiverText })).decision);
  });

  test("judged at different times: the latest is the report's", async () => {
    const [first, second] = await partsOf(fleet(3), 2);
    if (first === undefined || second === undefined) throw new Error("two parts");
    const later = { ...second, report: { ...second.report, now: "2026-11-23T09:05:00Z" } };
    expect(mergeReports([later, first]).now).toBe("2026-11-23T09:05:00Z");
  });
});

describe("parts that make no report", () => {
  const problemsOf = (parts: readonly Part[]): readonly Problem[] => {
    try {
      mergeReports(parts);
    } catch (error) {
      if (error instanceof UsageError) return error.problems;
      throw error;
    }
    return [];
  };
  const faults = (parts: readonly Part[]): readonly string[] => problemsOf(parts).map(({ message }) => message);

  test("none, one missing, one doubled, one of another split, a whole report, another run's", async () => {
    const parts = await partsOf(fleet(4), 3);
    const [one, two, three] = parts;
    if (one === undefined || two === undefined || three === undefined) throw new Error("three parts");
    const of4 = (await partsOf(fleet(4), 4))[3];
    if (of4 === undefined) throw new Error("four parts");
    const whole = { path: "whole.json", report: await judged(fleet(4), policy, { waiverText }) };
    const other = { path: "other.json", report: { ...three.report, head: "b".repeat(40) } };
    const newer = { path: "n.json", report: { ...three.report, tool: { ...three.report.tool, version: "9.9.9" } } };
    expect(faults([])).toEqual(["there is no part of a report here"]);
    expect(faults([one, three])).toEqual(["of 3 parts 2 is missing"]);
    expect(faults([two])).toEqual(["of 3 parts 1, 3 are missing"]);
    expect(faults([one, two, three, { ...two, path: "again.json" }])).toEqual(["part 2 of 3 is there twice"]);
    expect(faults([one, two, of4])).toEqual([
      "this is part 4 of 4, the first is of 3",
      expect.stringContaining("of 3 parts 3 is missing"),
    ]);
    expect(faults([whole])).toEqual(["this is a whole report, and no part of one"]);
    expect(faults([one, two, other])).toEqual([expect.stringContaining("this is of another run than part-1.json")]);
    expect(faults([one, two, newer])).toEqual([expect.stringContaining("another run")]);
  });

  test("parts that saw other reviews are no one report, and only all of them together can be one", async () => {
    const [one, two] = await partsOf(fleet(4), 2);
    if (one === undefined || two === undefined) throw new Error("there are two parts");
    const by = { by: "@kim", role: null, at: null, commit: null, state: "approved", format: "pull-request-review" };
    const approvals = [{ ...by, source: wholeFile("review by kim") }];
    const later = { ...two, report: { ...two.report, run: { ...two.report.run, approvals } } };
    const told = problemsOf([one, later]);
    expect(told.map(({ path, message }) => [path, message])).toEqual([
      [
        two.path,
        `reviews of the change arrived, were taken back or could not be read between this part and ${one.path}`,
      ],
    ]);
    expect(told[0]?.mend).toContain("run all jobs again");
    const elsewhere = { ...later, report: { ...later.report, head: "b".repeat(40) } };
    expect(problemsOf([one, elsewhere])[0]?.message).toContain("another run");
  });
});

describe("the part of a model", () => {
  test("is one of them, whichever its name, and the same each time", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 256 }), (name, of) => {
        const holding = Array.from({ length: of }, (_, at) => at + 1).filter((index) => isInShard(name, { index, of }));
        expect(holding).toHaveLength(1);
      }),
    );
  });

  test("leaves no part much fuller than the others", () => {
    const counts = Array.from({ length: 8 }, (_, at) =>
      Array.from({ length: 8000 }, (__, model) => `model-${model}`).filter((name) =>
        isInShard(name, { index: at + 1, of: 8 }),
      ),
    ).map(({ length }) => length);
    expect(Math.max(...counts)).toBeLessThan(1150);
    expect(Math.min(...counts)).toBeGreaterThan(850);
  });

  test.each(["", "3", "0/4", "5/4", "1/0", "1/257", "-1/3", "1.5/3", "one/two", "1/2/3"])("is not %j", (written) => {
    expect(() => readShard(written)).toThrow(UsageError);
  });
});
