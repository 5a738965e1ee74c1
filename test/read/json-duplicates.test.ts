import fc from "fast-check";
import { expect, test } from "vitest";
import { scanJson } from "../../src/read/json-scanner.js";
import { parseJson } from "../../src/read/json.js";
import { defaultLimits } from "../../src/read/limits.js";

const duplicates = (text: string): number =>
  parseJson(text, defaultLimits).faults.filter(({ problem }) => problem === "duplicate-key").length;

test.each([
  ["beside one another", '{"a":1,"a":2}', 1],
  ["with spaces before the colon", '{"a" :1,\n"a"\t: 2}', 1],
  ["that end with a backslash", String.raw`{"a\\":1,"a\\":2}`, 1],
  ["that end with a quote", String.raw`{"a\"":1,"a\"":2,"b":": "}`, 1],
  ["in another object", '{"a":{"a":1},"b":[{"a":1},{"a":2}]}', 0],
  ["in a text", String.raw`{"a":"\"a\": 1, \"a\" : 2","b":" : ","c":":"}`, 0],
])("keys that stand twice %s", (_, text, count) => expect(duplicates(text)).toBe(count));

test("a double key is told exactly where the scanner that reads every character finds one", () => {
  const word = fc.constantFrom("a", "b", "a:", ":", ": ", " :", '"', '":', '" :', "\\", '\\":', "\\\\", "x y", "");
  const space = fc.constantFrom("", "", " ", "\n", "\t ");
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      word.map((text) => JSON.stringify(text)),
      fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
      fc
        .array(fc.tuple(word, space, space, tie("value")), { maxLength: 4 })
        .map((all) => `{${all.map(([key, a, b, held]) => `${JSON.stringify(key)}${a}:${b}${held}`).join(",")}}`),
    ),
  }));
  let found = 0;
  fc.assert(
    fc.property(value, (text) => {
      const expected = scanJson(text, defaultLimits.depth).duplicates.length;
      if (expected > 0) found++;
      expect(duplicates(text), text).toBe(expected);
    }),
    { numRuns: 5_000, seed: 4 },
  );
  expect(found).toBeGreaterThan(100);
});
