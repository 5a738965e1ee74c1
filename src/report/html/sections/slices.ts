import type { Finding } from "../../../model/finding.js";
import type { SliceRow } from "../../../model/report-detail.js";
import { shownSlice } from "../../../judging/wording.js";
import { metricName } from "../../metric-name.js";
import { boundFigure, counted, figure, valueWith } from "../figures.js";
import { mark, markKind, outcomeMark } from "../marks.js";
import { scaleOver, shareScale, type Scale } from "../scale.js";
import { axis, strip } from "../strip.js";
import { number, table, text, type Column } from "../table.js";
import type { ModelContext, Section } from "../context.js";
import { marked, none, type Html, type Part } from "../tags.js";

/** A metric over the parts of the data: a forest, each part with what was found of it. */
export function slicesSection({ model, findings, id }: ModelContext): Section | null {
  const rows = model.detail?.slices ?? [];
  if (rows.length === 0) return null;
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  const judged = new Set(findings.filter(ofPart).flatMap((finding) => finding.judged?.metric ?? []));
  const first = metrics.filter((metric) => judged.has(metric));
  const open = first.length > 0 ? first : metrics.slice(0, 1);
  const rest = metrics.filter((metric) => !open.includes(metric));
  const draw = (metric: string): Html =>
    forest(
      metric,
      rows.filter((row) => row.metric === metric),
      findings,
      model.detail === null || model.detail.champion === null ? null : (model.detail.champion.version ?? "champion"),
    );
  const left = model.detail?.left_out.slices ?? 0;
  return {
    id: `${id}-slices`,
    title: "Segments",
    body: marked`${open.map(draw)}${
      rest.length === 0
        ? none
        : marked`<details>
            <summary>
              ${counted(rest.length, "metric")} that no rule asks for by segment: ${rest.map(metricName).join(", ")}
            </summary>
            ${rest.map(draw)}
          </details>`
    }${left === 0 ? none : marked`<p class="muted">${counted(left, "row")} more are in the evidence and left out here.</p>`}`,
  };
}

const ofPart = ({ subject, judged }: Finding): boolean => judged !== null && subject?.includes("=") === true;

function forest(
  metric: string,
  rows: readonly SliceRow[],
  findings: readonly Finding[],
  champion: string | null,
): Html {
  const found = new Map(rows.map((row) => [row, findingOf(row, findings)]));
  const bounds = [...new Set(rows.flatMap((row) => boundOf(found.get(row)) ?? []))];
  const scale = scaleFor(rows, bounds);
  const compared = champion !== null && rows.some(({ baseline }) => baseline !== null);
  const kind =
    bounds.length === 0
      ? ""
      : `, ${wordsOfBound(
          rows.map((row) => found.get(row)),
          bounds,
        )}`;
  const columns: readonly Column[] = [
    { title: "Segment", label: "", kind: "name" },
    number("n", "n"),
    { title: marked`${metricName(metric)}${kind}${axis(scale)}`, label: "", kind: "strip" },
    number(metricName(metric), metricName(metric)),
    ...(compared ? [number(champion, champion)] : []),
    text("Outcome", ""),
  ];
  const keys = [...new Set(rows.map(keysOf))];
  return table({
    kind: "slices",
    caption: captionOf(metric, rows, found),
    columns,
    groups: keys.map((key) => ({
      title: key,
      rows: rows
        .filter((row) => keysOf(row) === key)
        .map((row) => {
          const finding = found.get(row);
          const small = row.suppressed || finding?.outcome === "not-applicable";
          return {
            faint: small,
            cells: [
              valuesOf(row),
              row.suppressed ? "< 10" : row.n === null ? marked`<span class="muted">–</span>` : figure(row.n),
              stripOf(row, finding, bounds, scale),
              row.suppressed ? marked`<span class="ci">withheld</span>` : valueWith(row.value, row.interval),
              ...(compared ? [row.suppressed ? null : valueWith(row.baseline, row.baseline_interval)] : []),
              outcomeOf(row, finding),
            ],
          };
        }),
    })),
  });
}

const keysOf = ({ slice }: SliceRow): string => Object.keys(slice).sort().join(" and ");

const valuesOf = ({ slice }: SliceRow): string =>
  Object.keys(slice)
    .sort()
    .map((key) => slice[key] ?? "")
    .join(", ");

/** The worst finding about a part: its subject ends with the part as rules write it. */
function findingOf(row: SliceRow, findings: readonly Finding[]): Finding | undefined {
  const part = shownSlice(row.slice);
  return findings.find(
    ({ subject, judged }) =>
      judged?.metric === row.metric && (subject === part || subject?.endsWith(`, ${part}`) === true),
  );
}

const boundOf = (finding: Finding | undefined): number | null => {
  const kind = finding?.judged?.bound_kind ?? null;
  return kind === "at-least" || kind === "at-most" ? (finding?.judged?.bound ?? null) : null;
};

function wordsOfBound(findings: readonly (Finding | undefined)[], bounds: readonly number[]): string {
  const kind = findings.find((finding) => boundOf(finding) !== null)?.judged?.bound_kind;
  const shown = bounds.map(boundFigure).join(", ");
  return kind === "at-most" ? `limit ${shown}` : `floor ${shown}`;
}

function scaleFor(rows: readonly SliceRow[], bounds: readonly number[]): Scale {
  const values = rows.flatMap(({ value, interval, baseline }) =>
    [value, interval?.lower, interval?.upper, baseline].flatMap((one) => one ?? []),
  );
  const all = [...values, ...bounds];
  return all.every((value) => value >= 0 && value <= 1) ? shareScale(all) : scaleOver(all, true);
}

const stripOf = (row: SliceRow, finding: Finding | undefined, bounds: readonly number[], scale: Scale): Html =>
  strip(
    {
      candidate: row.value === null ? null : { value: row.value, interval: row.interval },
      as: markKind(finding?.outcome ?? null),
      champion: row.baseline === null ? null : { value: row.baseline, interval: row.baseline_interval },
      // A part that no rule asks about has no bound.
      bounds: finding === undefined ? [] : bounds,
    },
    scale,
  );

function outcomeOf(row: SliceRow, finding: Finding | undefined): Part {
  if (row.suppressed) return mark("small", "too few to show");
  if (finding === undefined) return null;
  return finding.outcome === "not-applicable" ? mark("small", "too small") : outcomeMark(finding.outcome);
}

function captionOf(
  metric: string,
  rows: readonly SliceRow[],
  found: ReadonlyMap<SliceRow, Finding | undefined>,
): string {
  const count = (outcome: Finding["outcome"]): number =>
    rows.filter((row) => found.get(row)?.outcome === outcome).length;
  const words = (["not-met", "inconclusive", "met"] as const)
    .map((outcome) => ({ outcome: outcome.replace("-", " "), number: count(outcome) }))
    .filter(({ number: many }) => many > 0)
    .map(({ outcome, number: many }) => `${many} ${outcome}`);
  const methods = [...new Set(rows.flatMap(({ method }) => method ?? []))];
  const judged = words.length === 0 ? "no rule asks for it" : words.join(", ");
  const how = methods.length === 0 ? "" : ` Whiskers are two-sided 95 % intervals: ${methods.join(", ")}.`;
  return `${metricName(metric)} in ${counted(rows.length, "segment")}: ${judged}.${how} Groups of fewer than ten are withheld.`;
}
