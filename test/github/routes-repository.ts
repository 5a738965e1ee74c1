import type { components } from "@octokit/openapi-types";
import { member, text } from "../../src/read/shape.js";
import { notFound, ok, paged, refusal, type Call, type Reply } from "./reply.js";
import { commitShape, fileShape, pullShape, repositoryShape, reviewShape, userShape } from "./shapes.js";
import { pullOf, type ActivityShape, type PullSeed } from "./state.js";

type Schemas = components["schemas"];

export const getRepository = (call: Call): Reply => ok(repositoryShape(call.state));

export function getPull(call: Call): Reply {
  const pull = pullOf(call.state, Number(call.path.number));
  return pull === undefined ? notFound : ok(pullShape(call.state, pull));
}

/** At most 3,000 files are listed, however many changed. */
export function listFiles(call: Call): Reply {
  const pull = pullOf(call.state, Number(call.path.number));
  if (pull === undefined) return notFound;
  const files = (pull.files ?? []).slice(0, 3000);
  return paged(
    call,
    files.map((file) => fileShape(call.state, pull, file)),
  );
}

/** All reviews, oldest first; there is no "latest" on GitHub either. */
export function listReviews(call: Call): Reply {
  const pull = pullOf(call.state, Number(call.path.number));
  if (pull === undefined) return notFound;
  return paged(
    call,
    (pull.reviews ?? []).map((review, index) => reviewShape(call.state, pull, review, index)),
  );
}

/** A list's pull requests do not say who merged them. */
const listed = (call: Call, pulls: readonly PullSeed[]): Reply =>
  paged(
    call,
    pulls.map((pull) => {
      const { merged_by: _by, merged: _merged, mergeable: _mergeable, ...shape } = pullShape(call.state, pull);
      return shape;
    }),
  );

export const listPullsOfCommit = (call: Call): Reply =>
  listed(
    call,
    (call.state.seed.pulls ?? []).filter(
      ({ head, merged }) => head.sha === call.path.ref || merged?.commit === call.path.ref,
    ),
  );

/** `head` is `owner:branch`. */
export function listPulls(call: Call): Reply {
  const [owner, branch] = (call.query.get("head") ?? ":").split(":");
  const state = call.query.get("state") ?? "open";
  const pulls = (call.state.seed.pulls ?? []).filter(({ head, state: own, merged }) => {
    const from = (head.fork ?? `${call.state.seed.owner}/`).split("/")[0];
    const open = merged === undefined && (own ?? "open") === "open";
    return (
      (state === "all" || open === (state === "open")) && (branch === "" || (head.ref === branch && from === owner))
    );
  });
  return listed(call, pulls);
}

export function listActivity(call: Call): Reply {
  const pushes = (call.state.seed.pushes ?? []).filter(({ ref }) => call.query.get("ref") === ref);
  const activity = pushes.map(({ login, ref, after }, index): ActivityShape => ({
    id: index + 1,
    node_id: `PSH_${index + 1}`,
    before: "0".repeat(40),
    after,
    ref: `refs/heads/${ref}`,
    timestamp: "2026-01-02T00:00:00Z",
    activity_type: "push",
    actor: userShape(call.state, login),
  }));
  return paged(call, activity);
}

export function getCommit(call: Call): Reply {
  const commit = call.state.seed.commits?.find(({ sha }) => sha === call.path.sha);
  return commit === undefined ? notFound : ok(commitShape(call.state, commit));
}

/** Without the right to read members GitHub says "Not Found", as it does for who is no member. */
export function getMembership(call: Call): Reply {
  const { org = "", team = "", login = "" } = call.path;
  const state = call.state.seed.teams?.[`${org}/${team}`]?.[login];
  if ((call.token.rights.members ?? "none") === "none" || state === undefined) return notFound;
  const url = `${call.state.baseUrl}/organizations/1/team/1/memberships/${login}`;
  return ok({ url, role: "member", state } satisfies Schemas["team-membership"]);
}

export function getTeam(call: Call): Reply {
  const { org = "", team = "" } = call.path;
  const known = call.state.seed.teams?.[`${org}/${team}`] !== undefined;
  if ((call.token.rights.members ?? "none") === "none" || !known) return notFound;
  return ok({ id: 1, slug: team, name: team } satisfies Partial<Schemas["team-full"]>);
}

export function getPermission(call: Call): Reply {
  const login = call.path.login ?? "";
  const permission = call.state.seed.collaborators?.[login];
  if (permission === undefined) return notFound;
  const user = { ...userShape(call.state, login), role_name: permission };
  return ok({ permission, role_name: permission, user } satisfies Schemas["repository-collaborator-permission"]);
}

/** Installation tokens have no user. */
export function getUser(call: Call): Reply {
  if (call.token.app !== null) return refusal(403, "Resource not accessible by integration");
  return ok(userShape(call.state, call.token.login));
}

/** The one GraphQL query that REST has no counterpart for: whose token this is. */
export function graphql(call: Call): Reply {
  const query = text(member(call.body, "query")) ?? "";
  if (/^\s*(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(query)) {
    return ok({ data: { viewer: { login: call.token.login } } });
  }
  return ok({ errors: [{ type: "UNSUPPORTED", message: "This fake answers `{ viewer { login } }` only." }] });
}
