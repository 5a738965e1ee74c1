import type { Value } from "../model/adapter.js";
import type { Quantity } from "../model/option.js";

/** How amounts are spelled in policies; the patterns stand in the JSON Schema as well. */
export const spelling = {
  quantity: /^[+-]?\d{1,15}(\.\d{1,15})?\s?(%|ms|s)$/,
  proportion: /^(100(\.0{1,15})?|\d{1,2}(\.\d{1,15})?)\s?%$/,
  duration: /^\d{1,6}(\.\d{1,6})?\s?[smhdw]$/,
  level: /^[5-9]\d(\.\d{1,15})?\s?%$/,
} as const;

const millisecondsOf: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * A per cent as a proportion: the number that its own digits write two places further left, so that `0.29` and `29%`
 * are one number, which 29 / 100 is for every text but not by rounding twice.
 */
const perCent = (digits: string): number => Number(`${digits}e-2`);

/** `0.8`, `80%`, `150ms`, `1.5s`; undefined where it is none of these. */
export function quantityOf(value: Value): Quantity | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? { value, unit: "plain" } : undefined;
  if (typeof value !== "string" || !spelling.quantity.test(value)) return undefined;
  const digits = value.replace(/(?<![\sa-z%])\s?[a-z%]+$/, "");
  if (value.endsWith("%")) return { value: perCent(digits), unit: "percent" };
  return { value: value.endsWith("ms") ? Number(digits) : Number(`${digits}e3`), unit: "time" };
}

/** From 0 to 1: `0.1`, `10%`. */
export function proportionOf(value: Value): number | undefined {
  if (typeof value === "number") return value >= 0 && value <= 1 ? value : undefined;
  if (typeof value !== "string" || !spelling.proportion.test(value)) return undefined;
  return perCent(value.replace(/\s?%$/, ""));
}

/** Milliseconds: `90s`, `30m`, `12h`, `7d`, `2w`. */
export function durationOf(value: Value): number | undefined {
  if (typeof value !== "string" || !spelling.duration.test(value)) return undefined;
  return Number(value.slice(0, -1).trim()) * (millisecondsOf[value.slice(-1)] ?? Number.NaN);
}

/** A level of confidence, from 0.5 up to and without 1: `0.95`, `95%`. */
export function levelOf(value: Value): number | undefined {
  if (typeof value === "number") return value >= 0.5 && value < 1 ? value : undefined;
  if (typeof value !== "string" || !spelling.level.test(value)) return undefined;
  return perCent(value.replace(/\s?%$/, ""));
}

/** As few digits as tell the number to 12 places: 0.2 + 0.1 is `0.3`. */
export const numberWords = (value: number): string => String(Number(value.toPrecision(12)));

/** `80 %`. */
export const percentWords = (proportion: number): string => `${numberWords(proportion * 100)} %`;

/** `150 ms`, `0.8`, `80 %`. */
export function quantityWords({ value, unit }: Quantity): string {
  switch (unit) {
    case "percent":
      return percentWords(value);
    case "time":
      return Math.abs(value) >= 10_000 ? `${numberWords(value / 1000)} s` : `${numberWords(value)} ms`;
    case "plain":
      return numberWords(value);
  }
}

const spans = [
  [86_400_000, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
] as const;

/** `7 days`, `90 seconds`: in the largest unit, up to days, that gives a whole number. */
export function durationWords(milliseconds: number): string {
  const whole = spans.find(([unit]) => milliseconds >= unit && milliseconds % unit === 0);
  const [unit, word] = whole ?? [1000, "second"];
  const count = milliseconds / unit;
  return `${numberWords(count)} ${word}${count === 1 ? "" : "s"}`;
}
