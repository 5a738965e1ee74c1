import type { ReportedInterval } from "../../model/report-detail.js";
import { boundFigure } from "./figures.js";
import type { Mark } from "./marks.js";
import type { Scale } from "./scale.js";
import { marked, none, type Html } from "./tags.js";

/** A value and its whiskers. */
export interface Dot {
  readonly value: number;
  readonly interval: ReportedInterval | null;
}

export interface Strip {
  readonly candidate: Dot | null;
  /** How the candidate's mark is drawn: by its outcome, or plainly where no rule judged it. */
  readonly as: Mark | "cand";
  readonly champion: Dot | null;
  readonly bounds: readonly number[];
}

const percent = (value: number): string => `${value.toFixed(2)}%`;

/** Ticks of a column of strips. */
export const axis = (scale: Scale): Html =>
  marked`<svg class="axis" width="100%" height="14" aria-hidden="true" focusable="false">
    ${scale.ticks.map(
      (tick, index) =>
        marked`<text
          x="${percent(scale.at(tick))}"
          y="11"
          text-anchor="${index === 0 ? "start" : index === scale.ticks.length - 1 ? "end" : "middle"}"
          >${boundFigure(tick)}</text
        >`,
    )}
  </svg>`;

/** Dot and whiskers on the common scale of a column: the champion above, the candidate below, bounds dashed. */
export function strip({ candidate, as, champion, bounds }: Strip, scale: Scale): Html {
  const [above, below] = champion === null ? [11, 11] : [6, 16];
  return marked`<svg class="strip" width="100%" height="22" aria-hidden="true" focusable="false">
    <line class="base" x1="2%" x2="98%" y1="11" y2="11" />
    ${bounds.map((bound) => limitLine(bound, scale))}${champion === null ? none : whiskers(champion, "champ", above, scale)}${candidate === null ? none : whiskers(candidate, as, below, scale)}
  </svg>`;
}

const limitLine = (bound: number, scale: Scale): Html =>
  bound < scale.lower || bound > scale.upper
    ? none
    : marked`<line class="lim" x1="${percent(scale.at(bound))}" x2="${percent(scale.at(bound))}" y1="0" y2="22" />`;

const whiskers = ({ value, interval }: Dot, as: Mark | "cand" | "champ", y: number, scale: Scale): Html =>
  marked`${interval === null ? none : marked`<line class="wh ${as}" x1="${percent(scale.at(interval.lower))}" x2="${percent(scale.at(interval.upper))}" y1="${y}" y2="${y}" />`}<svg
      x="${percent(scale.at(value))}"
      y="${y}"
      overflow="visible"
      class="mk ${as}"
    >
      ${dotShape(as)}
    </svg>`;

function dotShape(as: Mark | "cand" | "champ"): Html {
  switch (as) {
    case "champ":
      return marked`<path d="M0-4.5V4.5" />`;
    case "not":
      return marked`<path d="M0-5.2 5.2 0 0 5.2-5.2 0z" />`;
    case "mis":
      return marked`<path d="M-3.6-3.6 3.6 3.6M3.6-3.6-3.6 3.6" />`;
    case "small":
      return marked`<circle r="2.6" />`;
    case "met":
    case "inc":
    case "waived":
    case "note":
    case "cand":
      return marked`<circle r="4.2" />`;
  }
}

/** A bar from zero, for distances. */
export const bar = (value: number, bounds: readonly number[], over: boolean, scale: Scale): Html =>
  marked`<svg class="strip" width="100%" height="22" aria-hidden="true" focusable="false">
    <line class="base" x1="2%" x2="98%" y1="11" y2="11" />
    <rect
      class="bar ${over ? "not" : "met"}"
      x="2%"
      y="5"
      height="12"
      width="${percent(Math.max(0.4, scale.at(value) - 2))}"
    />
    ${bounds.map((bound) => limitLine(bound, scale))}
  </svg>`;
