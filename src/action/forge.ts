import type { Environment } from "../model/world.js";
import { createForge, type ForgeWorld, type Transport } from "../publish/client.js";
import type { Forge, Repository } from "../publish/forge.js";

/** GitHub, as far as a run may ask it. */
export interface ForgeAccess {
  readonly forge: Forge;
  readonly repository: Repository;
  readonly graphqlUrl: string;
}

/** The forge of a run; null without a token or a repository. The client is loaded with the first request. */
export function forgeOf(
  token: string | null,
  environment: Environment,
  time: Pick<ForgeWorld, "now" | "wait">,
): ForgeAccess | null {
  const [owner = "", name = ""] = (environment["GITHUB_REPOSITORY"] ?? "").split("/");
  if (token === null || owner === "" || name === "") return null;
  const apiUrl = (environment["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, "");
  let transport: Promise<Transport> | null = null;
  const forge = createForge({
    transport: async (ask) => {
      transport ??= import("../publish/octokit.js").then(({ octokitTransport }) => octokitTransport({ token, apiUrl }));
      return (await transport)(ask);
    },
    ...time,
  });
  return { forge, repository: { owner, name }, graphqlUrl: environment["GITHUB_GRAPHQL_URL"] || graphqlBeside(apiUrl) };
}

/** An own server has its REST API at `/api/v3` and GraphQL at `/api/graphql`. */
const graphqlBeside = (apiUrl: string): string => `${apiUrl.replace(/\/api\/v3$/, "/api")}/graphql`;
