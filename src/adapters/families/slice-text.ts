import type { Slice } from "../../model/fact.js";
import type { Measurement } from "./table-row.js";

/** "age_band=18-24", several of them joined by commas or "and". */
const condition = /^\s*([\p{L}_][\p{L}\p{N}_. -]{0,60}?)\s*(?:==?|:)\s*(\S.{0,100}?)\s*$/u;

/** The slice that a text names: `{column: value}` where it says so, else `{slice: text}`; `{}` where it is overall. */
export function sliceNamed(text: string): Slice {
  const plain = text.trim();
  if (plain === "" || /^(overall|all|none|total|full|entire dataset)$/i.test(plain)) return {};
  const parts = plain.split(/(?<!\s)\s*(?:,|;|&|\band\b|\bAND\b)\s*/).map((part) => condition.exec(part));
  if (parts.length === 0 || parts.some((part) => part === null)) return { slice: plain };
  return Object.fromEntries(parts.map((part) => [part?.[1] ?? "", part?.[2] ?? ""]));
}

/** "accuracy@0.5, age_band=65+": the metric, its decision threshold and the slice, as Model Card Toolkit joins them. */
const toolkitName = /^([^,@]{1,80})(?:@(\d+(?:\.\d+)?|\.\d+))?(?:, (.{1,120}))?$/;

/** A result whose name has its threshold and slice in it, taken apart. */
export function withNamedSlice(result: Measurement): Measurement {
  const [, name, threshold, slice] = toolkitName.exec(result.raw_metric) ?? [];
  if (name === undefined || (threshold === undefined && slice === undefined)) return result;
  return {
    ...result,
    raw_metric: name,
    ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
    ...(slice === undefined ? {} : { slice: sliceNamed(slice) }),
  };
}
