/**
 * Bytes that applying a difference gives; null where it does not begin as one.
 *
 * @see https://git-scm.com/docs/gitformat-pack#_deltified_representation
 */
export const sizeInDelta = (delta: Uint8Array): number | null => {
  const base = readSize(delta, 0);
  const target = base === null ? null : readSize(delta, base.next);
  return target?.size ?? null;
};

/**
 * Applies a difference to what it was made from.
 *
 * @returns null where it is broken, was made from something else, or gives more than `most` bytes
 */
export function fromDelta(base: Uint8Array, delta: Uint8Array, most: number): Uint8Array | null {
  const from = readSize(delta, 0);
  const target = from === null ? null : readSize(delta, from.next);
  if (from === null || target === null || from.size !== base.length || target.size > most) return null;
  const made = new Uint8Array(target.size);
  let filled = 0;
  for (let at = target.next; at < delta.length;) {
    const said = delta[at++] ?? 0;
    const next = said & 128 ? copy(said, at) : { part: delta.subarray(at, at + said), at: at + said, length: said };
    if (next === null || next.part.length !== next.length || next.length === 0) return null;
    if (filled + next.length > made.length) return null;
    made.set(next.part, filled);
    filled += next.length;
    at = next.at;
  }
  return filled === made.length ? made : null;

  /** A part of what it was made from: the bits say which bytes of place and length are written. */
  function copy(said: number, start: number): { part: Uint8Array; at: number; length: number } {
    let at = start;
    let [offset, length] = [0, 0];
    for (let byte = 0; byte < 4; byte++) if (said & (1 << byte)) offset += (delta[at++] ?? 0) * 2 ** (8 * byte);
    for (let byte = 0; byte < 3; byte++) if (said & (16 << byte)) length += (delta[at++] ?? 0) * 2 ** (8 * byte);
    if (length === 0) length = 0x10000;
    return { part: base.subarray(offset, offset + length), at, length };
  }
}

/** Seven bits a byte, the lowest first. */
function readSize(delta: Uint8Array, start: number): { readonly size: number; readonly next: number } | null {
  let size = 0;
  let scale = 1;
  for (let at = start; at < delta.length && at < start + 8; at++) {
    const byte = delta[at] ?? 0;
    size += (byte & 127) * scale;
    scale *= 128;
    if (byte < 128) return Number.isSafeInteger(size) ? { size, next: at + 1 } : null;
  }
  return null;
}
