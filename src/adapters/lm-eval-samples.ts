import type { Adapter } from "../model/adapter.js";
import { hasKeys, members } from "../read/shape.js";

/** The single samples of a run, one a line, as `--log_samples` writes them. */
export const lmEvalSamples: Adapter = {
  id: "lm-eval-samples",
  title: "lm-evaluation-harness samples",
  definedAt: "https://github.com/EleutherAI/lm-evaluation-harness/blob/main/docs/interface.md",
  versions: "0.4.0 to 0.4.10",
  reads: "A table of predictions: its columns and the number of its rows.",
  leaves: "The samples themselves, whose prompts and answers may be private.",
  syntax: ["json-lines"],
  gives: ["table"],
  recognises: ({ values }) =>
    values.length > 0 && hasKeys(values[0]?.value, "doc_id", "resps") && hasKeys(values[0]?.value, "filtered_resps"),
  read: ({ values }) => [
    {
      kind: "table",
      columns: members(values[0]?.value).map(([key]) => key),
      rows: values.length,
      role: "predictions",
      where: { line: values[0]?.line ?? 1 },
    },
  ],
};
