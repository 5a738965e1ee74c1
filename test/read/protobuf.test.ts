import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeMessage, messageShape } from "../../src/read/protobuf.js";

const inner = messageShape({ 1: ["name", "text"] });
const shape = messageShape({
  1: ["number", "integer"],
  2: ["text", "text"],
  3: ["inner", inner],
  4: ["many", "double", "repeated"],
  5: ["signed", "zigzag"],
  6: ["flag", "boolean"],
  7: ["small", "float"],
  8: ["raw", "bytes"],
  9: ["named", messageShape({ 1: ["key", "text"], 2: ["value", "integer"] }), "map"],
  16: ["inners", inner, "repeated"],
});

const decoded = (hex: string) => decodeMessage(Buffer.from(hex.replaceAll(" ", ""), "hex"), shape);

describe("a message", () => {
  // The first four are of https://protobuf.dev/programming-guides/encoding/, the others checked with protobuf 7.36.2 for Python.
  test.each([
    ["a number in two bytes", "08 96 01", { number: 150 }],
    ["a text", "12 07 74 65 73 74 69 6e 67", { text: "testing" }],
    ["a message within", "1a 04 0a 02 68 69", { inner: { name: "hi" } }],
    ["a negative number, in ten bytes", "08 fe ff ff ff ff ff ff ff ff 01", { number: -2 }],
    ["the greatest number of 63 bits", "08 ff ff ff ff ff ff ff ff 7f", { number: 2 ** 63 }],
    ["zigzag, positive and negative", "28 06", { signed: 3 }],
    ["zigzag, negative", "28 05", { signed: -3 }],
    ["a truth", "30 01", { flag: true }],
    ["a single-precision number", "3d 00 00 00 3f", { small: 0.5 }],
    ["bytes, in Base64", "42 02 31 38", { raw: "MTg=" }],
    ["numbers packed into one field", "22 10 000000000000e03f 000000000000f07f", { many: [0.5, Infinity] }],
    ["numbers one by one", "21 000000000000e03f 21 000000000000f83f", { many: [0.5, 1.5] }],
    ["a field whose number takes two bytes", "82 01 03 0a 01 61 82 01 00", { inners: [{ name: "a" }, {}] }],
    ["a map, of which an entry leaves out what is empty", "4a 05 0a 01 61 10 07 4a 00", { named: { a: 7, "": 0 } }],
    ["what is not asked for is passed over", "50 05 5a 01 61 61 0000000000000000 6d 00000000", {}],
    ["of a field that stands twice the last counts", "08 01 08 02", { number: 2 }],
    ["nothing", "", {}],
  ])("holds %s", (_, hex, value) => {
    expect(decoded(hex)).toEqual(value);
  });

  test.each([
    ["ends within a number", "08 96"],
    ["ends within a text", "12 07 74 65"],
    ["says that a text is longer than all there is", "12 ff ff ff ff ff ff ff ff 7f"],
    ["has a number of more than ten bytes", "08 ff ff ff ff ff ff ff ff ff ff 01"],
    ["has a group, which nobody writes any more", "0b 0c"],
    ["has a text where a number is due", "0a 01 61"],
  ])("is none where it %s", (_, hex) => {
    expect(decoded(hex)).toBeUndefined();
  });

  test("that holds millions of empty values is refused", () => {
    const empty = Buffer.from("5000", "hex");
    expect(decodeMessage(Buffer.alloc(4_000_000, empty), shape)).toEqual({});
    expect(decodeMessage(Buffer.alloc(4_000_002, empty), shape)).toBeUndefined();
  });

  test("never throws, whatever its bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => decodeMessage(bytes, shape)).not.toThrow();
      }),
    );
  });
});
