import type { Parts } from "../model/check.js";

/** Slices of the data, each with a verdict of its own. */
export const eachSlice: Parts = { one: "slice", several: "slices", each: true };
