import type { Value } from "../../model/adapter.js";
import type { Finding, Judged, Retrain, WaiverUse } from "../../model/finding.js";
import type { Input, Override, Report, ReportedEffect, ReportedProblem, ReportedShard } from "../../model/report.js";
import type {
  DigestedFile,
  JudgingFiles,
  OutsideFolder,
  ReportedPolicy,
  ReportedReview,
  ReportedRule,
  ReportedRun,
  ReportedWaiver,
} from "../../model/report-run.js";
import { aDecision, aMetricRow, aModel, anApproval, aSource, aVouched } from "./report-model.js";
import { entriesOf, fieldsOf, isList, textAt, type Span } from "./report-text.js";
import {
  aFlag,
  aNumber,
  aText,
  listOf,
  matching,
  Misshapen,
  object,
  oneOf,
  orNull,
  recordOf,
  type FieldsOf,
  type ListReader,
  type Reader,
} from "./value-readers.js";

const number = orNull(aNumber);
const text = orNull(aText);
const texts = listOf(aText);
const aCommit = matching(/^[0-9a-f]{7,64}$/, "a commit");

const aJudged = object<Judged>({
  metric: text,
  value: number,
  unit: text,
  higher_is_better: orNull(aFlag),
  bound_kind: text,
  bound: number,
  baseline: number,
  change: number,
  interval: orNull(object<NonNullable<Judged["interval"]>>({ lower: aNumber, upper: aNumber })),
  n: number,
  rung: orNull(oneOf("paired", "standard-error", "trials", "point")),
  method: text,
  confidence: number,
  samples_needed: number,
  p_value: number,
  p_adjusted: number,
});

const aFinding = object<Finding>({
  model: aText,
  policy: aText,
  rule: aText,
  check: aText,
  subject: text,
  outcome: oneOf("met", "not-met", "inconclusive", "missing", "unreadable", "not-applicable"),
  level: oneOf("error", "warning", "note"),
  effect: oneOf("block", "undecided", "warn", "note", "pass"),
  message: aText,
  mend: aText,
  sources: listOf(aSource),
  waived: orNull(object<WaiverUse>({ owner: aText, reason: aText, ticket: text, expires: aText, approved_by: text })),
  on_base: aFlag,
  judged: orNull(aJudged),
  retrain: orNull(object<Retrain>({ action: oneOf("none", "incremental", "full"), reason: aText })),
  vouched: orNull(aVouched),
  fingerprint: aText,
  references: texts,
});

const aRule = object<ReportedRule>({
  rule: aText,
  check: aText,
  title: aText,
  says: aText,
  why: aText,
  mend: aText,
  path: aText,
  line: aNumber,
  references: texts,
  written: aText,
});

const aPolicy = object<ReportedPolicy>({
  id: aText,
  path: aText,
  digest: aText,
  rules: aNumber,
  from: oneOf("working-tree", "base", "pack"),
  owner: text,
  confidence: number,
  asks: listOf(aRule),
});

const aWaiver = object<ReportedWaiver>({
  rule: aText,
  model: aText,
  subject: text,
  value: number,
  reason: aText,
  owner: aText,
  ticket: text,
  expires: aText,
  approved_by: text,
  state: oneOf("used", "unused", "expired", "void", "not-judged"),
  path: aText,
  line: aNumber,
});

const aDigested = object<DigestedFile>({ path: aText, digest: aText });

const aRun = object<ReportedRun>({
  root_name: aText,
  root_path: text,
  outside: listOf(object<OutsideFolder>({ model: text, folder: aText })),
  renames: recordOf(aText),
  review: orNull(
    object<ReportedReview>({
      head: text,
      last_pusher: text,
      same_difference: recordOf(aFlag),
      owners: recordOf(orNull(texts)),
    }),
  ),
  part_clocks: texts,
  scope: texts,
  only: texts,
  stage: text,
  author: text,
  only_new: aFlag,
  base_commit: text,
  touched: orNull(texts),
  risk_of_new: text,
  deployed: listOf(object<ReportedRun["deployed"][number]>({ model: text, digest: aText })),
  release_commit: text,
  judged_by: object<JudgingFiles>({
    commit: text,
    configuration: orNull(aDigested),
    waivers: listOf(aDigested),
    named: texts,
  }),
  approvals: listOf(anApproval),
});

const aProblem = object<ReportedProblem>({
  problem: aText,
  message: aText,
  mend: aText,
  path: text,
  line: number,
  column: number,
  model: text,
});

const anInput = object<Input>({
  path: aText,
  digest: aText,
  format: text,
  model: text,
  baseline: aFlag,
  facts: aNumber,
  problems: aNumber,
  vouched: orNull(aVouched),
  at: text,
});

const anOverride = object<Override>({
  pull: aNumber,
  head: aCommit,
  decision: oneOf("block", "undecided"),
  said: aText,
  by: text,
});

const aShard = object<ReportedShard>({
  index: aNumber,
  of: aNumber,
  brief: listOf(object<ReportedShard["brief"][number]>({ name: aText, metrics: listOf(aMetricRow) })),
  notes: object<ReportedShard["notes"]>({ run: texts, models: texts, tree: texts }),
  adjusted: listOf(
    object<ReportedShard["adjusted"][number]>({
      policy: aText,
      by: oneOf("holm", "hochberg", "benjamini-hochberg", "none"),
    }),
  ),
  effect: orNull(
    object<ReportedEffect>({
      changed: aNumber,
      decided: aNumber,
      told: listOf(object<ReportedEffect["told"][number]>({ model: aText, sentence: aText })),
    }),
  ),
});

const reportFields: FieldsOf<Report> = {
  schema_version: oneOf(1),
  tool: object<Report["tool"]>({ name: oneOf("model-referee"), version: aText, digest: text }),
  now: aText,
  clock_given: aFlag,
  decision: aDecision,
  reason: aText,
  event: text,
  base: text,
  head: orNull(aCommit),
  run: aRun,
  shard: orNull(aShard),
  models: listOf(aModel),
  findings: listOf(aFinding),
  problems: listOf(aProblem),
  policies: listOf(aPolicy),
  waivers: listOf(aWaiver),
  inputs: listOf(anInput),
  unjudged: listOf(object<Report["unjudged"][number]>({ path: aText, format: text })),
  overrides: listOf(anOverride),
  notes: texts,
};

export type ReadReport =
  { readonly kind: "report"; readonly report: Report } | { readonly kind: "misshapen"; readonly why: string };

/** What a run may keep: as much as a file may hold to be read at once. */
const longestReport = 2 ** 31 - 1;

/**
 * A JSON report, as another run wrote it: each field of the type that it must have, and none besides. Its lists are read
 * entry by entry, so that a report of ten thousand models is held once.
 *
 * @param longest bytes
 */
export function readReport(written: string | Uint8Array, longest = longestReport): ReadReport {
  const bytes = typeof written === "string" ? Buffer.from(written, "utf8") : written;
  if (bytes.length > longest) return { kind: "misshapen", why: "it is too long" };
  return readable(() => {
    const fields = fieldsOf(bytes);
    if (fields === null) throw new Misshapen("", "an object");
    return aReport(bytes, fields);
  });
}

/** The same of a document whose fields are found already. */
export const reportOf = (bytes: Uint8Array, fields: ReadonlyMap<string, Span>): ReadReport =>
  readable(() => aReport(bytes, fields));

function readable(read: () => Report): ReadReport {
  try {
    return { kind: "report", report: read() };
  } catch (error) {
    if (error instanceof Misshapen) return { kind: "misshapen", why: error.message };
    if (error instanceof SyntaxError) return { kind: "misshapen", why: "it is not JSON, or cut short" };
    throw error;
  }
}

function aReport(bytes: Uint8Array, fields: ReadonlyMap<string, Span>): Report {
  for (const field of fields.keys()) {
    if (!Object.hasOwn(reportFields, field)) throw new Misshapen(`/${field}`, "known");
  }
  const readers: readonly (readonly [string, Reader<unknown> | ListReader<unknown>])[] = Object.entries(reportFields);
  const read = readers.map(([field, reader]) => [field, fieldRead(bytes, fields.get(field), reader, `/${field}`)]);
  // Every field of a report has been read by the reader of its own type.
  return Object.fromEntries(read) as Report;
}

function fieldRead(
  bytes: Uint8Array,
  span: Span | undefined,
  reader: Reader<unknown> | ListReader<unknown>,
  at: string,
): unknown {
  if (span === undefined) return reader(undefined, at);
  if ("each" in reader && isList(bytes, span)) return reader.each(entriesOf(bytes, span), at);
  const value: Value = JSON.parse(textAt(bytes, span));
  return reader(value, at);
}
