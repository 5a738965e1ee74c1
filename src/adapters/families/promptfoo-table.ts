import type { DelimitedTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";

const output = /^\[(.+?)\] /;
const states: Readonly<Record<string, boolean | null>> = { PASS: true, FAIL: false, ERROR: null };

/** Columns of outputs, each with its status right behind it. */
const outputs = ({ header }: DelimitedTable): readonly number[] =>
  header.flatMap((column, at) => (output.test(column) && header[at + 1] === "Status" ? [at] : []));

const stated = /^\[(PASS|FAIL|ERROR)\]/;

/** Columns of outputs whose cells begin with the status, as versions before 0.100 write them. */
const statedOutputs = ({ header, rows }: DelimitedTable): readonly number[] =>
  header.flatMap((column, at) =>
    output.test(column) && rows.length > 0 && rows.slice(0, 50).every((row) => stated.test(row[at] ?? "")) ? [at] : [],
  );

/** True for the CSV of promptfoo: outputs of prompts, each with its status. */
export const isPromptfooTable = (table: DelimitedTable | undefined): boolean =>
  table !== undefined && (outputs(table).length > 0 ? table.header.includes("Score") : statedOutputs(table).length > 0);

interface Status {
  readonly row: number;
  /** The column of the output, and which of the outputs that is. */
  readonly column: number;
  readonly prompt: number;
  readonly status: string;
  readonly reason: string | null;
}

/** A check for each status. */
export const promptfooTable = (table: DelimitedTable): readonly Statement[] =>
  statuses(table).map(({ row, column, prompt, status, reason }) => {
    const named = table.header[0] === "Description" ? (table.rows[row]?.[0] ?? "") : "";
    const provider = output.exec(table.header[column] ?? "")?.[1] ?? "";
    return {
      kind: "check",
      name: `${named === "" ? `test #${row + 1}` : named} [${provider}] prompt ${prompt + 1}`,
      passed: Object.hasOwn(states, status) ? (states[status] ?? null) : null,
      message: reason,
      where: { line: table.lineOf(row) },
    };
  });

function statuses(table: DelimitedTable): readonly Status[] {
  const { header, rows } = table;
  const columns = outputs(table);
  if (columns.length > 0)
    return rows.flatMap((cells, row) =>
      columns.flatMap((column, prompt) => {
        const status = cells[column + 1] ?? "";
        const reason = header.indexOf("Grader Reason", column);
        const said = (reason < 0 ? undefined : cells[reason]) || null;
        return Object.hasOwn(states, status) ? [{ row, column, prompt, status, reason: said }] : [];
      }),
    );
  const withStatus = statedOutputs(table);
  return rows.flatMap((cells, row) =>
    withStatus.flatMap((column, prompt) => {
      const status = stated.exec(cells[column] ?? "")?.[1];
      return status === undefined ? [] : [{ row, column, prompt, status, reason: null }];
    }),
  );
}
