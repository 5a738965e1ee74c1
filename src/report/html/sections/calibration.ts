import type { CalibrationBin } from "../../../model/report-detail.js";
import { figure, valueWith } from "../figures.js";
import { number, plainTable } from "../table.js";
import type { ModelContext, Section } from "../context.js";
import { marked, none, type Html } from "../tags.js";

/** The plot's inner corner and side, in its own units. */
const plot = { left: 44, top: 14, side: 270 } as const;

const across = (score: number): number => plot.left + score * plot.side;
const up = (share: number): number => plot.top + (1 - share) * plot.side;
const fixed = (value: number): string => value.toFixed(1);

/** How often a score comes true: drawn, said in a sentence, and as a table. */
export function calibrationSection({ model, id }: ModelContext): Section | null {
  const bins = model.detail?.calibration ?? [];
  const own = bins.filter(({ side }) => side === "candidate");
  if (own.length === 0) return null;
  const other = bins.filter(({ side }) => side === "champion");
  const champion = model.detail?.champion?.version ?? "champion";
  const version = model.version ?? "candidate";
  return {
    id: `${id}-calibration`,
    title: "Calibration",
    body: marked`<figure>
        ${drawing(own, other, `${id}-cal`, version)}
        <figcaption class="muted">
          ${sentence(own, version)}${other.length === 0 ? none : marked` ${champion} is grey.`} Ten bins of equal width;
          bins of fewer than ten rows are left out.
        </figcaption>
      </figure>
      <details>
        <summary>Bins as a table</summary>
        ${binTable(bins, version, champion)}
      </details>`,
  };
}

function drawing(own: readonly CalibrationBin[], other: readonly CalibrationBin[], id: string, version: string): Html {
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return marked`<svg class="plot" viewBox="0 0 330 328" role="img" aria-labelledby="${id}-t ${id}-d">
    <title id="${id}-t">Calibration of ${version}</title>
    <desc id="${id}-d">${sentence(own, version)}</desc>
    ${ticks.map(
      (tick) =>
        marked`<line
            class="grid"
            x1="${plot.left}"
            x2="${plot.left + plot.side}"
            y1="${fixed(up(tick))}"
            y2="${fixed(up(tick))}"
          /><text x="38" y="${fixed(up(tick) + 4)}" text-anchor="end">${tick}</text
          ><text x="${fixed(across(tick))}" y="302" text-anchor="middle">${tick}</text>`,
    )}
    <line class="lim" x1="${plot.left}" y1="${plot.top + plot.side}" x2="${plot.left + plot.side}" y2="${plot.top}" />
    <polyline
      class="cl champ"
      points="${other.map(({ score, share }) => `${fixed(across(score))},${fixed(up(share))}`).join(" ")}"
    />
    ${other.map((bin) => point(bin, "past"))}
    <polyline
      class="cl cand"
      points="${own.map(({ score, share }) => `${fixed(across(score))},${fixed(up(share))}`).join(" ")}"
    />
    ${own.map((bin) => point(bin, "cand"))}
    <text x="${plot.left + plot.side / 2}" y="322" text-anchor="middle">score given</text>
    <text transform="rotate(-90 11 150)" x="11" y="150" text-anchor="middle">share that was positive</text>
  </svg>`;
}

const point = ({ score, share, interval }: CalibrationBin, side: "past" | "cand"): Html =>
  marked`${interval === null ? none : marked`<line class="wh ${side}" x1="${fixed(across(score))}" x2="${fixed(across(score))}" y1="${fixed(up(interval.upper))}" y2="${fixed(up(interval.lower))}" />`}<circle
      class="mk ${side}"
      cx="${fixed(across(score))}"
      cy="${fixed(up(share))}"
      r="3.8"
    />`;

function sentence(own: readonly CalibrationBin[], version: string): string {
  const widest = own.reduce((worst, bin) => (gap(bin) > gap(worst) ? bin : worst));
  const rows = own.reduce((sum, { n }) => sum + n, 0);
  const outside = own.filter(
    ({ score, interval }) => interval !== null && (score < interval.lower || score > interval.upper),
  ).length;
  return `${version}: ${figure(rows)} rows in ${own.length} bins; ${outside} of them miss the diagonal by more than chance. The widest gap: scored ${figure(widest.score)}, ${figure(widest.share)} came true.`;
}

const gap = ({ score, share }: CalibrationBin): number => Math.abs(score - share);

const binTable = (bins: readonly CalibrationBin[], version: string, champion: string): Html =>
  plainTable(
    "plain lab",
    "Bins with Wilson intervals, two-sided 95 %",
    [
      { title: "Version", label: "", kind: "name" },
      number("Mean score", "Mean score"),
      number("n", "n"),
      number("Share that was positive", "Share that was positive"),
    ],
    bins.map(({ side, score, share, interval, n }) => ({
      cells: [side === "candidate" ? version : champion, figure(score), figure(n), valueWith(share, interval)],
    })),
  );
