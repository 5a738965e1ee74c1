import { cryptography } from "../model/sha256.js";
import type { FileSystem } from "../model/world.js";
import { inflated } from "./inflated.js";
import { packOf, type Pack, type Packed } from "./pack.js";

/**
 * A repository's objects as its files hold them: a few are read sooner so than git is started. What these files do not
 * tell, as of a clone that takes objects from another or fetches them when they are needed, git is asked for.
 */
export interface ObjectFiles {
  /** Bytes of an object; null where the files do not tell. */
  size(oid: string): number | null;
  /** Held against its name; null where the files do not tell, or it has more than `most` bytes, or too many to be held. */
  read(oid: string, most?: number): Packed | null;
}

/** Larger objects are git's. */
const LARGEST = 16 * 1_048_576;
/** Kind, size and NUL before the content of an object that has a file of its own. */
const LONGEST_HEADER = 32;
/** Objects that were read last are asked for again: a size first and then the content. */
const KEPT = 32;

/** @param files of the folder `objects` of a repository */
export function objectFiles(files: FileSystem): ObjectFiles {
  const packs = new Map<number, readonly Pack[]>();
  const kept = new Map<string, Packed>();

  const packsOf = (hashBytes: number): readonly Pack[] => {
    let known = packs.get(hashBytes);
    if (known === undefined) {
      const names = files.list("pack").flatMap(({ name }) => (name.endsWith(".idx") ? [name.slice(0, -4)] : []));
      packs.set(hashBytes, (known = names.flatMap((name) => packOf(files, name, hashBytes) ?? [])));
    }
    return known;
  };
  const placed = (oid: string): { readonly pack: Pack; readonly offset: number } | null => {
    const name = Buffer.from(oid, "hex");
    for (const pack of packsOf(name.length)) {
      const offset = pack.offsetOf(name);
      if (offset !== null) return { pack, offset };
    }
    return null;
  };
  const found = (oid: string, most: number): Packed | null => {
    const place = placed(oid);
    return place === null ? loose(files, oid, most) : place.pack.at(place.offset, most);
  };
  const read = (oid: string, most = LARGEST): Packed | null => {
    const before = kept.get(oid);
    if (before !== undefined) return before.bytes.length > most ? null : before;
    const object = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(oid) ? found(oid, Math.min(most, LARGEST)) : null;
    if (object === null || nameOfObject(object.kind, object.bytes, oid.length) !== oid) return null;
    if (kept.size >= KEPT) kept.clear();
    kept.set(oid, object);
    return object;
  };

  return {
    read,
    size(oid) {
      const place = kept.has(oid) ? null : placed(oid);
      return place === null ? (read(oid)?.bytes.length ?? null) : place.pack.sizeAt(place.offset);
    },
  };
}

/** An object that has a file of its own: a header with kind and size, and its content behind it. */
function loose(files: FileSystem, oid: string, most: number): Packed | null {
  const contents = files.read(`${oid.slice(0, 2)}/${oid.slice(2)}`, LARGEST);
  const whole = contents.kind === "bytes" ? inflated(contents.bytes, most + LONGEST_HEADER) : null;
  if (whole === null) return null;
  const end = whole.indexOf(0);
  const [kind = "", size] = Buffer.from(whole.subarray(0, Math.max(0, end)))
    .toString("latin1")
    .split(" ");
  const bytes = whole.subarray(end + 1);
  if (Number(size) !== bytes.length) return null;
  return kind === "blob" || kind === "tree" || kind === "commit" || kind === "tag" ? { kind, bytes } : null;
}

/** The name by which git knows bytes. @param digits of its names: 40, or 64 in a repository of SHA-256 */
export function nameOfObject(kind: Packed["kind"], bytes: Uint8Array, digits: number): string {
  const hash = cryptography().createHash(digits === 64 ? "sha256" : "sha1");
  return hash.update(`${kind} ${bytes.length}\0`).update(bytes).digest("hex");
}
