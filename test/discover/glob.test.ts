import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { globs, plainGlob } from "../../src/discover/glob.js";

describe("patterns of plain names, * and **", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["models/*/eval.json", ["models/a/eval.json", "models/.a/eval.json"], ["models/eval.json", "models/a/b/eval.json"]],
    ["**/eval.json", ["eval.json", "a/b/eval.json"], ["a/eval_json", "xeval.json"]],
    ["reports/**", ["reports/a", "reports/a/b.csv", "reports"], ["report/a", "reportsx"]],
    ["a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb"]],
    ["*-eval.json", ["x-eval.json", "-eval.json"], ["a/x-eval.json"]],
    ["**", ["a", "a/b"], []],
  ])("%s", (pattern, named, others) => {
    const matches = plainGlob(pattern) ?? (() => null);
    expect(named.map(matches)).toEqual(named.map(() => true));
    expect(others.map(matches)).toEqual(others.map(() => false));
  });

  const segment = fc.string({ unit: fc.constantFrom("a", "b", ".", "-", "*"), minLength: 1, maxLength: 4 });
  const pattern = fc
    .array(fc.oneof({ weight: 3, arbitrary: segment }, { weight: 1, arbitrary: fc.constant("**") }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((segments) => segments.join("/"));
  const name = fc
    .string({ unit: fc.constantFrom("a", "b", ".", "-"), minLength: 1, maxLength: 4 })
    .filter((text) => text !== "." && text !== "..");
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));

  test("name the paths that picomatch says they name", () => {
    fc.assert(
      fc.property(pattern, fc.array(path, { minLength: 1, maxLength: 10 }), (written, paths) => {
        const plain = plainGlob(written);
        fc.pre(plain !== null);
        const other = picomatch(written, { dot: true });
        expect(paths.map((one) => plain?.(one))).toEqual(paths.map((one) => other(one)));
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each(["{a,b}/x", "a/[ab]", "!a", "a?b", "a/***/b", "./a", "a//b", "+(a)", "**/**/a", "a**b", "*.*", ""])(
  "%s says more, and is picomatch's",
  (pattern) => expect(plainGlob(pattern)).toBeNull(),
);

test("patterns of both sorts keep their order", async () => {
  const [plain, braces] = await globs(["a/*", "{b,c}/*"]);
  expect([plain?.("a/x"), plain?.("b/x"), braces?.("b/x"), braces?.("a/x")]).toEqual([true, false, true, false]);
});
