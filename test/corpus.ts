import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of files that real tools wrote; tests that need it are skipped where it is absent. */
const generated = join(process.env.MODEL_REFEREE_CORPUS ?? "../shared/corpus", "generated");

export const corpusIsThere = existsSync(generated);

/** For the titles of tests that are skipped. */
export const unlessThere = corpusIsThere ? "" : " (skipped: no corpus here)";

export const corpusText = (path: string): string => readFileSync(join(generated, path), "utf8");
