import type { EvidenceFileSummary } from "../../model/evidence.js";
import type { DatasetRole, DriftScope, Vouched } from "../../model/fact.js";
import type { Decision } from "../../model/finding.js";
import type { ReportedModel } from "../../model/report.js";
import type {
  AttributionRow,
  CalibrationBin,
  CardRow,
  DriftRow,
  FactChange,
  LineageStep,
  MetricRow,
  PastJudgement,
  ReportedApproval,
  ReportedDetail,
  ReportedInterval,
  SliceRow,
} from "../../model/report-detail.js";
import type { Source } from "../../model/source.js";
import { aFlag, aNumber, aText, listOf, object, oneOf, orNull, recordOf, type Reader } from "./value-readers.js";

const number = orNull(aNumber);
const text = orNull(aText);
const flag = orNull(aFlag);

export const aDecision: Reader<Decision> = oneOf("pass", "warn", "block", "undecided");
export const aVouched: Reader<Vouched> = oneOf("committed", "base", "attested", "recomputed");

export const aSource = object<Source>({ path: aText, pointer: text, line: number, column: number, digest: text });

const anInterval = orNull(object<ReportedInterval>({ lower: aNumber, upper: aNumber }));

export const aMetricRow = object<MetricRow>({
  metric: aText,
  value: number,
  unit: text,
  higher_is_better: flag,
  n: number,
  dataset: text,
  interval: anInterval,
  method: text,
  baseline: number,
  baseline_interval: anInterval,
  source: aSource,
});

const aSliceRow = object<SliceRow>({
  metric: aText,
  higher_is_better: flag,
  slice: recordOf(aText),
  value: number,
  interval: anInterval,
  method: text,
  n: number,
  baseline: number,
  baseline_interval: anInterval,
  suppressed: aFlag,
  source: aSource,
});

const aDriftScope: Reader<DriftScope> = oneOf(
  "column",
  "dataset",
  "prediction",
  "target",
  "concept",
  "attribution",
  "performance",
);

const aDriftRow = object<DriftRow>({
  scope: aDriftScope,
  column: text,
  method: text,
  score: number,
  p_value: number,
  threshold: number,
  drifted: flag,
  share: number,
  n_reference: number,
  n_current: number,
  at: text,
  source: aSource,
});

const aCalibrationBin = object<CalibrationBin>({
  side: oneOf("candidate", "champion"),
  score: aNumber,
  share: aNumber,
  interval: anInterval,
  n: aNumber,
});

const aCardRow = object<CardRow>({
  section: aText,
  title: text,
  words: number,
  state: oneOf("written", "placeholder", "empty"),
  source: aSource,
});

const anAttribution = object<AttributionRow>({ method: text, feature: aText, importance: aNumber, source: aSource });

const aRole: Reader<DatasetRole> = oneOf("train", "validation", "test", "reference", "current");

const aLineageStep = object<LineageStep>({
  kind: oneOf("data", "run", "model", "evaluation"),
  role: orNull(aRole),
  name: text,
  digest: text,
  detail: text,
  source: aSource,
});

export const anApproval = object<ReportedApproval>({
  by: text,
  role: text,
  at: text,
  commit: text,
  state: text,
  format: text,
  source: aSource,
});

const says: Reader<string | number | null> = (value, at) =>
  typeof value === "number" ? aNumber(value, at) : text(value, at);

const aChange = object<FactChange>({
  kind: oneOf(
    ...(["measurement", "drift", "check", "card", "dataset", "attribution", "model", "run"] as const),
    ...(["rollout", "experiment", "approval", "table", "file", "problem"] as const),
  ),
  what: aText,
  before: says,
  now: says,
  difference: number,
  interval: anInterval,
  method: text,
  better: flag,
  source: aSource,
});

const aPastJudgement = object<PastJudgement>({
  at: aText,
  decision: aDecision,
  stage: aText,
  version: text,
  approved_by: listOf(aText),
  metrics: listOf(object<PastJudgement["metrics"][number]>({ metric: aText, value: aNumber, interval: anInterval })),
});

const aDetail = object<ReportedDetail>({
  slices: listOf(aSliceRow),
  drift: listOf(aDriftRow),
  calibration: listOf(aCalibrationBin),
  card: listOf(aCardRow),
  attributions: listOf(anAttribution),
  lineage: listOf(aLineageStep),
  approvals: listOf(anApproval),
  past: listOf(aPastJudgement),
  changes: listOf(aChange),
  left_out: object<ReportedDetail["left_out"]>({ slices: aNumber, drift: aNumber, lineage: aNumber, changes: aNumber }),
  artifact_digest: text,
  created: text,
  champion: orNull(object<NonNullable<ReportedDetail["champion"]>>({ name: aText, version: text })),
});

const aFile = object<EvidenceFileSummary>({
  path: aText,
  format: text,
  facts: aNumber,
  problems: aNumber,
  baseline: aFlag,
  locked: aFlag,
});

export const aModel = object<ReportedModel>({
  name: aText,
  path: aText,
  version: text,
  stage: aText,
  risk: text,
  owner: text,
  decision: aDecision,
  gated: aFlag,
  policies: listOf(aText),
  metrics: listOf(aMetricRow),
  files: listOf(aFile),
  vouched: orNull(aVouched),
  detail: orNull(aDetail),
});
