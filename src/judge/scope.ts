import { liesIn } from "../discover/reach.js";
import type { FileSystem } from "../model/world.js";
import type { SurveyedModel } from "../survey.js";
import type { JudgeRequest } from "./request.js";
import { withoutTrailingSlashes } from "../model/trailing-slashes.js";

/** True for a model that is asked for: its folder, or a file that speaks for it, lies in the scope. */
export const isInScope = ({ identity, files }: SurveyedModel, scope: readonly string[]): boolean =>
  scope.some((asked) => liesIn(identity.path, asked) || files.some(({ path }) => liesIn(path, asked)));

/** What rules name to compare with, but for the sides that every model has. */
export const againstOf = ({ policies }: Pick<JudgeRequest, "policies">): readonly string[] =>
  policies
    .flatMap(({ rules }) => rules.flatMap(({ options }) => options["against"] ?? []))
    .filter((against): against is string => typeof against === "string")
    .filter((against) => !["base", "champion", "release"].includes(against));

/**
 * The scope, and the folders outside of it that its models are compared with: they are looked into, and not judged.
 *
 * @param tree in which the folders must be
 */
export function scopeWithCompared(
  request: Pick<JudgeRequest, "scope" | "policies" | "configuration">,
  tree: FileSystem,
): readonly string[] {
  const { scope, configuration } = request;
  if (scope.includes("")) return scope;
  const isAsked = (folder: string): boolean => scope.some((asked) => liesIn(folder, asked) || liesIn(asked, folder));
  const champions = configuration.models.flatMap(({ path, champion }) => (isAsked(path) ? (champion ?? []) : []));
  const folders = new Map(configuration.models.map(({ name, path }) => [name, path]));
  const named = [...againstOf(request), ...champions].map((name) => folders.get(name) ?? withoutTrailingSlashes(name));
  const outside = named.filter(
    (folder) => folder !== "" && !scope.some((asked) => liesIn(folder, asked)) && tree.list(folder).length > 0,
  );
  return [...new Set([...scope, ...outside])];
}
