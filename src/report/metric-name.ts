/** How people write the names of metrics whose id does not read well. */
const names: Readonly<Record<string, string>> = {
  roc_auc: "ROC AUC",
  average_precision: "Average precision",
  f1: "F1",
  f2: "F2",
  mae: "MAE",
  mse: "MSE",
  rmse: "RMSE",
  mape: "MAPE",
  smape: "sMAPE",
  r2: "R²",
  mcc: "Matthews correlation",
  brier_score: "Brier score",
  log_loss: "Log loss",
  ndcg: "NDCG",
  map: "MAP",
  mrr: "MRR",
  ece: "Calibration error",
  expected_calibration_error: "Calibration error",
  false_positive_rate: "False-positive rate",
  false_negative_rate: "False-negative rate",
  true_negative_rate: "True-negative rate",
  bleu: "BLEU",
  rouge_l: "ROUGE-L",
  wer: "Word error rate",
  cer: "Character error rate",
  iou: "IoU",
};

/** Words that stay in capitals within a name. */
const capitals = new Set(["auc", "roc", "pr", "f1", "mae", "rmse", "ndcg", "map", "mrr", "iou", "bleu"]);

/** A metric's id in words: `recall_at_k` is Recall at k. Names that are none of ours are kept as they are written. */
export function metricName(id: string): string {
  const known = Object.hasOwn(names, id) ? names[id] : undefined;
  if (known !== undefined) return known;
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id)) return id;
  const words = id.split("_").map((word) => (capitals.has(word) ? word.toUpperCase() : word));
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
