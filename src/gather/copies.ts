import type { Fact } from "../model/fact.js";

/** A file as it was read. */
interface FileRead {
  readonly opened: { readonly size: number; readonly digest: string };
  readonly read: { readonly facts: readonly Fact[]; readonly format: string | null; readonly broken: object | null };
}

/**
 * Files that say once more, byte for byte, what another says: a copy beside an original is one result, and not two of which
 * nobody knows which is meant. Where a file's place says something too, such as its run, it is no copy. Of the two, the one
 * that is vouched for stays.
 */
export function copiesAmong<F extends FileRead>(reads: readonly F[]): ReadonlySet<F> {
  const copies = new Set<F>();
  const telling = reads.filter(({ read }) => read.broken === null && read.facts.length > 0);
  const sizes = new Map<number, number>();
  for (const { opened } of telling) sizes.set(opened.size, (sizes.get(opened.size) ?? 0) + 1);
  const byDigest = new Map<string, F[]>();
  for (const one of telling) {
    // Digests cost: no file is the copy of one of another size.
    if (sizes.get(one.opened.size) === 1) continue;
    const alike = byDigest.get(one.opened.digest);
    const first = alike?.find((other) => one.read.format === other.read.format && saidBy(one) === saidBy(other));
    if (alike === undefined) byDigest.set(one.opened.digest, [one]);
    else if (first === undefined) alike.push(one);
    else if (isVouchedFor(one) && !isVouchedFor(first)) {
      copies.add(first);
      alike.splice(alike.indexOf(first), 1, one);
    } else copies.add(one);
  }
  return copies;
}

/** What a file says, wherever it lies. */
const saidBy = ({ read }: FileRead): string =>
  JSON.stringify(read.facts.map((fact) => ({ ...fact, vouched: null, source: { ...fact.source, path: "" } })));

const isVouchedFor = ({ read }: FileRead): boolean => read.facts.some(({ vouched }) => vouched !== "committed");
