import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputsOf, pullEvent, type Stage } from "../action/stage.js";
import { runBuilt } from "./built.js";

/** A fork's run, which may publish nothing, leaves its report where the run after it finds the artifact. */
export async function leaveReport(stage: Stage, path: string): Promise<void> {
  const fork = { ...stage, secret: "ghs_fork456789abcdefghijSECRET" };
  await runBuilt(fork, { payload: pullEvent(stage, "kim/models") });
  const file = join(stage.repository.folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, readFileSync(outputsOf(stage)["report-json"] ?? "", "utf8"));
}

/** The event of the run that follows the fork's. */
export const followingEvent = ({ head }: Pick<Stage, "head">): object => ({
  workflow_run: {
    id: 899,
    run_number: 12,
    run_attempt: 1,
    head_sha: head,
    head_branch: "change",
    head_repository: { full_name: "kim/models" },
    event: "pull_request",
    conclusion: "failure",
    pull_requests: [],
  },
});
