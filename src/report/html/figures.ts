import type { ReportedInterval } from "../../model/report-detail.js";
import { marked, none, type Html } from "./tags.js";

const MINUS = "\u2212";
const THIN = "\u202F";

const signed = (negative: boolean, text: string): string => (negative ? MINUS + text : text);

/** Digits in groups of three: 6 000, 14 000. */
function grouped(digits: string): string {
  const first = digits.length % 3;
  const rest = digits.slice(first).match(/\d{3}/g) ?? [];
  return [...(first === 0 ? [] : [digits.slice(0, first)]), ...rest].join(THIN);
}

/**
 * A number for the eye: three decimals below ten, fewer above, a true minus, never an exponent. What would be shown as
 * nothing is shown as less than the least.
 */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return signed(value < 0, grouped(size.toFixed(0)));
  if (size < 0.0005) return `${value < 0 ? `> ${MINUS}` : "< "}0.001`;
  const text = size.toFixed(size < 9.9995 ? 3 : size < 99.995 ? 2 : size < 999.95 ? 1 : 0);
  const [whole = "", decimals] = text.split(".");
  return signed(value < 0, grouped(whole) + (decimals === undefined ? "" : `.${decimals}`));
}

/** A bound as it was written: no more decimals than it has. */
export function boundFigure(value: number): string {
  const text = String(Math.abs(value));
  return /^\d+(\.\d{1,6})?$/.test(text) ? signed(value < 0, text) : figure(value);
}

/** A number with its sign, for differences. */
export const change = (value: number): string => (value > 0 ? `+${figure(value)}` : figure(value));

/** A two-sided 95 % interval behind its value. */
export const interval = (limits: ReportedInterval | null, shown: (value: number) => string = figure): Html =>
  limits === null ? none : marked`<span class="ci">[${shown(limits.lower)}, ${shown(limits.upper)}]</span>`;

/** A value with its interval; a dash where there is none. */
export const valueWith = (value: number | null, limits: ReportedInterval | null): Html =>
  value === null ? marked`<span class="muted">–</span>` : marked`${figure(value)} ${interval(limits)}`;

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** The day of an instant in ISO 8601; the text itself where it is none. */
export const day = (at: string): string => (/^\d{4}-\d{2}-\d{2}/.test(at) ? at.slice(0, 10) : at);

/** Minute and zone of an instant: 2026-11-23 09:12 UTC. */
export const minute = (at: string): string =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*Z$/.test(at) ? `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` : at;

/** A span of time between two instants, in days; null where one is no instant. */
export function daysBetween(from: string, to: string): number | null {
  const span = Date.parse(to) - Date.parse(from);
  return Number.isFinite(span) ? Math.floor(span / 86_400_000) : null;
}

/** The first digits of a digest: the whole stands in the JSON report. */
export function digest(written: string | null): Html {
  if (written === null || written === "") return marked`<span class="muted">none</span>`;
  const value = written.slice(written.indexOf(":") + 1);
  return marked`<code class="dg" title="${written}">${value.slice(0, 12)}</code>`;
}
