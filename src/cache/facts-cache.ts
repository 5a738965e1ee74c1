import type { FileToRead, GatherContext, Gathered } from "../gather/gather.js";
import { sha256 } from "../model/sha256.js";
import type { Reader } from "../read/reader.js";
import { sourceDigest } from "../version.js";
import { factsKey } from "./facts-key.js";

/** Where entries lie, by name. What is read may be anything: cut short, another's, or somebody's work. */
export interface CacheStore {
  /** Null where there is no such entry. */
  read(name: string): string | null;
  /** Whole or not at all; an entry that cannot be written is left out. */
  write(name: string, text: string): void;
}

/** Facts that were read before, by the digest of all that they depend on. */
export interface FactsCache {
  /** The facts of a model's files: those of an entry, or read now and kept. @param side tells the trees of a run apart */
  of(side: string, files: readonly FileToRead[], context: GatherContext, read: () => Gathered): Gathered;
}

/**
 * A cache in a store. An entry stands for a model on one side, and is written over when the model changes, so that a store
 * grows with the models and not with the runs.
 *
 * @param version of this program; an entry of other sources is none
 */
export const factsCache = (store: CacheStore, version: string): FactsCache => ({
  of(side, files, context, read) {
    const program = sourceDigest ?? `unbuilt ${version}`;
    const key = files.length === 0 ? null : factsKey(side, files, context, program);
    if (key === null) return read();
    const name = sha256(JSON.stringify([context.model, files.some(({ baseline }) => baseline), key.asked]));
    const known = entryIn(store.read(name), key.digest);
    if (
      known !== null &&
      stateOf(
        known.looked.map(([path]) => path),
        context.reader,
      ) === JSON.stringify(known.looked)
    )
      return known.gathered;
    const gathered = read();
    const looked: Entry["looked"] = JSON.parse(stateOf(lookedAt(files, context.reader), context.reader));
    store.write(name, written({ gathered, looked }, key.digest));
    return gathered;
  },
});

interface Entry {
  readonly gathered: Gathered;
  /** What was looked at besides the files themselves, and how it was: digests, null for what was not there. */
  readonly looked: readonly (readonly [path: string, digest: string | null])[];
}

/** All that was looked at to find what files say, and to find what that says. */
function lookedAt(files: readonly FileToRead[], reader: Reader): readonly string[] {
  const found = new Set<string>();
  const open = files.map(({ path }) => path);
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const path of reader.lookedAt(from)) {
      if (!found.has(path)) open.push(path);
      found.add(path);
    }
  }
  return [...found].sort();
}

/** How files and folders are now, as JSON. */
const stateOf = (paths: readonly string[], reader: Reader): string =>
  JSON.stringify(
    paths.map((path) => [
      path,
      path.endsWith("/")
        ? sha256(JSON.stringify(reader.names(path.slice(0, -1))))
        : (reader.open(path)?.digest ?? null),
    ]),
  );

/** The first line says what the entry is of, and the digest of the second, which holds it. */
function written(entry: Entry, key: string): string {
  const content = JSON.stringify(entry);
  return `${key} ${sha256(content)}\n${content}`;
}

/** Null for an entry of other files, one that is cut short, and one that was tampered with without its digest. */
function entryIn(text: string | null, key: string): Entry | null {
  const [head = "", content = "", ...more] = (text ?? "").split("\n");
  if (more.length > 0 || head !== `${key} ${sha256(content)}`) return null;
  // Written by this very program, as key and digest say.
  return JSON.parse(content) as Entry;
}
