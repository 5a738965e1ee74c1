import type { Decision } from "../../model/finding.js";
import type { ReportedInterval } from "../../model/report-detail.js";
import { boundFigure } from "./figures.js";
import type { Scale } from "./scale.js";
import { marked, none, type Html } from "./tags.js";

/** A number at a time, in milliseconds since 1970. */
export interface Moment {
  readonly at: number;
  readonly value: number;
  readonly interval: ReportedInterval | null;
}

const HEIGHT = 46;
const MARGIN = 6;

/** Where an instant lies between the first and the last, in per cent of the width. */
function across(at: number, span: readonly number[]): number {
  const [first, last] = [Math.min(...span), Math.max(...span)];
  return last === first ? 54 : 10 + ((at - first) / (last - first)) * 88;
}

const percent = (value: number): string => `${value.toFixed(2)}%`;

/** How far down a value lies, in pixels. */
const down = (value: number, { lower, upper }: Scale): number =>
  HEIGHT - MARGIN - ((Math.min(upper, Math.max(lower, value)) - lower) / (upper - lower)) * (HEIGHT - 2 * MARGIN);

/**
 * A line over time with whiskers, the last moment larger. The line lies in a drawing of its own that is stretched to the
 * width, so that dots and whiskers are not.
 */
export function line(
  moments: readonly Moment[],
  bounds: readonly number[],
  span: readonly number[],
  scale: Scale,
): Html {
  const path = moments
    .map(({ at, value }) => `${across(at, span).toFixed(2)},${down(value, scale).toFixed(2)}`)
    .join(" ");
  return marked`<svg class="line" width="100%" height="${HEIGHT}" aria-hidden="true" focusable="false">
    ${bounds.map((bound) => marked`<line class="lim" x1="0" x2="100%" y1="${down(bound, scale).toFixed(2)}" y2="${down(bound, scale).toFixed(2)}" />`)}
    <svg width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none">
      <polyline class="trend" points="${path}" />
    </svg>
    ${moments.map(({ at, value, interval }, index) => {
      const x = percent(across(at, span));
      const whisker =
        interval === null
          ? none
          : marked`<line class="wh past" x1="${x}" x2="${x}" y1="${down(interval.lower, scale).toFixed(2)}" y2="${down(interval.upper, scale).toFixed(2)}" />`;
      const last = index === moments.length - 1;
      return marked`${whisker}<circle class="mk ${last ? "now" : "past"}" cx="${x}" cy="${down(value, scale).toFixed(2)}" r="${last ? "4.2" : "2.6"}" />`;
    })}
    <text x="0" y="10">${boundFigure(scale.ticks.at(-1) ?? scale.upper)}</text>
    <text x="0" y="${HEIGHT - 1}">${boundFigure(scale.ticks[0] ?? scale.lower)}</text>
  </svg>`;
}

/** Decisions over time as cards on a line. */
export const decisionBand = (
  moments: readonly { readonly at: number; readonly decision: Decision }[],
  span: readonly number[],
): Html =>
  marked`<svg class="line" width="100%" height="24" aria-hidden="true" focusable="false">
    <line class="base" x1="10%" x2="98%" y1="12" y2="12" />
    ${moments.map(
      ({ at, decision }) =>
        marked`<svg x="${percent(across(at, span))}" y="12" overflow="visible" class="band ${decision}"><rect x="-4" y="-6" width="8" height="12" rx="1.5" /></svg>`,
    )}
  </svg>`;
