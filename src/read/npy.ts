/** An array as NumPy's `save` writes it: numbers in the order of the last axis first, unless it says otherwise. */
export interface NumericArray {
  readonly shape: readonly number[];
  /** The value at an index of each axis. */
  at(...index: readonly number[]): number;
}

type Read = (view: DataView, offset: number, littleEndian: boolean) => number;

const half = (bits: number): number => {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
};

/** Kinds of numbers by NumPy's letters and their bytes. Objects, texts and complex numbers are none. */
const kinds: Readonly<Record<string, Read>> = {
  f2: (view, offset, little) => half(view.getUint16(offset, little)),
  f4: (view, offset, little) => view.getFloat32(offset, little),
  f8: (view, offset, little) => view.getFloat64(offset, little),
  i1: (view, offset) => view.getInt8(offset),
  i2: (view, offset, little) => view.getInt16(offset, little),
  i4: (view, offset, little) => view.getInt32(offset, little),
  i8: (view, offset, little) => Number(view.getBigInt64(offset, little)),
  u1: (view, offset) => view.getUint8(offset),
  u2: (view, offset, little) => view.getUint16(offset, little),
  u4: (view, offset, little) => view.getUint32(offset, little),
  u8: (view, offset, little) => Number(view.getBigUint64(offset, little)),
  b1: (view, offset) => view.getUint8(offset),
};

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;
const longestHeader = 65_536;
const mostAxes = 8;

/** True for bytes that begin as NumPy's arrays do. */
export const isNpy = (bytes: Uint8Array): boolean => magic.every((byte, at) => bytes[at] === byte);

/**
 * The array that the bytes hold; undefined where they are cut short, hold anything but plain numbers, or their header
 * is not the plain mapping that NumPy writes.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html versions 1.0 to 3.0
 */
export function parseNpy(bytes: Uint8Array): NumericArray | undefined {
  if (!isNpy(bytes) || bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFirst = bytes[6] === 1;
  const length = isFirst ? view.getUint16(8, true) : view.getUint32(8, true);
  const start = (isFirst ? 10 : 12) + length;
  if (length > longestHeader || start > bytes.length) return undefined;
  const header = Buffer.from(bytes.subarray(isFirst ? 10 : 12, start)).toString("latin1");
  const [, order = "", kind = ""] = /'descr': '([<>|=])([a-z]\d{1,2})'/.exec(header) ?? [];
  const shape = shapeIn(header);
  const read = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (read === undefined || shape === undefined) return undefined;
  const size = Number(kind.slice(1));
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (start + count * size > bytes.length) return undefined;
  const strides = stridesOf(shape, header.includes("'fortran_order': True"));
  const little = order !== ">";
  return {
    shape,
    at: (...index) => {
      const element = index.reduce((sum, position, axis) => sum + position * (strides[axis] ?? 0), 0);
      return read(view, start + element * size, little);
    },
  };
}

function shapeIn(header: string): readonly number[] | undefined {
  const written = /'shape': \(([\d, ]{0,200})\)/.exec(header)?.[1];
  const shape = written?.split(",").flatMap((extent) => (extent.trim() === "" ? [] : [Number(extent)]));
  return shape === undefined || shape.length > mostAxes || !shape.every(Number.isSafeInteger) ? undefined : shape;
}

/** How many elements lie between neighbours of each axis. */
function stridesOf(shape: readonly number[], firstAxisFastest: boolean): readonly number[] {
  const strides = shape.map(() => 1);
  const axes = [...shape.keys()];
  let step = 1;
  for (const axis of firstAxisFastest ? axes : axes.reverse()) {
    strides[axis] = step;
    step *= shape[axis] ?? 1;
  }
  return strides;
}
