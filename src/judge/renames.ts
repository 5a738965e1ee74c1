import type { Survey, SurveyedModel } from "../survey.js";

/**
 * Gives models that a change moved the identity that they have on the base: name, stage, risk class, owner and champion,
 * so that policies, waivers and comparisons go on where they were. A model has moved where the base's is gone and most
 * of its files, by git's own account of renames, lie beneath one model that is new.
 *
 * @param renames path now to path on the base
 */
export function followingRenames(
  models: readonly SurveyedModel[],
  base: Survey | null,
  renames: ReadonlyMap<string, string>,
): readonly SurveyedModel[] {
  if (base === null || renames.size === 0) return models;
  const before = new Map(base.models.map((model) => [model.identity.name, model]));
  const nowAt = new Map([...renames].map(([now, then]) => [then, now]));
  const moved = new Map<string, SurveyedModel>();
  const standing = new Set(models.filter(({ files }) => files.length > 0).map(({ identity }) => identity.name));
  for (const gone of base.models.filter(({ identity }) => !standing.has(identity.name))) {
    const places = gone.files.flatMap(({ path }) => nowAt.get(path) ?? []);
    const heir = models.find(
      ({ identity, files }) =>
        !before.has(identity.name) &&
        !moved.has(identity.name) &&
        2 * places.filter((path) => files.some((file) => file.path === path)).length > gone.files.length,
    );
    if (heir !== undefined) moved.set(heir.identity.name, gone);
  }
  const taken = new Set([...moved.values()].map(({ identity }) => identity.name));
  return models
    .filter(({ identity }) => !taken.has(identity.name))
    .map((model) => {
      const old = moved.get(model.identity.name);
      return old === undefined ? model : { ...model, identity: { ...old.identity, path: model.identity.path } };
    })
    .sort((a, b) => (a.identity.name < b.identity.name ? -1 : 1));
}
