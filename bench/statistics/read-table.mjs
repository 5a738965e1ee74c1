// A table from disk, part by part, as the referee reads it.
import { basename, dirname } from "node:path";
import { readDelimitedParts } from "../../build/src/read/delimited-columns.js";
import { disk } from "../../build/src/world/disk.js";

/** @param only the columns that are wanted; all where absent */
export function readTable(path, only) {
  const parts = disk(dirname(path)).parts(basename(path));
  try {
    return readDelimitedParts(parts, only);
  } finally {
    parts.close();
  }
}
