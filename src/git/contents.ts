import type { Git } from "../model/world.js";
import { mayHoldEvidence } from "../read/syntax.js";
import type { Blob, Listing } from "./listing.js";
import { readObjects, sizesOf } from "./objects.js";

/** What git's objects hold, each run of git bringing many: a run costs more than the reading. */
export interface ObjectContents {
  /** In bytes; null where git has no such object. */
  size(blob: Blob): number | null;
  bytes(blob: Blob): Uint8Array | null;
  /** The same where it is at hand and has no more bytes than `most`: its size is not asked for then. Absent where nothing is. */
  atHand?(blob: Blob, most: number): Uint8Array | null;
  /** Tells in which order files will be read, so that they come together; what is told later stands first. */
  expect(paths: readonly string[]): void;
}

const aheadFiles = 512;
const aheadBytes = 16 * 1_048_576;
const smallFile = 1_048_576;
/** Sizes are asked for more files at once than contents: they cost less. */
const sizesAhead = 1024;
/** Where nobody told what comes next, few files come with the first, and more with each that was not among them. */
const firstUntold = 64;
const growth = 4;

/** Contents of a commit's files: with the one that is asked for come those that are expected after it, within bounds of memory. */
export function contentsAhead(git: Git, files: Listing): ObjectContents {
  const sizes = new Map<string, number | null>();
  let held: ReadonlyMap<string, Uint8Array> = new Map();
  let expected: readonly string[] = [];
  let places: ReadonlyMap<string, number> = new Map();
  let untold = firstUntold;

  /** Those that are likely read with a file: what was told, or else what lies behind it. */
  function* after({ path }: Blob, most: number): Iterable<Blob> {
    const place = places.get(path);
    if (place !== undefined) {
      for (const next of expected.slice(place + 1, place + most)) {
        const blob = files.at(next);
        if (blob !== null) yield blob;
      }
      return;
    }
    let count = 0;
    for (const blob of files.from(path)) {
      if ((count += 1) > most) return;
      yield blob;
    }
  }
  /** What is no evidence, such as .gitignore, says nothing of what comes next. */
  const leadsOn = ({ path }: Blob): boolean => mayHoldEvidence(path) && !/(?:^|\/)\.[^/]*$/.test(path);
  const window = (blob: Blob): number => (places.has(blob.path) ? aheadFiles : leadsOn(blob) ? untold : 1);
  /** All files, where they are not many. */
  const few = (): readonly Blob[] => {
    if (sizes.size > 0) return [];
    const all: Blob[] = [];
    for (const blob of files.from("")) if (all.push(blob) > sizesAhead) return [];
    return all;
  };
  const size = (blob: Blob): number | null => {
    const known = sizes.get(blob.oid);
    if (known !== undefined) return known;
    const ahead = [...few(), ...after(blob, Math.max(sizesAhead, 4 * window(blob)))].map(({ oid }) => oid);
    const asked = [...new Set([blob.oid, ...ahead.filter((oid) => !sizes.has(oid))])];
    const found = sizesOf(git, asked);
    for (const oid of asked) sizes.set(oid, found.get(oid) ?? null);
    return sizes.get(blob.oid) ?? null;
  };

  return {
    size,
    bytes(blob) {
      const known = held.get(blob.oid);
      if (known !== undefined) return known;
      const ahead = [blob.oid];
      let bytes = size(blob) ?? 0;
      for (const next of after(blob, window(blob))) {
        if (next.kind === "other" || !mayHoldEvidence(next.path)) continue;
        const more = size(next);
        if (more === null || more > smallFile) continue;
        if (bytes + more > aheadBytes) break;
        bytes += more;
        ahead.push(next.oid);
      }
      if (!places.has(blob.path) && leadsOn(blob)) untold = Math.min(aheadFiles, untold * growth);
      held = readObjects(git, [...new Set(ahead)]);
      return held.get(blob.oid) ?? null;
    },
    expect(paths) {
      expected = paths;
      places = new Map(paths.map((path, index) => [path, index]));
    },
  };
}
