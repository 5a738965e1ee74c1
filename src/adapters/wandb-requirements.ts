import type { Adapter } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { hasLog, wandbRun } from "./families/wandb.js";

const mostPackages = 1_000;

/** Versions by package, of the lines `name==version`. */
function packagesOf(text: string): Readonly<Record<string, ParameterValue>> {
  const pinned = text.split("\n", mostPackages).map((line) => /^([A-Za-z0-9][\w.-]*)==(\S+)\s*$/.exec(line));
  return Object.fromEntries(pinned.flatMap((match) => (match === null ? [] : [[match[1] ?? "", match[2] ?? ""]])));
}

const noMetric: Statement = {
  kind: "problem",
  problem: "empty",
  message: "this run folder of Weights & Biases holds no summary, and no log from which its metrics could be read",
  mend: "commit the run's log (`run-*.wandb`), or run `wandb sync` and commit the summary of the synced run",
  where: { line: 1 },
};

/** The packages of a W&B run; in a folder without a summary, also that it holds no metric. */
export const wandbRequirements: Adapter = {
  id: "wandb-requirements",
  title: "Weights & Biases packages (`requirements.txt` of a run)",
  definedAt: "https://docs.wandb.ai/models/runs/run-metadata",
  versions: "0.12.15, 0.12.21, 0.31.0",
  reads:
    "Versions of the installed packages, as the run's environment; a run folder without a summary or log is a problem.",
  leaves: "Packages that are not pinned to a version.",
  syntax: ["text"],
  gives: ["run"],
  recognises: (file) => file.name === "requirements.txt" && file.segments.at(-2) === "files" && wandbRun(file) !== null,

  read(file): readonly Statement[] {
    const environment = packagesOf(file.text);
    const run: Statement = { kind: "run", run_id: wandbRun(file), environment, where: { line: 1 } };
    return file.neighbour("wandb-summary.json") === null && !hasLog(file) ? [run, noMetric] : [run];
  },
};
