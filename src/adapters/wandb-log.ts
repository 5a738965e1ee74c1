import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isRecordLog } from "../read/record-log.js";
import { member, members } from "../read/shape.js";
import { epochMoment } from "./families/moments.js";
import { flatParameters } from "./families/parameters.js";
import { wandbRun } from "./families/wandb.js";
import { readRunLog, type Logged, type RunLog } from "./families/wandb-log.js";
import { loggedStatements, type Standing } from "./families/wandb-values.js";

function statusOf({ exitCode }: RunLog): string {
  if (exitCode === null) return "running";
  return exitCode === 0 ? "finished" : "failed";
}

function runStatement(log: RunLog, run: string | null): Statement {
  const { value } = log.config.document();
  const own = Object.fromEntries(members(value).filter(([key]) => key !== "_wandb"));
  return {
    kind: "run",
    run_id: run,
    status: statusOf(log),
    params: flatParameters(own),
    code_revision: log.commit,
    inputs: log.used.length === 0 ? null : log.used,
    outputs: log.made.length === 0 ? null : log.made,
    environment: log.environment,
    at: log.started,
    where: { pointer: log.pointer },
  };
}

/** Where a value stands, or the nearest value that holds it. */
function standingIn(standings: ReadonlyMap<string, Logged>): (pointer: string) => Standing {
  return (pointer) => {
    let holder = pointer;
    while (holder !== "" && !standings.has(holder)) holder = holder.slice(0, holder.lastIndexOf("/"));
    const found = standings.get(holder);
    return { where: { pointer: found?.pointer ?? "" }, step: found?.step ?? null };
  };
}

const empty: Statement = {
  kind: "problem",
  problem: "empty",
  message: "the log holds no record of a run",
  mend: "copy it again once the run has ended, or delete it",
  where: { pointer: "" },
};

/** The log that every W&B run keeps, and in which alone an offline run has its metrics. */
export const wandbLog: Adapter = {
  id: "wandb-log",
  title: "Weights & Biases log of a run (`run-*.wandb`)",
  definedAt: "https://github.com/wandb/wandb/blob/main/wandb/proto/wandb_internal.proto",
  versions: "offline runs of 0.12.21, 0.16.6 and 0.31.0 by a trial, files of teams not seen",
  reads:
    "The run with its configuration, commit, versions, artifacts, and whether it finished, failed or has not ended; of each metric what the summary keeps, else what was logged last with its step. Places count the records of the log from 0. A log that is cut short, or does not agree with its checksums, is a problem.",
  leaves:
    "Earlier values, statistics of the machine, printed output, media, counters such as `epoch`, learning rates and gradients, what begins with `_`, and the files of artifacts.",
  syntax: ["binary"],
  gives: ["run", "measurement"],
  recognises: ({ bytes }) => isRecordLog(bytes),

  read(file): readonly Statement[] {
    const log = readRunLog(file.bytes);
    const faults: readonly Statement[] =
      log.fault === null ? [] : [{ kind: "problem", ...log.fault, where: { pointer: "" } }];
    if (log.records === 0) return faults.length === 0 ? [empty] : faults;
    const run = log.runId ?? wandbRun(file);
    const { value, standings } = log.values.document();
    const ofRun = { run, at: epochMoment(member(value, "_timestamp")) };
    return [runStatement(log, run), ...loggedStatements(value, ofRun, standingIn(standings)), ...faults];
  },
};
