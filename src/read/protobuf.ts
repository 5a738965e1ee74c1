import type { Value } from "../model/adapter.js";
import { member, scalarText } from "./shape.js";

/** How a field of a message is to be understood, which its bytes alone do not say. */
export type ScalarKind = "text" | "bytes" | "double" | "float" | "integer" | "zigzag" | "boolean";

export interface FieldShape {
  readonly name: string;
  readonly kind: ScalarKind | MessageShape;
  /** Where it may stand several times: a list, or a record of what stands under `value` by what stands under `key`. */
  readonly repeated: "list" | "map" | null;
}

/** The fields of a message that are of interest, by number; all others are passed over. */
export type MessageShape = ReadonlyMap<number, FieldShape>;

type Described = readonly [name: string, kind: ScalarKind | MessageShape, repeated?: "repeated" | "map"];

/** A message's shape, from its fields by number. */
export const messageShape = (fields: Readonly<Record<number, Described>>): MessageShape =>
  new Map(
    Object.entries(fields).map(([number, [name, kind, repeated]]) => [
      Number(number),
      { name, kind, repeated: repeated === "repeated" ? "list" : (repeated ?? null) },
    ]),
  );

/** Values of one message: a message of many millions of empty fields costs more than any real one. */
const mostValues = 2_000_000;

class Malformed extends Error {}

/**
 * A message in the wire format of protocol buffers, with its fields under their names. Bytes are Base64, as in the
 * JSON of protocol buffers; what stands at its default may be absent.
 *
 * @returns undefined where the bytes are no such message, or hold too many values
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function decodeMessage(bytes: Uint8Array, shape: MessageShape): Value | undefined {
  try {
    return new MessageReader(bytes, { left: mostValues }).message(shape);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** Reads one message from its first byte to its last. */
class MessageReader {
  readonly #view: DataView;
  #at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: { left: number },
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  message(shape: MessageShape): Value {
    const fields = new Map<string, Value>();
    const lists = new Map<string, Value[]>();
    const maps = new Map<string, FieldShape["kind"]>();
    while (this.#at < this.bytes.length) {
      if (--this.budget.left < 0) throw new Malformed();
      const tag = Number(this.#varint());
      const field = shape.get(Math.floor(tag / 8));
      const wire = tag % 8;
      if (field === undefined) this.#skip(wire);
      else if (field.repeated !== null) {
        if (field.repeated === "map") maps.set(field.name, field.kind);
        const known = lists.get(field.name) ?? [];
        for (const value of this.#several(field.kind, wire)) known.push(value);
        lists.set(field.name, known);
      } else fields.set(field.name, this.#value(field.kind, wire));
    }
    for (const [name, values] of lists) {
      const entry = maps.get(name);
      fields.set(name, entry === undefined ? values : byKey(values, entry));
    }
    return Object.fromEntries(fields);
  }

  /** Numbers of a list may be packed into one field. */
  #several(kind: ScalarKind | MessageShape, wire: number): readonly Value[] {
    const isPacked = wire === 2 && typeof kind === "string" && kind !== "text" && kind !== "bytes";
    if (!isPacked) return [this.#value(kind, wire)];
    const packed = new MessageReader(this.#chunk(), this.budget);
    const values: Value[] = [];
    while (packed.#at < packed.bytes.length) {
      if (--this.budget.left < 0) throw new Malformed();
      values.push(packed.#value(kind, wireOf(kind)));
    }
    return values;
  }

  #value(kind: ScalarKind | MessageShape, wire: number): Value {
    if (wire !== (typeof kind === "string" ? wireOf(kind) : 2)) throw new Malformed();
    if (typeof kind !== "string") return new MessageReader(this.#chunk(), this.budget).message(kind);
    switch (kind) {
      case "text":
        return bufferOf(this.#chunk()).toString("utf8");
      case "bytes":
        return bufferOf(this.#chunk()).toString("base64");
      case "double":
        return this.#view.getFloat64(this.#take(8), true);
      case "float":
        return this.#view.getFloat32(this.#take(4), true);
      case "integer":
        return Number(BigInt.asIntN(64, BigInt(this.#varint())));
      case "zigzag": {
        const coded = BigInt(this.#varint());
        return Number(coded % 2n === 0n ? coded / 2n : -(coded + 1n) / 2n);
      }
      case "boolean":
        return Number(this.#varint()) !== 0;
    }
  }

  #skip(wire: number): void {
    if (wire === 0) this.#varint();
    else if (wire === 1) this.#take(8);
    else if (wire === 2) this.#chunk();
    else if (wire === 5) this.#take(4);
    else throw new Malformed();
  }

  /** The place of the next bytes, which are then passed. */
  #take(length: number): number {
    const start = this.#at;
    if (length > this.bytes.length - start) throw new Malformed();
    this.#at = start + length;
    return start;
  }

  #chunk(): Uint8Array {
    const length = Number(this.#varint());
    const start = this.#take(length);
    return this.bytes.subarray(start, start + length);
  }

  /** A number below 2^49, which nearly all are, as one; else as a large integer of 64 bits without sign. */
  #varint(): number | bigint {
    let low = 0;
    for (let shift = 0; shift < 49; shift += 7) {
      const byte = this.#byte();
      low += (byte & 127) * 2 ** shift;
      if (byte < 128) return low;
    }
    let value = BigInt(low);
    for (let shift = 49n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw new Malformed();
  }

  #byte(): number {
    const byte = this.bytes[this.#at++];
    if (byte === undefined) throw new Malformed();
    return byte;
  }
}

function byKey(entries: readonly Value[], kind: FieldShape["kind"]): Value {
  const stated = typeof kind === "string" ? undefined : [...kind.values()].find(({ name }) => name === "value");
  const empty = stated === undefined ? "" : emptyOf(stated.kind);
  return Object.fromEntries(
    entries.map((entry) => [scalarText(member(entry, "key")) ?? "", member(entry, "value") ?? empty]),
  );
}

function emptyOf(kind: FieldShape["kind"]): Value {
  if (typeof kind !== "string") return {};
  if (kind === "text" || kind === "bytes") return "";
  return kind === "boolean" ? false : 0;
}

function wireOf(kind: ScalarKind): number {
  switch (kind) {
    case "text":
    case "bytes":
      return 2;
    case "double":
      return 1;
    case "float":
      return 5;
    case "integer":
    case "zigzag":
    case "boolean":
      return 0;
  }
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
