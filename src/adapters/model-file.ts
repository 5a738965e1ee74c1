import type { Adapter } from "../model/adapter.js";
import { contentCalled, contentsOfEnding, mayRunCode } from "../normalise/model-content.js";
import { modelContent } from "../read/model-content.js";
import { extensionOf, isModelFile } from "../read/syntax.js";

/** A file of weights or a packed model: what its first bytes say that it is. */
export const modelFile: Adapter = {
  id: "model-file",
  title: "Model file",
  definedAt: "https://huggingface.co/docs/safetensors/index",
  versions:
    "safetensors, GGUF, GGML, ONNX, TensorFlow SavedModel and Lite, HDF5, Keras 3, PyTorch's archive, TorchServe, NumPy, CatBoost, XGBoost's UBJSON, pickles of protocol 0 to 5, joblib's compressed ones",
  reads:
    "Whether the first bytes are of the format that the name says, and of which format they are; read where a rule asks for it, or `inspect` does.",
  leaves: "All but the first 4096 bytes. Nothing is loaded or unpickled.",
  syntax: ["binary"],
  gives: ["check"],
  speaksByName: true,
  recognises: ({ path }) => isModelFile(path),

  read({ bytes, name }) {
    const content = modelContent(bytes);
    const ending = extensionOf(name);
    const expected = contentsOfEnding(ending);
    const fits = content !== null && expected.includes(content);
    const runs = mayRunCode(content);
    const told = content === null ? "of no format that is known" : contentCalled(content);
    const unlike = fits || content === "empty" || content === "lfs-pointer" ? "" : `, which .${ending} does not say`;
    return [
      {
        kind: "check",
        name: "holds what its name says",
        column: name,
        passed: fits ? true : runs === null ? null : false,
        observed: content,
        expected: expected[0] ?? null,
        message: `${name} is ${told}${unlike}${runs === true ? ": loading it can run code" : ""}`,
        where: { line: 1 },
      },
    ];
  },
};
