import { gitText, mergeBase } from "../git/commit.js";
import type { FactOf } from "../model/fact.js";
import type { Policy } from "../model/policy.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { ChangeUnderReview } from "../model/review.js";
import type { Git } from "../model/world.js";
import { repositoryPath } from "../publish/forge.js";
import { below, member, text } from "../read/shape.js";
import { approvalsOf, teamsAskedFor } from "./approvals.js";
import type { Owners } from "../git/codeowners.js";
import type { ForgeEvent } from "./event.js";
import type { ForgeAccess } from "./forge.js";

export interface Reviews {
  readonly approvals: readonly FactOf<"approval">[];
  readonly problems: readonly Problem[];
  /** Null where no rule asks for approval, or there is no pull request. */
  readonly review: ChangeUnderReview | null;
}

export interface ReviewsRequest {
  readonly policies: readonly Policy[];
  readonly event: ForgeEvent;
  readonly access: ForgeAccess | null;
  readonly git: Git | null;
  /** Of the base; null where it has no CODEOWNERS. */
  owners(): Owners | null;
  /** Leads from the top of the repository to the checked root. */
  readonly pathPrefix: string;
}

/** Reviews, where a rule asks for approval; a failure is a problem, and then nobody has approved. */
export async function reviewsFor(request: ReviewsRequest): Promise<Reviews> {
  const { policies, event, access } = request;
  const asking = policies.flatMap(({ rules }) => rules.filter(({ check }) => check.needs.includes("approval")));
  if (asking.length === 0 || access === null || event.pull === null)
    return { approvals: [], problems: [], review: null };
  const { forge, repository } = access;
  const owners = request.owners();
  const teams = [...new Set([...teamsAskedFor(policies), ...(asksOwners(asking) ? (owners?.teams ?? []) : [])])].sort();
  const asked = { repository, pull: event.pull, author: event.author, teams };
  const found = await approvalsOf(forge, asked);
  const review = await changeUnderReview(
    { ...request, owners },
    access,
    asking.some(({ options }) => options["not-by"] === "last-pusher"),
  );
  if (found.kind === "approvals") return { approvals: found.approvals, problems: [], review };
  const message = `the reviews of the pull request could not be read: ${found.message}`;
  const mend = "give the job `permissions: { contents: read, pull-requests: read }`";
  return { approvals: [], problems: [problemAt("publish", message, mend)], review };
}

const asksOwners = (rules: Policy["rules"]): boolean =>
  rules.some(({ options }) => Array.isArray(options["from"]) && options["from"].includes("CODEOWNERS"));

async function changeUnderReview(
  { event, git, owners, pathPrefix }: Omit<ReviewsRequest, "owners"> & { readonly owners: Owners | null },
  access: ForgeAccess,
  asksPusher: boolean,
): Promise<ChangeUnderReview> {
  const { head, base } = event;
  const pusher = asksPusher ? (event.pusher ?? (await lastPusher(event, access))) : null;
  const difference = (commit: string): string | null =>
    git === null || base === null ? null : differenceOf(git, base, commit);
  return {
    head,
    lastPusher: pusher === null ? null : `@${pusher}`,
    sameDifference(commit) {
      const now = head === null ? null : difference(head);
      return now !== null && now === difference(commit);
    },
    owners: (path) => (owners === null ? null : owners.of(`${pathPrefix}${path}`)),
  };
}

/** What a commit changes since it left the base, without the digests of files, which the base's own progress moves. */
function differenceOf(git: Git, base: string, commit: string): string | null {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return null;
  const from = mergeBase(git, base, commit);
  if (from === null) return null;
  const patch = gitText(git, ["diff", "--no-ext-diff", "--no-textconv", "--no-color", "--binary", from, commit, "--"]);
  return patch === null ? null : patch.replace(/^index [0-9a-f.].*$/gm, "").replace(/^@@ .*? @@.*$/gm, "@@");
}

/** Who brought the head to its branch, by GitHub's own record of pushes; null where it does not tell. */
async function lastPusher({ head, branch }: ForgeEvent, { forge }: ForgeAccess): Promise<string | null> {
  const [owner = "", name = ""] = (branch?.repository ?? "").split("/");
  if (head === null || branch === null || name === "") return null;
  const path = repositoryPath({ owner, name }, "activity");
  const asked = await forge.ask({ method: "GET", path: `${path}?per_page=100&ref=${encodeURIComponent(branch.name)}` });
  if (asked.kind === "failed" || !Array.isArray(asked.body)) return null;
  const push = asked.body.find((entry) => text(member(entry, "after")) === head);
  return text(below(push, "actor", "login")) ?? null;
}
