import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesOf, fieldsOf, isList, textAt } from "../../src/report/reading/report-text.js";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");

/** A document put together again from the texts of its fields, and of the entries of its lists. */
function read(text: string): unknown {
  const bytes = bytesOf(text);
  const fields = fieldsOf(bytes);
  if (fields === null) return null;
  const entries = [...fields].map(([field, span]): readonly [string, unknown] => [
    field,
    isList(bytes, span)
      ? [...entriesOf(bytes, span)].map((entry): unknown => JSON.parse(entry))
      : JSON.parse(textAt(bytes, span)),
  ]);
  return Object.fromEntries(entries);
}

/** What it takes a document for: its value, null where it is no object, or that it is none. */
function answer(text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof SyntaxError) return "no JSON";
    throw error;
  }
}

function whole(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return "no JSON";
  }
}

const documents = fc
  .dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ stringUnit: "grapheme" }))
  .map((value) => Object.fromEntries(Object.entries(value)));

describe("a document that is read field by field", () => {
  test("says what it says when it is parsed whole, on one line and indented", () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(0, 1, 2, "\t", "\r\n"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(answer(text)).toEqual(whole(text));
      }),
    );
  });

  test("is cut short wherever it ends early", () => {
    fc.assert(
      fc.property(documents, fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        expect(answer(text.slice(0, at % text.length))).toBe("no JSON");
      }),
    );
  });

  test("is JSON where JSON.parse says so, and nowhere else, whatever letter of it changes", () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.constantFrom(...'{}[]",:0\\x \u0000'), (value, at, letter) => {
        const text = JSON.stringify(value);
        const place = at % text.length;
        // As bytes have it: half of a pair is no letter.
        const changed = Buffer.from(text.slice(0, place) + letter + text.slice(place + 1)).toString("utf8");
        const expected = whole(changed);
        const found = answer(changed);
        if (found !== "no JSON") expect(found).toEqual(expected);
        else if (expected !== "no JSON") expect(hasTwice(changed)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['{"a": 1, "a": 2}', '{"a": 1, "\\u0061": 2}'])("has no field twice: %s", (text) => {
    expect(answer(text)).toBe("no JSON");
  });

  test.each(["[1]", '"text"', "7", "null"])("is no object: %s", (text) => {
    expect(answer(text)).toBe(null);
  });

  test.each([
    "",
    " ",
    "{",
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{"a":1}}',
    '{"a":1} x',
    '{"a":[1,]}',
    '{"a":[1 2]}',
    '{"a":[}',
  ])("is no JSON: %s", (text) => {
    expect(answer(text)).toBe("no JSON");
  });
});

/** True where a field of the document itself is told more than once. */
function hasTwice(text: string): boolean {
  let fields = 0;
  JSON.parse(text, function count(key, value: unknown) {
    if (key === "" && typeof value === "object" && value !== null) fields = Object.keys(value).length;
    return value;
  });
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*:/g)].length > fields;
}
