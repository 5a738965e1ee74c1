import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mayHoldEvidence } from "../../src/read/syntax.js";
import { seededRandom } from "../../src/statistics/random-source.js";
import { ofKind, readFiles } from "../read-evidence.js";
import { corpusRoot } from "./corpus-files.js";
import { mutations, type Mutation } from "./mutations.js";

/** Milliseconds of processor time, of all threads, after which a broken file is said to hang: far more than any takes. */
const hangs = (size: number): number => 20_000 + (size / 1_048_576) * 20_000;

/** What is wrong with how a file of these bytes is read; null where it gives facts or problems, soon enough. */
async function readingFault(path: string, bytes: Uint8Array): Promise<string | null> {
  const started = process.cpuUsage();
  try {
    const facts = await readFiles({ [path]: bytes });
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    if (took > hangs(bytes.length)) return `took ${Math.round(took)} ms for ${bytes.length} bytes`;
    const failed = ofKind(facts, "problem").find(({ message }) => message.startsWith("the reader of "));
    if (failed !== undefined) return failed.message;
    return facts.length === 0 && mayHoldEvidence(path) ? "is not told of at all" : null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : "threw";
  }
}

/** Loads what is loaded once, so that no file's time holds it. */
export const warmUp = async (): Promise<void> => {
  await readFiles({ "a.json": "{}", "a.csv": "a,b\n1,2\n", "a.md": "# a\n", "a.yaml": "a: 1\n", "a.toml": "a = 1\n" });
};

/** Breaks a file of the corpus in each way, `rounds` times, and gives what was read wrongly. */
export async function brokenReadings(path: string, seed: number, rounds: number): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync(join(corpusRoot, path)));
  const faults: string[] = [];
  for (const mutation of Object.keys(mutations) as Mutation[]) {
    for (let round = 0; round < rounds; round++) {
      const broken = mutations[mutation](bytes, seededRandom(seed + round));
      const fault = broken === undefined ? null : await readingFault(path, broken);
      if (fault !== null) faults.push(`${path} ${mutation} (seed ${seed + round}): ${fault}`);
    }
  }
  return faults;
}
