import { problemAt, UsageError } from "../model/problem.js";

/** One of several runs that judge a repository between them. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/** The most parts that a repository is judged in: as many jobs as a matrix may have. */
const mostParts = 256;

/**
 * Whether a model falls to a part. It depends on the name alone, so that parts agree without knowing of one another.
 *
 * @param shard absent or null for a whole repository
 */
export function isInShard(model: string, shard: Shard | null | undefined): boolean {
  if (shard === null || shard === undefined) return true;
  return fnv1a(model) % shard.of === shard.index - 1;
}

/** FNV-1a of 32 bits over UTF-16 code units. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  // The last bits of neighbouring names differ too little by themselves.
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Reads `3/8`: the third of eight parts. @throws UsageError */
export function readShard(written: string): Shard {
  const [, index = "", of = ""] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(written) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index !== "" && shard.index >= 1 && shard.index <= shard.of && shard.of <= mostParts) return shard;
  const mend = `write it as 3/8, the third of eight parts; at most ${mostParts}`;
  throw new UsageError([problemAt("usage", `${written} is no part of anything`, mend)]);
}
