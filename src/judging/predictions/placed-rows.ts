import { placementOfEachRow, type RowPlacements } from "../../statistics/placements.js";

interface Placed {
  readonly labels: Float64Array;
  readonly placements: RowPlacements | undefined;
}

const placed = new WeakMap<Float64Array, Placed>();

/**
 * The placements of rows, made once for every rule that asks of them: columns of tables are not written to.
 *
 * @returns undefined where one class is absent
 */
export function placementsBefore(labels: Float64Array, scores: Float64Array): RowPlacements | undefined {
  const known = placed.get(scores);
  if (known?.labels === labels) return known.placements;
  const placements = placementOfEachRow(labels, scores);
  placed.set(scores, { labels, placements });
  return placements;
}
