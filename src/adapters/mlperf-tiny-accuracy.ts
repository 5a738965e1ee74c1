import type { Adapter } from "../model/adapter.js";
import { isTinyLog, tinyStatements } from "./families/mlperf-tiny.js";

/** What the runner of MLPerf Tiny says of a model's accuracy. */
export const mlperfTinyAccuracy: Adapter = {
  id: "mlperf-tiny-accuracy",
  title: "MLPerf Tiny accuracy log",
  definedAt: "https://github.com/mlcommons/tiny",
  versions: "1.2",
  reads: "Top-1 in per cent and the area under the curve; an error of the runner as a failed check.",
  leaves: "Everything else that the runner prints; the number before each line is a time.",
  syntax: ["text"],
  numbersAsText: true,
  gives: ["measurement", "check"],
  recognises: ({ text }) => isTinyLog(text, true),
  read: ({ text }) => tinyStatements(text),
};
