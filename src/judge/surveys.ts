import type { Reach } from "../discover/reach.js";
import type { Wanted } from "../model/adapter.js";
import type { FileToRead } from "../gather/gather.js";
import { reachOfChange } from "../reach.js";
import { survey, type Survey } from "../survey.js";
import { followingRenames } from "./renames.js";
import type { JudgeRequest, OtherTree } from "./request.js";
import { againstOf, scopeWithCompared } from "./scope.js";
import { withoutTrailingSlashes } from "../model/trailing-slashes.js";

/** The judged tree and the base, looked through as far as the run needs. */
export interface Surveys {
  readonly surveyed: Survey;
  readonly baseSurvey: Survey | null;
}

/** Looks through the judged tree and the base: of a change to a few models only through what it can speak of. */
export async function surveysOf(request: JudgeRequest, wanted: Wanted): Promise<Surveys> {
  const reach = await reachFor(request);
  const near = await within(reach, request, wanted);
  const hasRoot = ({ models }: Survey): boolean => models.some(({ identity }) => identity.path === "");
  // Whether the root is a model depends on all that there is besides.
  const isOpen = hasRoot(near.surveyed) || (near.baseSurvey !== null && hasRoot(near.baseSurvey));
  return reach !== null && isOpen ? within(null, request, wanted) : near;
}

/** The formats of more files than these are not sought one by one. */
const MOST_SOUGHT = 400;

/**
 * Loads what may be read besides the models that are judged: of few files their formats, of many all that there are.
 *
 * @param others files that belong to no model and are read all the same
 */
async function prepareAll(
  { tree, models, reader, formats }: Survey,
  others: readonly FileToRead[] = [],
): Promise<void> {
  const files = [...models.flatMap((model) => model.files), ...others].filter(({ mappings }) => mappings.length === 0);
  if (files.length > MOST_SOUGHT || files.some(({ table }) => table !== null)) return formats.all();
  const paths = files.map(({ path }) => path);
  tree.expect?.(paths);
  await formats.prepare(paths.flatMap((path) => reader.open(path) ?? []));
}

async function within(reach: Reach | null, request: JudgeRequest, wanted: Wanted): Promise<Surveys> {
  const found = await survey({
    tree: request.tree,
    rootName: request.rootName,
    configuration: request.configuration,
    scope: scopeWithCompared(request, request.tree),
    reach,
    modelFiles: wanted.modelFiles,
    formats: "as-needed",
  });
  if (readsOtherModels(request)) await prepareAll(found, namedFiles(found, request));
  const baseSurvey = request.base === null ? null : await surveyOther(request.base, request, wanted, reach);
  const models = followingRenames(found.models, baseSurvey, request.renames ?? new Map());
  return { surveyed: { ...found, models }, baseSurvey };
}

/** Surveys a tree that is only compared with, by the configuration that belongs to it. */
export async function surveyOther(
  other: OtherTree,
  request: JudgeRequest,
  wanted: Wanted,
  reach: Reach | null = null,
): Promise<Survey> {
  const found = await survey({
    tree: other.tree,
    rootName: request.rootName,
    configuration: other.configuration,
    scope: scopeWithCompared({ ...request, configuration: other.configuration }, other.tree),
    reach,
    modelFiles: wanted.modelFiles,
    formats: "as-needed",
  });
  await prepareAll(found);
  return found;
}

/** Null where all models are judged, or signatures anywhere may speak of them. */
async function reachFor(request: JudgeRequest): Promise<Reach | null> {
  const { touched, base, configuration, only, tree } = request;
  if (touched === null || base === null || base.configuration !== configuration) return null;
  if (only.length > 0 || configuration.signers.length > 0) return null;
  return reachOfChange({
    touched,
    head: tree,
    base: base.tree,
    configuration,
    against: againstOf(request),
  });
}

/** Files of no model that rules compare with, or a champion lies in. */
function namedFiles({ unowned }: Survey, request: JudgeRequest): readonly FileToRead[] {
  const champions = request.configuration.models.flatMap(({ champion }) => champion ?? []);
  const named = [...againstOf(request), ...champions].map(withoutTrailingSlashes);
  return unowned.filter(({ path }) => named.some((name) => path === name || path.startsWith(`${name}/`)));
}

/** True where a rule may read what does not belong to the model it judges, which nobody prepares. */
const readsOtherModels = ({ policies, configuration, base }: JudgeRequest): boolean =>
  base !== null ||
  configuration.models.some(({ champion }) => champion !== null) ||
  policies.some(({ rules }) =>
    rules.some(({ options }) => options["against"] !== undefined && options["against"] !== "champion"),
  );
