import { globs } from "../discover/glob.js";
import { walk } from "../discover/walk.js";
import type { Configuration, ConfiguredModel, EvidenceRule } from "../model/configuration.js";
import type { Policy } from "../model/policy.js";
import type { FileSystem } from "../model/world.js";
import { defaultLimits } from "../read/limits.js";
import { loadParsers } from "../read/parsers.js";
import { createReader } from "../read/reader.js";
import { createFormats } from "../formats.js";

export interface Widened {
  readonly configuration: Configuration;
  /** What was taken from the change's configuration, and what was not. */
  readonly notes: readonly string[];
}

export interface WidenRequest {
  /** The base's: it stands. */
  readonly configuration: Configuration;
  /** The change's own; null where it has none or one that cannot be read. */
  readonly proposed: Configuration | null;
  readonly baseTree: FileSystem;
  readonly tree: FileSystem;
  readonly policies: readonly Policy[];
}

/**
 * What a change may add to the configuration that judges it: models that the base does not have, in the strictest risk
 * class, and mappings for files that the base reads as nothing. Everything else of its configuration waits.
 */
export async function widened(request: WidenRequest): Promise<Widened> {
  const { configuration, proposed } = request;
  if (proposed === null) return { configuration, notes: [] };
  const models = newModels(request, proposed);
  const { taken, left } = await newMappings(request, proposed);
  const named = models.map(({ name }) => name).join(", ");
  const risk = strictestRisk(request.policies);
  return {
    configuration: {
      ...configuration,
      models: [...configuration.models, ...models],
      evidence: [...configuration.evidence, ...taken],
    },
    notes: [
      ...(models.length === 0
        ? []
        : [`New here: ${named}${risk === null ? "" : `, judged in the risk class ${risk}`}.`]),
      ...(left.length === 0 ? [] : [`Read as the base reads it, whatever the change maps: ${globsOf(left)}.`]),
    ],
  };
}

/** Stages that the change's own configuration names for models: leaving the gate's stage leaves no gate. */
export const stagesGivenBy = (configuration: Configuration | null): ReadonlyMap<string, string> =>
  new Map((configuration?.models ?? []).flatMap(({ name, stage }) => (stage === null ? [] : [[name, stage] as const])));

const globsOf = (rules: readonly EvidenceRule[]): string => rules.map(({ files }) => files).join(", ");

/** A model may say its name, place, owner and champion; what decides which rules it meets is the base's word. */
function newModels({ configuration, baseTree, policies }: WidenRequest, proposed: Configuration): ConfiguredModel[] {
  const names = new Set(configuration.models.map(({ name }) => name));
  const paths = new Set(configuration.models.map(({ path }) => path));
  return proposed.models
    .filter(({ name, path }) => !names.has(name) && !paths.has(path) && baseTree.list(path).length === 0)
    .map((model) => ({ ...model, stage: null, risk: strictestRisk(policies) }));
}

/** The risk class for which most rules are meant; null where no policy speaks of any. */
export function strictestRisk(policies: readonly Policy[]): string | null {
  const rules = policies.flatMap((policy) =>
    policy.rules.map((rule) => rule.applies.risk ?? policy.applies.risk ?? []),
  );
  const classes = [...new Set(rules.flat())].sort();
  const met = (risk: string): number => rules.filter((listed) => listed.includes(risk)).length;
  return classes.reduce<string | null>((best, risk) => (best === null || met(risk) > met(best) ? risk : best), null);
}

async function newMappings(
  { configuration, tree }: WidenRequest,
  proposed: Configuration,
): Promise<{ readonly taken: readonly EvidenceRule[]; readonly left: readonly EvidenceRule[] }> {
  const known = new Set(configuration.evidence.map((rule) => JSON.stringify(rule)));
  const added = proposed.evidence.filter((rule) => !known.has(JSON.stringify(rule)));
  if (added.length === 0) return { taken: [], left: [] };
  const standing = await globs(configuration.evidence.map(({ files }) => files));
  const wanted = await globs(added.map(({ files }) => files));
  const { files } = walk(tree, [""], configuration.ignore, false);
  const reader = createReader(tree, await loadParsers(new Set(["delimited", "toml"])), defaultLimits);
  const formats = createFormats();
  await formats.all();
  const isRead = (path: string): boolean => {
    if (standing.some((matches) => matches(path))) return true;
    const file = reader.open(path);
    return file !== null && formats.recognise(file) !== null;
  };
  const allowed = (rule: EvidenceRule, at: number): boolean =>
    rule.mapping !== null && !rule.baseline && !files.some((path) => wanted[at]?.(path) === true && isRead(path));
  const taken = new Set(added.filter(allowed));
  return { taken: [...taken], left: added.filter((rule) => !taken.has(rule)) };
}
