import type { Finding } from "../../model/finding.js";
import type { Report, ReportedModel } from "../../model/report.js";
import type { Reporter } from "../../model/reporter.js";
import { csvCell } from "../escape.js";
import { inParts } from "../in-parts.js";

type Cell = string | number | null;

/** The columns, and what stands in each. Numbers are ours and stay numbers; texts are made harmless. */
const columns: Readonly<Record<string, (finding: Finding, model: ReportedModel | undefined) => Cell>> = {
  model: ({ model }) => model,
  version: (_, model) => model?.version ?? null,
  stage: (_, model) => model?.stage ?? null,
  owner: (_, model) => model?.owner ?? null,
  decision: (_, model) => model?.decision ?? null,
  policy: ({ policy }) => policy,
  rule: ({ rule }) => rule,
  check: ({ check }) => check,
  subject: ({ subject }) => subject,
  outcome: ({ outcome }) => outcome,
  level: ({ level }) => level,
  effect: ({ effect }) => effect,
  message: ({ message }) => message,
  mend: ({ mend }) => mend,
  metric: ({ judged }) => judged?.metric ?? null,
  value: ({ judged }) => judged?.value ?? null,
  bound_kind: ({ judged }) => judged?.bound_kind ?? null,
  bound: ({ judged }) => judged?.bound ?? null,
  baseline: ({ judged }) => judged?.baseline ?? null,
  change: ({ judged }) => judged?.change ?? null,
  interval_lower: ({ judged }) => judged?.interval?.lower ?? null,
  interval_upper: ({ judged }) => judged?.interval?.upper ?? null,
  n: ({ judged }) => judged?.n ?? null,
  rung: ({ judged }) => judged?.rung ?? null,
  method: ({ judged }) => judged?.method ?? null,
  confidence: ({ judged }) => judged?.confidence ?? null,
  p_value: ({ judged }) => judged?.p_value ?? null,
  p_adjusted: ({ judged }) => judged?.p_adjusted ?? null,
  path: ({ sources }) => sources[0]?.path ?? null,
  line: ({ sources }) => sources[0]?.line ?? null,
  column: ({ sources }) => sources[0]?.column ?? null,
  waived_by: ({ waived }) => waived?.owner ?? null,
  waiver_reason: ({ waived }) => waived?.reason ?? null,
  waiver_ticket: ({ waived }) => waived?.ticket ?? null,
  waiver_expires: ({ waived }) => waived?.expires ?? null,
  references: ({ references }) => references.join(" ") || null,
  fingerprint: ({ fingerprint }) => fingerprint,
};

export const csv: Reporter = {
  id: "csv",
  title: "Findings as a table, for spreadsheets",
  extension: "csv",
  render: (report) => [...lines(report)].join(""),
  parts: (report) => inParts(lines(report)),
};

/** Rows as RFC 4180 has them. */
function* lines({ findings, models }: Report): Generator<string> {
  const byName = new Map(models.map((model) => [model.name, model]));
  const row = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;
  yield row(Object.keys(columns));
  const cells = Object.values(columns);
  for (const finding of findings) yield row(cells.map((cell) => cell(finding, byName.get(finding.model))));
}
