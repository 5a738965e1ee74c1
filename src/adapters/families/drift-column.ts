import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isRecord, member, members, numeric, text } from "../../read/shape.js";
import {
  isFlagKey,
  isTest,
  isVerdictKey,
  knownMethod,
  namedMethod,
  plainKey,
  pValueMethod,
  scoreMethod,
  truth,
  verdictIn,
} from "./drift-words.js";

/** What one column's entry of a drift report says, in whatever words its team chose. */

export type Drift = Extract<Statement, { kind: "drift" }>;

/** One method's numbers of a column, each with its pointer below the entry. */
export interface Measured {
  readonly method: string | null;
  score?: Value;
  p_value?: Value;
  limit?: number;
  /** The limit is one on p-values. */
  limitOfTest?: number;
  drifted?: boolean;
  at: string;
}

export interface Entry {
  readonly measured: readonly Measured[];
  readonly drifted: boolean | undefined;
  /** Where the verdict stands. */
  readonly at: string;
  /** A limit whose method is not said. */
  readonly limit: number | undefined;
  /** True where a word of it is of drift alone: a verdict, or the PSI. */
  readonly tellsDrift: boolean;
}

const performance =
  /^(roc_auc|auc|auroc|accuracy|acc|f1|f1_score|precision|recall|gini|rmse|mae|mse|r2|logloss|brier)$/;
const methodKey =
  /^(method|test|test_name|test_type|test_used|stat_?test|stattest_name|statistical_test|drift_method|drift_metric|algorithm|metric)$/;
/** May hold the kind of the column as well: a method is known by its name alone. */
const kindKey = /^(kind|type|check|check_type)$/;
const genericScore = /^(drift_score|score|statistic|stat|test_statistic|test_stat|distance|estadistico|value)$/;
const testLimit = /^(p(_?value)?_(threshold|cutoff|limit)|threshold_p(_?value)?|alpha(_used)?|significance(_level)?)$/;
const plainLimit = /^(stattest_|drift_|score_)?(threshold|cutoff|limit|umbral)$/;
const nestedNumbers = /^(metrics|scores|statistics|stats|tests|drift_metrics)$/;

const isNumberLike = (value: Value): boolean =>
  numeric(value) !== undefined || typeof value === "number" || /^[+-]?(nan|inf(inity)?)$/i.test(text(value) ?? "");

interface Gathered {
  readonly methods: Map<string, Measured>;
  generic: { readonly key: string; readonly value: Value; readonly at: string } | null;
  barePValue: { readonly value: Value; readonly at: string } | null;
  named: string | null;
  drifted: boolean | undefined;
  flagAt: string;
  limit: number | undefined;
  limitOfTest: number | undefined;
  readonly limits: Map<string, number>;
  tellsDrift: boolean;
  refused: boolean;
}

function measuredOf(gathered: Gathered, method: string | null, at: string): Measured {
  const known = gathered.methods.get(method ?? "") ?? { method, at };
  gathered.methods.set(method ?? "", known);
  return known;
}

function gatherNumber(key: string, value: Value, at: string, gathered: Gathered): void {
  const plain = plainKey(key);
  const tested = pValueMethod(key);
  const limited = /^(.+)_(threshold|limit|umbral)$/.exec(plain)?.[1];
  if (testLimit.test(plain)) gathered.limitOfTest = numeric(value);
  else if (plainLimit.test(plain)) gathered.limit = numeric(value);
  else if (limited !== undefined && scoreMethod(limited) !== undefined)
    gathered.limits.set(scoreMethod(limited) ?? "", numeric(value) ?? Number.NaN);
  else if (typeof tested === "string") measuredOf(gathered, tested, at).p_value = value;
  else if (tested === null) gathered.barePValue ??= { value, at };
  else if (scoreMethod(key) !== undefined) {
    const method = scoreMethod(key) ?? null;
    if (method === "psi") gathered.tellsDrift = true;
    const measured = measuredOf(gathered, method, at);
    measured.score = value;
    measured.at = at;
  } else if (genericScore.test(plain)) {
    if (plain === "drift_score") gathered.tellsDrift = true;
    if (gathered.generic === null || plain !== "drift_score") gathered.generic = { key: plain, value, at };
  }
}

/** A record within the entry: numbers under `metrics`, or those of one method under its name. */
function gatherNested(key: string, value: Value, at: string, gathered: Gathered): void {
  if (nestedNumbers.test(plainKey(key))) return gather(value, at, gathered);
  const method = scoreMethod(key.replace(/_?test$/i, ""));
  if (method === undefined) return;
  const inner = newGathering();
  gather(value, at, inner);
  const found = complete(inner, method).find((each) => each.method === method);
  if (found === undefined) return;
  gathered.methods.set(method, found);
  gathered.tellsDrift ||= inner.tellsDrift || method === "psi";
}

function gather(entry: Value, base: string, gathered: Gathered): void {
  for (const [key, value] of members(entry)) {
    const at = pointer(base, key);
    const flag = truth(value);
    if (isRecord(value)) gatherNested(key, value, at, gathered);
    else if (flag !== undefined && isFlagKey(key)) {
      gathered.drifted = flag;
      gathered.flagAt = at;
      gathered.tellsDrift = true;
    } else if (isNumberLike(value)) {
      if (performance.test(plainKey(key))) gathered.refused = true;
      gatherNumber(key, value, at, gathered);
    } else if (typeof value === "string") {
      if (methodKey.test(plainKey(key))) gathered.named ??= value;
      else if (kindKey.test(plainKey(key)) && knownMethod(value) !== undefined) gathered.named ??= value;
      if (isVerdictKey(key) && verdictIn(value) !== undefined && gathered.drifted === undefined) {
        gathered.drifted = verdictIn(value);
        gathered.flagAt = at;
      }
    }
  }
}

const newGathering = (): Gathered => ({
  methods: new Map(),
  generic: null,
  barePValue: null,
  named: null,
  drifted: undefined,
  flagAt: "",
  limit: undefined,
  limitOfTest: undefined,
  limits: new Map(),
  tellsDrift: false,
  refused: false,
});

/** Gives the numbers without a name of their own to the method that the entry names, else to the only test in it. */
function complete(gathered: Gathered, hint: string | null): readonly Measured[] {
  const { methods, generic, barePValue, limits, limitOfTest } = gathered;
  const written = gathered.named ?? hint;
  const named = written === null ? null : namedMethod(written);
  const only = [...methods.values()].filter(({ method }) => method !== null && isTest(method));
  const tested = named ?? (only.length === 1 ? (only[0]?.method ?? null) : null);
  if (generic !== null && !statedAlready(gathered, named)) {
    const measured = measuredOf(gathered, named, generic.at);
    if (/p_?value/i.test(written ?? "")) measured.p_value ??= generic.value;
    else if (isSaid(generic.key, named) || barePValue !== null) measured.score ??= generic.value;
  }
  if (barePValue !== null) {
    const measured = measuredOf(gathered, tested, barePValue.at);
    measured.p_value ??= barePValue.value;
  }
  for (const measured of methods.values()) {
    const limit = limits.get(measured.method ?? "");
    if (limit !== undefined && Number.isFinite(limit)) measured.limit = limit;
    if (measured.p_value !== undefined && limitOfTest !== undefined) measured.limitOfTest = limitOfTest;
    if (hint !== null && gathered.drifted !== undefined) measured.drifted = gathered.drifted;
  }
  return [...methods.values()].filter(({ score, p_value }) => score !== undefined || p_value !== undefined);
}

/** A score under a general word says nothing new where a method's own number stands beside it. */
function statedAlready({ methods }: Gathered, named: string | null): boolean {
  const scored = [...methods.values()].filter(({ score }) => score !== undefined);
  return named === null ? scored.length > 0 : scored.some(({ method }) => method === named);
}

/** The number of a test under a general word may be its statistic or its p-value; that of a distance is the distance. */
const isSaid = (key: string, method: string | null): boolean =>
  method === null || !isTest(method) || /stat|estadistico|distance/.test(key);

/** What an entry states of its column; undefined where it is no entry of a drift report. */
export function driftEntry(entry: Value, base: string, hint: string | null = null): Entry | undefined {
  if (!isRecord(entry)) return undefined;
  const gathered = newGathering();
  gather(entry, base, gathered);
  const measured = complete(gathered, hint);
  if (gathered.refused || (measured.length === 0 && gathered.drifted === undefined)) return undefined;
  return {
    measured,
    drifted: gathered.drifted,
    at: gathered.flagAt,
    limit: gathered.limit,
    tellsDrift: gathered.tellsDrift,
  };
}

const nameKeys = [
  "feature",
  "column",
  "variable",
  "feature_name",
  "column_name",
  "col",
  "field",
  "columna",
  "coluna",
  "atributo",
  "name",
];

/** The column that an entry of a list is of. */
export function columnNamed(entry: Value): string | undefined {
  for (const wanted of nameKeys) {
    const key = members(entry).find(([name]) => plainKey(name) === wanted)?.[0];
    const found = key === undefined ? undefined : text(member(entry, key));
    if (found !== undefined && found.trim() !== "") return found.trim();
  }
  return undefined;
}
