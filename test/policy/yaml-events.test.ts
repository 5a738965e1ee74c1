import fc from "fast-check";
import { dump } from "js-yaml";
import { expect, test } from "vitest";
import { yamlOutline } from "../../src/policy/yaml-events.js";
import { placeOf } from "../../src/read/fault.js";
import { yamlPlaces } from "../../src/read/yaml-positions.js";

const scalar = fc.oneof(
  fc.constantFrom("a", "b: c", "- d", "'q'", '"', "#", "é", "80%", "~", "a/b~c", ""),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.constantFrom("a", "b", "c/d", "e~f", "g h", "é", "1", "x: y", "null");
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "medium" },
    scalar,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
  ),
}));

test("places are those that the parser which keeps positions gives, in block and in flow style", () => {
  let compared = 0;
  fc.assert(
    fc.property(tree, fc.constantFrom(-1, 0, 1, 2), (value, flowLevel) => {
      const text = dump(value, { flowLevel });
      const { members, doubles } = yamlOutline(text, 100);
      expect(doubles).toEqual([]);
      const places = yamlPlaces(text, members.keys());
      for (const [pointer, { value: offset }] of members) {
        compared++;
        expect({ pointer, ...placeOf(text, offset) }).toEqual({ pointer, ...places.get(pointer) });
      }
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(400);
});

test("keys that stand twice are all found, merge keys apart", () => {
  const text = "a: 1\nb: &x { c: 1, c: 2 }\na: 3\nm: { <<: *x, <<: *x }\n? [1, 2]\n: z\na: 4\n";
  expect(yamlOutline(text, 100).doubles.map(({ key: name, offset }) => [name, placeOf(text, offset)])).toEqual([
    ["c", { line: 2, column: 15 }],
    ["a", { line: 3, column: 1 }],
    ["a", { line: 7, column: 1 }],
  ]);
});

test("a text that does not parse has no outline", () => {
  expect(yamlOutline("a: [", 100)).toEqual({ members: new Map(), doubles: [], borrowed: [] });
  expect(yamlOutline("[".repeat(60), 50).members.size).toBe(0);
});

test("a block scalar stands where its key does", () => {
  const text = "a:\n  b: |\n    one\n    two\n";
  expect(yamlOutline(text, 100).members.get("/a/b")).toEqual({ key: 5, value: 5 });
});
