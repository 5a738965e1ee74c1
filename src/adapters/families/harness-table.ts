import type { MarkdownTable } from "../../model/adapter.js";
import { plainHeading } from "../../normalise/card-sections.js";
import { isKnownMetric } from "./card-context.js";
import { inOneUnit } from "./shares-in-percent.js";
import { statedNumber } from "./stated-number.js";
import type { Measurement } from "./table-row.js";

/** The head of such a table, of any version: `|Tasks|Version|Filter|n-shot|Metric|   |Value|   |Stderr|`. */
const head =
  /^[ \t]*\|\s*(?:Tasks?|Groups?)\s*\|\s*Version\s*\|(?:[^|\n]{0,60}\|){0,4}\s*Metric\s*\|(?:[^|\n]{0,60}\|){1,4}\s*Stderr\s*\|/m;

const lookedAt = 500_000;

/** True where a table of the harness stands in a text. */
export const holdsHarnessTable = (text: string): boolean => head.test(text.slice(0, lookedAt));

interface HarnessColumns {
  readonly task: number;
  readonly metric: number;
  readonly value: number;
  readonly error: number;
  /** -1 in tables of versions that had none. */
  readonly filter: number;
}

/** The columns of a table as the Language Model Evaluation Harness prints it; undefined of any other table. */
function columnsOf({ header }: MarkdownTable): HarnessColumns | undefined {
  const plain = header.map(({ text }) => plainHeading(text));
  const task = plain.findIndex((name) => /^(tasks?|groups?)$/.test(name));
  const columns = {
    task,
    metric: plain.indexOf("metric"),
    value: plain.indexOf("value"),
    error: plain.indexOf("stderr"),
    filter: plain.indexOf("filter"),
  };
  const { metric, value, error } = columns;
  return task === 0 && metric > 0 && value > metric && error > value ? columns : undefined;
}

/** A task of a group is indented by a dash. */
const taskNamed = (cell: string): string => cell.replace(/^(?:[-–]\s*)+/, "").trim();

/**
 * The results of a table that the Language Model Evaluation Harness printed: a row without a task is of the task above
 * it. Undefined where the table is none.
 *
 * Source: https://github.com/EleutherAI/lm-evaluation-harness, `make_table` in `lm_eval/utils.py`
 */
export function harnessResults(table: MarkdownTable): readonly Measurement[] | undefined {
  const columns = columnsOf(table);
  if (columns === undefined) return undefined;
  let dataset = "";
  const results = table.rows.flatMap((row): readonly Measurement[] => {
    const text = (column: number): string => row[column]?.text ?? "";
    dataset = taskNamed(text(columns.task)) || dataset;
    const cell = row[columns.value];
    const number = cell === undefined ? undefined : statedNumber(cell.text);
    const name = text(columns.metric);
    if (cell === undefined || number === undefined || dataset === "" || name === "") return [];
    const error = statedNumber(text(columns.error))?.value;
    const filter = text(columns.filter);
    return [
      {
        kind: "measurement",
        where: { line: cell.line, column: cell.column },
        raw_metric: name,
        value: number.value,
        dataset,
        ...(isKnownMetric(name) && number.unit !== null ? { unit: number.unit } : {}),
        ...(filter === "" || filter === "none" ? {} : { protocol: filter }),
        ...(error === undefined || !Number.isFinite(error) ? {} : { standard_error: error }),
      },
    ];
  });
  // A version printed all shares of a table in per cent.
  return inOneUnit(results, () => "");
}
