import type { Syntax } from "../model/adapter.js";

const byExtension: Readonly<Record<string, Syntax>> = {
  json: "json",
  ipynb: "json",
  sarif: "json",
  jsonl: "json-lines",
  ndjson: "json-lines",
  yaml: "yaml",
  yml: "yaml",
  lock: "yaml",
  dvc: "yaml",
  toml: "toml",
  md: "front-matter",
  markdown: "front-matter",
  mdx: "front-matter",
  qmd: "front-matter",
  csv: "delimited",
  tsv: "delimited",
  xml: "xml",
  parquet: "parquet",
};

/** Files that never hold evidence: they are not opened, and are listed as what they are only in a full listing. */
const neverEvidence = new Set(
  (
    "png jpg jpeg gif svg webp ico bmp tif tiff mp3 mp4 wav ogg avi mov webm woff woff2 ttf eot otf " +
    "py pyc pyi ipynb_checkpoints js mjs cjs ts tsx jsx java class jar go rs c h cc cpp hpp cs rb php swift kt scala r sh bash zsh bat ps1 " +
    "css scss less map wasm so dll dylib o a exe bin whl gz tgz zip tar bz2 xz 7z rar zst " +
    "pkl pickle joblib pt pth ckpt h5 hdf5 onnx safetensors gguf ggml pb tflite mlmodel npy npz msgpack tfrecord model ubj cbm wandb"
  ).split(" "),
);

export const extensionOf = (name: string): string => {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
};

/**
 * False for source code, images, archives and weights, which no adapter reads.
 *
 * @param path the file's path where it is known: MLflow names files below `metrics` by metric and slice, and
 * `test_auc.country.PT` is no PyTorch model; histories of benchmarks are kept in `data.js`
 */
export const mayHoldEvidence = (path: string): boolean =>
  !neverEvidence.has(extensionOf(path.slice(path.lastIndexOf("/") + 1))) ||
  /(^|\/)metrics\/.*\.[A-Z]{2}$/.test(path) ||
  /(^|\/)data\.js$/.test(path);

/** How a file is written, by its name; files without a telling name are looked into. */
export function syntaxOf(name: string, text: string): Syntax {
  const known = byExtension[extensionOf(name)];
  if (known !== undefined) return known;
  if (/(^|[-_ ])MLmodel$/.test(name)) return "yaml";
  const first = text.slice(0, 64).trimStart()[0];
  return first === "{" || first === "[" ? "json" : "text";
}
