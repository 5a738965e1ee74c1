import type { Decision } from "../model/finding.js";
import { problemAt, type Problem } from "../model/problem.js";
import { cutMarkdown, limits } from "../report/cut.js";
import type { Annotation } from "./annotations.js";
import { publishCheckRun, type Conclusion } from "./check-run.js";
import { publishComment } from "./comment.js";
import type { Failure, Forge, Repository } from "./forge.js";
import type { Stamp } from "./stamp.js";
import { grouped } from "../model/grouped.js";

export interface Publication {
  readonly repository: Repository;
  /** Null where there is nothing to comment on, or no comment is wanted. */
  readonly pull: number | null;
  readonly checkRun: boolean;
  readonly gateId: string;
  readonly stamp: Stamp;
  readonly decision: Decision;
  /** One line: the decision and why. */
  readonly title: string;
  readonly markdown: string;
  readonly annotations: readonly Annotation[];
  /** Page of the run, where the whole report is. */
  readonly runUrl: string | null;
  readonly graphqlUrl: string;
  wait(milliseconds: number): Promise<void>;
}

export interface Published {
  readonly commentUrl: string | null;
  /** True where the annotations stand on the check run, so that the log need not repeat them. */
  readonly annotated: boolean;
  /** What could not be published. None of it changes the decision. */
  readonly problems: readonly Problem[];
  /** What the log should say besides. */
  readonly notes: readonly string[];
}

/** A check that could not be evaluated has failed: what is neutral or skipped would satisfy a required check. */
const conclusionOf: Readonly<Record<Decision, Conclusion>> = {
  pass: "success",
  warn: "neutral",
  block: "failure",
  undecided: "failure",
};

/** Longer than an edit takes that another run has sent already, in milliseconds. */
export const settling = 2_000;

/** The check run and the comment of one gate. */
export async function publish(forge: Forge, publication: Publication): Promise<Published> {
  const checked = publication.checkRun ? await checkRunOf(forge, publication) : nothing;
  const commented = publication.pull === null ? nothing : await commentOf(forge, publication, publication.pull);
  return {
    commentUrl: commented.commentUrl,
    annotated: checked.annotated,
    problems: toldOnce([...checked.unsent, ...commented.unsent], publication.repository),
    notes: [...checked.notes, ...commented.notes],
  };
}

/** Something that could not be published, and the permission that it wants. */
export interface Unsent {
  readonly what: string;
  readonly permission: string;
  readonly failure: Failure;
}

interface Sent extends Omit<Published, "problems"> {
  readonly unsent: readonly Unsent[];
}

const nothing: Sent = { commentUrl: null, annotated: false, unsent: [], notes: [] };

/** What failed in the same way is one problem. */
function toldOnce(all: readonly Unsent[], repository: Repository): readonly Problem[] {
  const alike = grouped(all, ({ failure }) => JSON.stringify([failure.reason, failure.status, failure.message]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [problemOf(first, others, repository)],
  );
}

/** The name under which branch rules ask for the check. */
export const checkName = (gateId: string): string =>
  gateId === "default" ? "model-referee" : `model-referee ${gateId}`;

async function checkRunOf(forge: Forge, publication: Publication): Promise<Sent> {
  const { repository, gateId, stamp, decision, title, annotations, runUrl } = publication;
  const result = await publishCheckRun(forge, {
    repository,
    sha: stamp.head,
    name: checkName(gateId),
    gateId,
    stamp,
    conclusion: conclusionOf[decision],
    title,
    summary: cutMarkdown(publication.markdown, { unit: "characters", most: limits.checkSummary }, cutNote(runUrl)),
    detailsUrl: runUrl,
    annotations,
  });
  switch (result.kind) {
    case "published": {
      const { failure } = result;
      const unsent = failure === null ? [] : [{ what: "annotations", permission: "checks: write", failure }];
      return { ...nothing, annotated: failure === null, unsent };
    }
    case "older":
      return { ...nothing, notes: ["A newer run has its check run on this commit already; this one is left out."] };
    case "failed":
      return { ...nothing, unsent: [{ what: "check run", permission: "checks: write", failure: result }] };
  }
}

async function commentOf(forge: Forge, publication: Publication, pull: number): Promise<Sent> {
  const { repository, gateId, stamp, graphqlUrl, runUrl } = publication;
  const markdown = limitedComment(publication.markdown, cutNote(runUrl));
  const settle = (): Promise<void> => publication.wait(settling);
  const result = await publishComment(forge, { repository, pull, gateId, stamp, markdown, graphqlUrl, settle });
  switch (result.kind) {
    case "published":
      return { ...nothing, commentUrl: result.url };
    case "older":
      return {
        ...nothing,
        commentUrl: result.url,
        notes: ["The comment shows a newer run already; it is left as it is."],
      };
    case "failed":
      return { ...nothing, unsent: [{ what: "comment", permission: "pull-requests: write", failure: result }] };
  }
}

/** A text that fits into a comment beside its two hidden lines. */
export const limitedComment = (markdown: string, note: string): string =>
  cutMarkdown(markdown, { unit: "characters", most: limits.comment - 300 }, note);

export const cutNote = (runUrl: string | null): string =>
  runUrl === null
    ? "_Cut here: the run has the whole report._"
    : `_Cut here: [the run](${runUrl}) has the whole report._`;

/** A failure to publish, told with the permissions that it wants. */
export function problemOf(first: Unsent, alike: readonly Unsent[], { owner, name }: Repository): Problem {
  const unsent = [first, ...alike];
  const { failure } = first;
  const status = failure.status === null ? "" : ` ${failure.status}`;
  const what = unsent.map((one) => `the ${one.what}`).join(" and ");
  const message = `${what} could not be published: GitHub${status}, ${failure.message}`;
  const permissions = permissionsYaml(unsent.map(({ permission }) => permission));
  return problemAt("publish", message, mendOf(permissions, failure, `${owner}/${name}`));
}

/** Permissions of a job as YAML to paste, with the one that the checkout needs. */
export const permissionsYaml = (permissions: readonly string[]): string =>
  `permissions: { ${["contents: read", ...permissions].join(", ")} }`;

function mendOf(permissions: string, { reason }: Failure, repository: string): string {
  const fork = "a pull request from a fork has a read-only token, and the job's summary holds the same text";
  switch (reason) {
    case "permission":
      return `give the job \`${permissions}\`; ${fork}`;
    case "not-found":
      return `the token sees no ${repository}, or may not write there: pass one of that repository, and give the job \`${permissions}\`; ${fork}`;
    case "token":
      return "pass a valid `github-token`, such as `github-token: ${{ github.token }}`";
    case "limit":
    case "server":
    case "network":
      return "run the job again; the decision stands without it";
    case "refused":
      return "report this to the project with the message";
  }
}
