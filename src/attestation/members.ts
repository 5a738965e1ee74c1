/** The members of an object of parsed JSON, whatever its shape. */
export type Members = { readonly [key: string]: unknown };

export const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value below keys; undefined where one of them is not there. */
export const below = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (isMembers(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Bytes from base64 in either alphabet; undefined where it is none. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== "string" || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(value)) return undefined;
  return Buffer.from(value.replaceAll("-", "+").replaceAll("_", "/"), "base64");
}

/** A whole number from 0, as protobuf writes 64 bits in JSON: as text; undefined where it is none. */
export function wholeNumber(value: unknown): bigint | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && /^\d{1,19}$/.test(text) ? BigInt(text) : undefined;
}

export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
