import type { Environment } from "../model/world.js";
import { createForge, type ForgeWorld } from "../publish/client.js";
import type { Forge, Repository } from "../publish/forge.js";
import { transportFor } from "../publish/transport.js";
import { withoutTrailingSlashes } from "../model/trailing-slashes.js";

/** GitHub, as far as a run may ask it. */
export interface ForgeAccess {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly graphqlUrl: string;
  wait(milliseconds: number): Promise<void>;
}

/** The forge of a run; null without a token or a repository. The client is loaded with the first request. */
export function forgeOf(
  token: string | null,
  environment: Environment,
  time: Pick<ForgeWorld, "now" | "wait">,
): ForgeAccess | null {
  const [owner = "", name = ""] = (environment["GITHUB_REPOSITORY"] ?? "").split("/");
  if (token === null || owner === "" || name === "") return null;
  const apiUrl = withoutTrailingSlashes(environment["GITHUB_API_URL"] || "https://api.github.com");
  const forge = createForge({ transport: transportFor({ token, apiUrl }, environment), ...time });
  const graphqlUrl = environment["GITHUB_GRAPHQL_URL"] || graphqlBeside(apiUrl);
  return { forge, repository: { owner, name }, graphqlUrl, wait: time.wait };
}

/** An own server has its REST API at `/api/v3` and GraphQL at `/api/graphql`. */
const graphqlBeside = (apiUrl: string): string => `${apiUrl.replace(/\/api\/v3$/, "/api")}/graphql`;
