import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Folder of the corpus of real evidence; it need not be there. */
export const corpusRoot =
  process.env["MODEL_REFEREE_CORPUS"] ?? new URL("../../../shared/corpus", import.meta.url).pathname;

/** Every file of the corpus below `generated` and `public`, relative to it, in path order. */
export const corpusPaths = (): readonly string[] =>
  ["generated", "public"]
    .flatMap((folder) =>
      readdirSync(join(corpusRoot, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(corpusRoot.length + 1)),
    )
    .sort();
