// Written by scripts/generate.mjs from the files of this folder.
import { aif360Explainer } from "./aif360-explainer.js";
import { alertmanagerConfig } from "./alertmanager-config.js";
import { alibiDetect } from "./alibi-detect.js";
import { allennlpCard } from "./allennlp-card.js";
import { alpacaEvalLeaderboard } from "./alpaca-eval-leaderboard.js";
import { apachebenchReport } from "./apachebench-report.js";
import { approvalsPage } from "./approvals-page.js";
import { arenaHardLeaderboard } from "./arena-hard-leaderboard.js";
import { argoAnalysisTemplate } from "./argo-analysis-template.js";
import { argoExperiment } from "./argo-experiment.js";
import { argoRollout } from "./argo-rollout.js";
import { argoWorkflow } from "./argo-workflow.js";
import { artilleryReport } from "./artillery-report.js";
import { autocannonResult } from "./autocannon-result.js";
import { azureAiEvaluation } from "./azure-ai-evaluation.js";
import { azureAiEvaluationRows } from "./azure-ai-evaluation-rows.js";
import { azuremlAsset } from "./azureml-asset.js";
import { azuremlDeployment } from "./azureml-deployment.js";
import { azuremlMetrics } from "./azureml-metrics.js";
import { bentofile } from "./bentofile.js";
import { bigcodeEvalResults } from "./bigcode-eval-results.js";
import { bigcodebenchResults } from "./bigcodebench-results.js";
import { bigqueryMlEvaluation } from "./bigquery-ml-evaluation.js";
import { bleuText } from "./bleu-text.js";
import { bombardierResult } from "./bombardier-result.js";
import { bridge2aiCard } from "./bridge2ai-card.js";
import { catboostErrors } from "./catboost-errors.js";
import { catboostTraining } from "./catboost-training.js";
import { clearmlScalars } from "./clearml-scalars.js";
import { cocoEvaluationText } from "./coco-evaluation-text.js";
import { cocoResults } from "./coco-results.js";
import { codeowners } from "./codeowners.js";
import { cometMetrics } from "./comet-metrics.js";
import { confusionMatrix } from "./confusion-matrix.js";
import { conllevalText } from "./conlleval-text.js";
import { croissant } from "./croissant.js";
import { csvTable } from "./csv-table.js";
import { cyclonedxBom } from "./cyclonedx-bom.js";
import { cyclonedxMlbom } from "./cyclonedx-mlbom.js";
import { dataProfile } from "./data-profile.js";
import { datacontract } from "./datacontract.js";
import { datacontractResult } from "./datacontract-result.js";
import { datasetCard } from "./dataset-card.js";
import { dbtRunResults } from "./dbt-run-results.js";
import { dbtSources } from "./dbt-sources.js";
import { deepchecksResult } from "./deepchecks-result.js";
import { deepevalResults } from "./deepeval-results.js";
import { detectron2Metrics } from "./detectron2-metrics.js";
import { dockerCompose } from "./docker-compose.js";
import { dockerfile } from "./dockerfile.js";
import { driftReport } from "./drift-report.js";
import { dvcExpDiff } from "./dvc-exp-diff.js";
import { dvcExpShow } from "./dvc-exp-show.js";
import { dvcFile } from "./dvc-file.js";
import { dvcLock } from "./dvc-lock.js";
import { dvcMetrics } from "./dvc-metrics.js";
import { dvcMetricsDiff } from "./dvc-metrics-diff.js";
import { dvcMetricsShow } from "./dvc-metrics-show.js";
import { dvcParams } from "./dvc-params.js";
import { dvcParamsDiff } from "./dvc-params-diff.js";
import { dvcYaml } from "./dvc-yaml.js";
import { dvcliveHistory } from "./dvclive-history.js";
import { dvcliveMetrics } from "./dvclive-metrics.js";
import { dvclivePlot } from "./dvclive-plot.js";
import { eli5Explanation } from "./eli5-explanation.js";
import { evalplusResults } from "./evalplus-results.js";
import { evidentlyProfile } from "./evidently-profile.js";
import { evidentlyReport } from "./evidently-report.js";
import { evidentlySnapshot } from "./evidently-snapshot.js";
import { evidentlyTestSuite } from "./evidently-test-suite.js";
import { experimentDaily } from "./experiment-daily.js";
import { experimentStatistics } from "./experiment-statistics.js";
import { experimentSummary } from "./experiment-summary.js";
import { explanationArray } from "./explanation-array.js";
import { factsJsonl } from "./facts-jsonl.js";
import { fairlearnByGroup } from "./fairlearn-by-group.js";
import { fairlearnSummary } from "./fairlearn-summary.js";
import { featureImportance } from "./feature-importance.js";
import { flaggerCanary } from "./flagger-canary.js";
import { flamlLog } from "./flaml-log.js";
import { fortioResult } from "./fortio-result.js";
import { frictionlessReport } from "./frictionless-report.js";
import { frictionlessReportMd } from "./frictionless-report-md.js";
import { garakCalibration } from "./garak-calibration.js";
import { garakDetectorMetrics } from "./garak-detector-metrics.js";
import { garakDigest } from "./garak-digest.js";
import { garakHitlog } from "./garak-hitlog.js";
import { garakReport } from "./garak-report.js";
import { gatewayApiRoute } from "./gateway-api-route.js";
import { gatlingStats } from "./gatling-stats.js";
import { genaiPerfProfile } from "./genai-perf-profile.js";
import { giskardRag } from "./giskard-rag.js";
import { giskardReport } from "./giskard-report.js";
import { giskardScan } from "./giskard-scan.js";
import { githubActionBenchmark } from "./github-action-benchmark.js";
import { googleBenchmark } from "./google-benchmark.js";
import { grafanaAlerts } from "./grafana-alerts.js";
import { greatExpectationsCheckpoint } from "./great-expectations-checkpoint.js";
import { greatExpectationsConfig } from "./great-expectations-config.js";
import { greatExpectationsPage } from "./great-expectations-page.js";
import { greatExpectationsSuite } from "./great-expectations-suite.js";
import { greatExpectationsValidation } from "./great-expectations-validation.js";
import { growthbookResults } from "./growthbook-results.js";
import { gtoArtifacts } from "./gto-artifacts.js";
import { gtoHistory } from "./gto-history.js";
import { gtoRegistry } from "./gto-registry.js";
import { gtoVersions } from "./gto-versions.js";
import { guildCompare } from "./guild-compare.js";
import { helmInstances } from "./helm-instances.js";
import { helmRunSpec } from "./helm-run-spec.js";
import { helmScenario } from "./helm-scenario.js";
import { helmStats } from "./helm-stats.js";
import { helmTable } from "./helm-table.js";
import { heyCsv } from "./hey-csv.js";
import { heyReport } from "./hey-report.js";
import { homeGrownCard } from "./home-grown-card.js";
import { huggingfaceCard } from "./huggingface-card.js";
import { huggingfaceDatasetInfo } from "./huggingface-dataset-info.js";
import { huggingfaceTrainerState } from "./huggingface-trainer-state.js";
import { inferenceModel } from "./inference-model.js";
import { inspectLog } from "./inspect-log.js";
import { interpretExplanation } from "./interpret-explanation.js";
import { istioVirtualService } from "./istio-virtual-service.js";
import { jmeterAggregate } from "./jmeter-aggregate.js";
import { jmeterResults } from "./jmeter-results.js";
import { jmeterStatistics } from "./jmeter-statistics.js";
import { jmhResults } from "./jmh-results.js";
import { jsonSchema } from "./json-schema.js";
import { juliaBenchmark } from "./julia-benchmark.js";
import { junit } from "./junit.js";
import { k6Points } from "./k6-points.js";
import { k6StructuredSummary } from "./k6-structured-summary.js";
import { k6Summary } from "./k6-summary.js";
import { k6SummaryExport } from "./k6-summary-export.js";
import { k6Text } from "./k6-text.js";
import { kaldiWer } from "./kaldi-wer.js";
import { katibExperiment } from "./katib-experiment.js";
import { kfpClassificationMetrics } from "./kfp-classification-metrics.js";
import { kfpExecutorOutput } from "./kfp-executor-output.js";
import { kfpMetrics } from "./kfp-metrics.js";
import { kfpPipeline } from "./kfp-pipeline.js";
import { kfpUiMetadata } from "./kfp-ui-metadata.js";
import { knativeService } from "./knative-service.js";
import { kpiTable } from "./kpi-table.js";
import { kserveInferenceService } from "./kserve-inference-service.js";
import { kubeflowModelRegistry } from "./kubeflow-model-registry.js";
import { kubernetesManifest } from "./kubernetes-manifest.js";
import { kubernetesOwners } from "./kubernetes-owners.js";
import { langsmithExperiment } from "./langsmith-experiment.js";
import { lightningHparams } from "./lightning-hparams.js";
import { limeExplanation } from "./lime-explanation.js";
import { lmEvalResults } from "./lm-eval-results.js";
import { lmEvalSamples } from "./lm-eval-samples.js";
import { lmEvalTable } from "./lm-eval-table.js";
import { localExplanations } from "./local-explanations.js";
import { locustExceptions } from "./locust-exceptions.js";
import { locustFailures } from "./locust-failures.js";
import { locustJson } from "./locust-json.js";
import { locustStats } from "./locust-stats.js";
import { locustStatsHistory } from "./locust-stats-history.js";
import { markdownCard } from "./markdown-card.js";
import { markdownReport } from "./markdown-report.js";
import { metricsJson } from "./metrics-json.js";
import { metricsText } from "./metrics-text.js";
import { mlflowApprovalTag } from "./mlflow-approval-tag.js";
import { mlflowDataset } from "./mlflow-dataset.js";
import { mlflowEntry } from "./mlflow-entry.js";
import { mlflowEvaluation } from "./mlflow-evaluation.js";
import { mlflowEvaluationArtifacts } from "./mlflow-evaluation-artifacts.js";
import { mlflowExperiment } from "./mlflow-experiment.js";
import { mlflowInputExample } from "./mlflow-input-example.js";
import { mlflowLoggedModel } from "./mlflow-logged-model.js";
import { mlflowMetric } from "./mlflow-metric.js";
import { mlflowModel } from "./mlflow-model.js";
import { mlflowModelVersion } from "./mlflow-model-version.js";
import { mlflowRegisteredModel } from "./mlflow-registered-model.js";
import { mlflowRestError } from "./mlflow-rest-error.js";
import { mlflowRestListing } from "./mlflow-rest-listing.js";
import { mlflowRestLoggedModels } from "./mlflow-rest-logged-models.js";
import { mlflowRestMetricHistory } from "./mlflow-rest-metric-history.js";
import { mlflowRestModelVersion } from "./mlflow-rest-model-version.js";
import { mlflowRestModelVersions } from "./mlflow-rest-model-versions.js";
import { mlflowRestRegisteredModels } from "./mlflow-rest-registered-models.js";
import { mlflowRestRuns } from "./mlflow-rest-runs.js";
import { mlflowRun } from "./mlflow-run.js";
import { mlflowRunLink } from "./mlflow-run-link.js";
import { mlflowSearchRuns } from "./mlflow-search-runs.js";
import { mlflowTable } from "./mlflow-table.js";
import { mlflowTrace } from "./mlflow-trace.js";
import { mlflowValidation } from "./mlflow-validation.js";
import { mlmdExport } from "./mlmd-export.js";
import { mlperfAccuracyLog } from "./mlperf-accuracy-log.js";
import { mlperfInferenceSummary } from "./mlperf-inference-summary.js";
import { mlperfLog } from "./mlperf-log.js";
import { mlperfSystem } from "./mlperf-system.js";
import { mlperfTinyAccuracy } from "./mlperf-tiny-accuracy.js";
import { mlperfTinyPerformance } from "./mlperf-tiny-performance.js";
import { modelCardToolkit } from "./model-card-toolkit.js";
import { modelFile } from "./model-file.js";
import { modelscanReport } from "./modelscan-report.js";
import { monaiMetadata } from "./monai-metadata.js";
import { mtBenchJudgments } from "./mt-bench-judgments.js";
import { mtebResults } from "./mteb-results.js";
import { nannymlRanking } from "./nannyml-ranking.js";
import { nannymlResults } from "./nannyml-results.js";
import { nemoEvaluatorResults } from "./nemo-evaluator-results.js";
import { neptuneRuns } from "./neptune-runs.js";
import { nginxIngressCanary } from "./nginx-ingress-canary.js";
import { nnunetSummary } from "./nnunet-summary.js";
import { ohaResult } from "./oha-result.js";
import { omzAccuracyCheck } from "./omz-accuracy-check.js";
import { omzModel } from "./omz-model.js";
import { openaiEvalsLog } from "./openai-evals-log.js";
import { opencompassResult } from "./opencompass-result.js";
import { opencompassSummary } from "./opencompass-summary.js";
import { openlineageEvent } from "./openlineage-event.js";
import { openmmlabLog } from "./openmmlab-log.js";
import { openssfScorecard } from "./openssf-scorecard.js";
import { optimizelyResults } from "./optimizely-results.js";
import { optunaTrials } from "./optuna-trials.js";
import { panderaErrors } from "./pandera-errors.js";
import { panderaFailureCases } from "./pandera-failure-cases.js";
import { panderaSchema } from "./pandera-schema.js";
import { parquetTable } from "./parquet-table.js";
import { permutationImportance } from "./permutation-importance.js";
import { picklescanOutput } from "./picklescan-output.js";
import { pipAuditReport } from "./pip-audit-report.js";
import { prometheusRules } from "./prometheus-rules.js";
import { promptfooConfig } from "./promptfoo-config.js";
import { promptfooResults } from "./promptfoo-results.js";
import { prophetPerformance } from "./prophet-performance.js";
import { pytestBenchmark } from "./pytest-benchmark.js";
import { ragEvalConfig } from "./rag-eval-config.js";
import { ragEvalCustom } from "./rag-eval-custom.js";
import { ragEvalSummary } from "./rag-eval-summary.js";
import { ragasScores } from "./ragas-scores.js";
import { rayTuneResult } from "./ray-tune-result.js";
import { registryExport } from "./registry-export.js";
import { responsibleaiErrorAnalysis } from "./responsibleai-error-analysis.js";
import { responsibleaiImportance } from "./responsibleai-importance.js";
import { responsibleaiInsights } from "./responsibleai-insights.js";
import { riverDrift } from "./river-drift.js";
import { riverDriftEvents } from "./river-drift-events.js";
import { riverProgress } from "./river-progress.js";
import { sacrebleuScore } from "./sacrebleu-score.js";
import { sacredConfig } from "./sacred-config.js";
import { sacredMetrics } from "./sacred-metrics.js";
import { sacredRun } from "./sacred-run.js";
import { sagemakerCardMetrics } from "./sagemaker-card-metrics.js";
import { sagemakerClarifyAnalysis } from "./sagemaker-clarify-analysis.js";
import { sagemakerClarifyConfig } from "./sagemaker-clarify-config.js";
import { sagemakerJob } from "./sagemaker-job.js";
import { sagemakerModelCard } from "./sagemaker-model-card.js";
import { sagemakerModelMonitorConstraints } from "./sagemaker-model-monitor-constraints.js";
import { sagemakerModelMonitorStatistics } from "./sagemaker-model-monitor-statistics.js";
import { sagemakerModelMonitorViolations } from "./sagemaker-model-monitor-violations.js";
import { sagemakerModelPackage } from "./sagemaker-model-package.js";
import { sagemakerModelQuality } from "./sagemaker-model-quality.js";
import { sagemakerTuningJob } from "./sagemaker-tuning-job.js";
import { seldonDeployment } from "./seldon-deployment.js";
import { seldonModel } from "./seldon-model.js";
import { seldonModelSettings } from "./seldon-model-settings.js";
import { sentenceTransformersEvaluation } from "./sentence-transformers-evaluation.js";
import { shapImportance } from "./shap-importance.js";
import { shapValues } from "./shap-values.js";
import { signOff } from "./sign-off.js";
import { simpleEvalsResult } from "./simple-evals-result.js";
import { sklearnClassificationReport } from "./sklearn-classification-report.js";
import { sklearnCrossValidate } from "./sklearn-cross-validate.js";
import { sklearnCurve } from "./sklearn-curve.js";
import { sklearnLearningCurve } from "./sklearn-learning-curve.js";
import { sklearnSearch } from "./sklearn-search.js";
import { sliceMetrics } from "./slice-metrics.js";
import { sliceTable } from "./slice-table.js";
import { smiTrafficSplit } from "./smi-traffic-split.js";
import { sodaScan } from "./soda-scan.js";
import { spacyPipeline } from "./spacy-pipeline.js";
import { spdxAi } from "./spdx-ai.js";
import { spdxBom } from "./spdx-bom.js";
import { squadEvaluation } from "./squad-evaluation.js";
import { stableBaselinesMonitor } from "./stable-baselines-monitor.js";
import { stableBaselinesProgress } from "./stable-baselines-progress.js";
import { sweBenchReport } from "./swe-bench-report.js";
import { tensorboardEvents } from "./tensorboard-events.js";
import { tensorboardExport } from "./tensorboard-export.js";
import { tfdvAnomalies } from "./tfdv-anomalies.js";
import { tfdvSchema } from "./tfdv-schema.js";
import { tfdvStatistics } from "./tfdv-statistics.js";
import { tfmaEvalConfig } from "./tfma-eval-config.js";
import { tfmaMetricsBySlice } from "./tfma-metrics-by-slice.js";
import { tfmaMetricsForSlice } from "./tfma-metrics-for-slice.js";
import { tfmaPlots } from "./tfma-plots.js";
import { tfmaSlicingMetrics } from "./tfma-slicing-metrics.js";
import { tfmaValidationResult } from "./tfma-validation-result.js";
import { tfxArtifacts } from "./tfx-artifacts.js";
import { tfxBlessing } from "./tfx-blessing.js";
import { trainingHistory } from "./training-history.js";
import { trecEvalText } from "./trec-eval-text.js";
import { tritonModelConfig } from "./triton-model-config.js";
import { tritonPerfAnalyzer } from "./triton-perf-analyzer.js";
import { trulensLeaderboard } from "./trulens-leaderboard.js";
import { ultralyticsResults } from "./ultralytics-results.js";
import { vegetaReport } from "./vegeta-report.js";
import { vegetaResults } from "./vegeta-results.js";
import { vegetaText } from "./vegeta-text.js";
import { vertexModelEvaluation } from "./vertex-model-evaluation.js";
import { vllmBenchmark } from "./vllm-benchmark.js";
import { wandbConfig } from "./wandb-config.js";
import { wandbExport } from "./wandb-export.js";
import { wandbHistory } from "./wandb-history.js";
import { wandbLog } from "./wandb-log.js";
import { wandbManifest } from "./wandb-manifest.js";
import { wandbMetadata } from "./wandb-metadata.js";
import { wandbRequirements } from "./wandb-requirements.js";
import { wandbSummary } from "./wandb-summary.js";
import { wandbSweep } from "./wandb-sweep.js";
import { wandbTable } from "./wandb-table.js";
import { whylogsConstraints } from "./whylogs-constraints.js";
import { whylogsDrift } from "./whylogs-drift.js";
import { whylogsSummary } from "./whylogs-summary.js";
import { wrkReport } from "./wrk-report.js";
import { xgboostCv } from "./xgboost-cv.js";
import { ydataProfile } from "./ydata-profile.js";
import type { Adapter } from "../model/adapter.js";

/** Every format. Recognisers exclude one another, so the order says nothing. */
export const adapters: readonly Adapter[] = [
  aif360Explainer,
  alertmanagerConfig,
  alibiDetect,
  allennlpCard,
  alpacaEvalLeaderboard,
  apachebenchReport,
  approvalsPage,
  arenaHardLeaderboard,
  argoAnalysisTemplate,
  argoExperiment,
  argoRollout,
  argoWorkflow,
  artilleryReport,
  autocannonResult,
  azureAiEvaluation,
  azureAiEvaluationRows,
  azuremlAsset,
  azuremlDeployment,
  azuremlMetrics,
  bentofile,
  bigcodeEvalResults,
  bigcodebenchResults,
  bigqueryMlEvaluation,
  bleuText,
  bombardierResult,
  bridge2aiCard,
  catboostErrors,
  catboostTraining,
  clearmlScalars,
  cocoEvaluationText,
  cocoResults,
  codeowners,
  cometMetrics,
  confusionMatrix,
  conllevalText,
  croissant,
  csvTable,
  cyclonedxBom,
  cyclonedxMlbom,
  dataProfile,
  datacontract,
  datacontractResult,
  datasetCard,
  dbtRunResults,
  dbtSources,
  deepchecksResult,
  deepevalResults,
  detectron2Metrics,
  dockerCompose,
  dockerfile,
  driftReport,
  dvcExpDiff,
  dvcExpShow,
  dvcFile,
  dvcLock,
  dvcMetrics,
  dvcMetricsDiff,
  dvcMetricsShow,
  dvcParams,
  dvcParamsDiff,
  dvcYaml,
  dvcliveHistory,
  dvcliveMetrics,
  dvclivePlot,
  eli5Explanation,
  evalplusResults,
  evidentlyProfile,
  evidentlyReport,
  evidentlySnapshot,
  evidentlyTestSuite,
  experimentDaily,
  experimentStatistics,
  experimentSummary,
  explanationArray,
  factsJsonl,
  fairlearnByGroup,
  fairlearnSummary,
  featureImportance,
  flaggerCanary,
  flamlLog,
  fortioResult,
  frictionlessReport,
  frictionlessReportMd,
  garakCalibration,
  garakDetectorMetrics,
  garakDigest,
  garakHitlog,
  garakReport,
  gatewayApiRoute,
  gatlingStats,
  genaiPerfProfile,
  giskardRag,
  giskardReport,
  giskardScan,
  githubActionBenchmark,
  googleBenchmark,
  grafanaAlerts,
  greatExpectationsCheckpoint,
  greatExpectationsConfig,
  greatExpectationsPage,
  greatExpectationsSuite,
  greatExpectationsValidation,
  growthbookResults,
  gtoArtifacts,
  gtoHistory,
  gtoRegistry,
  gtoVersions,
  guildCompare,
  helmInstances,
  helmRunSpec,
  helmScenario,
  helmStats,
  helmTable,
  heyCsv,
  heyReport,
  homeGrownCard,
  huggingfaceCard,
  huggingfaceDatasetInfo,
  huggingfaceTrainerState,
  inferenceModel,
  inspectLog,
  interpretExplanation,
  istioVirtualService,
  jmeterAggregate,
  jmeterResults,
  jmeterStatistics,
  jmhResults,
  jsonSchema,
  juliaBenchmark,
  junit,
  k6Points,
  k6StructuredSummary,
  k6Summary,
  k6SummaryExport,
  k6Text,
  kaldiWer,
  katibExperiment,
  kfpClassificationMetrics,
  kfpExecutorOutput,
  kfpMetrics,
  kfpPipeline,
  kfpUiMetadata,
  knativeService,
  kpiTable,
  kserveInferenceService,
  kubeflowModelRegistry,
  kubernetesManifest,
  kubernetesOwners,
  langsmithExperiment,
  lightningHparams,
  limeExplanation,
  lmEvalResults,
  lmEvalSamples,
  lmEvalTable,
  localExplanations,
  locustExceptions,
  locustFailures,
  locustJson,
  locustStats,
  locustStatsHistory,
  markdownCard,
  markdownReport,
  metricsJson,
  metricsText,
  mlflowApprovalTag,
  mlflowDataset,
  mlflowEntry,
  mlflowEvaluation,
  mlflowEvaluationArtifacts,
  mlflowExperiment,
  mlflowInputExample,
  mlflowLoggedModel,
  mlflowMetric,
  mlflowModel,
  mlflowModelVersion,
  mlflowRegisteredModel,
  mlflowRestError,
  mlflowRestListing,
  mlflowRestLoggedModels,
  mlflowRestMetricHistory,
  mlflowRestModelVersion,
  mlflowRestModelVersions,
  mlflowRestRegisteredModels,
  mlflowRestRuns,
  mlflowRun,
  mlflowRunLink,
  mlflowSearchRuns,
  mlflowTable,
  mlflowTrace,
  mlflowValidation,
  mlmdExport,
  mlperfAccuracyLog,
  mlperfInferenceSummary,
  mlperfLog,
  mlperfSystem,
  mlperfTinyAccuracy,
  mlperfTinyPerformance,
  modelCardToolkit,
  modelFile,
  modelscanReport,
  monaiMetadata,
  mtBenchJudgments,
  mtebResults,
  nannymlRanking,
  nannymlResults,
  nemoEvaluatorResults,
  neptuneRuns,
  nginxIngressCanary,
  nnunetSummary,
  ohaResult,
  omzAccuracyCheck,
  omzModel,
  openaiEvalsLog,
  opencompassResult,
  opencompassSummary,
  openlineageEvent,
  openmmlabLog,
  openssfScorecard,
  optimizelyResults,
  optunaTrials,
  panderaErrors,
  panderaFailureCases,
  panderaSchema,
  parquetTable,
  permutationImportance,
  picklescanOutput,
  pipAuditReport,
  prometheusRules,
  promptfooConfig,
  promptfooResults,
  prophetPerformance,
  pytestBenchmark,
  ragEvalConfig,
  ragEvalCustom,
  ragEvalSummary,
  ragasScores,
  rayTuneResult,
  registryExport,
  responsibleaiErrorAnalysis,
  responsibleaiImportance,
  responsibleaiInsights,
  riverDrift,
  riverDriftEvents,
  riverProgress,
  sacrebleuScore,
  sacredConfig,
  sacredMetrics,
  sacredRun,
  sagemakerCardMetrics,
  sagemakerClarifyAnalysis,
  sagemakerClarifyConfig,
  sagemakerJob,
  sagemakerModelCard,
  sagemakerModelMonitorConstraints,
  sagemakerModelMonitorStatistics,
  sagemakerModelMonitorViolations,
  sagemakerModelPackage,
  sagemakerModelQuality,
  sagemakerTuningJob,
  seldonDeployment,
  seldonModel,
  seldonModelSettings,
  sentenceTransformersEvaluation,
  shapImportance,
  shapValues,
  signOff,
  simpleEvalsResult,
  sklearnClassificationReport,
  sklearnCrossValidate,
  sklearnCurve,
  sklearnLearningCurve,
  sklearnSearch,
  sliceMetrics,
  sliceTable,
  smiTrafficSplit,
  sodaScan,
  spacyPipeline,
  spdxAi,
  spdxBom,
  squadEvaluation,
  stableBaselinesMonitor,
  stableBaselinesProgress,
  sweBenchReport,
  tensorboardEvents,
  tensorboardExport,
  tfdvAnomalies,
  tfdvSchema,
  tfdvStatistics,
  tfmaEvalConfig,
  tfmaMetricsBySlice,
  tfmaMetricsForSlice,
  tfmaPlots,
  tfmaSlicingMetrics,
  tfmaValidationResult,
  tfxArtifacts,
  tfxBlessing,
  trainingHistory,
  trecEvalText,
  tritonModelConfig,
  tritonPerfAnalyzer,
  trulensLeaderboard,
  ultralyticsResults,
  vegetaReport,
  vegetaResults,
  vegetaText,
  vertexModelEvaluation,
  vllmBenchmark,
  wandbConfig,
  wandbExport,
  wandbHistory,
  wandbLog,
  wandbManifest,
  wandbMetadata,
  wandbRequirements,
  wandbSummary,
  wandbSweep,
  wandbTable,
  whylogsConstraints,
  whylogsDrift,
  whylogsSummary,
  wrkReport,
  xgboostCv,
  ydataProfile,
];
