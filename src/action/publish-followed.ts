import type { Value } from "../model/adapter.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import { publishComment } from "../publish/comment.js";
import { repositoryPath, type Forge, type Repository } from "../publish/forge.js";
import { cutNote, limitedComment, problemOf, settling } from "../publish/publish.js";
import { readReport } from "../report/reading/report.js";
import { below, member, number, text } from "../read/shape.js";
import type { FollowedRun } from "./event.js";
import { commentText, type PublishRequest } from "./publish-run.js";

/** A comment's report is far smaller; a stranger's file must not fill the memory of a job that may write. */
const longestReport = 32 * 1024 * 1024;

/**
 * Reads the report of a run that could not publish it, such as a fork's. Whoever brings a change can write any file in
 * its run: nothing in it is believed but its form, and it decides nothing here.
 *
 * @throws UsageError where it is no report, or is of another commit than the run
 */
export function followedReport(written: string | null, path: string, run: FollowedRun): Report {
  if (written === null) {
    const mend = "download the artifact of the run first, with actions/download-artifact and its `run-id`";
    throw new UsageError([problemAt("usage", `there is no report at ${path}`, mend)]);
  }
  const read = readReport(written, longestReport);
  if (read.kind === "misshapen") {
    const mend = "upload what the action's output report-json names, unchanged, by the same version of the action";
    throw new UsageError([problemAt("usage", `this is no report of model-referee: ${read.why}`, mend, { path })]);
  }
  if (read.report.head !== run.head) {
    const mend = "download the artifact of the very run that this one follows";
    throw new UsageError([
      problemAt("usage", "the report is of another commit than the run that it comes from", mend, { path }),
    ]);
  }
  return read.report;
}

/**
 * Comments on the pull request of a followed run, whose number is asked of GitHub by the run's branch and commit, never
 * taken from the report.
 *
 * @returns the comment's address; null where there is no comment to keep up to date
 */
export async function publishFollowed(request: PublishRequest, run: FollowedRun): Promise<string | null> {
  const { access, gateId, log } = request;
  if (access === null) {
    log("There is no github-token: no comment.");
    return null;
  }
  const pulls = await pullsOf(access.forge, access.repository, run);
  if (pulls.length === 0) {
    log(
      `No open pull request has ${run.head.slice(0, 7)} as its newest commit any more: there is nothing to comment on.`,
    );
    return null;
  }
  let url: string | null = null;
  for (const pull of pulls) {
    const result = await publishComment(access.forge, {
      repository: access.repository,
      pull,
      gateId,
      stamp: { head: run.head, run: run.number, attempt: run.attempt },
      markdown: limitedComment(commentText(request), cutNote(request.runUrl)),
      graphqlUrl: access.graphqlUrl,
      settle: () => access.wait(settling),
    });
    if (result.kind === "failed") {
      const unsent = { what: "comment", permission: "pull-requests: write", failure: result };
      throw new UsageError([problemOf(unsent, [], access.repository)]);
    }
    url ??= result.url;
  }
  return url;
}

/** Open pull requests whose newest commit is the run's. A branch of a fork that is gone is found by its commit. */
async function pullsOf(forge: Forge, repository: Repository, run: FollowedRun): Promise<readonly number[]> {
  const [owner = ""] = (run.headRepository ?? "").split("/");
  const byBranch = `${repositoryPath(repository, "pulls")}?state=open&head=${encodeURIComponent(`${owner}:${run.branch}`)}`;
  const byCommit = repositoryPath(repository, "commits", run.head, "pulls");
  for (const path of [...(owner === "" || run.branch === "" ? [] : [byBranch]), byCommit]) {
    const listed = await forge.all(path);
    if (listed.kind === "failed") continue;
    const found = listed.entries
      .filter((pull) => isOpenAt(pull, run.head))
      .flatMap((pull) => number(member(pull, "number")) ?? []);
    if (found.length > 0) return found;
  }
  return [];
}

const isOpenAt = (pull: Value, head: string): boolean =>
  text(member(pull, "state")) === "open" && text(below(pull, "head", "sha")) === head;
