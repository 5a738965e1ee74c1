import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { approvalsIn } from "./families/approval-table.js";
import { markdownKind } from "./families/markdown-kind.js";

/** A document of approvals by its name, which is neither a card nor a report. */
const isCalledSo = (file: EvidenceFile): boolean =>
  /(^|[^a-z])(approvals?|sign[-_ ]?offs?)([^a-z]|$)/i.test(file.name.replace(/\.[^.]+$/, "")) &&
  !/template|polic|process|guide|how/i.test(file.name) &&
  markdownKind(file) === null;

/**
 * Approvals in a table that people keep by hand. Whoever can change the file can write them: they count from the base
 * of a change at most, and never from the change itself.
 */
export const approvalsPage: Adapter = {
  id: "approvals-page",
  title: "Approvals in Markdown (`APPROVALS.md`)",
  definedAt: "https://www.federalreserve.gov/supervisionreg/srletters/sr1107.htm",
  versions: "tables with a column of people and one of decisions, as teams write them, not seen",
  reads: "Who approved or rejected, in which role and when; a row without a name or a decision is pending.",
  leaves: "Signatures, comments, and approvals in sentences and lists.",
  syntax: ["front-matter"],
  gives: ["approval"],
  recognises: (file) =>
    file.syntax === "front-matter" && isCalledSo(file) && approvalsIn(file.markdown?.tables ?? [], true).length > 0,
  read: (file) => approvalsIn(file.markdown?.tables ?? [], true),
};
