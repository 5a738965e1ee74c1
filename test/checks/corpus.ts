import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.env["MODEL_REFEREE_CORPUS"] ?? new URL("../../../shared/corpus", import.meta.url).pathname;

/** True where the corpus of real evidence is beside the repository; tests on it are skipped elsewhere. */
export const corpusIsThere = existsSync(join(root, "generated"));

/** Files of the corpus under the paths that a test gives them; none where the corpus is absent. */
export const corpusFiles = (paths: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  corpusIsThere
    ? Object.fromEntries(Object.entries(paths).map(([to, from]) => [to, readFileSync(join(root, from), "utf8")]))
    : {};
