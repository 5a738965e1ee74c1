import type { Value } from "../../model/adapter.js";
import { splitNamed } from "./split-named.js";

/** Numbers as people write them in tables and sentences. */

export interface StatedNumber {
  /** NaN where a cell says so. */
  readonly value: number;
  /** `percent`, `ms`, …, or the word that stands behind the number; null where none does. */
  readonly unit: string | null;
  /** Limits written behind it: "0.93 (0.91, 0.95)", "0.93 [0.91-0.95]"; the level from 0 to 1, null where none is said. */
  readonly interval: StatedInterval | null;
  /** Of "0.22 (22 / 100)", 100. */
  readonly outOf: number | null;
  /** Of "0.91 (n = 1,200)" and "0.91 (1,200 images)", 1200. */
  readonly n: number | null;
  /** Of "0.91 (test)", `test`. */
  readonly split: string | null;
  /** What stands behind a ±, which of itself is neither a deviation nor an error nor half an interval. */
  readonly spread: number | null;
  /** Of "0.91 ± 0.02 (SE)", 0.02. */
  readonly standardError: number | null;
}

interface StatedInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number | null;
}

/** What a header or a remark says of the numbers behind a ±. */
export type SpreadMeaning = { readonly kind: "standard-error" } | { readonly kind: "interval"; readonly level: number };

const errorWords = String.raw`s\.?e\.?m?\.?|std\.?\s?err(?:or)?|stderr|standard errors?(?: of the mean)?`;
const saysError = new RegExp(String.raw`(?:±|\+\/-|\+-|[([,;]|^)\s*(?:${errorWords})\s*(?:[)\],;:=]|$)`, "iu");
const saysLevel =
  /\b(\d\d(?:\.\d{1,2})?)\s?%\s*(?:(?:bootstrap(?:ped)?|wilson|percentile)\s+)?(?:ci\b|conf|interval)|\b(?:ci|confidence intervals?)(?:\s*[(@])?\s*(68|80|90|95|98|99(?:\.\d)?)\s?%?(?![\d.]|\s*[-–—,;%])/iu;

/** The level that a text names, from 0 to 1: "95% CI". Null where it names none. */
export function levelNamed(text: string): number | null {
  const match = text.length > 200 ? null : saysLevel.exec(text);
  const level = match === null ? Number.NaN : rounded(Number(match[1] ?? match[2]) / 100);
  return level >= 0.5 && level < 1 ? level : null;
}

/** What a ± is where these words stand over it or behind it; null where they do not say, as in "mean ± sd". */
export function spreadNamed(text: string): SpreadMeaning | null {
  if (text.length > 200) return null;
  const level = levelNamed(text);
  if (level !== null) return { kind: "interval", level };
  return saysError.test(text) ? { kind: "standard-error" } : null;
}

const rounded = (value: number): number => Number(value.toPrecision(12));

/** A number with its spread, where the words over its column say what that is and its own cell does not. */
export function withSpreadAs(number: StatedNumber, meaning: SpreadMeaning | null): StatedNumber {
  const { value, spread, interval, standardError } = number;
  if (meaning === null || spread === null || interval !== null || standardError !== null) return number;
  if (meaning.kind === "standard-error") return { ...number, standardError: spread };
  const { level } = meaning;
  return { ...number, interval: { lower: rounded(value - spread), upper: rounded(value + spread), level } };
}

const digits = String.raw`[-+−]?(?:0,\d{1,10}|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,6},(?:\d{1,2}|\d{4,10})(?!\d)|\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?`;

/** A number, perhaps with a unit, a spread and a remark in brackets, and nothing else. */
const wholeCell = new RegExp(
  String.raw`^(?:[↑↓▲▼+]\s*)?(?:([$€£₹¥₩]|[A-Z]{1,2}\$)\s?)?(${digits})(?:\s*(%|[a-zA-Zµμ°€£][a-zA-Zµμ/²°]{0,14}))?` +
    String.raw`(?:\s*(?:±|\+\/-|\+-)\s*(${digits})(?:\s*(%))?)?` +
    String.raw`(?:\s*[([]((?:[^()[\]]|[([][^()[\]]{0,40}[)\]]){0,80})[)\]])?(?:[*†‡¹²³⁴✓✔✅🏆⭐❌⚠️🟢🔴🟡↑↓]|:[a-z_-]{2,40}:|\s)*$`,
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
  String.raw`^(?:(?:\d\d(?:\.\d)?\s?%\s*)?(?:CI|confidence interval)(?:\s*[:=])?\s*[([]?)?(${digits})(?:\s*%)?\s*(?:,|;|–|-|to|—|…)\s*(${digits})(?:\s*%)?(?:\s*[)\]])?(?:[,;]?\s*\d\d(?:\.\d)?\s?%\s*CI)?$`,
  "iu",
);
const remarkedError = new RegExp(String.raw`^(?:${errorWords})(?:\s*[:=])?\s*(${digits})$`, "iu");
const remarkedSpread = new RegExp(String.raw`^(?:±|\+\/-|\+-)\s*(${digits})\s*%?$`, "u");
const fraction = /^(?:n\s*=\s*)?(\d{1,3}(?:,\d{3})+|\d+)\s*(?:\/|of|out of)\s*(\d{1,3}(?:,\d{3})+|\d+)$/i;

const counted =
  /^(?:n\s*=\s*(\d{1,3}(?:,\d{3})+|\d+)|(\d{1,3}(?:,\d{3})+|\d{2,})(?: (?:test|held-out|validation|evaluation))? (?:samples|examples|images|rows|instances|cases|records))$/i;

type Remark = Omit<StatedNumber, "value" | "unit">;

const nothing: Remark = { interval: null, outOf: null, n: null, split: null, spread: null, standardError: null };

/** What stands in brackets behind the number; undefined where the number is then not the cell's. */
function remark(text: string | undefined, value: number): Remark | undefined {
  if (text === undefined) return nothing;
  const counts = fraction.exec(text.trim());
  if (counts !== null) return { ...nothing, outOf: plainNumber(counts[2] ?? "") };
  const limits = pair.exec(text.trim());
  if (limits !== null) {
    const lower = plainNumber(limits[1] ?? "");
    const upper = plainNumber(limits[2] ?? "");
    return lower <= upper ? { ...nothing, interval: { lower, upper, level: levelNamed(text) } } : nothing;
  }
  const examples = counted.exec(text.trim());
  if (examples !== null) return { ...nothing, n: plainNumber(examples[1] ?? examples[2] ?? "") };
  const split = splitNamed(text);
  if (split !== null) return { ...nothing, split };
  const error = remarkedError.exec(text.trim());
  if (error !== null) return { ...nothing, standardError: plainNumber(error[1] ?? "") };
  const spread = remarkedSpread.exec(text.trim());
  if (spread !== null) return { ...nothing, spread: plainNumber(spread[1] ?? "") };
  return Number.isFinite(value) ? nothing : undefined;
}

function unitOf(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  if (text === "%") return "percent";
  if (magnitude.test(text) || notUnits.has(text.toLowerCase())) return undefined;
  return text === "sec" || text === "seconds" ? "s" : text === "msec" || text === "milliseconds" ? "ms" : text;
}

/** "$91.2_{\\pm 0.3}$", as papers write it. */
const withoutTypesetting = (text: string): string =>
  text.length <= 120 && text.includes("\\pm") ? text.replaceAll("\\pm", "±").replace(/[${}_\\]/g, "") : text;

/**
 * The one number of a cell; undefined where there is none or several, or where it is a limit ("> 0.8"), a range
 * ("55-65%"), about so much ("~0.9") or a magnitude ("39 M"). Thousands may be separated by commas.
 */
export function statedNumber(cell: string): StatedNumber | undefined {
  // Turkish writes the sign of per cent before the number.
  const text = withoutTypesetting(cell.trim()).replace(/^%\s?(\d[\d.,]*)$/, "$1 %");
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
  const value = plainNumber(match[2] ?? "");
  // "91.2 ± 0.4%" writes the sign once, for both.
  const percent = match[3] === undefined && match[5] === "%" && Math.abs(value) > 1;
  const unit = percent ? "percent" : unitOf(match[3] ?? match[1]);
  const extra = remark(match[6], value);
  if (unit === undefined || extra === undefined || !Number.isFinite(value)) return undefined;
  const behind = match[4] === undefined || (match[5] === "%" && unit !== "percent") ? null : plainNumber(match[4]);
  const stated = { value, unit, ...extra, spread: extra.spread ?? behind };
  return withSpreadAs(stated, spreadNamed(match[6] ?? ""));
}

/** A number as cards write it: bare, in quotes, with a per cent sign, with a spread. */
export function valueAndUnit(value: Value): { readonly value: Value; readonly unit?: string } {
  const stated = typeof value === "string" ? statedNumber(value) : undefined;
  if (stated === undefined || Number.isNaN(stated.value)) return { value };
  return stated.unit === null ? { value: stated.value } : { value: stated.value, unit: stated.unit };
}
