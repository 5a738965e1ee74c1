import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCollection, isPair, isScalar, parseDocument, type Node } from "yaml";
import { jsonOffsets } from "../../src/read/json-positions.js";

const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** Where each value begins, by another parser: JSON is YAML. */
function oracle(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const visit = (node: unknown, pointer: string): void => {
    if (!isScalar(node) && !isCollection(node)) throw new Error(`nothing stands at ${pointer}`);
    const begins = (node as Node).range?.[0];
    if (begins !== undefined) offsets.set(pointer, begins);
    if (!isCollection(node)) return;
    node.items.forEach((item, index) => {
      if (!isPair(item)) visit(item, `${pointer}/${index}`);
      else if (isScalar(item.key)) visit(item.value, `${pointer}/${escaped(String(item.key.value))}`);
    });
  };
  visit(parseDocument(text, { version: "1.2", schema: "json", stringKeys: true }).contents, "");
  return offsets;
}

/** What misleads a reader that counts brackets and quotes. */
const awkward = fc.constantFrom(
  '"',
  "\\",
  '\\"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "é",
  "数",
  "🙂",
  "\n",
  "\u2028",
  "a/b~c",
);
const words = fc.oneof(
  fc.array(fc.oneof(awkward, fc.string({ maxLength: 3 })), { maxLength: 5 }).map((parts) => parts.join("")),
  fc.string({ maxLength: 8 }),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.array(fc.tuple(words, tie("value")), { maxLength: 5 }).map((members) => Object.fromEntries(members)),
  ),
}));

describe("offsets of JSON values", () => {
  test("are those that another parser finds, each asked alone and all together", () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 3 }), (document, indent) => {
        const text = JSON.stringify(document, null, indent);
        const expected = oracle(text);
        expect(jsonOffsets(text, expected.keys())).toEqual(expected);
        for (const [pointer, offset] of expected) {
          expect(jsonOffsets(text, [pointer])).toEqual(new Map([[pointer, offset]]));
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test("are those of a text that is larger than what is kept between documents", () => {
    const rows = Array.from({ length: 9_000 }, (_, row) => ({ id: row, note: 'a "quoted" {brace', é: [row] }));
    const text = JSON.stringify({ rows, last: true }, null, 1);
    expect(text.length).toBeGreaterThan(300_000);
    expect(jsonOffsets(text, ["/last", "/rows/8999/é/0"])).toEqual(
      new Map([
        ["/last", text.lastIndexOf("true")],
        ["/rows/8999/é/0", text.lastIndexOf("8999")],
      ]),
    );
  });

  test.each([
    ["a key that stands twice: the last", '{"a": 1, "a": 2}', ["/a"], [["/a", 14]]],
    ["a key written with escapes", '{"\\u0061\\/b": 1}', ["/a~1b"], [["/a~1b", 14]]],
    ["NaN and Infinity", "[NaN, -Infinity, 1]", ["/1", "/2"], [["/1", 6], ["/2", 17]]], // prettier-ignore
    ["pointers that lead nowhere", '{"a": [1]}', ["/b", "/a/1", "/a/0/x"], []],
    ["a text that is never closed", '{"a": {"b": "c', ["/a", "/d"], [["/a", 6]]],
    ["a bracket that is never closed", '{"a": [1, 2', ["/a/1", "/d"], [["/a/1", 10]]],
    ["an empty text", "", [""], [["", 0]]],
  ] as const)("%s", (_, text, pointers, expected) => {
    expect(jsonOffsets(text, pointers)).toEqual(new Map(expected));
  });

  test.each(['{"a": [{"b": "x\\\\"}, "]"]', '{"é": [[[', '"', "\\", '{"a": "\\'])(
    "%s, broken, is walked to its end",
    (text) => {
      expect([...jsonOffsets(text, ["/zz/1/a", "/a/7"]).keys()]).toEqual([]);
    },
  );
});
