import type { Value } from "../model/adapter.js";
import type { FactOf } from "../model/fact.js";
import type { Policy } from "../model/policy.js";
import { wholeFile } from "../model/source.js";
import { readInstant } from "../normalise/instant.js";
import { repositoryPath, type Failure, type Forge, type Repository } from "../publish/forge.js";
import { below, member, text } from "../read/shape.js";

type Approval = FactOf<"approval">;

export interface ReviewsRequest {
  readonly repository: Repository;
  readonly pull: number;
  /** Whose change it is: their own opinion never counts. */
  readonly author: string | null;
  /** `org/team`, in small letters. */
  readonly teams: readonly string[];
}

interface Opinion {
  readonly login: string;
  readonly state: string;
  readonly commit: string | null;
  readonly at: string | null;
  readonly association: string;
}

/**
 * Approvals as GitHub counts them: of each person the last opinion, of people only, never the author's own, and only of
 * those who may write. What the token may not find out is `not-verifiable`: neither an approval nor the lack of one.
 */
export async function approvalsOf(
  forge: Forge,
  request: ReviewsRequest,
): Promise<Failure | { readonly kind: "approvals"; readonly approvals: readonly Approval[] }> {
  const reviews = await forge.all(repositoryPath(request.repository, "pulls", request.pull, "reviews"));
  if (reviews.kind === "failed") return reviews;
  const own = (request.author ?? "").toLowerCase();
  const opinions = lastOpinions(reviews.entries).filter(({ login }) => login.toLowerCase() !== own);
  const approvals: Approval[] = [];
  for (const opinion of opinions) approvals.push(...(await approvalOf(forge, request, opinion)));
  return { kind: "approvals", approvals };
}

/**
 * The last opinion of each person. What is pending or only a comment is none, and a dismissed one does not bring an
 * earlier one back.
 *
 * @param reviews oldest first, as GitHub lists them
 */
function lastOpinions(reviews: readonly Value[]): readonly Opinion[] {
  const last = new Map<string, Opinion>();
  for (const review of reviews) {
    const login = text(below(review, "user", "login"));
    const state = text(member(review, "state"));
    if (login === undefined || state === undefined || state === "PENDING" || state === "COMMENTED") continue;
    if (text(below(review, "user", "type")) === "Bot") continue;
    last.set(login.toLowerCase(), {
      login,
      state,
      commit: text(member(review, "commit_id")) ?? null,
      at: readInstant(text(member(review, "submitted_at"))),
      association: text(member(review, "author_association")) ?? "NONE",
    });
  }
  return [...last.values()];
}

const stateWord: Readonly<Record<string, string>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
};

async function approvalOf(forge: Forge, request: ReviewsRequest, opinion: Opinion): Promise<readonly Approval[]> {
  const { login, commit, at } = opinion;
  const stated = stateWord[opinion.state] ?? "dismissed";
  const fact = {
    kind: "approval",
    model: null,
    version: null,
    format: "pull-request-review",
    at,
    vouched: "attested",
    source: { ...wholeFile(`review by ${login}`), line: null },
    by: `@${login}`,
    commit,
  } as const;
  if (stated !== "approved") return [{ ...fact, role: null, state: stated }];
  const mayWrite = await writes(forge, request, opinion);
  if (mayWrite !== true) return [{ ...fact, role: null, state: mayWrite === false ? "without-write" : unverifiable }];
  const memberships = await Promise.all(request.teams.map((team) => isMember(forge, team, login)));
  const roles = request.teams.filter((_, index) => memberships[index] === true).map((team) => `@${team}`);
  return [
    { ...fact, role: roles.length === 0 ? null : roles.join(","), state: stated },
    // It stands as a person's approval; whether it is a team's as well, nobody tells.
    ...(memberships.includes(null) ? [{ ...fact, role: null, state: unverifiable }] : []),
  ];
}

const unverifiable = "not-verifiable";

/** Whether a person may write; null where nobody tells. */
async function writes(forge: Forge, { repository }: ReviewsRequest, opinion: Opinion): Promise<boolean | null> {
  const asked = await forge.ask({
    method: "GET",
    path: repositoryPath(repository, "collaborators", opinion.login, "permission"),
  });
  const permission = asked.kind === "answer" ? text(below(asked.body, "permission")) : undefined;
  if (permission !== undefined) return permission === "admin" || permission === "write" || permission === "maintain";
  // Members and collaborators may be there to read only; an owner may always write.
  return opinion.association === "OWNER" ? true : null;
}

/** Whether a person is in a team; null where the token may not see the team, as a workflow's own may not. */
async function isMember(forge: Forge, team: string, login: string): Promise<boolean | null> {
  const [organisation = "", slug = ""] = team.split("/").map(encodeURIComponent);
  const path = `/orgs/${organisation}/teams/${slug}`;
  const asked = await forge.ask({ method: "GET", path: `${path}/memberships/${encodeURIComponent(login)}` });
  if (asked.kind === "answer") return text(below(asked.body, "state")) === "active";
  if (asked.reason !== "not-found") return null;
  const seen = await forge.ask({ method: "GET", path });
  return seen.kind === "answer" ? false : null;
}

/** Teams that rules ask approvals from: `@org/team`. */
export function teamsAskedFor(policies: readonly Policy[]): readonly string[] {
  const named = policies
    .flatMap(({ rules }) => rules)
    .filter(({ check }) => check.needs.includes("approval"))
    .flatMap(({ options }) => [options["from"], options["roles"]])
    .flatMap((asked): unknown[] =>
      Array.isArray(asked) ? asked : typeof asked === "object" && asked !== null ? Object.values(asked) : [],
    )
    .flatMap((who: unknown) =>
      typeof who === "string" && who.includes("/") ? [who.replace(/^@/, "").toLowerCase()] : [],
    );
  return [...new Set(named)].sort();
}
