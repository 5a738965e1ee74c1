import type { Comparison } from "../../comparisons.js";
import { comparisons } from "../../comparisons.js";
import { metricName } from "../../metric-name.js";
import { boundFigure, change, figure, interval, valueWith } from "../figures.js";
import { markKind, outcomeMark } from "../marks.js";
import { scaleOver, shareScale, type Scale } from "../scale.js";
import { axis, strip } from "../strip.js";
import { number, table, text, type Column, type Group } from "../table.js";
import { placeLink, type ModelContext, type Section } from "../context.js";
import { marked, none, type Html, type Part } from "../tags.js";
import { grouped } from "../../../model/grouped.js";

/** Metrics over all data beside the champion's: dot and whiskers, and the rule's bound as a dashed line. */
export function metricsSection({ model, findings, view, id }: ModelContext): Section | null {
  const rows = comparisons(model, findings).filter(({ value, baseline }) => value !== null || baseline !== null);
  if (rows.length === 0) return null;
  const champion = model.detail?.champion ?? null;
  const compared = rows.some(({ baseline }) => baseline !== null);
  const own = model.version ?? "candidate";
  const other = champion?.version ?? "champion";
  const columns: readonly Column[] = [
    { title: "Measure", label: "", kind: "name" },
    { title: compared ? key(other, own) : "Value and interval", label: "", kind: "strip" },
    number(own, own),
    ...(compared ? [number(other, other), number(marked`${own} − ${other}`, "difference")] : []),
    text("Rule"),
    text("Outcome"),
    { title: "Method and source", label: "", kind: "text" },
  ];
  const groups = groupsOf(rows).map(({ title, rows: members, scale }): Group => ({
    title,
    axis: axis(scale),
    rows: members.map((row) => ({
      cells: [
        metricName(row.metric),
        stripOf(row, scale),
        valueWith(row.value, row.interval),
        ...(compared ? [valueWith(row.baseline, row.baselineInterval), changeOf(row)] : []),
        ruleOf(row, other),
        outcomeOf(row),
        marked`${methodOf(row)} ${row.source === null ? none : placeLink(row.source, view)}`,
      ],
    })),
  }));
  return {
    id: `${id}-metrics`,
    title: compared ? "Against the champion" : "Metrics",
    body: table({ kind: "metrics", caption: captionOf(rows, compared, other), columns, groups }),
  };
}

const key = (other: string, own: string): Html =>
  marked`<span class="key"
    ><svg viewBox="0 0 18 12" class="k champ" aria-hidden="true"><path d="M9 2v8M0 6h18" /></svg>above ${other}
    <svg viewBox="0 0 18 12" class="k cand" aria-hidden="true">
      <path d="M0 6h18" />
      <circle cx="9" cy="6" r="4" /></svg
    >below ${own}</span
  >`;

function captionOf(rows: readonly Comparison[], compared: boolean, other: string): string {
  const datasets = [...new Set(rows.flatMap(({ dataset }) => dataset ?? []))];
  const sizes = [...new Set(rows.flatMap(({ n }) => n ?? []))];
  return [
    ...(datasets.length === 1 ? [`${datasets[0] ?? ""}.`] : []),
    ...(sizes.length === 1 ? [`n = ${figure(sizes[0] ?? 0)}.`] : []),
    "Whiskers are two-sided 95 % intervals, where the evidence allows one; the dashed line is a rule's bound.",
    ...(compared ? [] : [`There is nothing to compare with.`]),
    ...(compared && rows.some(({ baseline }) => baseline === null)
      ? [`What ${other} does not state stands alone.`]
      : []),
  ].join(" ");
}

interface ScaledGroup {
  readonly title: string;
  readonly rows: readonly Comparison[];
  readonly scale: Scale;
}

/** Rows that share a direction and a scale stand together; one whose scale is its own stands alone. */
function groupsOf(rows: readonly Comparison[]): readonly ScaledGroup[] {
  const groups = grouped(rows, (row) => {
    const direction = row.higherIsBetter === true ? "higher" : row.higherIsBetter === false ? "lower" : "neither";
    return isShare(row) ? direction : `${direction} ${row.unit ?? row.metric}`;
  });
  return [...groups.values()].map((members) => {
    const [first] = members;
    const share = first !== undefined && isShare(first);
    const direction =
      first?.higherIsBetter === true
        ? "Higher is better"
        : first?.higherIsBetter === false
          ? "Lower is better"
          : "No better direction";
    const unit =
      share || first === undefined ? "" : first.unit === null || first.unit === "proportion" ? "" : `, ${first.unit}`;
    const values = members.flatMap(valuesOf);
    return { title: `${direction}${unit}`, rows: members, scale: share ? shareScale(values) : scaleOver(values, true) };
  });
}

/** A value from 0 to 1 is drawn on the scale of shares. */
const isShare = (row: Comparison): boolean =>
  (row.unit === null || row.unit === "proportion") && valuesOf(row).every((value) => value >= 0 && value <= 1);

const valuesOf = ({ value, interval: own, baseline, baselineInterval: other, bounds }: Comparison): readonly number[] =>
  [value, own?.lower, own?.upper, baseline, other?.lower, other?.upper, ...bounds.map(({ at }) => at)].flatMap(
    (one) => one ?? [],
  );

const stripOf = (row: Comparison, scale: Scale): Html =>
  strip(
    {
      candidate: row.value === null ? null : { value: row.value, interval: row.interval },
      as: markKind(row.outcome),
      champion: row.baseline === null ? null : { value: row.baseline, interval: row.baselineInterval },
      bounds: row.bounds.flatMap(({ at }) => at ?? []),
    },
    scale,
  );

const changeOf = ({ change: by, changeInterval: limits }: Comparison): Html =>
  by === null ? none : marked`${change(by)} ${interval(limits, change)}`;

function ruleOf({ bounds }: Comparison, other: string): Part {
  if (bounds.length === 0) return marked`<span class="muted">no rule</span>`;
  return bounds.map(
    (one, index) => marked`${index === 0 ? none : marked`,<br />`}${boundWords(one.kind, one.bound, other)}`,
  );
}

/** A bound as a formula: ≥ 0.85, ≥ v1 − 0.005. */
export function boundWords(kind: string, bound: number, other: string): Html {
  const shown = boundFigure(bound);
  switch (kind) {
    case "at-least":
      return marked`<span class="nw">≥ ${shown}</span>`;
    case "at-most":
      return marked`<span class="nw">≤ ${shown}</span>`;
    case "may-lose":
      return marked`<span class="nw">at most ${shown}</span> worse than ${other}`;
    default:
      return marked`${kind.replaceAll("-", " ")} ${shown}`;
  }
}

/** What no rule asks for and is worse all the same is shown: a table row, never a finding. */
function outcomeOf({ outcome, change: by, higherIsBetter, value, baseline }: Comparison): Part {
  if (outcome !== null) return outcomeMark(outcome);
  if (by === null || higherIsBetter === null || value === null || baseline === null) return null;
  if (Math.abs(by) <= 1e-12) return marked`<span class="muted">the same</span>`;
  return marked`<span class="muted">${by > 0 === higherIsBetter ? "better" : "worse"}, not judged</span>`;
}

const methodOf = ({ method, n }: Comparison): Html =>
  marked`<span class="muted">${[method ?? "point alone", ...(n === null ? [] : [`n ${figure(n)}`])].join(", ")}</span>`;
