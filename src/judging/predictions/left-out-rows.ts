import type { Verdict } from "../../model/finding.js";
import type { Source } from "../../model/source.js";
import type { SliceRows } from "./slices.js";

/** How many rows are in none of the parts. */
export const rowsInNone = (parts: readonly SliceRows[], rows: number): number =>
  rows - parts.reduce((sum, part) => sum + part.rows.length, 0);

/** Rows without a value of a slice's columns are in no slice: so many are not judged, and it is said. */
export const leftOutRows = (
  keys: readonly string[],
  leftOut: number,
  rows: number,
  subject: string,
  source: Source,
): readonly Verdict[] =>
  leftOut === 0
    ? []
    : [
        {
          subject: `${subject} without a value`,
          outcome: "not-applicable",
          message: `${leftOut} of ${rows} rows have no value of ${keys.join(" or ")}: they are in no slice, and are not judged`,
          sources: [source],
        },
      ];
