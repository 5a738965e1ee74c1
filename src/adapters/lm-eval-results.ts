import type { Adapter } from "../model/adapter.js";
import { isLmEval, lmEvalStatements } from "./families/lm-eval.js";

/** What the harness writes at the end of a run. */
export const lmEvalResults: Adapter = {
  id: "lm-eval-results",
  title: "lm-evaluation-harness results",
  definedAt: "https://github.com/EleutherAI/lm-evaluation-harness/blob/main/docs/interface.md",
  versions: "0.2 to 0.4.10; lighteval's files of the same form from its documentation, not seen",
  reads:
    "Each metric of each task, the task as its data set and the filter as the way it was taken, with its standard error, its samples and its direction; whether all samples were evaluated; the run with its model, seeds and shots.",
  leaves: "`groups`, which repeats `results`; the tasks' own configuration and the printed environment.",
  syntax: ["json"],
  gives: ["measurement", "check", "run"],
  recognises: ({ value }) => isLmEval(value),
  read: ({ value }) => lmEvalStatements(value),
};
