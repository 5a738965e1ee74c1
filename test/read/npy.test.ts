import fc from "fast-check";
import { expect, test } from "vitest";
import { isNpy, parseNpy } from "../../src/read/npy.js";

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

/** NumPy 2.4.6: `save` of the array that each name says, in base64. */
const saved = {
  "[[1.5, -2, 0.25], [-0.5, 4, 0]]":
    "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAADAAAAAAAAA0D8AAAAAAADgvwAAAAAAABBAAAAAAAAAAAA=",
  "[[1.5, -2], [0.5, 4]], big-endian and by columns":
    "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY0JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo/wAAAPwAAAMAAAABAgAAA",
  "[0.5, -1, nan] of 16 bits":
    "k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAOAC8AH4=",
  "[3, -1] of 64 bits":
    "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoDAAAAAAAAAP//////////",
  "[true, false]":
    "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAA==",
  texts:
    "k05VTVBZAQB2AHsnZGVzY3InOiAnPFUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAphAAAAYgAAAA==",
} as const;

const rowsOf = (base64: string): readonly (readonly number[])[] | undefined => {
  const array = parseNpy(bytesOf(base64));
  const [rows = 0, columns] = array?.shape ?? [];
  return array === undefined
    ? undefined
    : Array.from({ length: rows }, (_, row) =>
        columns === undefined
          ? [array.at(row)]
          : Array.from({ length: columns }, (__, column) => array.at(row, column)),
      );
};

test.each<[keyof typeof saved, readonly (readonly number[])[] | undefined]>([
  [
    "[[1.5, -2, 0.25], [-0.5, 4, 0]]",
    [
      [1.5, -2, 0.25],
      [-0.5, 4, 0],
    ],
  ],
  [
    "[[1.5, -2], [0.5, 4]], big-endian and by columns",
    [
      [1.5, -2],
      [0.5, 4],
    ],
  ],
  ["[0.5, -1, nan] of 16 bits", [[0.5], [-1], [Number.NaN]]],
  ["[3, -1] of 64 bits", [[3], [-1]]],
  ["[true, false]", [[1], [0]]],
  ["texts", undefined],
])("%s is read as NumPy wrote it", (name, rows) => expect(rowsOf(saved[name])).toEqual(rows));

test("what is cut short, and what is changed, is read or refused, and never throws", () => {
  const whole = bytesOf(saved["[[1.5, -2, 0.25], [-0.5, 4, 0]]"]);
  expect(parseNpy(whole.subarray(0, whole.length - 1))).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (length, at, byte) => {
      const broken = Uint8Array.from(whole.subarray(0, length));
      if (at < length) broken[at] = byte;
      const array = parseNpy(broken);
      if (array !== undefined) expect(typeof array.at(0, 0)).toBe("number");
    }),
    { numRuns: 3_000, seed: 5 },
  );
});

test("a shape that is larger than the file is refused", () => {
  const header = "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999, 999999999), }".padEnd(117) + "\n";
  const bytes = Buffer.concat([Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0]), Buffer.from(header)]);
  expect(isNpy(bytes)).toBe(true);
  expect(parseNpy(bytes)).toBeUndefined();
});
