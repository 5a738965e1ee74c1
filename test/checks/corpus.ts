import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.env["MODEL_REFEREE_CORPUS"] ?? new URL("../../../shared/corpus", import.meta.url).pathname;

/** True where the corpus of real evidence is beside the repository; tests on it are skipped elsewhere. */
export const corpusIsThere = existsSync(join(root, "generated"));

const realTexts = new Set<string>();

/** Files of the corpus under the paths that a test gives them; none where the corpus is absent. */
export function corpusFiles(paths: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (!corpusIsThere) return {};
  return Object.fromEntries(
    Object.entries(paths).map(([to, from]) => {
      const text = readFileSync(join(root, from), "utf8");
      realTexts.add(text);
      return [to, text];
    }),
  );
}

/** True where a text is that of a file of the corpus, unchanged. */
export const isFromCorpus = (text: string): boolean => realTexts.has(text);

/** A file of the corpus with a change that a test makes, for what no file of the corpus states. */
export function changedCorpusFile(path: string, change: (text: string) => string): string {
  if (!corpusIsThere) return "";
  const text = change(readFileSync(join(root, path), "utf8"));
  realTexts.add(text);
  return text;
}

/** Cases on files of the corpus; none where it is absent. */
export const onCorpus = <Case>(cases: Readonly<Record<string, Case>>): Readonly<Record<string, Case>> =>
  corpusIsThere ? cases : {};
