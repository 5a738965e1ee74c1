import { describe, expect, test } from "vitest";
import { interpretMetric, metricById, metricIds, underProtocol } from "../../src/normalise/metric-vocabulary.js";
import { metricTable } from "../../src/normalise/metric-table.js";
import { namesInTable } from "../../src/normalise/metric-core.js";
import { nameTokens } from "../../src/normalise/metric-name.js";

/** Names as files write them, with the metric that a reader of the file would name. */
const pairs: readonly (readonly [raw: string, metric: string])[] = [
  ["Accuracy", "accuracy"],
  ["positive_rate", "selection_rate"],
  ["pred_positive_rate", "selection_rate"],
  ["positive_rate_test", "prevalence"],
  ["Train positive rate", "prevalence"],
  ["actual_positive_rate", "prevalence"],
  ["rsq", "r2"],
  ["kap", "cohen_kappa"],
  ["mn_log_loss", "log_loss"],
  ["bal_accuracy", "balanced_accuracy"],
  ["f_meas", "f1"],
  ["Sens", "recall"],
  ["Spec", "specificity"],
  ["ROC", "roc_auc"],
  ["classif.acc", "accuracy"],
  ["classif.ce", "error_rate"],
  ["merror", "error_rate"],
  ["multi_error", "error_rate"],
  ["val_mlogloss", "log_loss"],
  ["multi_logloss", "log_loss"],
  ["regr.rsq", "r2"],
  ["mean_per_class_error", "balanced_error_rate"],
  ["sparse_top_k_categorical_accuracy", "top_k_accuracy"],
  ["bbox_mAP", "mean_average_precision"],
  ["mAcc", "balanced_accuracy"],
  ["PICP", "interval_coverage"],
  ["PA-MPJPE", "pa_mpjpe"],
  ["EPE", "end_point_error"],
  ["Validation/accuracy", "accuracy"],
  ["acc", "accuracy"],
  ["acc,none", "accuracy"],
  ["accuracy", "accuracy"],
  ["accuracy@gender", "accuracy"],
  ["average_precision", "average_precision"],
  ["pr_auc", "average_precision"],
  ["avg_prec", "average_precision"],
  ["metrics/mAP_0.5:0.95", "mean_average_precision"],
  ["val_acc_epoch", "accuracy"],
  ["train/value_loss", "value_loss"],
  ["Validation MSE Loss", "mse"],
  ["brier", "brier_score"],
  ["latency_ms_p95", "latency_p95"],
  ["p95_ms", "latency_p95"],
  ["response_time_p99", "latency_p99"],
  ["requests_per_second", "throughput"],
  ["hit@10", "hit_rate_at_10"],
  ["qwk", "quadratic_weighted_kappa"],
  ["F1", "f1"],
  ["F1Score", "f1"],
  ["f1", "f1"],
  ["f1,flexible-extract", "f1"],
  ["f1,none", "f1"],
  ["f1-score", "f1"],
  ["log_loss", "log_loss"],
  ["mae", "mae"],
  ["mean_abs_error", "mae"],
  ["mean_absolute_error", "mae"],
  ["mean_abs_perc_error", "mape"],
  ["mcc,none", "mcc"],
  ["mse", "mse"],
  ["ndcg@10", "ndcg_at_10"],
  ["ndcg_at_10", "ndcg_at_10"],
  ["perplexity,none", "perplexity"],
  ["ppl", "perplexity"],
  ["Precision", "precision"],
  ["precision", "precision"],
  ["r2", "r2"],
  ["Recall", "recall"],
  ["TPR / Sensitivity / Recall", "recall"],
  ["recall", "recall"],
  ["tpr", "recall"],
  ["tpr_recall_bad", "recall"],
  ["rmse", "rmse"],
  ["AUC", "roc_auc"],
  ["AUROC", "roc_auc"],
  ["ROC AUC", "roc_auc"],
  ["ROC-AUC (`cetacean_score`)", "roc_auc"],
  ["ROC-AUC (cetacean_score)", "roc_auc"],
  ["RocAuc", "roc_auc"],
  ["auroc", "roc_auc"],
  ["model_test_auroc", "roc_auc"],
  ["roc-auc", "roc_auc"],
  ["roc_auc", "roc_auc"],
  ["BinaryAccuracy", "accuracy"],
  ["BinaryAUROC", "roc_auc"],
  ["MeanAbsoluteError", "mae"],
  ["R2Score", "r2"],
  ["R²", "r2"],
  ["balanced_accuracy_score", "balanced_accuracy"],
  ["brier_score_loss", "brier_score"],
  ["matthews_corrcoef", "mcc"],
  ["Cohen's kappa", "cohen_kappa"],
  ["false_positive_rate", "fpr"],
  ["tnr", "specificity"],
  ["mAP", "mean_average_precision"],
  ["mAP@0.5", "mean_average_precision"],
  ["metrics/mAP50-95(B)", "mean_average_precision"],
  ["map@10", "map_at_10"],
  ["ap@10", "map_at_10"],
  ["recall@10", "recall_at_10"],
  ["hit_rate@5", "hit_rate_at_5"],
  ["pass@1", "pass_at_1"],
  ["accuracy@top1", "top_1_accuracy"],
  ["accuracy@top5", "top_5_accuracy"],
  ["acc@5", "top_5_accuracy"],
  ["Top-1 accuracy", "top_1_accuracy"],
  ["Accuracy (top-5)", "top_5_accuracy"],
  ["Top 5", "top_5_accuracy"],
  ["ece", "expected_calibration_error"],
  ["disparate_impact", "disparate_impact_ratio"],
  ["demographic_parity_difference", "demographic_parity_difference"],
  ["demographic_parity_diff", "demographic_parity_difference"],
  ["equalized_odds_diff", "equalized_odds_difference"],
  ["equal_opportunity_diff", "equal_opportunity_difference"],
  ["statistical_parity_difference", "statistical_parity_difference"],
  ["neg_mean_squared_error", "neg_mse"],
  ["test_neg_log_loss", "neg_log_loss"],
  ["val_loss", "loss"],
  ["WER ↓", "wer"],
  ["**Accuracy**", "accuracy"],
  ["Sensitivity (Recall)", "recall"],
  ["AUC (PR)", "average_precision"],
  ["Accuracy (95% CI)", "accuracy"],
  ["F1 (threshold=0.5)", "f1"],
  ["rougeL", "rouge_l"],
];

test.each(pairs)("%s is the metric %s", (raw, metric) => {
  expect(interpretMetric(raw)).toMatchObject({ metric, known: true });
});

test.each([
  "gain_vs_champion",
  "tpr_gap",
  "auc_diff",
  "accuracy_std",
  "accuracy (std)",
  "accuracy (n)",
  "acc_stderr,none",
  "n",
  "support",
  "recall_threshold",
  "species_confidence_threshold",
  "target_accuracy",
  "accuracy_best_constant_classifier",
  "mae - standard_deviation",
  "std_test_roc_auc",
  "split0_test_roc_auc",
  "Species top-1 accuracy (all)",
  "species_top1_correct",
  "hit_recall",
  "pass_recall",
  "coref_f1",
  "recall_at_precision_90",
  "precision_recall_curve",
  "precision_loss",
  "log_loss_hard",
  "train_test_auc",
  "recall_1",
  "GFLOPs",
  "memory_size",
  "learning_rate",
  "threshold",
  "score",
  "pass",
  "passed",
  "constructor",
  "__proto__",
  "",
  "слойaccuracy",
  "x".repeat(5000),
])("%s stays itself", (raw) => {
  expect(interpretMetric(raw)).toMatchObject({
    metric: raw,
    known: false,
    higherIsBetter: null,
    unit: null,
    trials: null,
  });
});

describe("words beside the name are kept", () => {
  test.each([
    ["eval_accuracy", { metric: "accuracy", split: "eval" }],
    ["test_acc", { metric: "accuracy", split: "test" }],
    ["val/auc", { metric: "roc_auc", split: "validation" }],
    ["Accuracy (test)", { metric: "accuracy", split: "test" }],
    ["Training/loss", { metric: "loss", split: "train" }],
    ["hold_out_auc", { metric: "roc_auc", split: "holdout" }],
    ["eval/test_f1", { metric: "f1", split: "test" }],
    ["macro_f1", { metric: "f1", protocol: "macro" }],
    ["f1-score_weighted avg", { metric: "f1", protocol: "weighted" }],
    ["Macro avg Precision", { metric: "precision", protocol: "macro" }],
    ["weighted avg_precision", { metric: "precision", protocol: "weighted" }],
    ["avg_precision_macro", { metric: "average_precision", protocol: "macro" }],
    ["macro average precision", { metric: "average_precision", protocol: "macro" }],
    ["test_recall_macro", { metric: "recall", protocol: "macro", split: "test" }],
    ["mean_test_roc_auc", { metric: "roc_auc", protocol: "mean", split: "test" }],
    ["exact_match,strict-match", { metric: "exact_match", protocol: "strict-match" }],
    ["ndcg_at_5/mean", { metric: "ndcg_at_5", protocol: "mean" }],
    ["ROC-AUC (cetacean_score)", { protocol: "cetacean_score" }],
    ["tpr_recall_bad", { protocol: "bad" }],
    ["recall_class_1", { metric: "recall", slice: { class: "1" } }],
    ["recall_class_1_mean", { metric: "recall", protocol: "mean", slice: { class: "1" } }],
    ["recall_class_1_std", { metric: "recall_class_1_std", known: false, slice: {} }],
    ["f1_class_high_loss", { metric: "f1", protocol: null, slice: { class: "high loss" } }],
    ["metrics/mAP50-95(B)", { metric: "mean_average_precision", protocol: "box iou-50-95" }],
    ["metrics/precision(M)", { metric: "precision", protocol: "mask" }],
    ["image_AUROC", { metric: "roc_auc", protocol: "image" }],
    ["pixel_F1Score", { metric: "f1", protocol: "pixel" }],
    ["pixel_accuracy", { metric: "pixel_accuracy", protocol: null }],
    ["metrics/recall(P)", { metric: "recall", protocol: "pose" }],
    ["accuracy_pct", { metric: "accuracy", unit: "percent", unitStated: true }],
    ["Accuracy (%)", { metric: "accuracy", unit: "percent", unitStated: true }],
    [
      "accuracy",
      {
        unit: "proportion",
        unitStated: false,
        protocol: null,
        split: null,
        slice: {},
      },
    ],
  ])("%s", (raw, expected) => {
    expect(interpretMetric(raw)).toMatchObject(expected);
  });
});

describe("direction, kind and trials", () => {
  test.each([
    ["perplexity,none", { higherIsBetter: false, kind: "other" }],
    ["val_loss", { higherIsBetter: false }],
    ["rmse", { higherIsBetter: false, kind: "error" }],
    ["neg_mean_squared_error", { higherIsBetter: true, kind: "error", range: { lower: null, upper: 0 } }],
    ["selection_rate", { higherIsBetter: null, kind: "rate", trials: "rows" }],
    ["recall", { higherIsBetter: true, kind: "rate", trials: "positives" }],
    ["precision", { kind: "rate", trials: "predicted-positives" }],
    ["specificity", { kind: "rate", trials: "negatives" }],
    ["accuracy", { kind: "rate", trials: "rows" }],
    ["recall_macro", { kind: "mean", trials: null }],
    ["f1", { kind: "other", trials: null }],
    ["auc", { kind: "rank", trials: null }],
    ["fit_time", { kind: "time", unit: "s", higherIsBetter: false }],
  ])("%s", (raw, expected) => {
    expect(interpretMetric(raw)).toMatchObject(expected);
  });

  test("an average over classes has no trials", () => {
    expect(underProtocol({ kind: "rate", trials: "positives" }, "macro")).toEqual({ kind: "mean", trials: null });
    expect(underProtocol({ kind: "rate", trials: "positives" }, "strict-match").trials).toBe("positives");
  });
});

describe("the table", () => {
  test("has no name twice", () => {
    const names = metricTable.flatMap(({ id, aliases }) => [
      ...new Set([id, ...aliases.split(", ")].filter((name) => name !== "").map((name) => nameTokens(name).join(""))),
    ]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(metricIds)("%s is read back as itself", (id) => {
    expect(interpretMetric(id).metric).toBe(id);
    expect(metricById(id)?.id).toBe(id);
    // An id is known at once; with spaces around it, it is taken apart as any other name.
    expect(interpretMetric(id)).toEqual(interpretMetric(` ${id} `));
  });

  test("rates, and only rates, say what their trials are", () => {
    expect(metricTable.filter(({ kind, trials }) => (kind === "rate") !== (trials !== null))).toEqual([]);
  });
});

test("a name that was read before is not taken apart again", () => {
  expect(interpretMetric("test_roc_auc")).toBe(interpretMetric("test_roc_auc"));
});

test.each([
  ["train/eval-acc", "eval"],
  ["train/train-acc", "train"],
  ["eval/test_accuracy", "test"],
  ["eval/train_accuracy", "train"],
  ["predict_accuracy", "test"],
])("%s is of the split %s", (name, split) => expect(interpretMetric(name).split).toBe(split));

test("an overlap is told whether an at or an underscore stands before it", () => {
  expect(interpretMetric("mAP_0.5").protocol).toBe(interpretMetric("mAP@0.5").protocol);
  expect(interpretMetric("best/mAP_0.5:0.95").protocol).toBe("best @0.5:0.95");
});

describe("names as people write them", () => {
  test.each<[raw: string, metric: string, more: object]>([
    ["Mean Squared Error (MSE)", "mse", { protocol: null }],
    ["Recall (Sensitivity)", "recall", { protocol: null }],
    ["F1 (macro)", "f1", { protocol: "macro" }],
    ["Inference Time (ms)", "inference_time", { unit: "ms", unitStated: true, protocol: null }],
    ["Hausdorff Distance (mm)", "hausdorff_distance", { unit: "mm", unitStated: true, higherIsBetter: false }],
    ["10-fold CV accuracy", "accuracy", { split: "cross-validation" }],
    ["5_fold_f1", "f1", { split: "cross-validation" }],
    ["OOB accuracy", "accuracy", { split: "out-of-bag" }],
    ["F1-score of Training is", "f1", { split: "train" }],
    ["Accuracy @ threshold 0.5", "accuracy", { protocol: "@0.5" }],
    ["cosine_accuracy@1", "top_1_accuracy", { protocol: "cosine" }],
    ["cos_sim_spearman", "spearman", { protocol: "cosine" }],
    ["finetuned_accuracy", "accuracy", { protocol: "fine-tuned" }],
    ["entity_f1_score", "f1", { protocol: "entity" }],
    ["token_accuracy", "token_accuracy", { kind: "mean" }],
    ["mean_reward", "mean_reward", { higherIsBetter: true, unit: null }],
    ["HR@10", "hit_rate_at_10", {}],
    ["WMAPE", "wape", { higherIsBetter: false }],
    ["FPR @ 95% TPR", "fpr_at_95_tpr", { higherIsBetter: false }],
    ["Validation ROGUE-L", "rouge_l", { split: "validation" }],
    ["Win rate", "win_rate", { kind: "rate", trials: "rows" }],
    ["Average response time", "latency", { higherIsBetter: false }],
  ])("%s is %s", (raw, metric, more) => {
    expect(interpretMetric(raw)).toMatchObject({ known: true, metric, ...more });
  });

  test.each(["ks_statistic", "baseline_accuracy", "accuracy_std", "EM / F1"])("%s is none", (raw) => {
    expect(interpretMetric(raw).known).toBe(false);
  });
});

test("a name of the table is found by the words that are read of it", () => {
  for (const [name, joined] of namesInTable()) expect(joined, name).toBe(nameTokens(name).join(""));
});

describe("names of MLflow's evaluation of language models", () => {
  // mlflow.evaluate(model_type="question-answering") of MLflow 2, scorers of MLflow 3, and Databricks' agent evaluation
  test.each<[raw: string, metric: string, more: object]>([
    ["exact_match/v1", "exact_match", { protocol: null, trials: "rows" }],
    ["exact_match/v1/mean", "exact_match", { protocol: "mean", trials: null }],
    ["rougeL/v1/mean", "rouge_l", { protocol: "mean", higherIsBetter: true }],
    ["toxicity/v1/mean", "toxicity", { higherIsBetter: false, range: { lower: 0, upper: 1 } }],
    ["toxicity/v1/ratio", "toxicity_rate", { protocol: null, kind: "rate", higherIsBetter: false }],
    ["flesch_kincaid_grade_level/v1/mean", "flesch_kincaid_grade_level", { higherIsBetter: null }],
    ["answer_relevance/v1/mean", "answer_relevance/v1", { unit: null, range: { lower: 1, upper: 5 } }],
    ["faithfulness/v2/mean", "faithfulness/v2", { higherIsBetter: true, protocol: "mean" }],
    ["correctness/mean", "correctness", { unit: "proportion", protocol: "mean", higherIsBetter: true }],
    ["relevance_to_query/mean", "relevance_to_query", { unit: "proportion" }],
    ["response/llm_judged/groundedness/rating/percentage", "groundedness", { unit: "proportion" }],
  ])("%s is %s", (raw, metric, more) => {
    expect(interpretMetric(raw)).toMatchObject({ known: true, metric, ...more });
  });

  test.each(["answer_relevance/v1/variance", "toxicity/v1/p90", "politeness/v1/mean", "correctness", "x/y/z"])(
    "%s stays itself",
    (raw) => {
      expect(interpretMetric(raw)).toMatchObject({ known: false, metric: raw });
    },
  );
});
