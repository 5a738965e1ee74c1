import type { Slice } from "../../model/fact.js";
import { wordOf } from "../../normalise/metric-name.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";

/** A metric's name that also names a part of the data, taken apart. */
interface SlicedName {
  /** What is left of the name without the slice. */
  readonly metric_name: string;
  readonly slice: Slice;
}

const marker = /^(?:by[_-])?(?:slices?|segments?|(?:sub)?groups?|cohorts?)(?:[_-](.+))?$/i;
/** `by_country`: the column of the values that follow. */
const byColumn = /^(?:by|per)[_-]((?!(?:slice|segment|subgroup|group|cohort)s?$)[A-Za-z][\w-]*)$/i;
const bracketed =
  /^([^[{(]+)[[{(]\s*([\w.-](?:[\w .-]*[\w.-])?)\s*=\s*"?([^\s\]})"](?:[^\]})"]*[^\s\]})"])?)"?\s*[\]})]$/;
const mostSegments = 12;
const columnName = /^[A-Za-z_][\w -]*$/;

/** Segments behind a metric that name a statistic, a version or a moment of training, never a column or its value. */
const noColumn =
  /^(v\d+|mean|std|stdev|var|variance|min|max|median|sum|count|ratio|p\d+|q\d+|epoch|step|iter(ation)?|batch|fold|score|value|n|support|threshold)$/i;

/**
 * Takes a slice out of a metric's name: `slice_recall/age_band/65 plus`, `test_auc.country.DE`, `recall/country=DE`,
 * `recall[country=DE]`, `slices.18-24.recall`. A value whose column is not named stands under `slice`.
 *
 * @returns null where the name holds no slice, as `val/loss`, `ndcg_at_5/mean` and `toxicity/v1/p90`
 */
export function slicedName(raw: string): SlicedName | null {
  if (raw.length > 300 || raw.split(/[./]/, mostSegments + 1).length > mostSegments) return null;
  const [bySlash, byDot] = [raw.split("/"), raw.split(".")];
  return equated(raw) ?? marked(bySlash, "/") ?? marked(byDot, ".") ?? trailing(bySlash, "/") ?? trailing(byDot, ".");
}

/** The same for the keys of a nested document, which may hold dots and slashes themselves. */
export const slicedKeys = (keys: readonly string[]): SlicedName | null =>
  keys.length > mostSegments ? null : (marked(keys, ".") ?? trailing(keys, "."));

/** The fields of a measurement that its raw name fixes. */
export function namedMeasurement(raw: string): { readonly raw_metric: string } & Partial<SlicedName> {
  const found = slicedName(raw);
  return found === null ? { raw_metric: raw } : { raw_metric: raw, ...found };
}

function equated(raw: string): SlicedName | null {
  const inBrackets = bracketed.exec(raw);
  if (inBrackets !== null) {
    const [, name = "", column = "", value = ""] = inBrackets;
    return { metric_name: name.trim(), slice: { [column]: value } };
  }
  if (!raw.includes("=") || !raw.includes("/")) return null;
  const segments = raw.split("/");
  const pairs = segments.slice(1).map((segment) => /^([^=]+)=(.+)$/.exec(segment));
  if (pairs.every((pair) => pair === null)) return null;
  const name = segments.filter((_, index) => index === 0 || pairs[index - 1] === null).join("/");
  const slice = Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? "", pair[2] ?? ""]])));
  return { metric_name: name, slice };
}

/** Where a segment says itself that a slice follows. */
function marked(segments: readonly string[], separator: string): SlicedName | null {
  const at = segments.slice(0, 2).findIndex((segment) => marker.test(segment) || byColumn.test(segment));
  if (at < 0 || at === segments.length - 1) return null;
  if (at === 1 && wordOf((segments[0] ?? "").toLowerCase()).kind === "core") return null;
  const head = segments[at] ?? "";
  const named = byColumn.exec(head)?.[1] ?? marker.exec(head)?.[1];
  const before = segments.slice(0, at);
  const rest = segments.slice(at + 1);
  if (named !== undefined && interpretMetric(named).known) return sliced([...before, named], rest, separator);
  const columned = named === undefined ? rest : [named, ...rest];
  const last = columned.at(-1) ?? "";
  if (columned.length > 1 && interpretMetric(last).known)
    return sliced([...before, last], columned.slice(0, -1), separator);
  const first = columned[0] ?? "";
  if (columned.length > 1 && interpretMetric(first).known)
    return sliced([...before, first], columned.slice(1), separator);
  return named === undefined ? unnamed(segments, rest, separator) : null;
}

/** A slice of a metric that the vocabulary does not know: `slice/18-24`, `slices/18-24/gain`. */
function unnamed(segments: readonly string[], rest: readonly string[], separator: string): SlicedName {
  const last = rest.at(-1) ?? "";
  const whole = segments.join(separator);
  if (rest.length === 1) return { metric_name: whole, slice: { slice: last } };
  const pairs = columnName.test(last) ? null : pairsOf(rest);
  return pairs === null ? sliced([last], rest.slice(0, -1), separator) : { metric_name: whole, slice: pairs };
}

const sliced = (name: readonly string[], rest: readonly string[], separator: string): SlicedName => ({
  metric_name: name.join(separator),
  slice: pairsOf(rest) ?? { slice: rest.join(separator) },
});

/** Columns and values in turn; null where the segments are no such pairs. */
function pairsOf(segments: readonly string[]): Slice | null {
  if (segments.length === 0 || segments.length % 2 !== 0) return null;
  const pairs: [string, string][] = [];
  for (let index = 0; index < segments.length; index += 2) {
    const [column = "", value = ""] = [segments[index], segments[index + 1]];
    if (!columnName.test(column) || value === "") return null;
    pairs.push([column, value]);
  }
  return Object.fromEntries(pairs);
}

/** `<known metric>/<column>/<value>`, perhaps crossed with further columns. */
function trailing(segments: readonly string[], separator: string): SlicedName | null {
  for (let length = 1; length <= segments.length - 2; length++) {
    const name = segments.slice(0, length).join(separator);
    const reading = interpretMetric(name);
    // A loss followed by names is made of components rather than taken over slices.
    if (!reading.known || reading.metric === "loss") continue;
    const rest = segments.slice(length);
    const slice = pairsOf(rest);
    if (slice !== null && rest.every(maySlice)) return { metric_name: name, slice };
  }
  return null;
}

/** A column or value is neither a statistic nor, on its own, a metric, a split or an average. */
const maySlice = (segment: string, index: number): boolean =>
  !noColumn.test(segment) &&
  (index % 2 === 1 || (wordOf(segment.toLowerCase()).kind === "core" && !interpretMetric(segment).known));
