import { loadAll } from "js-yaml";
import { expect, test } from "vitest";
import { documentStarts } from "../../src/read/yaml-starts.js";

test.each([
  ["a: 1\n---\nb: 2\n", [1, 3]],
  ["# c\n---\na: 1\n---\n# d\n\nb: 2\n", [3, 7]],
  ["a: 1\n---\n---\nb: 2\n", [1, 2, 4]],
  ["---\n# s\n---\na: 1\n---\n", [1, 4, 5]],
  ["a: 1\n...\n---\nb: 2\n", [1, 4]],
  ["--- {a: 1}\n--- {b: 2}\n", [1, 2]],
  ["%YAML 1.2\n---\na: 1\n---\nb: 2\n", [3, 5]],
])("documents of %j begin on %j", (text, lines) => {
  expect(documentStarts(text, 1, loadAll(text).length)).toEqual(lines);
});

test("what the text does not show as so many documents has no starts", () => {
  expect(documentStarts("a: 1\n", 1, 3)).toEqual([]);
});
