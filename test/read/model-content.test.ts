import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MODEL_HEAD_BYTES, modelContent } from "../../src/read/model-content.js";

const hex = (text: string): Uint8Array => Buffer.from(text, "hex");
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

/** The beginning of a ZIP archive: an entry's header with its name, stored. */
const entry = (name: string, content = ""): Uint8Array => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, latin(name + content)]);
};

const safetensors = (json: string): Uint8Array => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, latin(json)]);
};

/** A NumPy array's magic string, version 1.0, and its header. */
const npy = (descr: string): Uint8Array => {
  const header = `{'descr': ${descr}, 'fortran_order': False, 'shape': (2,), }`;
  return Buffer.concat([hex("934e554d5059010076 00".replace(" ", "")), latin(header)]);
};

// Python 3.11.7: pickle.dumps(obj, protocol) of an object whose __reduce__ gives (os.system, ("id",)).
const attack = {
  0: "63706f7369780a73797374656d0a70300a285669640a70310a7470320a5270330a2e",
  1: "63706f7369780a73797374656d0a7100285802000000696471017471025271032e",
  2: "800263706f7369780a73797374656d0a71005802000000696471018571025271032e",
  3: "800363706f7369780a73797374656d0a71005802000000696471018571025271032e",
  4: "8004951d000000000000008c05706f736978948c0673797374656d9493948c02696494859452942e",
  5: "8005951d000000000000008c05706f736978948c0673797374656d9493948c02696494859452942e",
} as const;

describe("a file of a model is told by its first bytes", () => {
  test.each<[title: string, bytes: Uint8Array, content: string | null]>([
    ...Object.entries(attack).map(
      ([protocol, bytes]) => [`a pickle of protocol ${protocol}`, hex(bytes), "pickle"] as [string, Uint8Array, string],
    ),
    // pickle.dumps({"a": 1}, 0)
    ["a dictionary in a pickle of protocol 0", hex("286470300a56610a70310a49310a732e"), "pickle"],
    [
      "an array that joblib pickled",
      latin("\x80\x04\x95\xc9\x00\x00\x00\x00\x00\x00\x00\x8c\x13joblib.numpy_pickle\x94"),
      "joblib",
    ],
    ["a pickle in zlib, as joblib compresses", deflateSync(hex(attack[4])), "compressed"],
    ["a pickle in gzip", gzipSync(hex(attack[4])), "compressed"],
    [
      "safetensors",
      safetensors('{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'),
      "safetensors",
    ],
    ["safetensors without a tensor", safetensors("{}      "), "safetensors"],
    ["GGUF", latin("GGUF\x03\x00\x00\x00"), "gguf"],
    ["GGML", latin("tjgg\x03\x00\x00\x00"), "ggml"],
    ["ONNX of IR version 8 by PyTorch", latin("\x08\x08\x12\x07pytorch\x1a\x052.1.0"), "onnx"],
    ["ONNX of IR version 3 without a producer", latin("\x08\x03\x3a\x40\x0a\x10"), "onnx"],
    ["a SavedModel", latin("\x08\x01\x12\xd2\x50\x0a\x00"), "tensorflow-saved-model"],
    ["TensorFlow Lite", latin("\x1c\x00\x00\x00TFL3\x14\x00"), "tflite"],
    ["HDF5", hex("894844460d0a1a0a00"), "hdf5"],
    ["Keras 3", Buffer.concat([entry("metadata.json", "{}"), entry("config.json", "{}")]), "keras-archive"],
    ["PyTorch", entry("archive/data.pkl", "\x80\x02}q\x00."), "torch-archive"],
    ["TorchScript", Buffer.concat([entry("net/version", "3\n"), entry("net/constants.pkl")]), "torch-archive"],
    ["TorchServe", entry("MAR-INF/MANIFEST.json", "{}"), "torchserve-archive"],
    ["skops", entry("schema.json", "{}"), "skops-archive"],
    ["arrays of NumPy", Buffer.concat([entry("arr_0.npy", "x"), entry("arr_1.npy", "y")]), "numpy-archive"],
    ["another archive", entry("readme.txt", "x"), "zip"],
    ["an array of NumPy", npy("'<f8'"), "numpy-array"],
    ["an array of Python objects", npy("'|O'"), "numpy-objects"],
    ["a record of Python objects", npy("[('a', '<f8'), ('b', '|O')]"), "numpy-objects"],
    ["CatBoost", latin("CBM1\x10\x00"), "catboost"],
    ["XGBoost's UBJSON", latin("{L\x00\x00\x00\x00\x00\x00\x00\x07learner"), "xgboost-ubj"],
    ["a Git LFS pointer", latin("version https://git-lfs.github.com/spec/v1\noid sha256:ab\n"), "lfs-pointer"],
    ["nothing", new Uint8Array(), "empty"],
    ["a length beyond any header", hex("ffffffffffffffff7b7d"), null],
    ["text", latin("accuracy,0.9\n"), null],
    ["a page", latin("<!doctype html>"), null],
  ])("%s", (_title, bytes, content) => {
    expect(modelContent(bytes)).toBe(content);
  });

  test("whatever the bytes are, something is answered", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: MODEL_HEAD_BYTES }), (bytes) => {
        expect(() => modelContent(bytes)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => modelContent(Buffer.concat([hex("504b0304"), bytes]))).not.toThrow();
      }),
    );
  });

  test("a view into a larger buffer is read from its own beginning", () => {
    const bytes = Buffer.concat([latin("padding!"), safetensors("{}")]);
    expect(modelContent(bytes.subarray(8))).toBe("safetensors");
  });
});
