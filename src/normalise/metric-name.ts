/** Words around a metric's name, and what they say of it. Kept apart from the metric, never lost. */

/** The part of the data, by the words that name it. */
const splitOf: Readonly<Record<string, string>> = {
  train: "train",
  training: "train",
  trn: "train",
  val: "validation",
  valid: "validation",
  validation: "validation",
  dev: "validation",
  test: "test",
  testing: "test",
  tst: "test",
  predict: "test",
  eval: "eval",
  evaluation: "eval",
  holdout: "holdout",
  oot: "out-of-time",
  oof: "out-of-fold",
  oos: "out-of-sample",
  oob: "out-of-bag",
  cv: "cross-validation",
};

/** Another way of computing the same metric. */
const protocolOf: Readonly<Record<string, string>> = {
  macro: "macro",
  micro: "micro",
  weighted: "weighted",
  samples: "samples",
  multiclass: "multiclass",
  multilabel: "multilabel",
  ovr: "ovr",
  ovo: "ovo",
  best: "best",
  finetuned: "fine-tuned",
  token: "token",
  entity: "entity",
  span: "span",
  bbox: "box",
  box: "box",
  segm: "mask",
  mask: "mask",
  pose: "pose",
  cosine: "cosine",
  dot: "dot",
  euclidean: "euclidean",
  manhattan: "manhattan",
  mean: "mean",
  average: "mean",
  avg: "mean",
  good: "good",
  bad: "bad",
  pos: "positive",
  positive: "positive",
  neg: "negative",
  negative: "negative",
};

/** Words that change nothing. */
const fillers = new Set(
  "metric metrics model score overall final last epoch binary set dataset data split value the on of at a is averaged raw classif regr".split(
    " ",
  ),
);

const unitOf: Readonly<Record<string, string>> = {
  "%": "percent",
  pct: "percent",
  percent: "percent",
  percentage: "percent",
  ms: "ms",
  msec: "ms",
  milliseconds: "ms",
  s: "s",
  sec: "s",
  secs: "s",
  seconds: "s",
};

export type Word =
  | { readonly kind: "split" | "protocol" | "unit"; readonly says: string }
  | { readonly kind: "filler" }
  | { readonly kind: "core" };

/** What one lower-case word beside a metric's name says. */
export function wordOf(token: string): Word {
  if (Object.hasOwn(splitOf, token)) return { kind: "split", says: splitOf[token] ?? token };
  if (Object.hasOwn(protocolOf, token)) return { kind: "protocol", says: protocolOf[token] ?? token };
  if (Object.hasOwn(unitOf, token)) return { kind: "unit", says: unitOf[token] ?? token };
  return fillers.has(token) ? { kind: "filler" } : { kind: "core" };
}

const merged: readonly (readonly [RegExp, string])[] = [
  [/\bhold[ _-]out\b/g, "holdout"],
  [/\bout[ _-]of[ _-]time\b/g, "oot"],
  [/\bout[ _-]of[ _-]fold\b/g, "oof"],
  [/\bout[ _-]of[ _-]sample\b/g, "oos"],
  [/\bout[ _-]of[ _-]bag\b/g, "oob"],
  [/\b\d{1,3}[ _-]?fold([ _-](cv|cross[ _-]val(idation|idated)?))?\b/g, "cv"],
  [/\bfine[ _-]tuned\b/g, "finetuned"],
  [/\bcos(ine)?[ _-]sim(ilarity)?\b/g, "cosine"],
  [/\bcross[ _-]val(idation|idated)?\b/g, "cv"],
];

/** True for a name whose words nothing but `_` parts, and of which none is one of several: most names, and soonest told. */
const isPlain = (name: string): boolean =>
  /^[a-z0-9_]*$/.test(name) && !/hold_out|out_of|cross_val|\dfold|\d_fold|cos_sim|cosine_sim|fine_tuned/.test(name);

/** Lower-case words of a name: `RocAuc`, `roc-auc` and `ROC AUC` are all `roc`, `auc`. `@` is the word `at`. */
export function nameTokens(name: string): readonly string[] {
  if (isPlain(name)) return name.split("_").filter((token) => token !== "");
  let plain = name
    .normalize("NFKC")
    .replace(/['’`*↑↓⬆⬇]/gu, "")
    .replace(/@/g, " at ")
    .replace(/%/g, " % ")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll("_", " ");
  for (const [pattern, word] of merged) plain = plain.replace(pattern, word);
  return plain.split(/[^\p{L}\p{N}%]+/u).filter((token) => token !== "");
}
