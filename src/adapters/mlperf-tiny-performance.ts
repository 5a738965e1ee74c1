import type { Adapter } from "../model/adapter.js";
import { isTinyLog, tinyStatements } from "./families/mlperf-tiny.js";

/** What the runner of MLPerf Tiny says of speed and energy. */
export const mlperfTinyPerformance: Adapter = {
  id: "mlperf-tiny-performance",
  title: "MLPerf Tiny performance and energy log",
  definedAt: "https://github.com/mlcommons/tiny",
  versions: "1.2, from the source, not seen",
  reads:
    "The median throughput over the windows and the median energy of an inference; an error of the runner as a failed check.",
  leaves: "The single windows.",
  syntax: ["text"],
  numbersAsText: true,
  gives: ["measurement", "check"],
  recognises: ({ text }) => isTinyLog(text, false),
  read: ({ text }) => tinyStatements(text),
};
