import { metricTable, type MetricDefinition } from "./metric-table.js";
import { spokenNames } from "./metric-names-spoken.js";

/** Which metric words name, all of them together. */

export const byId: ReadonlyMap<string, MetricDefinition> = new Map(metricTable.map((metric) => [metric.id, metric]));

const namesOf = ({ id, aliases }: MetricDefinition): readonly string[] =>
  [id, aliases, Object.hasOwn(spokenNames, id) ? (spokenNames[id] ?? "") : ""].flatMap((names) =>
    names === "" ? [] : names.split(", "),
  );

/** The words of a name of the table, joined: what `nameTokens` gives of it, without its work on names of any writing. */
const joinedWords = (name: string): string => name.toLowerCase().replace(/[_ .-]+/g, "");

let named: ReadonlyMap<string, MetricDefinition> | undefined;

/** Every name of the table, by its words joined. Made when a name is no id: many runs meet none. */
const allNamed = (): ReadonlyMap<string, MetricDefinition> =>
  (named ??= new Map(
    metricTable.flatMap((metric) => namesOf(metric).map((name) => [joinedWords(name), metric] as const)),
  ));

export const byName = (name: string): MetricDefinition | undefined => allNamed().get(name);

/** Every name of every metric, as the table has it, and the words joined by which it is found. */
export const namesInTable = (): readonly (readonly [name: string, joined: string])[] =>
  metricTable.flatMap((metric) => namesOf(metric).map((name) => [name, joinedWords(name)] as const));

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

export interface Core {
  readonly definition: MetricDefinition;
  readonly protocol: string | null;
  readonly slice: Readonly<Record<string, string>>;
}

export const core = (
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
  aliases: "",
});

/** `ndcg at 10`, `pass at 1`, `acc at 5`: the metric over the first k. */
function atRank(name: string, k: string): Core | undefined {
  if (!/^(\d{1,6}|k)$/.test(k)) return undefined;
  if (name === "hit" || name === "hr") return core(atCutOff(`hit_rate_at_${k}`));
  if (name === "p") return core(atCutOff(`precision_at_${k}`));
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
export function coreOf(tokens: readonly string[]): Core | undefined {
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

/** Words after a class that say what was made of its values over the folds; a class may be called "high" or "best". */
const ofFolds = new Set("mean avg average std stdev sd stderr sem var variance min max lower upper".split(" "));
const means = new Set(["mean", "avg", "average"]);

/** `recall_class_1`, `class 1 recall`, `recall_class_1_mean`: the metric of one class; its spread is none. */
function perClass(tokens: readonly string[]): Core | undefined {
  const at = tokens.findIndex((token) => token === "class" || token === "label");
  if (at < 0 || tokens.length < 3) return undefined;
  const last = tokens.at(-1) ?? "";
  const closed = at > 0 && tokens.length > at + 2 && ofFolds.has(last);
  if (closed && !means.has(last)) return undefined;
  const name = at === 0 ? tokens.slice(2).join("") : tokens.slice(0, at).join("");
  const value = at === 0 ? tokens[1] : tokens.slice(at + 1, closed ? -1 : undefined).join(" ");
  const definition = byName(name);
  return definition === undefined || !value ? undefined : core(definition, closed ? "mean" : null, { class: value });
}

/** `TPR / Sensitivity / Recall`: several names of one metric. */
function twice(tokens: readonly string[]): Core | undefined {
  if (tokens.length < 2 || tokens.length > 8) return undefined;
  const found = tokens.map((token) => byName(token));
  const first = found[0];
  return first !== undefined && found.every((definition) => definition === first) ? core(first) : undefined;
}

/** Words that make another quantity of a metric: its spread, its limit, its change. */
export const statistics = new Set(
  (
    "std stdev sd se stderr sem var variance error diff difference delta gap gain change drop lift ratio n count num " +
    "support threshold thresh cutoff limit target goal min max minimum maximum baseline lower upper bound ci rank loss " +
    "p value samples total history best"
  ).split(" "),
);
