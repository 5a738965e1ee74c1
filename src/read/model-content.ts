import type { ModelContent } from "../model/model-content.js";

/** So many bytes are looked at: the headers of all of them, and the first names in an archive. */
export const MODEL_HEAD_BYTES = 4096;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/**
 * Tells a model's format by its first bytes, whatever its name says; null where they are of no known format. Nothing is
 * loaded and nothing is unpickled: signatures, a length, and names in an archive's headers are compared.
 *
 * @param bytes the first bytes of the file, at most `MODEL_HEAD_BYTES`
 * @see https://github.com/huggingface/safetensors#format
 * @see https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 * @see https://docs.python.org/3/library/pickletools.html
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function modelContent(bytes: Uint8Array): ModelContent | null {
  if (bytes.length === 0) return "empty";
  if (ascii(bytes, 0, 42).startsWith("version https://git-lfs.github.com/spec/")) return "lfs-pointer";
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return archiveContent(namesOf(bytes));
  if (starts(bytes, 0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a)) return "hdf5";
  if (starts(bytes, 0x93) && ascii(bytes, 1, 6) === "NUMPY") return arrayContent(bytes);
  if (ascii(bytes, 0, 4) === "GGUF") return "gguf";
  if (["lmgg", "fmgg", "tjgg", "algg"].includes(ascii(bytes, 0, 4))) return "ggml";
  if (ascii(bytes, 0, 4) === "CBM1") return "catboost";
  if (ascii(bytes, 4, 8) === "TFL3") return "tflite";
  if (isPickle(bytes)) return ascii(bytes, 0, MODEL_HEAD_BYTES).includes("joblib.numpy_pickle") ? "joblib" : "pickle";
  if (isCompressed(bytes)) return "compressed";
  if (isSafetensors(bytes)) return "safetensors";
  if (starts(bytes, 0x7b, 0x4c) || starts(bytes, 0x7b, 0x69) || starts(bytes, 0x7b, 0x55)) return "xgboost-ubj";
  return protobufContent(bytes);
}

/** Opcode PROTO with protocol 2 to 5; before it, pickles were text: a module and a name, a line each. */
function isPickle(bytes: Uint8Array): boolean {
  const [first, protocol = 0] = bytes;
  if (first === 0x80 && protocol >= 2 && protocol <= 5) return true;
  const text = ascii(bytes, 0, 420);
  return /^\([dl]p?\d{0,9}\n/.test(text) || /^\(?[ci][A-Za-z_][\w.]{0,200}\n[A-Za-z_][\w.]{0,200}\n/.test(text);
}

/** zlib, gzip, bzip2, xz, LZMA and LZ4, as joblib writes them around a pickle. */
const isCompressed = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0)) ||
  starts(bytes, 0x1f, 0x8b) ||
  (ascii(bytes, 0, 3) === "BZh" && /[1-9]/.test(ascii(bytes, 3, 4))) ||
  starts(bytes, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00) ||
  starts(bytes, 0x5d, 0x00, 0x00) ||
  starts(bytes, 0x04, 0x22, 0x4d, 0x18);

/** Eight bytes that give the length of a JSON object, and the object. */
function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  return length >= 2n && length <= 100_000_000n && /^\{\s*["}]/.test(ascii(bytes, 8, 64));
}

/** An array of Python objects is a pickle behind its header. */
const arrayContent = (bytes: Uint8Array): ModelContent =>
  /'descr':\s*(?:'[|<>=]?O\d{0,3}'|\[[^\]]{0,1000}'[|<>=]?O\d{0,3}')/.test(ascii(bytes, 8, 1024))
    ? "numpy-objects"
    : "numpy-array";

/** Names of the archive's entries, as far as their headers stand in the bytes and say how long the entries are. */
function namesOf(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 0; at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50;) {
    const nameLength = view.getUint16(at + 26, true);
    const next = at + 30 + nameLength + view.getUint16(at + 28, true) + view.getUint32(at + 18, true);
    names.push(ascii(bytes, at + 30, at + 30 + nameLength));
    // An entry that was streamed states its size behind its content.
    if ((view.getUint16(at + 6, true) & 8) !== 0 && view.getUint32(at + 18, true) === 0) break;
    at = next;
  }
  return names;
}

function archiveContent(names: readonly string[]): ModelContent {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(^|\/)(data\.pkl|constants\.pkl|\.format_version|\.storage_alignment|byteorder)$/)) return "torch-archive";
  if (has(/^schema\.json$/)) return "skops-archive";
  if (has(/^MAR-INF\//)) return "torchserve-archive";
  if (has(/^(config\.json|metadata\.json|model\.weights\.h5)$/)) return "keras-archive";
  return names.length > 0 && names.every((name) => name.endsWith(".npy")) ? "numpy-archive" : "zip";
}

/** A varint in field 1, then a field of ONNX's `ModelProto` or TensorFlow's `SavedModel`, whose schema version is 1. */
function protobufContent(bytes: Uint8Array): ModelContent | null {
  const [field, version = 0, next = 0] = bytes;
  if (field === 0x08 && version === 0x01 && next === 0x12) return "tensorflow-saved-model";
  if (field === 0x08 && version >= 0x02 && version <= 0x20 && [0x12, 0x1a, 0x3a, 0x42].includes(next)) return "onnx";
  return field === 0x12 && version !== 0 && ascii(bytes, 0, 1024).includes("saved_model_main_op")
    ? "tensorflow-saved-model"
    : null;
}
