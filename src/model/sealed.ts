/** A pickle runs what is in it when it is opened, arrays have no names, and documents are laid out for the eye: none is read. */
const sealedKinds: Readonly<Record<string, string>> = {
  pkl: "a pickle is never opened",
  pickle: "a pickle is never opened",
  joblib: "a pickle is never opened",
  dill: "a pickle is never opened",
  npy: "arrays without names are not read",
  npz: "arrays without names are not read",
  pdf: "a PDF document is not read",
  doc: "an office document is not read",
  docx: "an office document is not read",
  odt: "an office document is not read",
  ppt: "an office document is not read",
  pptx: "an office document is not read",
  xls: "a spreadsheet is not read: export it as CSV",
  xlsx: "a spreadsheet is not read: export it as CSV",
};
const telling = /pred|proba|score|result|metric|eval|shap|lime|explain|drift|label|(^|[^a-z])y_?(true|test|hat)/i;

/**
 * Why a file is not read whose name says that it holds results; null for all other files. Weights are no evidence, and
 * nobody misses them.
 */
export function whySealed(path: string): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const why = Object.hasOwn(sealedKinds, extension) ? sealedKinds[extension] : undefined;
  return why !== undefined && telling.test(name.slice(0, -extension.length)) ? why : null;
}
