import type { Value } from "../../model/adapter.js";
import { numeric, text } from "../../read/shape.js";
import type { FrameRow } from "./nannyml-frame.js";

/** The end of the names of the columns that say whether a chunk alerts. */
export const ALERT = "_alert";

/** One chunk of the data in time, and the subject looked at in it. */
export interface Look {
  readonly row: FrameRow;
  readonly prefix: string;
  readonly at: string | null;
  readonly period: string | null;
  readonly chunk: string;
  readonly index: number | null;
  readonly n: number | null;
}

/** One subject in one chunk of a frame of results. */
export function lookAt(row: FrameRow, prefix: string): Look {
  const start = numeric(row.value("chunk_start_index"));
  const end = numeric(row.value("chunk_end_index"));
  return {
    row,
    prefix,
    at: dateOf(row.value("chunk_end_date")),
    period: text(row.value("chunk_period")) ?? null,
    chunk: text(row.value("chunk_key")) ?? "",
    index: numeric(row.value("chunk_index")) ?? null,
    n: start === undefined || end === undefined || end < start ? null : end - start + 1,
  };
}

/** Dates are texts, with up to nine digits of a second, or milliseconds since 1970 where saved by column. */
function dateOf(value: Value | undefined): string | null {
  if (typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 8.64e15)
    return new Date(value).toISOString();
  return text(value) || null;
}

/** The number of a field of the look's subject; NaN where it is empty, since the tool writes what is not a number so. */
export const numberOf = ({ row, prefix }: Look, field: string): number =>
  numeric(row.value(`${prefix}_${field}`)) ?? NaN;

/** A limit or a spread; null where there is none. */
export const limitOf = ({ row, prefix }: Look, field: string): number | null =>
  numeric(row.value(`${prefix}_${field}`)) ?? null;

/** Whether the tool alerts; null where it does not say. */
export function alertOf({ row, prefix }: Look): boolean | null {
  const said = row.value(`${prefix}${ALERT}`);
  if (typeof said === "boolean") return said;
  return said === "True" || said === "true" ? true : said === "False" || said === "false" ? false : null;
}
