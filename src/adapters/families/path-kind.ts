import { withoutTrailingSlashes } from "../../model/trailing-slashes.js";

/** What a path names, by its ending and folders: what tools that only keep paths and digests do not say. */

const code =
  /\.(py|pyc|ipynb|r|rmd|jl|sh|bash|ps1|bat|js|ts|java|scala|sql|c|cc|cpp|h|rs|go|toml|cfg|ini|lock|md|rst|html|css|dockerfile)$/i;
const weights =
  /\.(pkl|pickle|joblib|dill|cbm|ubj|bst|pt|pth|ckpt|safetensors|gguf|onnx|h5|hdf5|keras|pb|tflite|mlmodel|pmml|bin|xgb|lgb|model|zip\.model)$/i;
const tables =
  /\.(csv|tsv|parquet|jsonl|ndjson|arrow|feather|orc|avro|npy|npz|tfrecord|xlsx?|txt|db|sqlite3?|zip|tar|t?gz)$/i;
const described = /\.(json|ya?ml|png|jpe?g|svg|pdf|log)$/i;

const folders = (path: string): readonly string[] => withoutTrailingSlashes(path).split("/");

/** Weights, and whatever lies in, or is, a folder of models. */
export const isModelPath = (path: string): boolean =>
  weights.test(path) ||
  (!tables.test(path) &&
    !described.test(path) &&
    !code.test(path) &&
    folders(path).some((folder) => /^(trained_|final_|best_)?models?$/i.test(folder)));

export const isDataPath = (path: string): boolean => tables.test(path) && !isModelPath(path);

/** Source code and settings: neither data nor a model. */
export const isCodePath = (path: string): boolean =>
  code.test(path) ||
  (folders(path).some((folder) => /^(src|scripts|tests?|notebooks)$/i.test(folder)) && !tables.test(path));

/** JSON, YAML and pictures: results and settings, unless they lie in a folder of data. */
export const isDescribed = (path: string): boolean =>
  described.test(path) && !folders(path).some((folder) => /data/i.test(folder));
