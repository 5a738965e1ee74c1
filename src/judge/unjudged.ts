import type { Report } from "../model/report.js";
import { extensionOf } from "../read/syntax.js";
import { inPathOrder } from "./order.js";
import type { JudgedModel, Run } from "./run.js";

/** Endings of what tools write down; of the others a name must say that it is evidence. */
const written: ReadonlySet<string> = new Set(
  "json jsonl ndjson yaml yml csv tsv parquet xml html eval npz npy".split(" "),
);

const prose: ReadonlySet<string> = new Set("md markdown mdx txt log toml rst".split(" "));

/** Words by which people call evidence. */
const evidenceWord = /metric|report|result|eval|drift|score|card|fairness|quality|lineage|benchmark|calibration/i;

/** What a project holds about itself, whatever it is written in. */
const ofTheProject =
  /^(?:readme|licen[cs]e|notice|changelog|contributing|code_of_conduct|security|authors|citation|expected(?:[._-].*)?|package(?:-lock)?|composer|ts(?:config|lint).*|jsconfig.*|renovate|codecov|mkdocs|environment|requirements.*|pyproject|poetry|docker-compose.*|compose.*|_config|.*\.schema|.*\.config|.*\.test|index)\.[a-z]+$/i;

/** True where a file may be meant as evidence, by its name: such a file is named where nothing reads it. */
export function mayBeEvidence(path: string): boolean {
  if (path.split("/").some((segment) => segment.startsWith("."))) return false;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const ending = extensionOf(path);
  if (ofTheProject.test(name)) return false;
  return written.has(ending) || (prose.has(ending) && evidenceWord.test(name));
}

/**
 * Files above every model, and files of models whose format nobody knew, as far as they may be meant as evidence; and
 * results that are never opened. Of a change those that it touches or that lie with the models that it touches.
 */
export function unjudgedOf(models: readonly JudgedModel[], { surveyed, request }: Run): Report["unjudged"] {
  const judging = pathsOfPolicy(request);
  const unknown = models.flatMap(({ reported }) =>
    reported.files.filter(({ format, problems }) => format === null && problems === 0),
  );
  const paths = [...surveyed.unowned, ...unknown].map(({ path }) => path);
  const meant = paths.filter((path) => !judging.has(path) && mayBeEvidence(path));
  const told = [...meant, ...surveyed.sealed].filter((path) => isOfChange(path, models, request));
  return inPathOrder(told.map((path) => ({ path, format: null })));
}

/** True where a whole tree is judged, or a path is touched or lies with a model that is judged. */
export const isOfChange = (
  path: string,
  models: readonly JudgedModel[],
  { touched }: Pick<Run["request"], "touched">,
): boolean =>
  touched === null ||
  touched.has(path) ||
  models.some(({ reported }) => path.startsWith(reported.path === "" ? "" : `${reported.path}/`));

/** What judges is no evidence: policies with all that they extend, waivers, the configuration. */
function pathsOfPolicy({ configuration, policies, judgedBy }: Run["request"]): ReadonlySet<string> {
  const placed = judgedBy.configuration?.path ?? configuration.path;
  const folder = placed === null ? "" : placed.slice(0, placed.lastIndexOf("/") + 1);
  const beside = (path: string): string => plainPath(folder + path);
  const made = policies.flatMap(({ path, madeOf }) => [path, ...madeOf]);
  return new Set([
    ...(placed === null ? [] : [placed]),
    ...judgedBy.named,
    ...configuration.waivers.map(beside),
    // Those of the command line are relative to the root, those of the configuration to it.
    ...made.map(judgedBy.named.length > 0 ? plainPath : beside),
  ]);
}

/** A path without `.` and, as far as it leads down again, `..`. */
export function plainPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}
