import type { Value } from "../../model/adapter.js";
import { messageShape } from "../../read/protobuf.js";
import { list, member, number, text } from "../../read/shape.js";

/**
 * Events of TensorBoard, as far as scalars go.
 *
 * @see https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/event.proto
 * @see https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/framework/summary.proto
 */
const tensor = messageShape({
  1: ["dtype", "integer"],
  4: ["tensor_content", "bytes"],
  5: ["float_val", "float", "repeated"],
  6: ["double_val", "double", "repeated"],
  7: ["int_val", "integer", "repeated"],
  10: ["int64_val", "integer", "repeated"],
});

const plugin = messageShape({ 1: ["plugin_name", "text"] });

const summaryValue = messageShape({
  1: ["tag", "text"],
  2: ["simple_value", "float"],
  8: ["tensor", tensor],
  9: ["metadata", messageShape({ 1: ["plugin_data", plugin] })],
});

export const scalarEvent = messageShape({
  1: ["wall_time", "double"],
  2: ["step", "integer"],
  3: ["file_version", "text"],
  5: ["summary", messageShape({ 1: ["value", summaryValue, "repeated"] })],
});

/**
 * The shortest decimal that a single-precision number is written as: 0.9 was logged where 0.8999999761581421 is kept.
 */
export function shortestSingle(kept: number): number {
  if (!Number.isFinite(kept)) return kept;
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(kept.toPrecision(digits));
    if (Math.fround(shorter) === kept) return shorter;
  }
  return kept;
}

/** Numbers of TensorFlow's data types, where a tensor holds its content as bytes. */
function fromContent(dtype: number, content: Uint8Array): number | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (dtype === 1 && content.length === 4) return shortestSingle(view.getFloat32(0, true));
  if (dtype === 2 && content.length === 8) return view.getFloat64(0, true);
  if (dtype === 3 && content.length === 4) return view.getInt32(0, true);
  if (dtype === 9 && content.length === 8) return Number(view.getBigInt64(0, true));
  return undefined;
}

/** The one number that a tensor holds; undefined where it holds another count or kind of them. */
export function numberOfTensor(held: Value | undefined): number | undefined {
  for (const kind of ["float_val", "double_val", "int_val", "int64_val"]) {
    const [only, ...others] = list(member(held, kind)) ?? [];
    if (only === undefined) continue;
    const value = number(only);
    return others.length > 0 || value === undefined ? undefined : kind === "float_val" ? shortestSingle(value) : value;
  }
  const content = text(member(held, "tensor_content"));
  return content === undefined
    ? undefined
    : fromContent(number(member(held, "dtype")) ?? 0, new Uint8Array(Buffer.from(content, "base64")));
}
