import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, list, member, scalarText, text } from "../../read/shape.js";
import { isApprovalTag, isDeletedVersion, registryStage } from "./mlflow-words.js";
import { epochMoment } from "./moments.js";

/** What MLflow's REST interface answers of its registry. */

export const isModelVersion = (version: Value | undefined): boolean =>
  hasKeys(version, "name", "version", "creation_timestamp");

export const isRegisteredModel = (model: Value | undefined): boolean =>
  hasKeys(model, "name", "creation_timestamp") && !hasKeys(model, "version");

const aliasNames = (aliases: Value | undefined): readonly string[] =>
  (list(aliases) ?? []).map(text).filter((alias) => alias !== undefined);

function approvalStatements(owner: Value, base: string, version: string | null): Statement[] {
  const tags = list(member(owner, "tags")) ?? [];
  return tags.flatMap((tag, index): Statement[] => {
    const [key, state] = [text(member(tag, "key")), text(member(tag, "value"))];
    if (key === undefined || state === undefined || !isApprovalTag(key)) return [];
    return [{ kind: "approval", state, version, where: { pointer: pointer(base, "tags", index, "value") } }];
  });
}

/** A registered version; `aliases` are those that its model lists for it. */
export function versionStatements(version: Value, base: string, aliases: readonly string[] = []): Statement[] {
  if (isDeletedVersion(version)) return [];
  const number = scalarText(member(version, "version")) ?? null;
  const own = aliasNames(member(version, "aliases"));
  return [
    {
      kind: "model",
      name: text(member(version, "name")) ?? null,
      version: number,
      stage: registryStage(member(version, "current_stage")),
      aliases: own.length > 0 ? own : aliases,
      run: text(member(version, "run_id")) || null,
      created: epochMoment(member(version, "creation_timestamp")),
      at: epochMoment(member(version, "last_updated_timestamp")),
      where: { pointer: pointer(base, "version") },
    },
    ...approvalStatements(version, base, number),
  ];
}

/** A registered model: one version of each stage, and those that only an alias names. */
export function registeredModelStatements(model: Value, base: string): Statement[] {
  const name = text(member(model, "name")) ?? null;
  const latest = list(member(model, "latest_versions")) ?? [];
  const aliases = (list(member(model, "aliases")) ?? []).map((entry) => ({
    alias: text(member(entry, "alias")) ?? "",
    version: scalarText(member(entry, "version")) ?? "",
  }));
  const listed = new Set(latest.map((version) => scalarText(member(version, "version"))));
  const at = epochMoment(member(model, "last_updated_timestamp"));
  return [
    {
      kind: "model",
      name,
      created: epochMoment(member(model, "creation_timestamp")),
      at,
      where: { pointer: pointer(base, "name") },
    },
    ...latest.flatMap((version, index) => {
      const number = scalarText(member(version, "version"));
      const named = aliases.filter((entry) => entry.version === number).map(({ alias }) => alias);
      return versionStatements(version, pointer(base, "latest_versions", index), named);
    }),
    ...aliases.flatMap(({ alias, version }, index): Statement[] =>
      listed.has(version)
        ? []
        : [
            {
              kind: "model",
              name,
              version,
              aliases: [alias],
              at,
              where: { pointer: pointer(base, "aliases", index, "version") },
            },
          ],
    ),
  ];
}
