import type { Adapter } from "../model/adapter.js";
import { member } from "../read/shape.js";
import { errorTreeStatements, isErrorTree } from "./families/error-analysis.js";

/** Where a model errs most, as responsibleai found it. */
export const responsibleaiErrorAnalysis: Adapter = {
  id: "responsibleai-error-analysis",
  title: "responsibleai error analysis (`error_analysis/*/data/report.json`)",
  definedAt: "https://github.com/microsoft/responsible-ai-toolbox/tree/main/erroranalysis",
  versions: "responsibleai 0.36.0, report 4.0",
  reads:
    "The error over all rows, and that of every part of the error tree, with its conditions as slice and its rows.",
  leaves: "The heat map, and `root_stats`, whose error rate is in per cent while the tree's is a share.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    isErrorTree(member(value, "tree")) &&
    (member(value, "root_stats") !== undefined || member(value, "matrix") !== undefined),
  read: ({ value }) => errorTreeStatements(member(value, "tree"), "/tree"),
};
