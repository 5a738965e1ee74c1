import { describe, expect, test } from "vitest";
import { compare, factsByPath, type PrintedFact, type Verdict } from "./compare.js";
import { fieldAgrees } from "./field-agreement.js";
import { ownFormatNames } from "./format-names.js";
import { describeFailure, tallyByFamily, tallyTable } from "./tally.js";
import { parseTruth } from "./truth-line.js";

const path = "public/tool/metrics.json";
const recall: PrintedFact = {
  kind: "measurement",
  metric: "recall",
  raw_metric: "test.recall",
  value: 0.34523809523809523,
  slice: {},
  unit: "proportion",
  format: "metrics-json",
  source: { path },
};

/** The verdict on one line, of a file that gives these facts. */
function verdictOn(line: object, facts: readonly PrintedFact[], known = false): Verdict | undefined {
  const lines = parseTruth(JSON.stringify({ path, why: "/test/recall", ...line }));
  const byPath = factsByPath(facts);
  return compare(lines, { factsOf: (file) => byPath.get(file) ?? [], isKnown: () => known })[0]?.verdict;
}

describe("an expectation", () => {
  const expected = { kind: "measurement", raw_metric: "recall", value: 0.34523809523809523, slice: {} };
  test.each<[string, Verdict, object, readonly PrintedFact[]]>([
    ["holds where one fact has all fields", "held", expected, [{ ...recall, value: 1 }, recall]],
    ["is missing where the file gives no fact", "missing", expected, []],
    [
      "is missing where no fact is the one that is meant",
      "missing",
      expected,
      [{ ...recall, raw_metric: "precision" }],
    ],
    ["is wrong where the value is rounded", "wrong", expected, [{ ...recall, value: 0.3452 }]],
    ["is missing where the fact has no value", "missing", expected, [{ ...recall, value: null }]],
    [
      "is not met by two facts together",
      "missing",
      expected,
      [
        { ...recall, slice: { a: "b" } },
        { ...recall, kind: "check" },
      ],
    ],
    [
      "is not met by a fact of another file",
      "missing",
      expected,
      [{ ...recall, source: { path: "public/tool/other.json" } }],
    ],
    ["takes an absent field for null", "held", { ...expected, threshold: null }, [recall]],
    ["takes null for null only", "wrong", { ...expected, threshold: null }, [{ ...recall, threshold: 0.5 }]],
  ])("%s", (_, verdict, fields, facts) => expect(verdictOn({ expect: fields }, facts)).toBe(verdict));

  test("is compared with what the file states, not with the summary of the file", () => {
    const lines = parseTruth(JSON.stringify({ path, why: "", expect: expected }));
    const summary = { kind: "file", format: "metrics-json", source: { path } };
    const [judgement] = compare(lines, { factsOf: () => [summary], isKnown: () => false });
    expect(judgement).toMatchObject({ verdict: "missing", nearest: null });
  });

  test("may come with a tolerance of its own", () => {
    const rounded = [{ ...recall, value: 0.3452 }];
    expect(verdictOn({ expect: expected, tolerance: 1e-3 }, rounded)).toBe("held");
    expect(verdictOn({ expect: expected, tolerance: 1e-6 }, rounded)).toBe("wrong");
  });

  test("of a home-grown shape asks nothing where the shape is not known", () => {
    expect(verdictOn({ expect: expected, home_grown: true }, [])).toBe("unmapped");
    expect(verdictOn({ expect: expected, home_grown: true }, [], true)).toBe("missing");
    expect(verdictOn({ expect: expected, home_grown: true }, [recall], true)).toBe("held");
  });
});

describe("a misreading", () => {
  const never = { kind: "measurement", raw_metric: "recall", value: 0.5 };
  test.each<[string, Verdict, PrintedFact]>([
    ["is forbidden", "forbidden", { ...recall, raw_metric: "recall", value: 0.5 }],
    ["is none where the value is another", "held", { ...recall, raw_metric: "recall", value: 0.6 }],
    [
      "is none where the name only holds the forbidden one",
      "held",
      { ...recall, raw_metric: "test.recall", value: 0.5 },
    ],
    ["is none where the name differs in case", "held", { ...recall, raw_metric: "Recall", value: 0.5 }],
  ])("%s", (_, verdict, fact) => expect(verdictOn({ never }, [recall, fact])).toBe(verdict));
});

describe("a problem", () => {
  const problem = { ...recall, kind: "problem", problem: "truncated" };
  test.each<[string, Verdict, string, readonly PrintedFact[]]>([
    ["is told", "held", "truncated", [recall, problem]],
    ["of another kind is not this one", "missing", "python-repr", [problem]],
    ["is missing where only facts are given", "missing", "truncated", [recall]],
    ["is missing where nothing is given", "missing", "truncated", []],
  ])("%s", (_, verdict, kind, facts) => expect(verdictOn({ problem: kind }, facts)).toBe(verdict));
});

describe("a format", () => {
  test.each<[string, Verdict, readonly PrintedFact[]]>([
    ["is recognised", "held", [recall]],
    ["is taken for another", "wrong", [{ ...recall, format: "dvc-metrics" }]],
    ["is not recognised", "missing", [{ ...recall, format: null }]],
  ])("%s", (_, verdict, facts) => expect(verdictOn({ format: "metrics-json" }, facts)).toBe(verdict));

  test("that one team made up is known by a mapping alone", () => {
    const mapped = [{ ...recall, format: "mapped" }];
    expect(verdictOn({ format: "drift-report-custom" }, mapped)).toBe("held");
    expect(verdictOn({ format: "metrics-json" }, mapped)).toBe("wrong");
  });

  test("names of ours stand for one of theirs each", () => {
    const own = Object.values(ownFormatNames);
    expect(new Set(own).size).toBe(own.length);
  });
});

describe("fields agree", () => {
  const whole = { names: "whole", tolerance: 1e-9 } as const;
  test.each<[string, boolean, string, unknown, unknown]>([
    ["numbers within the tolerance", true, "value", 1 + 1e-10, 1],
    ["numbers beyond it do not", false, "value", 1 + 1e-8, 1],
    ["nothing but zero is zero", false, "p_value", 1e-300, 0],
    ["a number in a text is that number", true, "observed", "0.9781", 0.9781],
    ["but a value must be a number", false, "value", "0.9781", 0.9781],
    ["true is not 1", false, "passed", 1, true],
    ["null is not false", false, "passed", null, false],
    ["false is not null", false, "passed", false, null],
    ["a name stands whole within another", true, "raw_metric", "anti_fraud.TPR", "tpr"],
    ["after an equals sign", true, "name", "share(column=amount)", "amount"],
    ["but not within a word", false, "raw_metric", "tpr_gap", "tpr"],
    ["nor after a letter", false, "raw_metric", "mAP", "ap"],
    ["marks in a name are no pattern", true, "raw_metric", "x recall@10", "recall@10"],
    ["marks in a name match themselves only", false, "raw_metric", "aXb", "a.b"],
    ["a method in any case", true, "method", "PSI", "psi"],
    ["a title in its own case only", false, "title", "model details", "Model Details"],
    ["keys of a card's field with slashes or dots", true, "field", "a.b", "/a/b"],
    ["another key does not", false, "field", "a.c", "a.b"],
    ["a digest's value alone", true, "digest", "md5:abc", "abc"],
    ["a digest of another value does not", false, "digest", "md5:abd", "md5:abc"],
    ["a digest of another algorithm does not", false, "digest", "sha1:abc", "md5:abc"],
    ["the same instant in another zone", true, "at", "2026-10-05T02:00:00+02:00", "2026-10-05T00:00:00Z"],
    ["another instant does not", false, "at", "2026-10-05T02:00:00Z", "2026-10-05T00:00:00Z"],
    ["a time without a zone with any zone", true, "at", "2026-05-02T12:55:45Z", "2026-05-02T12:55:45"],
    [
      "fractions of a second of any length",
      true,
      "created",
      "2024-10-29T07:39:02.03255Z",
      "2024-10-29T07:39:02.032550Z",
    ],
    ["overall is {}", true, "slice", {}, {}],
    ["a slice is not overall", false, "slice", { sex: "F" }, {}],
    ["overall is not a slice", false, "slice", {}, { sex: "F" }],
    ["a slice is compared whole", false, "slice", { sex: "F", age: "30" }, { sex: "F" }],
    [
      "of other objects the named keys",
      true,
      "interval",
      { lower: 0.9, upper: 0.95, level: null },
      { lower: 0.9, upper: 0.95 },
    ],
    ["a key that is not there does not", false, "params", { a: 1 }, { b: 1 }],
    ["an inherited key is not there", false, "params", {}, { constructor: "x" }],
    ["lists element by element", true, "columns", ["a", "b"], ["a", "b"]],
    ["lists in another order do not", false, "columns", ["b", "a"], ["a", "b"]],
    ["longer lists do not", false, "columns", ["a", "b", "c"], ["a", "b"]],
    ["a number of columns is no list", false, "columns", ["a"], 1],
    [
      "arms in any order",
      true,
      "arms",
      [
        { name: "b", exposures: 2, mean: null },
        { name: "a", exposures: 1, mean: null },
      ],
      [
        { name: "a", exposures: 1 },
        { name: "b", exposures: 2 },
      ],
    ],
    ["arms with another count do not", false, "arms", [{ name: "a", exposures: 2 }], [{ name: "a", exposures: 1 }]],
  ])("%s", (_, agrees, field, got, want) => expect(fieldAgrees(field, got, want, whole)).toBe(agrees));

  test("a forbidden name is the same name exactly", () => {
    expect(fieldAgrees("name", "a.b", "b", { names: "exact", tolerance: 1e-9 })).toBe(false);
    expect(fieldAgrees("name", "b", "b", { names: "exact", tolerance: 1e-9 })).toBe(true);
  });
});

describe("what fails", () => {
  const lines = parseTruth(
    [
      { path, why: "line 1", expect: { kind: "measurement", raw_metric: "recall", value: 0.5 } },
      { path, why: "line 2", never: { kind: "measurement", raw_metric: "test.recall", value: 0.34523809523809523 } },
      { path, why: "line 3", problem: "truncated" },
      { path, why: "line 4", format: "another" },
      { path, why: "line 5", expect: { kind: "measurement", raw_metric: "recall" } },
    ]
      .map((line) => JSON.stringify(line))
      .join("\n"),
  );
  const judgements = compare(lines, { factsOf: () => [recall], isKnown: () => false });

  test("is every line that does not hold, in a family that is read", () => {
    const [tally] = tallyByFamily(judgements, () => true);
    expect(tally?.family).toBe("public/tool");
    expect(tally?.failures.map(({ line, verdict }) => [line.line, verdict])).toEqual([
      [1, "wrong"],
      [2, "forbidden"],
      [3, "missing"],
      [4, "wrong"],
    ]);
  });

  test("is a misreading alone, in a family that is not", () => {
    const [tally] = tallyByFamily(judgements, () => false);
    expect(tally?.failures.map(({ line }) => line.line)).toEqual([2]);
  });

  test("is told with the nearest fact and the fields that differ", () => {
    const [wrong] = judgements;
    const told = wrong === undefined ? "" : describeFailure(wrong);
    expect(told).toContain(`${path} (truth line 1) wrong`);
    expect(told).toContain("differs in value: 0.34523809523809523");
    expect(told).toContain('"raw_metric":"test.recall"');
  });

  test("is counted in the table", () => {
    const rows = tallyTable(tallyByFamily(judgements, () => true)).split("\n");
    expect(rows.map((row) => row.trim().split(/\s{2,}/))).toEqual([
      ["expected", "found", "wrong", "missing", "unmapped", "never", "problems", "formats"],
      ["public/tool", "2", "1", "1", "0", "0", "0/1", "0/1", "0/1"],
      ["all", "2", "1", "1", "0", "0", "0/1", "0/1", "0/1"],
    ]);
  });
});

describe("a line that is no truth stops the run", () => {
  test.each([
    ["two questions", { path, why: "", expect: {}, never: {} }],
    ["none", { path, why: "" }],
    ["no path", { why: "", expect: {} }],
    ["a problem that is no text", { path, why: "", problem: 5 }],
  ])("%s", (_, line) => expect(() => parseTruth(JSON.stringify(line))).toThrow(/truth line 1/));
});
