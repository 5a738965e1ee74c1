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
  npy: "binary",
  wandb: "binary",
};

/** Files that never hold evidence: they are not opened, and are listed as what they are only in a full listing. */
const neverEvidence = new Set(
  (
    "png jpg jpeg gif svg webp ico bmp tif tiff mp3 mp4 wav ogg avi mov webm woff woff2 ttf eot otf " +
    "py pyc pyi ipynb_checkpoints js mjs cjs ts tsx jsx java class jar go rs c h cc cpp hpp cs rb php swift kt scala r sh bash zsh bat ps1 " +
    "css scss less map wasm so dll dylib o a exe bin whl gz tgz zip tar bz2 xz 7z rar zst " +
    "pkl pickle joblib pt pth ckpt h5 hdf5 onnx safetensors gguf ggml pb tflite mlmodel npy npz msgpack tfrecord model ubj cbm " +
    "keras mar dill cloudpickle skops"
  ).split(" "),
);

/** Documents and spreadsheets, which are for people: what they tell is written beside them, or told by nobody. */
const documents = new Set("pdf doc docx odt ppt pptx xls xlsx".split(" "));

/** Endings of files that hold weights, arrays or a packed model. */
const modelEndings = new Set(
  "safetensors gguf ggml onnx tflite pb cbm ubj npy npz h5 hdf5 keras mar skops pkl pickle joblib dill cloudpickle pt pth ckpt bin".split(
    " ",
  ),
);

export const extensionOf = (name: string): string => {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
};

const isMlflowMetric = (path: string): boolean => /(^|\/)metrics\/.*\.[A-Z]{2}$/.test(path);

/** Arrays that are called importances or attributions are evidence; any other may be anything. */
export const isExplanationArray = (path: string): boolean =>
  /(^|\/)[^/]*(shap|importance|attribution)[^/]*\.npy$/i.test(path);

/** True for a file of weights or a packed model, by its name: its first bytes alone are ever read. */
export const isModelFile = (path: string): boolean =>
  modelEndings.has(extensionOf(path.slice(path.lastIndexOf("/") + 1))) &&
  !isMlflowMetric(path) &&
  !isExplanationArray(path);

/** What the evaluator of TFX writes; records under other names are examples. */
const isEvaluatorFile = (path: string): boolean =>
  /(^|\/)(metrics|plots|validations)(-\d{5}-of-\d{5})?\.tfrecord$/.test(path);

/**
 * False for source code, images, archives, weights and documents, which no adapter reads.
 *
 * @param path the file's path where it is known: MLflow names files below `metrics` by metric and slice, and
 * `test_auc.country.PT` is no PyTorch model; histories of benchmarks are kept in `data.js`
 */
export const mayHoldEvidence = (path: string): boolean =>
  isOpened(path.slice(path.lastIndexOf("/") + 1)) ||
  isMlflowMetric(path) ||
  isExplanationArray(path) ||
  isEvaluatorFile(path) ||
  /(^|\/)data\.js$/.test(path);

/** Logs of TensorBoard: `events.out.tfevents.<time>.<host>`, whatever the host is called. */
const isEventLog = (name: string): boolean => /(^|\.)tfevents\.\d/.test(name);

/** True for files that are read as bytes, by their name. */
export const isReadAsBytes = (name: string): boolean => {
  const syntax = byExtension[extensionOf(name)];
  return syntax === "parquet" || syntax === "binary" || isEventLog(name);
};

/** A card that is a document is looked at, so that it is told to be one. */
function isOpened(name: string): boolean {
  const extension = extensionOf(name);
  return documents.has(extension) ? /card/i.test(name) : !neverEvidence.has(extension);
}

/** How a file is written, by its name; files without a telling name are looked into. */
export function syntaxOf(name: string, text: string): Syntax {
  if (isEventLog(name)) return "binary";
  const known = byExtension[extensionOf(name)];
  // Stable-Baselines3 writes what it monitors as JSON above its header: that is no plain table.
  if (known === "delimited" && /^#\{"t_start": ?\d/.test(text)) return "text";
  if (known !== undefined) return known;
  if (/(^|[-_ ])MLmodel$/.test(name)) return "yaml";
  const first = text.slice(0, 64).trimStart()[0];
  if (extensionOf(name) === "jtl") return first === "<" ? "xml" : "delimited";
  if (extensionOf(name) === "log" && /^epoch,[\w ,./-]+\r?\n/.test(text.slice(0, 2_000))) return "delimited";
  return first === "{" || first === "[" ? "json" : "text";
}
