import type { PastJudgement } from "../../../model/report-detail.js";
import { comparisons, type Comparison } from "../../comparisons.js";
import { metricName } from "../../metric-name.js";
import { approvers } from "../../timeline.js";
import { change, day, valueWith } from "../figures.js";
import { decisionMark } from "../marks.js";
import { decisionBand, line, type Moment } from "../line.js";
import { scaleOver } from "../scale.js";
import { number, plainTable, text, type Row } from "../table.js";
import type { ModelContext, Section } from "../context.js";
import { marked, type Html, type Part } from "../tags.js";

/** Metrics that are drawn over time. */
const MOST_METRICS = 8;

/** What earlier reports said of the model: its decisions, and its main numbers, over time. */
export function historySection({ model, findings, report, id }: ModelContext): Section | null {
  const past = model.detail?.past ?? [];
  if (past.length === 0) return null;
  const rows = comparisons(model, findings).filter(({ value }) => value !== null);
  const now: PastJudgement = {
    at: report.now,
    decision: model.decision,
    stage: model.stage,
    version: model.version,
    approved_by: approvers(model, report),
    metrics: rows.flatMap(({ metric, value, interval }) => (value === null ? [] : [{ metric, value, interval }])),
  };
  const all = [...past, now];
  return {
    id: `${id}-history`,
    title: "History",
    body: marked`${linesTable(all, rows)}${spansTable(all)}`,
  };
}

function linesTable(all: readonly PastJudgement[], rows: readonly Comparison[]): Html {
  const [first] = all;
  const at = all.map((judgement) => Date.parse(judgement.at));
  const drawn = rows.flatMap((row): readonly Row[] => {
    const moments = momentsOf(all, row.metric);
    const [then, ...later] = moments;
    const last = later.at(-1);
    if (then === undefined || last === undefined) return [];
    return [
      {
        cells: [
          metricName(row.metric),
          plot(moments, row, at),
          valueWith(then.value, then.interval),
          valueWith(last.value, last.interval),
          changeOf(last.value - then.value, row),
        ],
      },
    ];
  });
  const band: Row = {
    cells: [
      "Decision",
      decisionBand(
        all.map(({ at: when, decision }) => ({ at: Date.parse(when), decision })),
        at,
      ),
      first === undefined ? null : decisionMark(first.decision),
      decisionMark(all.at(-1)?.decision ?? "undecided"),
      null,
    ],
  };
  const since = first === undefined ? "" : day(first.at);
  return plainTable(
    "plain over-time",
    `${all.length} reports from ${since} to ${day(all.at(-1)?.at ?? "")}, this one included. Each line has a scale of its own; whiskers are two-sided 95 % intervals, the dashed line is a rule's bound of today.`,
    [
      { title: "Measure", label: "", kind: "name" },
      { title: "Over time", label: "", kind: "strip" },
      number("First", "first"),
      number("Now", "now"),
      number("Change", "change"),
    ],
    [band, ...drawn.slice(0, MOST_METRICS)],
  );
}

const momentsOf = (all: readonly PastJudgement[], metric: string): readonly Moment[] =>
  all.flatMap(({ at, metrics }) => {
    const found = metrics.find((one) => one.metric === metric);
    return found === undefined ? [] : [{ at: Date.parse(at), value: found.value, interval: found.interval }];
  });

function plot(moments: readonly Moment[], { bounds }: Comparison, span: readonly number[]): Html {
  const own = bounds.flatMap(({ at }) => at ?? []);
  const values = [
    ...moments.flatMap(({ value, interval }) => [value, interval?.lower ?? value, interval?.upper ?? value]),
    ...own,
  ];
  return line(moments, own, span, scaleOver(values, false));
}

function changeOf(by: number, { higherIsBetter }: Comparison): Part {
  if (Math.abs(by) <= 1e-12) return marked`<span class="muted">the same</span>`;
  const word = higherIsBetter === null ? "" : by > 0 === higherIsBetter ? "better" : "worse";
  return marked`${change(by)} <span class="muted">${word}</span>`;
}

/** Spans of time in which decision, stage and version stayed the same, the newest first. */
function spansTable(all: readonly PastJudgement[]): Html {
  const spans: { readonly first: PastJudgement; last: PastJudgement; readonly by: Set<string> }[] = [];
  for (const judgement of all) {
    const before = spans.at(-1);
    const same =
      before !== undefined &&
      before.first.decision === judgement.decision &&
      before.first.stage === judgement.stage &&
      before.first.version === judgement.version;
    if (same) before.last = judgement;
    const span = same ? before : { first: judgement, last: judgement, by: new Set<string>() };
    judgement.approved_by.forEach((person) => span.by.add(person));
    if (!same) spans.push(span);
  }
  return plainTable(
    "plain lab spans",
    "What was decided, since when, by whose approval",
    [
      { title: "Since", label: "", kind: "name" },
      text("Until"),
      text("Decision", ""),
      text("Stage"),
      text("Version"),
      text("Approved by"),
    ],
    spans.reverse().map(({ first, last, by }, index) => ({
      cells: [
        day(first.at),
        index === 0 ? "now" : day(last.at),
        decisionMark(first.decision),
        first.stage,
        first.version ?? marked`<span class="muted">–</span>`,
        by.size === 0 ? marked`<span class="muted">nobody named</span>` : [...by].sort().join(", "),
      ],
    })),
  );
}
