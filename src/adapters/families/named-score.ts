import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { nameTokens, wordOf } from "../../normalise/metric-name.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isRecord, members, numeric, text, type ValueRecord } from "../../read/shape.js";
import { asSplit, into, isMeasured, stated, type Place } from "./metrics-place.js";

/** Scores of which another key names the metric: `{scoring: roc_auc, cv: {mean: 0.9, std: 0.01}, test_score: 0.91}`. */

const namingKey = /^(metric|metric_?name|scoring|scorer|score_?name|eval_?metric|evaluation_?metric)$/i;
const scoreWords = new Set("score scores value result mean avg average best".split(" "));

interface Told {
  readonly split: string | null;
  readonly protocol: string | null;
}

/** What a key says of a score, where it says nothing but that: `cv_mean`, `test_score`, `holdout`. */
function toldBy(key: string): Told | undefined {
  const tokens = nameTokens(key);
  if (tokens.length === 0 || tokens.length > 4) return undefined;
  let told: Told = { split: null, protocol: null };
  for (const token of tokens) {
    const word = wordOf(token);
    if (word.kind === "split") told = { ...told, split: word.says };
    else if (token === "best" || (word.kind === "protocol" && word.says === "mean"))
      told = { ...told, protocol: word.kind === "protocol" ? word.says : token };
    else if (!scoreWords.has(token)) return undefined;
  }
  return told;
}

interface Score extends Told {
  readonly key: string;
  /** Keys below it, where it is a record of the score and its spread. */
  readonly inner: string | null;
  readonly value: Value;
}

function scoreAt(key: string, held: Value): Score | undefined {
  const told = toldBy(key);
  if (told === undefined) return undefined;
  if (numeric(held) !== undefined && typeof held === "number") return { ...told, key, inner: null, value: held };
  if (!isRecord(held)) return undefined;
  const mean = members(held).find(([name, value]) => /^(mean|avg|average)$/i.test(name) && isMeasured(value));
  return mean === undefined ? undefined : { ...told, key, inner: mean[0], value: mean[1], protocol: "mean" };
}

/** The metric that a record names for its scores, and the scores; undefined where it names none. */
function scoresIn(
  record: Value | undefined,
): { readonly metric: string; readonly scores: readonly Score[] } | undefined {
  const metric = members(record).flatMap(([key, value]) => (namingKey.test(key) ? (text(value) ?? []) : []))[0];
  if (metric === undefined || !interpretMetric(metric).known) return undefined;
  const scores = members(record).flatMap(([key, held]) => scoreAt(key, held) ?? []);
  return scores.some(({ split }) => split !== null) ? { metric, scores } : undefined;
}

/** How many scores a record holds so. */
export const countNamedScores = (record: Value): number => scoresIn(record)?.scores.length ?? 0;

/** The scores of a record that names their metric. */
export function namedScores(record: ValueRecord, place: Place): readonly Statement[] {
  const found = scoresIn(record);
  if (found === undefined) return [];
  return found.scores.map(({ key, inner, value, split, protocol }): Statement => {
    const at = into(place, key);
    const said = split === null ? at : { ...at, said: asSplit(at.said, split) };
    const here = protocol === null ? said : { ...said, protocol: [...said.protocol, protocol] };
    return stated(found.metric, found.metric, value, inner === null ? here.at : into(here, inner).at, here, {});
  });
}
