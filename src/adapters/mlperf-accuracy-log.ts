import type { Adapter } from "../model/adapter.js";
import { hasKeys, list } from "../read/shape.js";

/** The raw answers of a run in accuracy mode, from which a script computes the accuracy. */
export const mlperfAccuracyLog: Adapter = {
  id: "mlperf-accuracy-log",
  title: "MLPerf Inference answers",
  definedAt: "https://github.com/mlcommons/inference/tree/master/loadgen",
  versions: "0.5 to 5.1, from the source, not seen",
  reads: "A table of predictions: its columns and the number of its rows.",
  leaves: "The answers, which are bytes in hexadecimal.",
  syntax: ["json"],
  gives: ["table"],

  recognises: ({ value }) => {
    const answers = list(value);
    return (
      answers !== undefined &&
      answers.length > 0 &&
      answers.slice(0, 20).every((answer) => hasKeys(answer, "qsl_idx", "data"))
    );
  },

  read: ({ value }) => [
    {
      kind: "table",
      columns: ["seq_id", "qsl_idx", "data"],
      rows: list(value)?.length ?? 0,
      role: "predictions",
      where: { pointer: "" },
    },
  ],
};
