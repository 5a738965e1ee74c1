import type { Cell, MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { approvalState } from "./approval-words.js";
import { isPlaceholder } from "./placeholder.js";

/** Tables of who has to sign, and has. */

const person = /^(name|approver|approved by|reviewer|reviewed by|signed by|signatory|who|person|stakeholder|owner)$/;
const role = /^(role|team|function|title|position|department|capacity|area)$/;
const decision = /^(status|decision|state|outcome|approval|approved\??|verdict|result|sign ?off)$/;
const date = /^(date|signed on|approved on|on|when|date signed|approval date)$/;
const revision = /^(commit|revision|sha|git sha)$/;
const version = /^(version|model version)$/;

/** Longer texts are no names, roles or decisions, and are not looked through. */
const LONGEST = 100;

const plain = ({ text }: Cell): string =>
  text
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll(/[-_]+/g, " ")
    .replace(/(?<![:*])[:*]+$/, "")
    .trim();

const heading = /\b(sign[- ]?offs?|approvals?|approved by|signatures?|authori[sz]ation)\b/i;

/** True for a table below a heading of approvals, or in a document of them, whose columns name people and what they decided. */
const isApprovalTable = (table: MarkdownTable, isTold: boolean): boolean => {
  const names = table.header.map(plain);
  return (
    (isTold || table.under.some((title) => heading.test(title))) &&
    names.some((name) => person.test(name)) &&
    names.some((name) => decision.test(name)) &&
    table.rows.length > 0
  );
};

const marks: ReadonlyMap<string, string> = new Map([
  ["✅", "approved"],
  ["✔", "approved"],
  ["✓", "approved"],
  ["☑", "approved"],
  ["[x]", "approved"],
  ["❌", "rejected"],
  ["✗", "rejected"],
  ["⏳", "pending"],
  ["☐", "pending"],
  ["[ ]", "pending"],
]);

function stateOf(cell: Cell | undefined): string | null {
  const written = (cell?.text ?? "").slice(0, LONGEST).trim();
  const [first = ""] = written.split(/\s/);
  const mark = marks.get(written.slice(0, 3).toLowerCase()) ?? marks.get(first.replaceAll("\uFE0F", ""));
  if (mark !== undefined) return mark;
  const word = written.replace(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, "");
  return word === "" ? null : approvalState(word);
}

/** An entry a row; nobody has approved where no name stands. */
function rowStatement(table: MarkdownTable, row: readonly Cell[]): readonly Statement[] {
  const cellOf = (wanted: RegExp): Cell | undefined => row[table.header.findIndex((cell) => wanted.test(plain(cell)))];
  const textOf = (wanted: RegExp): string | null => {
    const written = cellOf(wanted)?.text.trim() ?? "";
    return written === "" || /^[-–—_.]+$/.test(written) || isPlaceholder(written) ? null : written;
  };
  const by = textOf(person);
  const state = stateOf(cellOf(decision));
  const cell = cellOf(decision) ?? row[0];
  if (cell === undefined || (by === null && textOf(role) === null)) return [];
  return [
    {
      kind: "approval",
      by,
      role: textOf(role),
      commit: textOf(revision),
      state: by === null || state === null ? "pending" : state,
      version: textOf(version),
      at: textOf(date),
      where: { line: cell.line, column: cell.column },
    },
  ];
}

/**
 * The approvals that the tables of a document state.
 *
 * @param isTold true where the document itself is of approvals, whatever stands above a table
 */
export const approvalsIn = (tables: readonly MarkdownTable[], isTold: boolean): readonly Statement[] =>
  tables.flatMap((table) =>
    isApprovalTable(table, isTold) ? table.rows.flatMap((row) => rowStatement(table, row)) : [],
  );
