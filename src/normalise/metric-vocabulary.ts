import { metricTable, type MetricDefinition, type MetricKind, type Trials } from "./metric-table.js";
import { nameTokens, wordOf } from "./metric-name.js";

export type { MetricDefinition, MetricKind, Trials } from "./metric-table.js";

/** What a metric's name says. */
export interface MetricReading {
  /** Canonical id, such as `roc_auc`; the raw name where it is not known. */
  readonly metric: string;
  /** Another way of computing it: `macro`, `weighted`, a filter, the text in parentheses. */
  readonly protocol: string | null;
  /** `train`, `validation`, `test`, `eval`, …, where the name says so. */
  readonly split: string | null;
  /** The class that a name such as `recall_class_1` is about; `{}` is overall. */
  readonly slice: Readonly<Record<string, string>>;
  readonly higherIsBetter: boolean | null;
  /** The metric's own unit (`proportion` for shares), or the one that the name states (`accuracy_pct`). */
  readonly unit: string | null;
  /** True where the name itself states the unit. */
  readonly unitStated: boolean;
  readonly kind: MetricKind;
  readonly range: MetricDefinition["range"];
  /** What the trials of a rate are; null for all else, and for an average of rates over classes. */
  readonly trials: Trials | null;
  readonly known: boolean;
}

const byId: ReadonlyMap<string, MetricDefinition> = new Map(metricTable.map((metric) => [metric.id, metric]));

let named: ReadonlyMap<string, MetricDefinition> | undefined;

/** Every name without its separators. Made when a name is no id: many runs meet none. */
const byName = (name: string): MetricDefinition | undefined =>
  (named ??= new Map(
    metricTable.flatMap((metric) =>
      [metric.id, ...metric.aliases].map((alias) => [nameTokens(alias).join(""), metric] as const),
    ),
  )).get(name);

/** Metrics that have a version "at k": over the first k of a ranking, or in k tries. */
const cutOff: Readonly<Record<string, string>> = {
  ndcg: "ndcg",
  recall: "recall",
  precision: "precision",
  mean_average_precision: "map",
  average_precision: "map",
  mrr: "mrr",
  hit_rate: "hit_rate",
  f1: "f1",
};

const unbounded = { lower: null, upper: null } as const;

const unknown = (raw: string): MetricReading => ({
  metric: raw,
  protocol: null,
  split: null,
  slice: {},
  higherIsBetter: null,
  unit: null,
  unitStated: false,
  kind: "other",
  range: unbounded,
  trials: null,
  known: false,
});

interface Core {
  readonly definition: MetricDefinition;
  readonly protocol: string | null;
  readonly slice: Readonly<Record<string, string>>;
}

const core = (
  definition: MetricDefinition,
  protocol: string | null = null,
  slice: Readonly<Record<string, string>> = {},
): Core => ({ definition, protocol, slice });

const atCutOff = (id: string): MetricDefinition => ({
  id,
  kind: "mean",
  higherIsBetter: true,
  unit: "proportion",
  range: { lower: 0, upper: 1 },
  trials: null,
  aliases: [],
});

/** `ndcg at 10`, `pass at 1`, `acc at 5`: the metric over the first k. */
function atRank(name: string, k: string): Core | undefined {
  if (!/^(\d{1,6}|k)$/.test(k)) return undefined;
  if (name === "hit") return core(atCutOff(`hit_rate_at_${k}`));
  if (name === "pass" || name === "hits") return core(atCutOff(`${name}_at_${k}`));
  const id = byName(name)?.id;
  if (id === "accuracy") return topAccuracy(k);
  return id !== undefined && Object.hasOwn(cutOff, id) ? core(atCutOff(`${cutOff[id]}_at_${k}`)) : undefined;
}

function topAccuracy(k: string): Core {
  const known = byId.get(`top_${k}_accuracy`);
  if (known !== undefined) return core(known);
  return core({
    ...atCutOff(`top_${k}_accuracy`),
    kind: "rate",
    trials: "rows",
  });
}

/** The metric that the words name, all of them together. */
function coreOf(tokens: readonly string[]): Core | undefined {
  const joined = tokens.join("");
  const exact = byName(joined);
  if (exact !== undefined) return core(exact);
  const top = /^(?:top(\d{1,6})(?:acc(?:uracy)?)?|acc(?:uracy)?top(\d{1,6}))$/.exec(joined);
  if (top !== null) return topAccuracy(top[1] ?? top[2] ?? "1");
  const boxes = /^(m?ap)(50|75|5095|small|medium|large)$/.exec(joined);
  const detection = boxes === null ? undefined : byName(boxes[1] ?? "");
  if (detection !== undefined) return core(detection, `iou-${(boxes?.[2] ?? "").replace("5095", "50-95")}`);
  return negated(joined) ?? qualified(tokens) ?? perClass(tokens) ?? twice(tokens);
}

/** scikit-learn's scorers turn errors round: `neg_mean_squared_error` is another quantity, and higher is better. */
function negated(joined: string): Core | undefined {
  const error = joined.startsWith("neg") ? byName(joined.slice(3)) : undefined;
  if (error?.higherIsBetter !== false) return undefined;
  const { lower, upper } = error.range;
  const range = {
    lower: upper === null ? null : -upper,
    upper: lower === null ? null : -lower || 0,
  };
  return core({ ...error, id: `neg_${error.id}`, higherIsBetter: true, range });
}

function qualified(tokens: readonly string[]): Core | undefined {
  const at = tokens.indexOf("at");
  if (at < 1 || at === tokens.length - 1) return undefined;
  const name = tokens.slice(0, at).join("");
  const rest = tokens.slice(at + 1);
  const first = rest[0] ?? "";
  if (rest.length === 1 && /^top\d+$/.test(first)) return coreOf([name, first]);
  const ranked = rest.length === 1 ? atRank(name, first) : undefined;
  if (ranked !== undefined) return ranked;
  const definition = byName(name);
  const words = rest.every((word) => /^\p{L}+$/u.test(word) && !statistics.has(word) && byName(word) === undefined);
  return definition !== undefined && words ? core(definition, rest.join(" ")) : undefined;
}

/** `recall_class_1`, `class 1 recall`: the metric of one class. */
function perClass(tokens: readonly string[]): Core | undefined {
  const at = tokens.findIndex((token) => token === "class" || token === "label");
  if (at < 0 || tokens.length < 3) return undefined;
  const name = at === 0 ? tokens.slice(2).join("") : tokens.slice(0, at).join("");
  const value = at === 0 ? tokens[1] : tokens.slice(at + 1).join(" ");
  const definition = byName(name);
  return definition === undefined || !value ? undefined : core(definition, null, { class: value });
}

/** `TPR / Sensitivity / Recall`: several names of one metric. */
function twice(tokens: readonly string[]): Core | undefined {
  if (tokens.length < 2 || tokens.length > 8) return undefined;
  const found = tokens.map((token) => byName(token));
  const first = found[0];
  return first !== undefined && found.every((definition) => definition === first) ? core(first) : undefined;
}

/** Words that make another quantity of a metric: its spread, its limit, its change. */
const statistics = new Set(
  (
    "std stdev sd se stderr sem var variance error diff difference delta gap gain change drop lift ratio n count num " +
    "support threshold thresh cutoff limit target goal min max minimum maximum baseline lower upper bound ci rank loss " +
    "p value samples total history best"
  ).split(" "),
);

interface Wording {
  readonly split: string | null;
  readonly protocols: readonly string[];
  readonly unit: string | null;
}

/** What the words on one side say; undefined where one of them is none of ours. */
function wordingOf(tokens: readonly string[]): Wording | undefined {
  let split: string | null = null;
  let unit: string | null = null;
  const protocols: string[] = [];
  for (const token of tokens) {
    const word = wordOf(token);
    if (word.kind === "core") return undefined;
    if (word.kind === "split") {
      if (split === null || split === "eval") split = word.says;
      else if (split !== word.says && word.says !== "eval") return undefined;
    }
    if (word.kind === "unit") unit = word.says;
    if (word.kind === "protocol") protocols.push(word.says);
  }
  return { split, protocols: averaged(protocols), unit };
}

/** In "macro avg" the second word adds nothing. */
const averaged = (protocols: readonly string[]): readonly string[] =>
  protocols.length > 1 ? protocols.filter((word) => word !== "mean") : protocols;

/** The longest run of words that names a metric, the others being words of ours. */
function parse(tokens: readonly string[]): { readonly core: Core; readonly wording: Wording } | undefined {
  if (tokens.length === 0 || tokens.length > 12) return undefined;
  for (let length = tokens.length; length > 0; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const found = coreOf(tokens.slice(start, start + length));
      if (found === undefined) continue;
      const wording = wordingOf([...tokens.slice(0, start), ...tokens.slice(start + length)]);
      if (wording !== undefined) return { core: found, wording };
    }
  }
  return aroundUnit(tokens);
}

/** `latency_ms p95`: a unit between the words of a name. */
function aroundUnit(tokens: readonly string[]): ReturnType<typeof parse> {
  const at = tokens.findIndex(
    (token, index) => index > 0 && index < tokens.length - 1 && wordOf(token).kind === "unit",
  );
  const unit = wordOf(tokens[at] ?? "");
  const parsed = unit.kind === "unit" ? parse(tokens.toSpliced(at, 1)) : undefined;
  if (parsed === undefined || unit.kind !== "unit") return undefined;
  return { ...parsed, wording: { ...parsed.wording, unit: unit.says } };
}

interface Pieces {
  readonly name: string;
  readonly protocol: string | null;
}

/** Notes that change neither the metric nor the way of computing it. */
const idleNote = /^(\d+(\.\d+)?\s*% (ci|confidence interval)|n\s*=\s*\d+)$/i;
const thresholdNote = /^(decision )?thr(eshold)?\s*[=:@]?\s*[\d.]+$/i;

/** Takes apart what stands behind a comma (a filter of lm-eval), behind `@` (an overlap) or in closing parentheses. */
function pieces(raw: string): Pieces {
  const filter = /^([^,()]+),([^,()\s][^,()]*)$/.exec(raw);
  if (filter !== null)
    return {
      name: filter[1] ?? raw,
      protocol: filter[2] === "none" ? null : (filter[2] ?? null),
    };
  const overlap = /^([^@]+)@\s*(0?\.\d+(?:\s*[:-]\s*0?\.\d+)*)$/.exec(raw);
  if (overlap !== null) return { name: overlap[1] ?? raw, protocol: `@${overlap[2] ?? ""}` };
  const note = /^([^()[\]]+)[([]([^()[\]]*)[)\]]\s*$/.exec(raw);
  if (note === null) return { name: raw, protocol: null };
  const [name, inside] = [note[1] ?? raw, (note[2] ?? "").trim()];
  const spoken = nameTokens(inside);
  if (spoken.length === 0 || idleNote.test(inside)) return { name, protocol: null };
  if (parse([...nameTokens(name), ...spoken]) !== undefined) return { name: `${name} ${inside}`, protocol: null };
  return { name, protocol: inside };
}

function interpret(raw: string): MetricReading {
  if (raw.length > longestName) return unknown(raw);
  const own = byId.get(raw);
  if (own !== undefined) return readingOf(core(own), { split: null, protocols: [], unit: null }, null);
  const { name, protocol } = pieces(raw.replaceAll("`", "").trim());
  if (protocol !== null && !thresholdNote.test(protocol) && nameTokens(protocol).some((word) => statistics.has(word)))
    return unknown(raw);
  const parsed = parse(nameTokens(name));
  if (parsed === undefined) return unknown(raw);
  return readingOf(parsed.core, parsed.wording, protocol);
}

function readingOf(found: Core, wording: Wording, protocol: string | null): MetricReading {
  const protocols = [...wording.protocols, found.protocol, protocol].filter((text) => text !== null);
  const ways = protocols.length === 0 ? null : protocols.join(" ");
  const { kind, trials } = underProtocol(found.definition, ways);
  return {
    metric: found.definition.id,
    protocol: ways,
    split: wording.split,
    slice: found.slice,
    higherIsBetter: found.definition.higherIsBetter,
    unit: wording.unit ?? found.definition.unit,
    unitStated: wording.unit !== null,
    kind,
    range: found.definition.range,
    trials,
    known: true,
  };
}

/** An average of rates over classes or groups is no share of trials: its binomial interval would be wrong. */
export function underProtocol(
  definition: Pick<MetricDefinition, "kind" | "trials">,
  protocol: string | null,
): { readonly kind: MetricKind; readonly trials: Trials | null } {
  const average = protocol !== null && /\b(macro|weighted|samples|mean)\b/.test(protocol);
  return average && definition.kind === "rate"
    ? { kind: "mean", trials: null }
    : { kind: definition.kind, trials: definition.trials };
}

const longestName = 120;
const remembered = new Map<string, MetricReading>();
const mostRemembered = 20_000;

/**
 * What a metric's name says: which metric, over which part of the data, computed how. A name that is not wholly
 * understood stays itself with `known: false`: `accuracy_std` and `recall_threshold` are not the metric.
 *
 * @example interpretMetric("acc,none").metric // "accuracy"
 * @example interpretMetric("val/auc") // metric "roc_auc", split "validation"
 */
export function interpretMetric(raw: string): MetricReading {
  const before = remembered.get(raw);
  if (before !== undefined) return before;
  const reading = interpret(raw);
  if (raw.length > longestName) return reading;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(raw, reading);
  return reading;
}

/** The definition of a canonical id; undefined where there is none. */
export const metricById = (id: string): MetricDefinition | undefined => byId.get(id);

/** Canonical ids in the table's order, for documentation and for suggestions. */
export const metricIds: readonly string[] = metricTable.map(({ id }) => id);
