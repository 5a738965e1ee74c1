import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import { versionFields } from "./run.js";

/** The version of a model, by the registry or else by its card; null where neither tells one. */
export const versionOf = (evidence: Evidence): string | null =>
  registeredVersion(evidence.of("model").filter(({ version }) => version !== null)) ??
  evidence
    .of("card")
    .find(({ field, value }) => field !== null && versionFields.includes(field) && value !== null)
    ?.value?.toString() ??
  null;

/** Of versions of one registered model the one that serves, else the newest; of several models, no version is this one's. */
function registeredVersion(models: readonly FactOf<"model">[]): string | null {
  if (new Set(models.flatMap(({ name }) => name ?? [])).size > 1) return null;
  const serving = models.filter(({ stage, aliases }) =>
    [stage, ...(aliases ?? [])].some((word) => /^(?:production|champion)$/i.test(word ?? "")),
  );
  const candidates = serving.length === 1 ? serving : models;
  if (candidates.some(({ version }) => !/^\d{1,15}$/.test(version ?? ""))) return candidates[0]?.version ?? null;
  return [...candidates].sort((a, b) => Number(b.version) - Number(a.version))[0]?.version ?? null;
}
