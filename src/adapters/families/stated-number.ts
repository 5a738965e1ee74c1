import type { Value } from "../../model/adapter.js";

/** Numbers as people write them in tables and sentences. */

export interface StatedNumber {
  /** NaN where a cell says so. */
  readonly value: number;
  /** `percent`, `ms`, …, or the word that stands behind the number; null where none does. */
  readonly unit: string | null;
  /** Limits written behind it: "0.93 (0.91, 0.95)", "0.93 [0.91-0.95]". */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Of "0.22 (22 / 100)", 100. */
  readonly outOf: number | null;
}

const digits = String.raw`[-+−]?(?:0,\d{1,10}|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,6},(?:\d{1,2}|\d{4,10})(?!\d)|\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?`;

/** A number, perhaps with a unit, a spread and a remark in brackets, and nothing else. */
const wholeCell = new RegExp(
  String.raw`^(?:[↑↓▲▼+]\s*)?(${digits})\s*(%|[a-zA-Zµμ][a-zA-Zµμ/²°]{0,14})?` +
    String.raw`(?:\s*(?:±|\+\/-|\+-)\s*(${digits})\s*%?)?` +
    String.raw`(?:\s*[([](.{0,80})[)\]])?\s*(?:[*†‡¹²³⁴✓✔✅🏆⭐❌⚠️🟢🔴🟡↑↓]|:[a-z_-]{2,40}:|\s)*$`,
  "u",
);

const notUnits = new Set("x k m b e vs of to and or in per st nd rd th".split(" "));

/** Magnitudes say how large a number is, and a number of parameters is no metric. */
const magnitude = /^[kKMBGT]$/;

/** "0,932" and "97,35" have a decimal comma: thousands are parted by three digits, and begin with none. */
const decimalComma = /^([-+−]?(?:0|\d{1,6}(?=,(?:\d{1,2}|\d{4,10})(?!\d)))),(\d{1,10})$/;

function plainNumber(text: string): number {
  const plain = text.replace("−", "-");
  const european = decimalComma.exec(plain);
  return Number(european === null ? plain.replaceAll(",", "") : `${european[1] ?? ""}.${european[2] ?? ""}`);
}

const pair = new RegExp(
  String.raw`^(?:(?:\d\d(?:\.\d)?\s?%\s*)?CI:?\s*)?(${digits})\s*%?\s*(?:,|;|–|-|to|—|…)\s*(${digits})\s*%?$`,
  "iu",
);
const fraction = /^(?:n\s*=\s*)?(\d{1,3}(?:,\d{3})+|\d+)\s*(?:\/|of|out of)\s*(\d{1,3}(?:,\d{3})+|\d+)$/i;

type Remark = Pick<StatedNumber, "interval" | "outOf">;

const nothing: Remark = { interval: null, outOf: null };

/** What stands in brackets behind the number; undefined where the number is then not the cell's. */
function remark(text: string | undefined, value: number): Remark | undefined {
  if (text === undefined) return nothing;
  const counts = fraction.exec(text.trim());
  if (counts !== null) return { interval: null, outOf: plainNumber(counts[2] ?? "") };
  const limits = pair.exec(text.trim());
  if (limits !== null) {
    const lower = plainNumber(limits[1] ?? "");
    const upper = plainNumber(limits[2] ?? "");
    return lower <= upper ? { interval: { lower, upper }, outOf: null } : nothing;
  }
  return Number.isFinite(value) ? nothing : undefined;
}

function unitOf(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  if (text === "%") return "percent";
  if (magnitude.test(text) || notUnits.has(text.toLowerCase())) return undefined;
  return text === "sec" || text === "seconds" ? "s" : text === "msec" || text === "milliseconds" ? "ms" : text;
}

/**
 * The one number of a cell; undefined where there is none or several, or where it is a limit ("> 0.8"), a range
 * ("55-65%"), about so much ("~0.9") or a magnitude ("39 M"). Thousands may be separated by commas.
 */
export function statedNumber(cell: string): StatedNumber | undefined {
  // Turkish writes the sign of per cent before the number.
  const text = cell.trim().replace(/^%\s?(\d[\d.,]*)$/, "$1 %");
  if (text.length === 0 || text.length > 120) return undefined;
  // "9.1/10" and "87/100" are scores; "8/10" may as well be eight of ten.
  const scored = /^(\d{1,3}\.\d{1,6}\s*\/\s*(5|10|100)|\d{1,3}\s*\/\s*(100))$/.exec(text);
  if (scored !== null) {
    const most = scored[2] ?? scored[3] ?? "";
    const value = Number.parseFloat(text);
    return value <= Number(most) ? { value, unit: `of ${most}`, ...nothing } : undefined;
  }
  if (/^nan$/i.test(text)) return { value: Number.NaN, unit: null, ...nothing };
  const match = wholeCell.exec(text);
  if (match === null) return undefined;
  const value = plainNumber(match[1] ?? "");
  const unit = unitOf(match[2]);
  const extra = remark(match[4], value);
  if (unit === undefined || extra === undefined || !Number.isFinite(value)) return undefined;
  return { value, unit, ...extra };
}

/** A number as cards write it: bare, in quotes, with a per cent sign, with a spread. */
export function valueAndUnit(value: Value): { readonly value: Value; readonly unit?: string } {
  const stated = typeof value === "string" ? statedNumber(value) : undefined;
  if (stated === undefined || Number.isNaN(stated.value)) return { value };
  return stated.unit === null ? { value: stated.value } : { value: stated.value, unit: stated.unit };
}
