import fc from "fast-check";
import { expect, test } from "vitest";
import { readDecimal } from "../../src/read/decimal.js";

const decimal = (text: string): number => {
  const bytes = Buffer.from(`x${text},`);
  return readDecimal(bytes, 1, bytes.length - 1);
};

const digits = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((list) => list.join(""));

test("a number is the double that JavaScript reads, or left to it", () => {
  const written = fc.oneof(
    fc.tuple(fc.constantFrom("", "-"), digits(10), digits(12)).map(([sign, whole, rest]) => `${sign}${whole}.${rest}`),
    fc.double({ min: -1, max: 1, noNaN: true }).map(String),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toPrecision(17)),
    fc.tuple(digits(3), digits(15), fc.integer({ min: -25, max: 25 })).map(([a, b, e]) => `${a}.${b}e${e}`),
    fc.integer({ min: 0, max: 2 ** 31 }).map((value) => String(value / 2 ** 20)),
  );
  let read = 0;
  fc.assert(
    fc.property(written, (text) => {
      const found = decimal(text);
      if (Number.isNaN(found)) return;
      read++;
      expect(Object.is(found, Number(text)) || found === Number(text)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(10_000);
});

test.each([
  ["0.123456789012345678", 0.123456789012345678],
  ["0.8374650192837465", 0.8374650192837465],
  ["-1.5e-7", -1.5e-7],
  ["00.5", 0.5],
  ["5.", 5],
  [".5", 0.5],
])("%s is read", (text, value) => {
  expect(decimal(text)).toBe(value);
});

test.each([
  "",
  "-",
  ".",
  "1e",
  "1e+",
  "1.2.3",
  "007",
  "9007199254740993",
  "1,5",
  "x",
  "1e400",
  "9007199254740993.0",
  "+1",
  " 1",
  "0x10",
])("%j is left to who knows more", (text) => {
  expect(decimal(text)).toBeNaN();
});
