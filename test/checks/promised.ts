/** What a policy can ask over the life of a model; a check may be added, none may be lost. */
export const promised: readonly string[] =
  "card-sections card-fields card-placeholder card-claims owner licence intended-use dataset-version lineage data-quality class-balance representation anomalies data-freshness train-test-overlap metric cross-validation stress-test reproducibility test-set-reuse preregistered business-kpi recomputed-metrics calibration rollout-strategy canary ab-test rollback latency resources image-pinned serialisation drift concept-drift prediction-drift confidence-drift performance-decay infrastructure report-freshness prediction-logging alerts-configured model-age retraining fairness explanation approval separation-of-duties stage-transition risk-class privacy audit-trail framework benchmark assertions red-team contamination-statement expression".split(
    " ",
  );
