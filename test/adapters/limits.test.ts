import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectationLimits } from "../../src/adapters/families/great-expectations-limits.js";
import { spokenLimits } from "../../src/adapters/families/spoken-limits.js";
import { statedLimit, thresholdLimit } from "../../src/adapters/families/stated-limits.js";
import { loosened, shownLoosened } from "../../src/judging/limits.js";
import { namedWithoutLimits } from "../../src/judging/limits-in-names.js";
import type { Value } from "../../src/model/adapter.js";
import type { Limit, LimitSense } from "../../src/model/fact.js";

const told = (limits: readonly Limit[]): readonly (readonly [string, LimitSense, unknown])[] =>
  limits.map(({ name, sense, value }) => [name, sense, value]);

describe("limits in words", () => {
  // Sentences as Deepchecks 0.19, k6 1.x, whylogs 1.6 and datacontract-cli 1.2 write them.
  test.each<readonly [said: string, limits: readonly (readonly [string, LimitSense, unknown])[]]>([
    ["p(95)<200", [["p(95)", "at-most", 200]]],
    ["p(99.9) < 400", [["p(99.9)", "at-most", 400]]],
    ["rate>=0.99", [["rate", "at-least", 0.99]]],
    ["Duplicate data ratio is less or equal to 5%", [["Duplicate data ratio", "at-most", 0.05]]],
    ["Test-Train size ratio is greater than 0.01", [["Test-Train size ratio", "at-least", 0.01]]],
    [
      "categorical drift score < 0.2 and numerical drift score < 0.3",
      [
        ["categorical drift score", "at-most", 0.2],
        ["numerical drift score", "at-most", 0.3],
      ],
    ],
    ["amount greater than number 0", [["amount", "at-least", 0]]],
    ["> 1000", [["condition", "at-least", 1000]]],
    ["= 0", [["condition", "as-is", 0]]],
  ])("are understood: %s", (said, limits) => {
    expect(told(spokenLimits(said))).toEqual(limits);
  });

  test.each([
    "Not more than 0 pairs are correlated above 0.9",
    "Rare data types in column are either more than 10% or less than 1% of the data",
    "freshness(event_time) < 400d",
    "between 40 and 75",
    "No string variants",
    `${"<".repeat(2000)} 1`,
  ])("are the whole sentence where a part of it is not understood: %s", (said) => {
    expect(spokenLimits(said)).toMatchObject([{ name: "condition", sense: "as-is" }]);
  });

  test("never throw, and give at least one limit", () => {
    fc.assert(fc.property(fc.string(), (said) => spokenLimits(said).length > 0));
  });
});

describe("limits as they are stated", () => {
  test("are held by a digest where they are long, so that no change is overlooked", () => {
    const pattern = "x".repeat(5000);
    const [a, b] = [statedLimit("regex", "as-is", pattern), statedLimit("regex", "as-is", `${pattern}y`)];
    expect(String(a.value).length).toBeLessThan(200);
    expect(loosened([a], [b])).toHaveLength(1);
    expect(loosened([a], [a])).toEqual([]);
  });

  test("of a long set may only stay as they are", () => {
    const values = Array.from({ length: 500 }, (_, index) => index);
    expect(statedLimit("set", "one-of", values)).toMatchObject({ sense: "as-is" });
  });

  test.each<readonly [number, number, boolean | null, LimitSense]>([
    [0.9, 0.8, true, "at-least"],
    [0.7, 0.8, false, "at-least"],
    [0.7, 0.8, true, "at-most"],
    [0.9, 0.8, false, "at-most"],
    [0.8, 0.8, true, "as-is"],
    [0.9, 0.8, null, "as-is"],
  ])("hold as the verdict shows: %d against %d, passed %s", (observed, threshold, passed, sense) => {
    expect(thresholdLimit(observed, threshold, passed)).toMatchObject([{ sense }]);
  });

  // Keywords of Great Expectations 0.18 and 1.x.
  test.each<readonly [string, object, readonly (readonly [string, LimitSense, unknown])[]]>([
    [
      "expect_column_values_to_not_be_in_set",
      { kwargs: { column: "a", value_set: ["x"], mostly: 0.9, strict_min: false } },
      [
        ["value_set", "all-of", ["x"]],
        ["mostly", "at-least", 0.9],
      ],
    ],
    ["expect_column_distinct_values_to_equal_set", { kwargs: { value_set: [1] } }, [["value_set", "as-is", [1]]]],
    [
      "expect_column_values_to_be_between",
      { kwargs: { min_value: "2026-05-01", max_value: "2026-11-01T00:00:00" } },
      [["mostly", "at-least", 1]],
    ],
    [
      "expect_table_row_count_to_equal",
      { kwargs: { value: 10_000 }, meta: { substituted_parameters: { value: 10_000 } } },
      [],
    ],
    [
      "expect_column_kl_divergence_to_be_less_than",
      { kwargs: { threshold: 0.1, partition_object: { values: ["a"], weights: [1] } }, severity: "warning" },
      [
        ["threshold", "at-most", 0.1],
        ["severity", "at-least", "warning"],
      ],
    ],
  ])("of %s are what somebody set", (name, config, limits) => {
    expect(told(expectationLimits(JSON.parse(JSON.stringify(config)) as Value, name))).toEqual(limits);
  });
});

describe("names without limits", () => {
  const limit = (value: number): readonly Limit[] => [{ name: "m", sense: "at-most", value }];
  test.each<readonly [format: string, name: string, value: number, plain: string]>([
    ["k6-summary", "http_req_duration: p(95)<95", 95, "http_req_duration: p(95)<…"],
    ["soda-scan", "row_count > 1000", 1000, "row_count > …"],
    ["evidently-report", "Mean value of 'a 2': Less or Equal 0.200", 0.2, "Mean value of 'a 2': Less or Equal …"],
    ["great-expectations-validation", "expect_2 > 2", 2, "expect_2 > 2"],
    ["whylogs-constraints", "c23 smaller than number 23", 23, "c23 smaller than number …"],
  ])("%s: %s", (format, name, value, plain) => {
    expect(namedWithoutLimits({ format, name, limits: limit(value) })).toBe(plain);
  });
});

describe("a loosened limit", () => {
  const anyLimit = fc.record({
    name: fc.constantFrom("a", "b"),
    sense: fc.constantFrom<LimitSense>("at-least", "at-most", "one-of", "all-of", "as-is"),
    value: fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.string())),
  });
  const limits = fc.uniqueArray(anyLimit, { selector: ({ name }) => name });

  test("is none of limits that stay as they are, in whatever order", () => {
    fc.assert(fc.property(limits, (some) => loosened(some, some.toReversed()).length === 0));
  });

  test("is one of two that differ, in one direction or the other", () => {
    fc.assert(
      fc.property(anyLimit, fc.integer(), fc.integer(), ({ name, sense }, a, b) => {
        fc.pre(a !== b);
        const [one, other]: readonly Limit[][] = [[{ name, sense, value: a }], [{ name, sense, value: b }]];
        return loosened(one ?? [], other ?? []).length + loosened(other ?? [], one ?? []).length > 0;
      }),
    );
  });

  test("is shown with what it was and what it is", () => {
    const shown = (was: Limit["value"], now: Limit["value"], sense: LimitSense): string | undefined =>
      loosened([{ name: "m", sense, value: was }], [{ name: "m", sense, value: now }]).map(shownLoosened)[0];
    expect(shown(75, 1e5, "at-most")).toBe("m from 75 to 100000");
    expect(shown(["a"], ["a", "b", "c", "d", "e", "f"], "one-of")).toBe("m with b, c, d, e and 1 more");
    expect(shown(["a", "b"], ["b"], "all-of")).toBe("m without a");
    expect(shown("x".repeat(100), "y", "as-is")).toBe(`m from ${"x".repeat(60)}… to y`);
  });
});
