import type { CheckValue } from "./check-values.js";

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+|Infinity|NaN)`;

const observedPattern = new RegExp(String.raw`\b(?:value|distance|drift|with|detected|is)\b:?\s*'?(${NUMBER})`, "i");
const limitPattern = new RegExp(String.raw`(?:threshold|requirement|than|target)\b:?\s*'?(${NUMBER})`, "i");

function checkNumber(written: string | undefined): CheckValue {
  if (written === undefined) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : written;
}

/** The numbers that a violation states only inside its sentence: what was found, and the limit. */
export const numbersOf = (description: string): { readonly observed: CheckValue; readonly limit: CheckValue } => ({
  observed: checkNumber(observedPattern.exec(description)?.[1]),
  limit: checkNumber(limitPattern.exec(description)?.[1]),
});
