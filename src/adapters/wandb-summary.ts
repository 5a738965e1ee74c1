import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { member } from "../read/shape.js";
import { epochMoment } from "./families/moments.js";
import { hasLog, isSummary, wandbRun } from "./families/wandb.js";
import { loggedStatements } from "./families/wandb-values.js";

const empty: Statement = {
  kind: "problem",
  problem: "empty",
  message: "the summary holds no metric, only W&B's own entries",
  mend: "commit the run's log (`run-*.wandb`), or run `wandb sync` and commit the summary of the synced run",
  where: { pointer: "" },
};

/** The last, or asked-for, value of each metric of a W&B run. */
export const wandbSummary: Adapter = {
  id: "wandb-summary",
  title: "Weights & Biases summary (`wandb-summary.json`)",
  definedAt: "https://docs.wandb.ai/models/track/log/log-summary",
  versions: "0.12.15 (synced), 0.12.21, 0.16.6 and 0.31.0 (exported; offline they hold no metric)",
  reads:
    'Every number with its run and the slice that its name holds; `{"max": …}` of `define_metric` as the greatest value. A summary without any metric is a problem, unless the run\'s log lies beside its files.',
  leaves:
    "Booleans, texts, tables, histograms and other media, counters such as `epoch`, learning rates and gradients, and what begins with `_`.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: isSummary,

  read(file): readonly Statement[] {
    const ofRun = { run: wandbRun(file), at: epochMoment(member(file.value, "_timestamp")) };
    const measured = loggedStatements(file.value, ofRun, (pointer) => ({ where: { pointer } }));
    return measured.length === 0 && !hasLog(file) ? [empty] : measured;
  },
};
