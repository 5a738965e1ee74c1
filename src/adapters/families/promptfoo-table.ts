import type { DelimitedTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";

const output = /^\[(.+?)\] /;
const states: Readonly<Record<string, boolean | null>> = { PASS: true, FAIL: false, ERROR: null };

/** Columns of outputs, each with its status right behind it. */
const outputs = ({ header }: DelimitedTable): readonly number[] =>
  header.flatMap((column, at) => (output.test(column) && header[at + 1] === "Status" ? [at] : []));

/** True for the CSV of promptfoo: outputs of prompts, each with status and score. */
export const isPromptfooTable = (table: DelimitedTable | undefined): boolean =>
  table !== undefined && outputs(table).length > 0 && table.header.includes("Score");

/** A check for each status. */
export const promptfooTable = (table: DelimitedTable): readonly Statement[] =>
  table.rows.flatMap((row, index) =>
    outputs(table).flatMap((at, prompt): Statement[] => {
      const status = row[at + 1] ?? "";
      if (!Object.hasOwn(states, status)) return [];
      const reason = table.header.indexOf("Grader Reason", at);
      const name = table.header[0] === "Description" ? (row[0] ?? "") : "";
      return [
        {
          kind: "check",
          name: `${name === "" ? `test #${index + 1}` : name} [${output.exec(table.header[at] ?? "")?.[1] ?? ""}] prompt ${prompt + 1}`,
          passed: states[status] ?? null,
          message: (reason < 0 ? undefined : row[reason]) || null,
          where: { line: table.lineOf(index) },
        },
      ];
    }),
  );
