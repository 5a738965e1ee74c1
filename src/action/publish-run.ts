import { exitStatusOf } from "../decide.js";
import type { FactOf } from "../model/fact.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { Report, View } from "../model/report.js";
import type { Environment } from "../model/world.js";
import { annotationsOf, workflowCommands } from "../publish/annotations.js";
import { publishCheckRun, type Conclusion } from "../publish/check-run.js";
import { createForge, type Transport } from "../publish/client.js";
import { publishComment } from "../publish/comment.js";
import { repositoryPath, type Failure, type Forge, type Repository } from "../publish/forge.js";
import type { Stamp } from "../publish/stamp.js";
import { writeSummary } from "../publish/summary.js";
import { cutMarkdown, limits } from "../report/cut.js";
import { markdown } from "../report/forms/markdown.js";
import { approvalsOf } from "./approvals.js";
import type { ForgeEvent } from "./event.js";
import type { ActionInputs } from "./inputs.js";

/** GitHub, as far as a run may ask it; null without a token or a repository. */
export interface ForgeAccess {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly graphqlUrl: string;
}

/** The forge of a run. The client is loaded with the first request, and not before. */
export function forgeOf({ token }: ActionInputs, environment: Environment, now: () => number): ForgeAccess | null {
  const [owner = "", name = ""] = (environment["GITHUB_REPOSITORY"] ?? "").split("/");
  if (token === null || owner === "" || name === "") return null;
  const apiUrl = environment["GITHUB_API_URL"] ?? "https://api.github.com";
  let transport: Promise<Transport> | null = null;
  const forge = createForge({
    transport: async (ask) => {
      transport ??= import("../publish/octokit.js").then(({ octokitTransport }) => octokitTransport({ token, apiUrl }));
      return (await transport)(ask);
    },
    now,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  return {
    forge,
    repository: { owner, name },
    graphqlUrl: environment["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
  };
}

/** Reviews of a pull request, as approvals; a failure is a problem, and then there are none. */
export async function reviewsOf(
  access: ForgeAccess | null,
  pull: number | null,
): Promise<{ readonly approvals: readonly FactOf<"approval">[]; readonly problems: readonly Problem[] }> {
  if (access === null || pull === null) return { approvals: [], problems: [] };
  const reviews = await access.forge.all(`${repositoryPath(access.repository, "pulls", pull, "reviews")}`);
  if (reviews.kind === "failed")
    return {
      approvals: [],
      problems: [told("the reviews of the pull request could not be read", reviews, "pull-requests: read")],
    };
  return { approvals: approvalsOf(reviews.entries), problems: [] };
}

export interface Published {
  readonly commentUrl: string | null;
  readonly problems: readonly Problem[];
}

export interface PublishRequest {
  readonly report: Report;
  readonly inputs: ActionInputs;
  readonly event: ForgeEvent;
  readonly environment: Environment;
  readonly access: ForgeAccess | null;
  readonly gateId: string;
  /** From the top of the repository to the checked root; empty or ending in `/`. */
  readonly pathPrefix: string;
  log(text: string): void;
}

/**
 * Sends what was found: annotations by the log, the job's summary, one comment, one check run. A failure is told and
 * never changes the decision.
 */
export async function publish(request: PublishRequest): Promise<Published> {
  const { report, inputs, event, environment, access, pathPrefix } = request;
  const text = markdown.render(report, viewOf(request));
  const annotations = annotationsOf(report, pathPrefix);
  if (inputs.annotations) for (const line of workflowCommands(annotations)) request.log(line);
  const problems: Problem[] = [];
  const summaryPath = environment["GITHUB_STEP_SUMMARY"];
  if (inputs.summary && summaryPath !== undefined && summaryPath !== "") {
    const failed = writeSummary(summaryPath, text);
    if (failed !== null) problems.push(failed);
  }
  if (access === null || event.fromFork) return { commentUrl: null, problems };
  const stamp: Stamp = {
    head: event.head ?? "",
    run: Number(environment["GITHUB_RUN_NUMBER"] ?? 0),
    attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? 1),
  };
  const comment = await sendComment(request, access, stamp, text);
  const check = await sendCheck(request, access, stamp, text, annotations);
  return { commentUrl: comment.url, problems: [...problems, ...comment.problems, ...check] };
}

function viewOf({ event, environment, pathPrefix }: PublishRequest): View {
  const server = environment["GITHUB_SERVER_URL"];
  const repository = environment["GITHUB_REPOSITORY"];
  const base = { columns: 92, colour: false, verbose: false, pathPrefix } as const;
  if (server === undefined || repository === undefined || event.head === null || !/^[0-9a-f]{40}$/.test(event.head))
    return base;
  const { head } = event;
  return {
    ...base,
    linkTo: (path, line) =>
      `${server}/${repository}/blob/${head}/${`${pathPrefix}${path}`.split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29")}?plain=1${line === null ? "" : `#L${line}`}`,
  };
}

async function sendComment(
  { inputs, event, gateId }: PublishRequest,
  { forge, repository, graphqlUrl }: ForgeAccess,
  stamp: Stamp,
  text: string,
): Promise<{ readonly url: string | null; readonly problems: readonly Problem[] }> {
  if (!inputs.comment || event.pull === null || event.name === "merge_group") return { url: null, problems: [] };
  const cut = cutMarkdown(
    text,
    { unit: "characters", most: limits.comment },
    "_The comment is cut here: the job's summary has the rest._",
  );
  const sent = await publishComment(forge, { repository, pull: event.pull, gateId, stamp, markdown: cut, graphqlUrl });
  if (sent.kind === "failed")
    return { url: null, problems: [told("the comment could not be written", sent, "pull-requests: write")] };
  return { url: sent.url, problems: [] };
}

async function sendCheck(
  { report, inputs, event, environment, gateId }: PublishRequest,
  { forge, repository }: ForgeAccess,
  stamp: Stamp,
  text: string,
  annotations: ReturnType<typeof annotationsOf>,
): Promise<readonly Problem[]> {
  if (!inputs.checkRun || event.head === null) return [];
  const sent = await publishCheckRun(forge, {
    repository,
    sha: event.head,
    name: gateId === "default" ? "model-referee" : `model-referee ${gateId}`,
    gateId,
    stamp,
    conclusion: conclusionOf(report),
    title: `${report.decision}: ${report.reason}`.slice(0, 200),
    summary: cutMarkdown(
      text,
      { unit: "characters", most: limits.checkSummary },
      "_The summary is cut here: the job's summary has the rest._",
    ),
    detailsUrl: runUrl(environment),
    annotations,
  });
  if (sent.kind === "failed") return [told("the check run could not be written", sent, "checks: write")];
  return sent.kind === "published" && sent.failure !== null
    ? [told("some annotations are not on the check run", sent.failure, "checks: write")]
    : [];
}

/** A check that is required must not pass where nothing was shown: `undecided` fails as `block` does. */
const conclusionOf = ({ decision }: Report): Conclusion =>
  exitStatusOf[decision] === 0 ? (decision === "warn" ? "neutral" : "success") : "failure";

function runUrl(environment: Environment): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
  return server === undefined || repository === undefined || run === undefined
    ? null
    : `${server}/${repository}/actions/runs/${run}`;
}

const told = (what: string, { reason, message, status }: Failure, permission: string): Problem =>
  problemAt(
    "publish",
    `${what}: ${message}${status === null ? "" : ` (${status})`}`,
    reason === "permission"
      ? `give the job the permission \`${permission}\`, or switch this off; the decision stands without it`
      : "the decision stands without it; the job's summary has the report",
  );

/** Kept beside the exit status: the same table gives both. */
export const isBlocked = (report: Report): boolean => exitStatusOf[report.decision] !== 0;
