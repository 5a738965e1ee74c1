/** What the trials of a rate are: the examples that its denominator counts. */
export type Trials = "rows" | "positives" | "negatives" | "predicted-positives" | "predicted-negatives";

/**
 * What sort of quantity a metric is, which decides the interval that fits it. A `rate` is a share of trials; a `mean`
 * averages bounded scores over examples or queries; a `rank` is like the area under the ROC curve; an `error` is a
 * distance or loss from 0 up.
 */
export type MetricKind = "rate" | "mean" | "rank" | "error" | "count" | "time" | "other";

export interface MetricDefinition {
  readonly id: string;
  readonly kind: MetricKind;
  /** Null where neither direction is better, or the name does not tell. */
  readonly higherIsBetter: boolean | null;
  readonly unit: string | null;
  /** Null is unbounded. */
  readonly range: {
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** Of a rate; null otherwise. */
  readonly trials: Trials | null;
  /**
   * Names that tools and people write, apart from the id, with commas between; case, separators and a final "score" do
   * not matter. They are taken apart when a name is no id.
   */
  readonly aliases: string;
}

type Row = readonly [id: string, aliases: string];

const unit = { lower: 0, upper: 1 } as const;
const signed = { lower: -1, upper: 1 } as const;
const fromZero = { lower: 0, upper: null } as const;
const anywhere = { lower: null, upper: null } as const;

type Shape = Omit<MetricDefinition, "id" | "aliases">;

const shaped = (shape: Shape, rows: readonly Row[]): MetricDefinition[] =>
  rows.map(([id, aliases]) => ({ ...shape, id, aliases }));

const rate = (trials: Trials, higherIsBetter: boolean | null): Shape => ({
  kind: "rate",
  higherIsBetter,
  unit: "proportion",
  range: unit,
  trials,
});

const plain = (
  kind: MetricKind,
  higherIsBetter: boolean | null,
  range: MetricDefinition["range"],
  named: string | null = null,
): Shape => ({ kind, higherIsBetter, unit: named, range, trials: null });

/** Every metric the project knows by name. Ids are part of the contract of facts. */
export const metricTable: readonly MetricDefinition[] = [
  ...shaped(rate("rows", true), [
    [
      "accuracy",
      "acc, binary accuracy, categorical accuracy, sparse categorical accuracy, accuracy rate, correct classification rate, classification accuracy",
    ],
    ["exact_match", "em, exact match accuracy, subset accuracy"],
    ["acc_norm", "normalized accuracy, normalised accuracy"],
    ["top_1_accuracy", "top 1, top1, top 1 acc, top1 acc, accuracy top 1, acc top 1, acc1"],
    ["top_5_accuracy", "top 5, top5, top 5 acc, top5 acc, accuracy top 5, acc top 5, acc5"],
    ["pass_rate", ""],
    ["success_rate", "task success rate"],
    ["win_rate", ""],
    ["resolved_rate", "resolve rate, resolution rate"],
    ["hit_rate", "hit ratio"],
    ["top_k_accuracy", "top k categorical accuracy, sparse top k categorical accuracy, top k acc"],
    ["request_success_rate", ""],
  ]),
  ...shaped(rate("rows", false), [
    [
      "error_rate",
      "misclassification rate, classification error, zero one loss, classif ce, merror, multi error, binary error",
    ],
    ["attack_success_rate", "asr"],
    ["toxicity_rate", ""],
    ["hallucination_rate", ""],
    ["top_1_error", "top 1 error rate, top1 error, top1 err"],
    ["top_5_error", "top 5 error rate, top5 error, top5 err"],
    ["request_failure_rate", "http req failed, failed request rate, request error rate"],
  ]),
  ...shaped(rate("rows", null), [
    [
      "selection_rate",
      "positive prediction rate, positive rate, acceptance rate, predicted positive rate, positive rate pred, pred positive rate",
    ],
    [
      "prevalence",
      "base rate, positive share, actual positive rate, observed positive rate, label positive rate, positive label rate, true label rate, event rate, positive class rate",
    ],
    ["refusal_rate", ""],
  ]),
  ...shaped(rate("positives", true), [
    ["recall", "sensitivity, tpr, true positive rate, recall binary, detection rate, sens, rec"],
  ]),
  ...shaped(rate("positives", false), [["fnr", "false negative rate, miss rate"]]),
  ...shaped(rate("negatives", true), [["specificity", "tnr, true negative rate, selectivity, spec"]]),
  ...shaped(rate("negatives", false), [["fpr", "false positive rate, fall out, false alarm rate"]]),
  ...shaped(rate("predicted-positives", true), [["precision", "ppv, positive predictive value, prec"]]),
  ...shaped(rate("predicted-positives", false), [["fdr", "false discovery rate"]]),
  ...shaped(rate("predicted-negatives", true), [["npv", "negative predictive value"]]),
  ...shaped(rate("predicted-negatives", false), [["false_omission_rate", ""]]),

  ...shaped(plain("rank", true, unit, "proportion"), [
    ["roc_auc", "auc, auroc, auc roc, area under roc, area under roc curve, area under the roc curve, rocauc, roc"],
    [
      "average_precision",
      "ap, avg precision, avg prec, average prec, ave precision, pr auc, auprc, auc pr, aucpr, prauc, area under pr, area under pr curve, auc precision recall, aupr, auc pr curve, precision recall auc, area under precision recall curve, area under the precision recall curve",
    ],
    ["concordance_index", "c index, concordance, c statistic"],
  ]),
  ...shaped(plain("mean", true, unit, "proportion"), [
    [
      "balanced_accuracy",
      "balanced acc, bal acc, bacc, bal accuracy, mean class accuracy, macc, balanced class accuracy",
    ],
    ["norm_macro_recall", ""],
    ["mc1", ""],
    ["mc2", ""],
    ["pck", "percentage of correct keypoints, pckh"],
    ["mean_average_precision", "map"],
    ["ndcg", "normalized discounted cumulative gain, normalised discounted cumulative gain"],
    ["mrr", "mean reciprocal rank"],
    ["iou", "jaccard, jaccard index, jaccard score, intersection over union"],
    ["mean_iou", "miou"],
    ["dice", "dice coefficient, dice score, dsc, dice similarity coefficient, mdice"],
    ["token_accuracy", ""],
    ["pixel_accuracy", "pixel acc"],
    ["average_recall", ""],
    ["catalog_coverage", "catalogue coverage"],
    ["faithfulness", ""],
    ["answer_relevancy", "answer relevance"],
    ["answer_correctness", ""],
    ["answer_similarity", ""],
    ["context_precision", ""],
    ["context_recall", ""],
    ["context_relevancy", "context relevance"],
  ]),
  ...shaped(plain("other", true, unit, "proportion"), [
    ["f1", "f1 score, f score, f1 measure, f measure, f1 binary, fscore, f meas"],
    ["f2", "f2 score, f2 measure"],
    ["f0.5", "f0.5 score"],
    ["fbeta", "f beta, f beta score"],
    ["g_mean", "geometric mean score"],
    ["adjusted_mutual_info", "ami"],
    ["normalized_mutual_info", "nmi, normalized mutual information, normalised mutual information"],
    ["v_measure", ""],
    ["demographic_parity_ratio", ""],
    ["equalized_odds_ratio", ""],
    ["equal_opportunity_ratio", ""],
    ["purity", ""],
    ["homogeneity", ""],
    ["fowlkes_mallows", "fmi"],
    ["stoi", "estoi"],
    ["rouge_1", "rouge1, rogue 1, rouge 1 f1, rouge 1 f, rouge 1 fmeasure"],
    ["rouge_2", "rouge2, rogue 2, rouge 2 f1, rouge 2 f, rouge 2 fmeasure"],
    ["rouge_l", "rougel, rogue l, rouge l f1, rouge l f, rouge l fmeasure"],
    ["rouge_lsum", "rougelsum, rogue lsum"],
    ["bertscore", "bert score, bertscore f1, bert score f1"],
    ["idf1", ""],
    ["hota", ""],
    ["meteor", ""],
    ["panoptic_quality", "pq"],
  ]),
  ...shaped(plain("other", true, signed), [
    [
      "mcc",
      "matthews correlation, matthews corrcoef, matthews correlation coefficient, matthews corr coef, phi coefficient",
    ],
    ["cohen_kappa", "kappa, cohens kappa, cohen kappa score, kap"],
    ["quadratic_weighted_kappa", "qwk, quadratic kappa"],
    ["adjusted_rand", "ari, adjusted rand index, adjusted rand score"],
    ["pearson", "pearsonr, pearson r, pearson correlation, pearson corr, pearson correlation coefficient, plcc"],
    ["concordance_correlation", "ccc, concordance correlation coefficient, lins ccc"],
    [
      "spearman",
      "spearmanr, spearman correlation, spearman rho, spearman corr, spearmans rho, spearmans ρ, spearman rank correlation, spearman correlation coefficient, srcc",
    ],
    ["kendall_tau", "kendalltau, kendall, kendalls tau, kendalls τ"],
    ["silhouette", "silhouette coefficient"],
    ["gini", "gini coefficient, somers d"],
    ["informedness", "youden j, youdens j, j index, youden, youden index, youdens index"],
  ]),
  ...shaped(plain("other", true, anywhere), [
    ["r2", "r squared, coefficient of determination, r 2, rsq"],
    ["adjusted_r2", "adj r2, adjusted r squared"],
    ["explained_variance", "explained variance score"],
    ["log_likelihood", ""],
    ["bleu", "sacrebleu"],
    ["chrf", ""],
    ["calinski_harabasz", "calinski harabasz score"],
    ["psnr", "peak signal to noise ratio"],
    ["ssim", "structural similarity, structural similarity index"],
    ["bleurt", ""],
    ["cider", ""],
    ["clip_score", ""],
    ["pesq", ""],
    ["si_sdr", "sisdr, scale invariant sdr"],
    ["comet", ""],
    [
      "mean_reward",
      "average reward, episode reward mean, ep rew mean, average return, mean return, mean episode reward",
    ],
    ["nash_sutcliffe", "nse, nash sutcliffe efficiency"],
    ["kling_gupta", "kge, kling gupta efficiency"],
    ["mota", ""],
    ["motp", ""],
    ["sharpe_ratio", "sharpe"],
    ["inception_score", ""],
  ]),

  ...shaped(plain("error", false, unit), [
    ["brier_score", "brier, brier loss, brier score loss, brier class, bbrier"],
    ["integrated_brier_score", "ibs"],
    ["expected_calibration_error", "ece"],
    ["maximum_calibration_error", "mce"],
    ["hamming_loss", ""],
    ["equal_error_rate", "eer"],
    ["fpr_at_95_tpr", "fpr95, fpr at 95 tpr, fpr at 95 % tpr, fpr at tpr95"],
  ]),
  ...shaped(plain("mean", false, unit, "proportion"), [
    ["balanced_error_rate", "mean per class error, balanced error"],
  ]),
  ...shaped(plain("mean", false, unit), [["toxicity", "toxicity score, mean toxicity"]]),
  ...shaped(plain("mean", null, unit, "proportion"), [
    ["interval_coverage", "picp, prediction interval coverage, prediction interval coverage probability"],
  ]),
  ...shaped(plain("error", null, anywhere), [["mean_percentage_error", "mpe"]]),
  ...shaped(plain("other", true, fromZero), [
    ["rpd", "ratio of performance to deviation"],
    ["rpiq", ""],
  ]),
  ...shaped(plain("error", false, fromZero), [
    [
      "log_loss",
      "logloss, cross entropy, cross entropy loss, binary cross entropy, categorical cross entropy, bce, nll, negative log likelihood, mn log loss, mlogloss, multi logloss, xentropy, sparse categorical cross entropy",
    ],
    ["mae", "mean absolute error, mean abs error, l1 loss, mae loss"],
    ["mse", "mean squared error, mean square error, mse loss, l2 loss"],
    ["rmse", "root mean squared error, root mean square error"],
    ["rmsle", "root mean squared log error, root mean squared logarithmic error"],
    ["msle", "mean squared log error, mean squared logarithmic error"],
    ["mape", "mean absolute percentage error, mean abs perc error, mean abs percentage error"],
    ["smape", "symmetric mean absolute percentage error"],
    ["wape", "weighted absolute percentage error, wmape, weighted mape"],
    ["mdape", "median absolute percentage error"],
    ["rmspe", "root mean squared percentage error"],
    ["nrmse", "normalized rmse, normalised rmse, normalized root mean squared error"],
    ["nmae", "normalized mae, normalised mae, normalized mean absolute error"],
    ["relative_absolute_error", "rae"],
    ["mase", "mean absolute scaled error"],
    ["crps", "continuous ranked probability score"],
    ["median_absolute_error", "medae, median abs error"],
    ["max_error", "maximum error"],
    ["pinball_loss", "quantile loss"],
    ["hinge_loss", ""],
    ["huber_loss", ""],
    ["poisson_deviance", "mean poisson deviance"],
    ["wer", "word error rate"],
    ["match_error_rate", ""],
    ["cer", "character error rate"],
    ["ter", "translation edit rate"],
    ["diarization_error_rate", "diarisation error rate"],
    ["fid", "frechet inception distance"],
    ["kernel_inception_distance", ""],
    ["lpips", ""],
    ["hausdorff_distance", "hausdorff"],
    ["hausdorff_95", "hd95, hausdorff distance 95, 95 hd"],
    ["davies_bouldin", "davies bouldin score"],
    ["inertia", ""],
    ["mean_residual_deviance", ""],
    ["residual_deviance", ""],
    ["winkler_score", "interval score, mean interval score"],
    ["interval_width", "mpiw, mean prediction interval width, mean interval width"],
    ["average_displacement_error", "ade"],
    ["final_displacement_error", "fde"],
    ["min_ade", ""],
    ["min_fde", ""],
    ["mpjpe", "mean per joint position error"],
    ["pa_mpjpe", ""],
    ["abs_rel", "absolute relative error"],
    ["sq_rel", ""],
    ["end_point_error", "epe, endpoint error"],
    ["min_dcf", ""],
  ]),
  ...shaped(plain("other", false, fromZero), [
    ["perplexity", "ppl"],
    ["word_perplexity", ""],
    ["byte_perplexity", ""],
    ["bits_per_byte", "bpb"],
    ["bits_per_character", "bpc"],
    ["theil_index", ""],
    ["aic", ""],
    ["bic", ""],
  ]),
  ...shaped(plain("other", false, anywhere), [
    ["loss", ""],
    ["value_loss", "vf loss, value function loss"],
  ]),
  ...shaped(plain("error", null, anywhere), [["mean_error", "mean bias error, mean signed error"]]),

  ...shaped(plain("other", false, unit), [
    [
      "demographic_parity_difference",
      "dp difference, dpd, demographic parity gap, dp gap, demographic parity diff, dp diff",
    ],
    [
      "equalized_odds_difference",
      "equalised odds difference, equalized odds gap, equalised odds gap, equalized odds diff, equalised odds diff",
    ],
  ]),
  ...shaped(plain("other", null, signed), [
    ["statistical_parity_difference", "spd, statistical parity diff"],
    ["equal_opportunity_difference", "equal opportunity gap, equal opportunity diff"],
    ["average_odds_difference", "avg odds difference, aod, average odds diff, avg odds diff"],
  ]),
  ...shaped(plain("other", null, fromZero), [
    ["disparate_impact_ratio", "disparate impact, adverse impact ratio, di ratio"],
  ]),

  ...shaped(plain("time", false, fromZero, "s"), [
    ["fit_time", "mean fit time"],
    ["score_time", "mean score time"],
    ["runtime", ""],
  ]),
  ...shaped(plain("time", false, fromZero), [
    [
      "latency",
      "latency mean, mean latency, latencies, latencies mean, mean latencies, avg latency, average latency, latency avg, response time, mean response time, average response time, avg response time, inference latency",
    ],
    [
      "latency_p50",
      "p50 latency, median latency, latency median, p50 response time, median response time, response time p50, latencies p50, p50 latencies",
    ],
    ["latency_p75", "p75 latency, p75 response time, response time p75, latencies p75, p75 latencies"],
    ["latency_p90", "p90 latency, p90 response time, response time p90, latencies p90, p90 latencies"],
    ["latency_p95", "p95 latency, p95 response time, response time p95, latencies p95, p95 latencies"],
    ["latency_p99", "p99 latency, p99 response time, response time p99, latencies p99, p99 latencies"],
    ["latency_max", "max latency, max response time, response time max, latencies max, max latencies"],
    ["inference_time", "prediction time, mean inference time, avg inference time, average inference time"],
  ]),
  ...shaped(plain("other", true, fromZero), [
    [
      "throughput",
      "requests per second, requests per sec, request per second, req per sec, reqs per sec, rps, qps, queries per second, throughput rps, throughput qps, throughput req s, throughput requests per second, throughput requests per sec",
    ],
  ]),
  ...shaped(plain("other", null, anywhere), [
    ["flesch_kincaid_grade_level", ""],
    ["ari_grade_level", ""],
  ]),
  ...shaped(plain("count", null, fromZero, "count"), [["token_count", ""]]),
  ...shaped(plain("count", null, fromZero, "count"), [
    ["true_positives", "tp"],
    ["true_negatives", "tn"],
    ["false_positives", "fp"],
    ["false_negatives", "fn"],
  ]),
];
