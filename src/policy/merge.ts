import type { Value } from "../model/adapter.js";
import type { Adjustment, Applies, RuleOrigin, Then } from "../model/policy.js";
import type { Vouched } from "../model/fact.js";
import { isRecord } from "../read/shape.js";
import { levelOf } from "./amounts.js";
import type { At } from "./form.js";
import type { Layer, LayerRule } from "./layer.js";

/** A key of a rule, with the place at which it was last written. */
export interface MergedKey {
  readonly value: Value;
  readonly at: At;
  /** The rule in the file that wrote it. */
  readonly holder: At;
  origin(): RuleOrigin;
}

/** A rule after every layer had its say. */
export interface MergedRule {
  readonly id: string;
  readonly keys: ReadonlyMap<string, MergedKey>;
  readonly disabled: boolean;
  /** Where it was last written. */
  readonly at: At;
  readonly history: readonly [RuleOrigin, ...RuleOrigin[]];
}

/** The place of a merged rule: each key stands where it was last written. */
export const atMerged = ({ keys, at }: MergedRule): At => ({
  ...at,
  complainOfKey: (key, message, mend) => (keys.get(String(key))?.holder ?? at).complainOfKey(key, message, mend),
  below: (key) => keys.get(String(key))?.at ?? at.below(key),
});

/** The rules of layers, base first: a later one changes the keys that it names; the stricter confidence stands. */
export function mergeRules(layers: readonly Layer[]): readonly MergedRule[] {
  const merged = new Map<string, MergedRule>();
  for (const layer of layers) {
    for (const rule of layer.rules) merged.set(rule.id, withRule(merged.get(rule.id), rule, layer.path));
  }
  return [...merged.values()];
}

function withRule(before: MergedRule | undefined, rule: LayerRule, path: string): MergedRule {
  const origin: RuleOrigin = { path, line: rule.line };
  const keys = new Map(before?.keys ?? []);
  if (rule.keys !== "disabled") {
    for (const [key, value] of Object.entries(rule.keys)) {
      keys.set(
        key,
        mergedKey(key, keys.get(key), {
          value,
          at: rule.at.below(key),
          holder: rule.at,
          origin: () => ({ path, line: rule.lineOf(key) }),
        }),
      );
    }
  }
  return {
    id: rule.id,
    keys,
    disabled: rule.keys === "disabled",
    at: rule.at,
    history: before === undefined ? [origin] : [...before.history, origin],
  };
}

function mergedKey(key: string, before: MergedKey | undefined, later: MergedKey): MergedKey {
  if (before === undefined) return later;
  if (key === "then" && isRecord(before.value) && isRecord(later.value)) {
    return { ...later, value: { ...before.value, ...later.value } };
  }
  if (key === "confidence") {
    const [first, second] = [levelOf(before.value), levelOf(later.value)];
    const laterIsLooser = first !== undefined && (later.value === "none" || (second !== undefined && second < first));
    return laterIsLooser ? before : later;
  }
  return later;
}

/** What a policy says beside its rules; what it is called, who owns it and whether it gates is its own alone. */
export interface MergedEnvelope {
  readonly applies: Applies;
  readonly confidence: number | null;
  readonly adjust: Adjustment;
  readonly then: Then;
  readonly evidence: Vouched | null;
  readonly onlyNew: boolean;
  readonly parameters: ReadonlyMap<string, Value>;
}

/** The envelopes of layers, base first: the later wins, outcome by outcome; the stricter confidence stands. */
export function mergeEnvelopes(layers: readonly Layer[]): MergedEnvelope {
  const levels = layers.flatMap(({ fields: { confidence } }) => (typeof confidence === "number" ? [confidence] : []));
  const last = <T>(pick: (layer: Layer) => T | undefined): T | undefined =>
    layers.map(pick).findLast((value) => value !== undefined);
  return {
    applies: last(({ fields }) => fields.applies) ?? {},
    confidence: levels.length === 0 ? null : Math.max(...levels),
    adjust: last(({ fields }) => fields.adjust) ?? "holm",
    then: Object.assign({}, ...layers.map(({ fields }) => fields.then ?? {})) as Then,
    evidence: last(({ fields }) => fields.evidence) ?? null,
    onlyNew: last(({ fields }) => fields["only-new"]) ?? true,
    parameters: new Map(layers.flatMap(({ parameters }) => [...parameters])),
  };
}
