import type { NumberColumn, TableColumn, TextColumn } from "../model/table.js";
import type { Estimate } from "../model/estimate.js";
import type { BinnedSamples } from "../statistics/binned-samples.js";
import { quantileBins } from "../statistics/quantile-bins.js";
import { ascending } from "../statistics/sorted-values.js";
import { sturgesBins, widthBins } from "../statistics/width-bins.js";

/** How numbers are cut into bins. */
export type DriftBinning = "quantile" | "sturges" | "equal-width";

/** Numbers with at most so many values are categories, one bin a value. */
const FEW_VALUES = 20;

/** Counts of both samples, and how they were cut. */
export interface Binned {
  readonly reference: readonly number[];
  readonly current: readonly number[];
  /** In words, such as `10 quantile bins`. */
  readonly how: string;
}

/** The values that are there. */
export function presentValues({ values, missing }: NumberColumn): Float64Array {
  return missing === 0 ? values : values.filter((value) => !Number.isNaN(value));
}

/** The values of numbers, sorted once for every statistic of them. */
export interface SortedColumns {
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

export const sortedColumns = (reference: NumberColumn, current: NumberColumn): SortedColumns => ({
  reference: sortedOnce(reference),
  current: sortedOnce(current),
});

const sortedColumn = new WeakMap<NumberColumn, Float64Array>();

/** Several rules look at the same column. */
function sortedOnce(column: NumberColumn): Float64Array {
  const known = sortedColumn.get(column);
  if (known !== undefined) return known;
  const sorted = ascending(presentValues(column));
  sortedColumn.set(column, sorted);
  return sorted;
}

/** True where the reference holds few enough values to count each. */
export function isCategorical(column: TableColumn, sorted: SortedColumns | null): boolean {
  if (column.kind === "texts" || sorted === null) return true;
  let distinct = 0;
  for (let place = 0; place < sorted.reference.length && distinct <= FEW_VALUES; place++)
    if (place === 0 || sorted.reference[place] !== sorted.reference[place - 1]) distinct++;
  return distinct <= FEW_VALUES;
}

/** By binning and number of bins. */
type BinnedBefore = Map<string, { readonly current: TableColumn; readonly binned: Binned | string }>;

const binnedBefore = new WeakMap<TableColumn, BinnedBefore>();

/** Counts by category, or by bins of numbers; a reason where there are none. Several methods look at the same bins. */
export function binnedColumns(
  reference: TableColumn,
  current: TableColumn,
  sorted: SortedColumns | null,
  binning: DriftBinning,
  bins: number | null,
): Binned | string {
  const key = `${binning} ${bins ?? ""}`;
  const own: BinnedBefore = binnedBefore.get(reference) ?? new Map();
  const known = own.get(key);
  if (known?.current === current) return known.binned;
  const binned = binColumns(reference, current, sorted, binning, bins);
  own.set(key, { current, binned });
  binnedBefore.set(reference, own);
  return binned;
}

function binColumns(
  reference: TableColumn,
  current: TableColumn,
  sorted: SortedColumns | null,
  binning: DriftBinning,
  bins: number | null,
): Binned | string {
  if (reference.kind === "texts" && current.kind === "texts") return countedTexts(reference, current);
  if (sorted === null) return "one holds numbers, the other texts";
  if (isCategorical(reference, sorted)) return countedValues(sorted);
  switch (binning) {
    case "quantile":
      return cut(quantileBins(sorted.reference, sorted.current, bins ?? 10), "quantile bins of the reference");
    case "sturges":
      return cut(
        widthBins(
          sorted.reference,
          sorted.current,
          bins ?? sturgesBins(sorted.reference.length + sorted.current.length),
        ),
        "bins of equal width over both, by Sturges's rule",
      );
    case "equal-width":
      return cut(widthBins(sorted.reference, sorted.current, bins ?? 10), "bins of equal width over both");
  }
}

function cut(binned: Estimate<BinnedSamples>, how: string): Binned | string {
  if (binned.kind !== "value") return binned.reason;
  const { reference, current } = binned.value;
  return { reference, current, how: `${reference.length} ${how}` };
}

function countedTexts(reference: TextColumn, current: TextColumn): Binned {
  const labels = [...new Set([...reference.labels, ...current.labels])].sort();
  const place = new Map(labels.map((label, index) => [label, index]));
  const counts = ({ codes, labels: own }: TextColumn): readonly number[] => {
    const byCode = new Float64Array(own.length);
    for (const code of codes) if (code >= 0) byCode[code] = (byCode[code] ?? 0) + 1;
    const all = new Array<number>(labels.length).fill(0);
    own.forEach((label, code) => (all[place.get(label) ?? 0] = byCode[code] ?? 0));
    return all;
  };
  return { reference: counts(reference), current: counts(current), how: `${labels.length} categories` };
}

function countedValues({ reference, current }: SortedColumns): Binned {
  const counts = new Map<number, [number, number]>();
  for (const [side, values] of [reference, current].entries())
    // Values are sorted: each stands in one run.
    for (let start = 0; start < values.length;) {
      const value = values[start] ?? NaN;
      let end = start;
      while (end < values.length && values[end] === value) end++;
      const both = counts.get(value) ?? [0, 0];
      counts.set(value, side === 0 ? [end - start, both[1]] : [both[0], end - start]);
      start = end;
    }
  const sorted = [...counts].sort(([one], [other]) => one - other);
  return {
    reference: sorted.map(([, [before]]) => before),
    current: sorted.map(([, [, after]]) => after),
    how: `${sorted.length} values`,
  };
}
