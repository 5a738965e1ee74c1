import { expect, test } from "vitest";
import { levelNamed, spreadNamed, statedNumber } from "../../src/adapters/families/stated-number.js";

const none = { unit: null, interval: null, outOf: null, n: null, split: null, spread: null, standardError: null };

test.each([
  ["0.9500", { ...none, value: 0.95 }],
  [" 76.128% ", { ...none, value: 76.128, unit: "percent" }],
  ["95.80 %", { ...none, value: 95.8, unit: "percent" }],
  ["-0.12", { ...none, value: -0.12 }],
  [".5", { ...none, value: 0.5 }],
  ["2.54e-05", { ...none, value: 2.54e-5 }],
  ["15,076,218", { ...none, value: 15_076_218 }],
  ["277 ms", { ...none, value: 277, unit: "ms" }],
  ["6.99 years", { ...none, value: 6.99, unit: "years" }],
  ["0.2200 (22 / 100)", { ...none, value: 0.22, outOf: 100 }],
  ["0.9358 (0.90, 0.95)", { ...none, value: 0.9358, interval: { lower: 0.9, upper: 0.95, level: null } }],
  ["0.93 [0.91-0.95]", { ...none, value: 0.93, interval: { lower: 0.91, upper: 0.95, level: null } }],
  ["0.93 (95% CI: 0.91–0.95)", { ...none, value: 0.93, interval: { lower: 0.91, upper: 0.95, level: 0.95 } }],
  ["0.93 (95% CI [0.91, 0.95])", { ...none, value: 0.93, interval: { lower: 0.91, upper: 0.95, level: 0.95 } }],
  [
    "93.1% (CI 89.7-95.5)",
    { ...none, value: 93.1, unit: "percent", interval: { lower: 89.7, upper: 95.5, level: null } },
  ],
  ["0.91 ± 0.02", { ...none, value: 0.91, spread: 0.02 }],
  ["0.91 (± 0.02)", { ...none, value: 0.91, spread: 0.02 }],
  ["253.26 +/- 21.63", { ...none, value: 253.26, spread: 21.63 }],
  ["91.2% ± 0.4%", { ...none, value: 91.2, unit: "percent", spread: 0.4 }],
  ["91.2 ± 0.4%", { ...none, value: 91.2, unit: "percent", spread: 0.4 }],
  ["0.912 ± 0.4%", { ...none, value: 0.912 }],
  ["0.91 ± 0.02 (sd)", { ...none, value: 0.91, spread: 0.02 }],
  ["0.91 ± 0.02 (SE)", { ...none, value: 0.91, spread: 0.02, standardError: 0.02 }],
  ["0.91 ± 0.02 (95% CI)", { ...none, value: 0.91, spread: 0.02, interval: { lower: 0.89, upper: 0.93, level: 0.95 } }],
  ["0.91 (SE 0.02)", { ...none, value: 0.91, standardError: 0.02 }],
  ["0.91 (stderr: 0.02)", { ...none, value: 0.91, standardError: 0.02 }],
  ["$91.2_{\\pm 0.3}$", { ...none, value: 91.2, spread: 0.3 }],
  ["46.0% (was 76.8%)", { ...none, value: 46, unit: "percent" }],
  ["0.93 ✅", { ...none, value: 0.93 }],
  ["6.95 :material-information-outline:", { ...none, value: 6.95 }],
  ["nan", { ...none, value: Number.NaN }],
])("%s is a number", (cell, expected) => expect(statedNumber(cell)).toEqual(expected));

test.each([
  "",
  "-",
  "–",
  "N/A",
  "Caffe*",
  "27/30",
  "95 / 10 / 92 / 5",
  "174.16 / 298.87 / 416.73",
  "> 0.85",
  "≥ 80%",
  "~0.9",
  "±45˚",
  "55-65%",
  "39 M",
  "1.7M",
  "3x",
  "Female, 18.97",
  "1, 3, 62, 62",
  "2026-04-15",
  "v2.1",
  "0.9 0.8",
  "1.2.3",
  "10 of 20",
])("%s is not one number", (cell) => expect(statedNumber(cell)).toBeUndefined());

test.each([`1${",111".repeat(29)}x`, `1${" ".repeat(118)}x`, `1 (${"*".repeat(100)}`])(
  "a long and hostile cell is refused, and no hang: %s",
  { timeout: 20_000 },
  (cell) => expect(statedNumber(cell)).toBeUndefined(),
);

test.each<[cell: string, value: number, unit: string | null]>([
  ["0,932", 0.932, null],
  ["97,35 %", 97.35, "percent"],
  ["%97.35", 97.35, "percent"],
  ["% 97,3", 97.3, "percent"],
  ["-0,5", -0.5, null],
  ["3,282,270", 3_282_270, null],
  ["31,937.39", 31_937.39, null],
  ["20,000", 20_000, null],
])("%s is %d", (cell, value, unit) => {
  expect(statedNumber(cell)).toMatchObject({ value, unit });
});

test.each([
  ["mean ± SE", { kind: "standard-error" }],
  ["Accuracy (s.e.m.)", { kind: "standard-error" }],
  ["F1 (standard error)", { kind: "standard-error" }],
  ["Value (95% CI)", { kind: "interval", level: 0.95 }],
  ["± 90% confidence interval", { kind: "interval", level: 0.9 }],
  ["mean ± sd", null],
  ["mean ± std", null],
  ["Accuracy", null],
  ["Seoul (sea)", null],
])("%s says what the number behind a ± is", (words, meaning) => expect(spreadNamed(words)).toEqual(meaning));

test.each([
  ["95% CI", 0.95],
  ["CI (95%)", 0.95],
  ["CI95", 0.95],
  ["99.9 % confidence interval", 0.999],
  ["CI 90-95", null],
  ["CI: 89.7, 92.1", null],
  ["95% of the rows", null],
])("%s names a level", (words, level) => expect(levelNamed(words)).toBe(level));
