import type { ModelContent } from "../model/model-content.js";

/** What each content is called, and whether loading it can run code that its author wrote. */
const contents: Readonly<Record<ModelContent, { readonly called: string; readonly runs: boolean | null }>> = {
  safetensors: { called: "safetensors", runs: false },
  gguf: { called: "GGUF", runs: false },
  ggml: { called: "GGML", runs: false },
  onnx: { called: "ONNX", runs: false },
  tflite: { called: "TensorFlow Lite", runs: false },
  "tensorflow-saved-model": { called: "a TensorFlow SavedModel", runs: true },
  catboost: { called: "CatBoost", runs: false },
  "xgboost-ubj": { called: "XGBoost's UBJSON", runs: false },
  "numpy-array": { called: "a NumPy array", runs: false },
  "numpy-objects": { called: "a NumPy array of pickled objects", runs: true },
  "numpy-archive": { called: "an archive of NumPy arrays", runs: true },
  hdf5: { called: "HDF5", runs: true },
  "keras-archive": { called: "a Keras archive", runs: true },
  "torch-archive": { called: "a PyTorch archive with a pickle", runs: true },
  "torchserve-archive": { called: "a TorchServe archive", runs: true },
  // Types that nobody trusts by name are refused when it is loaded.
  "skops-archive": { called: "an archive of skops", runs: false },
  zip: { called: "a ZIP archive", runs: true },
  pickle: { called: "a pickle", runs: true },
  joblib: { called: "a pickle of joblib", runs: true },
  compressed: { called: "compressed, as pickles are", runs: true },
  "lfs-pointer": { called: "a Git LFS pointer, not its content", runs: null },
  empty: { called: "empty", runs: null },
};

const pickled: readonly ModelContent[] = ["pickle", "joblib", "compressed"];
const torch: readonly ModelContent[] = ["torch-archive", ...pickled];

/** What a file of each ending may hold. */
const byEnding: Readonly<Record<string, readonly ModelContent[]>> = {
  safetensors: ["safetensors"],
  gguf: ["gguf"],
  ggml: ["ggml", "gguf"],
  onnx: ["onnx"],
  tflite: ["tflite"],
  pb: ["tensorflow-saved-model", "onnx"],
  cbm: ["catboost"],
  ubj: ["xgboost-ubj"],
  npy: ["numpy-array", "numpy-objects"],
  npz: ["numpy-archive"],
  h5: ["hdf5", "keras-archive"],
  hdf5: ["hdf5"],
  keras: ["keras-archive", "hdf5"],
  skops: ["skops-archive"],
  mar: ["torchserve-archive", "zip"],
  pkl: pickled,
  pickle: pickled,
  joblib: pickled,
  dill: pickled,
  cloudpickle: pickled,
  pt: torch,
  pth: torch,
  ckpt: [...torch, "hdf5"],
  bin: [...torch, "ggml", "gguf", "numpy-array", "xgboost-ubj", "catboost"],
};

/** What a content is called, as a noun phrase. */
export const contentCalled = (content: ModelContent): string => contents[content].called;

/** What a file of this ending may hold; nothing for an ending that is no model's. */
export const contentsOfEnding = (ending: string): readonly ModelContent[] =>
  Object.hasOwn(byEnding, ending) ? (byEnding[ending] ?? []) : [];

const isContent = (text: string): text is ModelContent => Object.hasOwn(contents, text);

/** Whether loading a file of this content can run code that its author wrote; null where that cannot be told. */
export const mayRunCode = (content: string | null): boolean | null =>
  content !== null && isContent(content) ? contents[content].runs : null;
