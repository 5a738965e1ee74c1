import type { Value } from "../model/adapter.js";
import type { FactOf } from "../model/fact.js";
import { wholeFile } from "../model/source.js";
import { readInstant } from "../normalise/instant.js";
import { below, member, text } from "../read/shape.js";

type Approval = FactOf<"approval">;

/**
 * Approvals as GitHub counts them: of each person the last opinion; what is pending or only a comment is none, and a
 * dismissed one does not bring an earlier one back.
 *
 * @param reviews oldest first, as GitHub lists them
 */
export function approvalsOf(reviews: readonly Value[]): readonly Approval[] {
  const last = new Map<
    string,
    { readonly login: string; readonly state: string; readonly commit: string | null; readonly at: string | null }
  >();
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
    });
  }
  return [...last.values()].map(({ login, state, commit, at }) => ({
    kind: "approval",
    model: null,
    version: null,
    format: "pull-request-review",
    at,
    vouched: "attested",
    source: { ...wholeFile(`review by ${login}`), line: null },
    by: `@${login}`,
    role: null,
    commit,
    state: stateWord(state),
  }));
}

function stateWord(state: string): string {
  switch (state) {
    case "APPROVED":
      return "approved";
    case "CHANGES_REQUESTED":
      return "changes-requested";
    default:
      return "dismissed";
  }
}
