import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { DriftScope } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isList, isRecord, members, numeric, text } from "../../read/shape.js";
import { columnNamed, driftEntry, type Drift, type Entry, type Measured } from "./drift-column.js";
import { driftedBelow, holdsNumbers, isDriftedList, listedColumns, verdictAlone, type Named } from "./drift-listed.js";
import { limitOf, limitsOf, verdictsOfTest, type Limits } from "./drift-limits.js";
import { isTest, knownMethod, mapMethod, plainKey, truth } from "./drift-words.js";
import { onlyWhole, wholeIn, wholeStatement, type Whole } from "./drift-whole.js";

/** Drift reports in shapes of their teams' own: a record, a row or a number for each column, and a word on the whole. */

const deepest = 3;
const mostLooked = 20_000;

const countKeys = {
  n_reference: /^(n_)?(reference|ref|baseline|historico|train)(_(rows|n_rows|size|count|samples|n))?$/,
  n_current: /^(n_)?(current|recent|production|actual|incoming|new)(_(rows|n_rows|size|count|samples|n))?$/,
} as const;
const countWord = /^n_|_(rows|size|count|samples|n)$/;
const dateKey =
  /^(generated(_at(_utc)?)?|timestamp|created_at|run_at|checked_at|evaluated_at|analysis_time|report_date|date|fecha(_ejecucion)?|run_date|computed_at|datetime)$/;
const noColumn =
  /drift|summary|overall|dataset|metadata|^meta$|config|threshold|umbral|status|global|report|result|scenario|performance/;
const ofLimits = /threshold|limit|umbral|config|setting|param/;
/** Drift that was made up to try a detector. */
const madeUp = /simulat|synthetic|injected|artificial|what_if|scenario|^shifted_|_shifted$|stress|perturb/;
const notOneColumn = /(^|_)(features|columns|variables)($|_)|^per_|drifted/;

interface FoundEntry {
  readonly scope: DriftScope;
  readonly column: string | null;
  readonly entry: Entry;
}

interface Walk {
  readonly entries: FoundEntry[];
  /** The document's own word first. */
  readonly wholes: Whole[];
  looked: number;
}

/** The numbers of rows that a record states. */
export function countsIn(record: Value): Partial<Drift> {
  const counts: { n_reference?: number; n_current?: number } = {};
  for (const [key, value] of members(record)) {
    const plain = plainKey(key);
    for (const side of ["n_reference", "n_current"] as const) {
      if (!countKeys[side].test(plain)) continue;
      const inner = members(value).find(([name]) => /^(n|rows|n_rows|size|count)$/.test(plainKey(name)))?.[1];
      const rows = isRecord(value) ? numeric(inner) : countWord.test(plain) ? numeric(value) : undefined;
      if (rows !== undefined && Number.isInteger(rows) && rows >= 0) counts[side] ??= rows;
    }
  }
  return counts;
}

/** The statements of one column, one for each method; the verdict alone where no number stands beside it. */
export function columnStatements(
  column: string | null,
  entry: Entry,
  limits: Limits,
  common: Partial<Drift>,
  scope: DriftScope = "column",
): readonly Drift[] {
  const drifted = entry.drifted ?? null;
  const said = { kind: "drift", ...common, scope, column } as const;
  if (entry.measured.length === 0) return [{ ...said, drifted, where: { pointer: entry.at } }];
  return entry.measured.map((measured) => ({
    ...said,
    method: measured.method,
    ...(measured.score === undefined ? {} : { score: measured.score }),
    ...(measured.p_value === undefined ? {} : { p_value: measured.p_value }),
    threshold: limitOf(measured, entry, limits),
    drifted: measured.drifted ?? drifted,
    where: { pointer: measured.at },
  }));
}

/** The columns of a record that has an entry for each of them; none where the most of it are no entries. */
function columnsOf(value: Value, base: string, hint: string | null): Named {
  const records = members(value).filter(([, each]) => isRecord(each));
  if (hint === null && records.some(([key]) => noColumn.test(plainKey(key)))) return [];
  const entries = records.flatMap(([key, each]): Named => {
    if (members(each).some(([inner, held]) => (isRecord(held) || isList(held)) && notOneColumn.test(plainKey(inner))))
      return [];
    const entry = driftEntry(each, pointer(base, key), hint);
    return entry === undefined ? [] : [[key, entry]];
  });
  return entries.length * 2 > records.length ? entries : [];
}

/** The columns of a list that has an entry for each of them. */
function columnsIn(value: readonly Value[], base: string): Named {
  const entries = value.slice(0, mostLooked).flatMap((each, index): Named => {
    const column = columnNamed(each);
    const entry = column === undefined ? undefined : driftEntry(each, pointer(base, index));
    return column === undefined || entry === undefined ? [] : [[column, entry]];
  });
  return entries.length * 2 > value.length ? entries : [];
}

/** A number for each column under the name of a method. */
function mapped(key: string, value: Value, base: string): Named {
  const method = mapMethod(key);
  if (method === undefined) return [];
  const held = members(value);
  if (!held.every(([, each]) => typeof each === "number" || each === null)) return columnsOf(value, base, method.id);
  return held.flatMap(([column, number]): Named => {
    if (number === null) return [];
    const at = pointer(base, column);
    const measured = [{ method: method.id, [method.holds]: number, at }];
    return [[column, { measured, drifted: undefined, at, limit: undefined, tellsDrift: method.id === "psi" }]];
  });
}

const scopes: readonly (readonly [RegExp, DriftScope])[] = [
  [/^(prediction|score|output|model_output)s?(_drift|_psi|_distribution)?$/, "prediction"],
  [/^(target|label)s?(_drift|_psi|_distribution)?$/, "target"],
  [/^concept_drift$/, "concept"],
];

const scopeOf = (key: string): DriftScope | undefined => scopes.find(([pattern]) => pattern.test(plainKey(key)))?.[1];

/** Of `target_drift_detected` and the like: what drifted. */
const flaggedScope = (plain: string): DriftScope | undefined =>
  scopeOf(/^(\w+_drift)_(detected|flag|found|present|alert|status)$/.exec(plain)?.[1] ?? "");

const numberOf = (key: string, value: number, at: string): Entry => ({
  measured: [{ method: key, score: value, at }],
  drifted: undefined,
  at,
  limit: undefined,
  tellsDrift: true,
});

function walkRecord(record: Value, base: string, depth: number, walk: Walk): void {
  const whole = wholeIn(record, base);
  if (whole !== undefined) walk.wholes.push(whole);
  for (const [key, value] of members(record)) {
    if (walk.looked++ > mostLooked) return;
    const [place, plain, scope] = [pointer(base, key), plainKey(key), scopeOf(key) ?? null];
    if (typeof value === "number" && scope !== null && plain.endsWith("_psi"))
      walk.entries.push({ scope, column: null, entry: numberOf("psi", value, place) });
    const flagged = flaggedScope(plain);
    const flag = flagged === undefined ? undefined : truth(value);
    if (flagged !== undefined && flag !== undefined)
      walk.entries.push({ scope: flagged, column: null, entry: verdictAlone(flag, place) });
    if ((!isRecord(value) && !isList(value)) || ofLimits.test(plain) || madeUp.test(plain)) continue;
    const named = columnsBelow(record, key, value, place);
    const entry = scope === null || named.length > 0 ? undefined : driftEntry(value, place);
    for (const [column, each] of named) walk.entries.push({ scope: "column", column, entry: each });
    if (entry !== undefined && scope !== null) walk.entries.push({ scope, column: null, entry });
    else if (named.length === 0 && isRecord(value) && depth < deepest) walkRecord(value, place, depth + 1, walk);
  }
}

function columnsBelow(record: Value, key: string, value: Value, place: string): Named {
  if (isList(value)) return columnsIn(value, place);
  if (isDriftedList(key) && holdsNumbers(value)) return driftedBelow(record, value, place);
  return mapMethod(key) === undefined ? columnsOf(value, place, null) : mapped(key, value, place);
}

/** One entry of each quantity; undefined where two places state it differently, as two periods do. */
function single(entries: readonly FoundEntry[]): readonly FoundEntry[] | undefined {
  const known = new Map<string, string>();
  const kept: FoundEntry[] = [];
  for (const { scope, column, entry } of entries) {
    const measured: Measured[] = [];
    for (const each of entry.measured) {
      const quantity = JSON.stringify([scope, column, each.method]);
      const numbers = JSON.stringify([String(each.score), String(each.p_value)]);
      const before = known.get(quantity);
      if (before !== undefined && before !== numbers) return undefined;
      if (before === undefined) measured.push(each);
      known.set(quantity, numbers);
    }
    if (measured.length > 0 || entry.measured.length === 0) kept.push({ scope, column, entry: { ...entry, measured } });
  }
  return kept;
}

/** A limit without a method bounds numbers of one kind alone, or the p-values, where the verdicts are theirs. */
function attributable(limits: Limits, entries: readonly FoundEntry[]): Limits {
  const { plain, ofTest } = limits;
  if (plain === undefined) return limits;
  if (verdictsOfTest(plain, entries))
    return { ...limits, plain: undefined, ofTest: new Map<string | null, number>([...ofTest, [null, plain]]) };
  const measured = entries.flatMap(({ entry }) => entry.measured);
  const kinds = new Set(
    measured.map(({ method, score, p_value: pValue }) =>
      score === undefined ? "p" : JSON.stringify([method, pValue !== undefined]),
    ),
  );
  return kinds.size > 1 ? { ...limits, plain: undefined } : limits;
}

const momentOf = (document: Value): string | null =>
  members(document).flatMap(([key, value]) => (dateKey.test(plainKey(key)) ? (text(value) ?? []) : []))[0] ?? null;

const methodOfAll = /^((drift|statistical)_)?(method|test(_name|_type|_used)?)$|^stat_?test$/;

/**
 * The columns' numbers whose method is not said beside them, under the one that the document names for all. A score of
 * a test is its statistic only where the p-value stands beside it: alone it may be either.
 */
function namedForAll(document: Value, entries: readonly FoundEntry[]): readonly FoundEntry[] {
  const written = members(document).find(
    ([key, value]) => methodOfAll.test(plainKey(key)) && text(value) !== undefined,
  );
  const id = knownMethod(text(written?.[1]) ?? "");
  if (id === undefined) return entries;
  return entries.map((found) => {
    const { measured } = found.entry;
    if (measured.some(({ method }) => method === id)) return found;
    const named = measured.map((each) =>
      each.method === null && isTest(id) === (each.p_value !== undefined) ? { ...each, method: id } : each,
    );
    return { ...found, entry: { ...found.entry, measured: named } };
  });
}

const ofSettings = /config|threshold|limit|umbral|setting|param|baseline|schema|polic|rules|alert|spec/i;

/** True for a file whose name says that it is of drift and not of what is to be looked for. */
export const isCalledDrift = ({ name }: EvidenceFile): boolean =>
  /drift|(^|[^a-z])psi([^a-z]|$)/i.test(name) && !ofSettings.test(name);

/** What a document states of drift; undefined where it is no drift report, or states one quantity twice. */
export function driftOfDocument(file: EvidenceFile): readonly Drift[] | undefined {
  const { value } = file;
  if (!(isRecord(value) || isList(value)) || ofSettings.test(file.name) || !/drift|psi/i.test(file.text))
    return undefined;
  const walk: Walk = { entries: [], wholes: [], looked: 0 };
  const own = isList(value) ? columnsIn(value, "") : columnsOf(value, "", null);
  for (const [column, entry] of own) walk.entries.push({ scope: "column", column, entry });
  const whole = own.length === 0 ? undefined : wholeIn(value, "");
  if (whole !== undefined) walk.wholes.push(whole);
  if (own.length === 0) walkRecord(value, "", 0, walk);
  if (!isTold(file, walk)) return undefined;
  const entries = single(walk.entries);
  return entries === undefined ? undefined : statementsOf(value, namedForAll(value, entries), walk.wholes);
}

/** Whether the document leaves no doubt that it is of drift. */
function isTold(file: EvidenceFile, { entries, wholes }: Walk): boolean {
  if (entries.length === 0) return wholes.length > 0 && isCalledDrift(file);
  const worded = members(file.value).some(([key]) => /drift/i.test(key));
  return isCalledDrift(file) || worded || entries.some(({ entry }) => entry.tellsDrift);
}

/** `{"psi": 0.1, "threshold": 0.2, "drift_detected": false}`: the whole measured by a method that its key names, and by no column. */
function ownNumbers(
  document: Value,
  whole: Whole,
  entries: readonly FoundEntry[],
  limits: Limits,
  common: Partial<Drift>,
): readonly Drift[] | undefined {
  if (entries.length > 0 || whole.share !== undefined || whole.at.lastIndexOf("/") !== 0) return undefined;
  const entry = driftEntry(Object.fromEntries(members(document).filter(([, value]) => !isRecord(value))), "");
  const measured = (entry?.measured ?? []).filter(({ method }) => method !== null);
  if (entry === undefined || measured.length === 0) return undefined;
  return columnStatements(null, { ...entry, measured, drifted: whole.drifted }, limits, common, "dataset");
}

function statementsOf(document: Value, entries: readonly FoundEntry[], wholes: readonly Whole[]): readonly Drift[] {
  const stated = limitsOf(document);
  const limits = attributable(stated, entries);
  const common = { ...countsIn(document), at: momentOf(document) };
  const listed = listedColumns(document);
  const names = listed === null ? null : new Set(listed.map(({ name }) => name));
  const entered = new Set(entries.map(({ column }) => column));
  const unentered = (listed ?? []).filter(({ name }) => !entered.has(name));
  const whole = onlyWhole(wholes);
  return [
    ...(whole === undefined
      ? []
      : (ownNumbers(document, whole, entries, limits, common) ?? [
          wholeStatement(whole, common, entries.length === 0 ? stated.plain : undefined),
        ])),
    ...entries.flatMap(({ scope, column, entry }) => {
      const drifted = entry.drifted ?? (column === null ? undefined : names?.has(column));
      return columnStatements(column, { ...entry, drifted }, limits, common, scope);
    }),
    ...unentered.flatMap(({ name, at }) => columnStatements(name, verdictAlone(true, at), limits, common)),
  ];
}
