import type { components } from "@octokit/openapi-types";
import { member, text } from "../../src/read/shape.js";
import { notFound, ok, paged, refusal, type Call, type Reply } from "./reply.js";
import { commitShape, fileShape, pullShape, repositoryShape, reviewShape, userShape } from "./shapes.js";
import { pullOf } from "./state.js";

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

export function listPullsOfCommit(call: Call): Reply {
  const pulls = (call.state.seed.pulls ?? []).filter(({ head }) => head.sha === call.path.ref);
  return paged(
    call,
    pulls.map((pull) => pullShape(call.state, pull)),
  );
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
