import type { Decision, Finding } from "../../../model/finding.js";
import type { Report, ReportedModel } from "../../../model/report.js";
import { metricName } from "../../metric-name.js";
import { comparisons, type Comparison } from "../../comparisons.js";
import { change, counted, daysBetween, figure, interval, valueWith } from "../figures.js";
import { decisionMark, decisionWord, outcomeMark } from "../marks.js";
import { number, plainTable, table, text, type Column, type Row } from "../table.js";
import { titleOf } from "../context.js";
import { marked, none, type Html, type Part } from "../tags.js";
import { openWords, retrainWords } from "./head.js";
import { grouped } from "../../../model/grouped.js";

/** A model of the fleet, and where its own page is: null where it has none here. */
export interface FleetModel {
  readonly model: ReportedModel;
  readonly findings: readonly Finding[];
  readonly anchor: string | null;
}

const order: readonly Decision[] = ["block", "undecided", "warn", "pass"];

/** Rows of models that do not pass and are shown with their numbers; further ones are folded, each on a short line. */
const MOST_ROWS = 1_000;

/** Fleets up to this many models are one table. */
const FEW = 60;

/** All models, worst first: of a large fleet those that pass are counted by owner and stage, and folded. */
export function fleet(models: readonly FleetModel[], report: Report): Html {
  const sorted = [...models].sort(
    (a, b) => order.indexOf(a.model.decision) - order.indexOf(b.model.decision) || byName(a.model, b.model),
  );
  const large = sorted.length > FEW;
  const open = large ? sorted.filter(({ model }) => model.decision !== "pass") : sorted;
  const passing = large ? sorted.filter(({ model }) => model.decision === "pass") : [];
  const shown = open.slice(0, MOST_ROWS);
  return marked`${large ? summary(sorted) : none}${shown.length === 0 ? none : openTable(shown, report, large)}${
    open.length === shown.length
      ? none
      : marked`<details>
          <summary>${counted(open.length - shown.length, "model")} more that do not pass</summary>
          ${shortTable("Further models that do not pass, worst first", open.slice(MOST_ROWS))}
        </details>`
  }${
    passing.length === 0
      ? none
      : marked`<details>
          <summary>${counted(passing.length, "model")} that pass</summary>
          ${shortTable("Models that pass, by name", passing)}
        </details>`
  }`;
}

const byName = (a: ReportedModel, b: ReportedModel): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Decisions by owner and stage: where to look first in a fleet of thousands. */
function summary(models: readonly FleetModel[]): Html {
  const groups = grouped(models, ({ model }) => JSON.stringify([model.owner, model.stage]));
  const count = (members: readonly FleetModel[], decision: Decision): number =>
    members.filter(({ model }) => model.decision === decision).length;
  const rows = [...groups.values()]
    .sort((a, b) => {
      const worse = order.map((decision) => count(b, decision) - count(a, decision)).find((by) => by !== 0) ?? 0;
      return worse || (ownerOf(a) < ownerOf(b) ? -1 : 1);
    })
    .slice(0, 200)
    .map((members): Row => ({
      cells: [
        ownerOf(members),
        members[0]?.model.stage ?? "",
        ...order.map((decision) => {
          const many = count(members, decision);
          return many === 0 ? marked`<span class="muted">0</span>` : figure(many);
        }),
        figure(members.length),
      ],
    }));
  return plainTable(
    "plain lab groups",
    `${counted(models.length, "model")} by owner and stage, the worst groups first.${groups.size > 200 ? ` ${counted(groups.size - 200, "group")} more are in the JSON report.` : ""}`,
    [
      { title: "Owner", label: "", kind: "name" },
      text("Stage"),
      ...order.map((decision) => number(decisionWord[decision], decisionWord[decision])),
      number("All", "All"),
    ],
    rows,
  );
}

const ownerOf = (members: readonly FleetModel[]): string => members[0]?.model.owner ?? "nobody named";

function openTable(models: readonly FleetModel[], report: Report, large: boolean): Html {
  const columns: readonly Column[] = [
    { title: "Model", label: "", kind: "name" },
    text("Decision", ""),
    text("Stage"),
    text("Risk"),
    text("Owner"),
    text("Measure"),
    number("Against champion", "Against champion"),
    text("Drift"),
    number(marked`<abbr title="days since the model was made">Age</abbr>`, "Age, days"),
    text("Retrain"),
    text("Open findings"),
  ];
  const caption = `${large ? "Models that do not pass" : counted(models.length, "model")}, worst first. Values with their two-sided 95 % interval, where the evidence allows one.`;
  const rows = models.map(({ model, findings, anchor }): Row => {
    const headline = headlineOf(comparisons(model, findings));
    return {
      cells: [
        marked`${anchor === null ? marked`<b>${model.name}</b>` : marked`<a href="#${anchor}">${model.name}</a>`}${model.version === null ? none : marked` <span class="muted">${model.version}</span>`}`,
        decisionMark(model.decision),
        model.stage,
        model.risk,
        model.owner ?? marked`<span class="muted">nobody named</span>`,
        headline === null
          ? null
          : marked`${metricName(headline.metric)} <span class="nw">${valueWith(headline.value, headline.interval)}</span>`,
        changeOf(headline),
        driftOf(model, findings),
        ageOf(model, report.now),
        retrainWords(findings)?.split(":")[0] ?? marked`<span class="muted">–</span>`,
        openWords(findings),
      ],
    };
  });
  return table({ kind: "fleet", caption, columns, groups: [{ title: null, rows }] });
}

/** What rules found of drift, else how many columns the drift tool itself calls drifted. */
function driftOf({ detail }: ReportedModel, findings: readonly Finding[]): Part {
  const [worst] = findings.filter(({ check }) => onDrift.has(check));
  if (worst !== undefined) return outcomeMark(worst.outcome);
  const columns = (detail?.drift ?? []).filter(({ drifted }) => drifted !== null);
  if (columns.length === 0) return marked`<span class="muted">–</span>`;
  return `${figure(columns.filter(({ drifted }) => drifted).length)} of ${figure(columns.length)}, not judged`;
}

const onDrift: ReadonlySet<string> = new Set([
  ...["drift", "prediction-drift", "concept-drift", "confidence-drift", "performance-decay"],
]);

/** The metric that speaks for a model: the worst that a rule judges, else the first. */
const headlineOf = (rows: readonly Comparison[]): Comparison | null =>
  rows.find(({ outcome, value }) => outcome !== null && value !== null) ?? rows[0] ?? null;

const changeOf = (row: Comparison | null): Part =>
  row?.change === null || row?.change === undefined
    ? marked`<span class="muted">none</span>`
    : marked`${change(row.change)} ${interval(row.changeInterval, change)}`;

function ageOf({ detail }: ReportedModel, now: string): Part {
  const age = detail?.created === null || detail === null ? null : daysBetween(detail.created, now);
  return age === null || age < 0 ? marked`<span class="muted">–</span>` : figure(age);
}

const shortTable = (caption: string, models: readonly FleetModel[]): Html =>
  plainTable(
    "plain passing",
    caption,
    [
      { title: "Model", label: "", kind: "name" },
      text("Decision", ""),
      text("Stage", ""),
      text("Risk", ""),
      text("Owner", ""),
    ],
    models.map(({ model, anchor }) => ({
      cells: [
        anchor === null ? titleOf(model) : marked`<a href="#${anchor}">${titleOf(model)}</a>`,
        decisionWord[model.decision],
        model.stage,
        model.risk,
        model.owner ?? "nobody named",
      ],
    })),
  );
