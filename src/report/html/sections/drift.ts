import type { DriftRow } from "../../../model/report-detail.js";
import { counted, day, figure } from "../figures.js";
import { mark, outcomeMark } from "../marks.js";
import { scaleOver } from "../scale.js";
import { axis, bar } from "../strip.js";
import { number, table, text, type Column, type Row } from "../table.js";
import { placeLink, shownMessage, type ModelContext, type Section } from "../context.js";
import { marked, none, type Html, type Part } from "../tags.js";

/** How far each column has moved, by each method, with the bound that the rule sets. */
export function driftSection({ model, findings, report, view, id }: ModelContext): Section | null {
  const rows = model.detail?.drift ?? [];
  if (rows.length === 0) return null;
  const judged = findings.filter(({ check }) => check === "drift");
  const scored = rows.filter(({ scope, score }) => scope === "column" && score !== null);
  const methods = [...new Set(scored.map(({ method }) => method))];
  const others = rows.filter((row) => !scored.includes(row));
  const left = model.detail?.left_out.drift ?? 0;
  const bounds = boundsOf(report, model.policies);
  return {
    id: `${id}-drift`,
    title: "Drift by column",
    body: marked`${judged
      .filter(({ subject }) => subject === null)
      .map((finding) => marked`<p>${outcomeMark(finding.outcome)} ${shownMessage(finding)}</p>`)}${methods.map(
      (method) =>
        columnTable(
          method,
          scored.filter((row) => row.method === method),
          bounds,
          judged,
        ),
    )}${others.length === 0 ? none : otherTable(others, view)}${left === 0 ? none : marked`<p class="muted">${counted(left, "row")} more are in the evidence and left out here.</p>`}`,
  };
}

/** The bounds of rules on drift; a bound in per cent is none of a distance. */
function boundsOf({ policies }: ModelContext["report"], applying: readonly string[]): readonly number[] {
  const asks = policies.filter(({ id }) => applying.includes(id)).flatMap((policy) => policy.asks);
  const bounds = asks.filter(({ check }) => check === "drift").map(atMost);
  return [...new Set(bounds.flatMap((bound) => bound ?? []))];
}

function atMost({ written }: { readonly written: string }): number | null {
  const rule: unknown = JSON.parse(written);
  const bound = typeof rule === "object" && rule !== null && "at-most" in rule ? rule["at-most"] : null;
  return typeof bound === "number" ? bound : null;
}

function columnTable(
  method: string | null,
  rows: readonly DriftRow[],
  bounds: readonly number[],
  judged: ModelContext["findings"],
): Html {
  const own = [...new Set(rows.flatMap(({ threshold }) => threshold ?? []))];
  const shown = bounds.length > 0 ? bounds : own.length === 1 ? own : [];
  const scale = scaleOver([...rows.flatMap(({ score }) => score ?? []), ...shown], true);
  const name = methodName(method);
  const limit =
    shown.length === 0 ? "" : `, ${bounds.length > 0 ? "limit" : "the tool's limit"} ${shown.map(String).join(", ")}`;
  const columns: readonly Column[] = [
    { title: "Column", label: "", kind: "name" },
    { title: marked`${name}${limit}${axis(scale)}`, label: "", kind: "strip" },
    number("Score", name),
    text("Outcome", ""),
  ];
  const over = (row: DriftRow): boolean =>
    shown.length > 0 ? shown.some((bound) => (row.score ?? 0) > bound) : row.drifted === true;
  const table_ = rows.map((row): Row => ({
    cells: [
      marked`<code>${row.column ?? row.scope}</code>`,
      bar(row.score ?? 0, shown, over(row), scale),
      row.score === null ? null : figure(row.score),
      outcomeOf(row, judged, over(row), bounds.length > 0),
    ],
  }));
  return table({ kind: "drift", caption: captionOf(rows, name), columns, groups: [{ title: null, rows: table_ }] });
}

function captionOf(rows: readonly DriftRow[], name: string): string {
  const [first] = rows;
  const sizes =
    first === undefined || first.n_current === null
      ? ""
      : ` ${first.n_reference === null ? "" : `Reference ${counted(first.n_reference, "row")}, `}current ${counted(first.n_current, "row")}.`;
  const dates = [...new Set(rows.flatMap(({ at }) => (at === null ? [] : [day(at)])))];
  return `${name} of ${counted(rows.length, "column")}, largest first.${sizes}${dates.length === 1 ? ` Of ${dates[0] ?? ""}.` : ""}`;
}

/** What the policy says of the column, else on which side of the bound it lies, else the tool's own flag. */
function outcomeOf(
  { column, drifted }: DriftRow,
  judged: ModelContext["findings"],
  over: boolean,
  bounded: boolean,
): Part {
  const finding = judged.find(({ subject }) => subject !== null && subject === column);
  if (finding !== undefined) return outcomeMark(finding.outcome);
  if (bounded) return over ? mark("not", "over") : mark("met", "under");
  if (drifted === null) return null;
  return marked`<span class="muted">${drifted ? "the tool says drift" : "the tool says none"}</span>`;
}

const otherTable = (rows: readonly DriftRow[], view: ModelContext["view"]): Html =>
  table({
    kind: "plain lab",
    caption: "What else the reports say of change",
    columns: [
      { title: "Of", label: "", kind: "name" },
      text("Method"),
      number("Score", "Score"),
      number("p", "p"),
      text("The tool says"),
      text("Source"),
    ],
    groups: [
      {
        title: null,
        rows: rows.map((row) => ({
          cells: [
            row.column === null ? row.scope : marked`<code>${row.column}</code>`,
            row.method === null ? null : methodName(row.method),
            row.score === null ? (row.share === null ? null : figure(row.share)) : figure(row.score),
            row.p_value === null ? null : figure(row.p_value),
            row.drifted === null ? null : row.drifted ? "drift" : "none",
            placeLink(row.source, view),
          ],
        })),
      },
    ],
  });

/** Short ids of methods are abbreviations; longer ones are words. */
const methodName = (method: string | null): string =>
  method === null ? "score" : method.length <= 4 ? method.toUpperCase() : method.replaceAll("-", " ");
