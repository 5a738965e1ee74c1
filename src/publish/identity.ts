import { below, text } from "../read/shape.js";
import type { Forge } from "./forge.js";

/** Whose name stands under what a workflow's own token writes. */
const workflowLogin = "github-actions[bot]";

/**
 * The login that the token writes under. Tokens of apps, a workflow's own among them, may not ask REST for their user;
 * GraphQL tells it to all of them.
 *
 * @param graphqlUrl the whole address
 */
export async function loginOf(forge: Forge, graphqlUrl: string): Promise<string> {
  const query = { query: "query { viewer { login } }" };
  const viewer = await forge.ask({ method: "POST", path: graphqlUrl, body: query, repeatable: true });
  const told = viewer.kind === "answer" ? text(below(viewer.body, "data", "viewer", "login")) : undefined;
  if (told !== undefined) return told;
  const user = await forge.ask({ method: "GET", path: "/user" });
  return (user.kind === "answer" ? text(below(user.body, "login")) : undefined) ?? workflowLogin;
}
