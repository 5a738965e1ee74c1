import type { ExitStatus } from "../decide.js";
import type { Configuration } from "../model/configuration.js";
import { problemAt, UsageError } from "../model/problem.js";
import { suggestionText, suggestMappings } from "../normalise/suggest-mapping.js";
import { printable } from "../report/paint.js";
import { survey } from "../survey.js";
import type { CommandWorld } from "./command.js";
import type { Place } from "./place.js";

/**
 * Writes the lines of `referee.yaml` that turn home-grown files into facts, and beside them, on standard error, what
 * each gives.
 *
 * @throws UsageError where a folder is named in place of files
 */
export async function suggest(place: Place, configuration: Configuration, world: CommandWorld): Promise<ExitStatus> {
  const { tree, rootName, scope } = place;
  const folders = scope.filter((path) => path === "" || tree.list(path).length > 0);
  if (folders.length > 0)
    throw new UsageError([
      problemAt(
        "usage",
        "a proposal is made for files, and a folder is named",
        "name the files: inspect --suggest FILE",
      ),
    ]);
  const { reader, recognise } = await survey({
    tree,
    rootName,
    configuration,
    scope,
    modelFiles: false,
    formats: "all",
  });
  const proposals = scope.map((path) => {
    const file = reader.open(path);
    const known = file === null ? null : recognise(file);
    return { path, suggestions: file === null ? [] : suggestMappings(file), format: known?.id ?? null };
  });
  for (const { path, suggestions, format } of proposals) {
    const facts = suggestions.reduce((sum, suggestion) => sum + suggestion.facts, 0);
    const already = format === null ? "" : `; without a mapping it is read as ${format}`;
    const found =
      suggestions.length === 0
        ? "nothing in it looks like evidence"
        : `${suggestions.length} ${suggestions.length === 1 ? "mapping" : "mappings"}, ${facts} facts`;
    world.err.write(`${printable(place.pathPrefix + path)}: ${found}${already}\n`);
  }
  const useful = proposals.filter(({ suggestions }) => suggestions.length > 0);
  if (useful.length === 0) return 0;
  world.out.write(suggestionText(useful));
  world.err.write("Delete what is no result, and say what each number means, before you keep them.\n");
  return 0;
}
