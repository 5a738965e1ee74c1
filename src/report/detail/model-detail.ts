import type { Evidence, ModelIdentity } from "../../model/evidence.js";
import type { FactOf } from "../../model/fact.js";
import type {
  AttributionRow,
  CardRow,
  DriftRow,
  PastJudgement,
  ReportedApproval,
  ReportedDetail,
  LineageStep,
  SliceRow,
} from "../../model/report-detail.js";
import type { Source } from "../../model/source.js";
import { calibrationBins } from "./calibration-bins.js";
import { factChanges } from "./fact-changes.js";
import { lineageSteps } from "./lineage-steps.js";
import { sliceRows } from "./slice-rows.js";

/** Rows that a list holds at most: a report stays a report. */
const most = { slices: 240, drift: 240, attributions: 20, lineage: 24, changes: 240 } as const;

/** Who a model is compared with. */
export interface Champion {
  readonly name: string;
  readonly evidence: Evidence;
}

export interface DetailRequest {
  readonly evidence: Evidence;
  readonly model: ModelIdentity;
  /** Null where there is none, or the model is its own. */
  readonly champion: Champion | null;
  readonly approvals: readonly FactOf<"approval">[];
  /** The model on the base; null where nothing is compared, or it is new. */
  readonly before: Evidence | null;
  /** What earlier reports say of it, oldest first. */
  readonly past: readonly PastJudgement[];
}

/** What the evidence of one model holds, for forms that show a model whole. */
export function modelDetail({ evidence, model, champion, approvals, before, past }: DetailRequest): ReportedDetail {
  const slices = sliceRows(evidence, model, champion?.evidence ?? null);
  const drift = driftRows(evidence);
  const lineage = lineageSteps(evidence);
  const changes = before === null ? [] : factChanges(evidence, before);
  return {
    slices: slices.slice(0, most.slices),
    drift: drift.slice(0, most.drift),
    calibration: calibrationBins(evidence, champion?.evidence ?? null),
    card: cardRows(evidence),
    attributions: attributionRows(evidence),
    lineage: lineage.slice(0, most.lineage),
    approvals: approvals.map(reportedApproval),
    past,
    changes: changes.slice(0, most.changes),
    left_out: {
      slices: Math.max(0, slices.length - most.slices),
      drift: Math.max(0, drift.length - most.drift),
      lineage: Math.max(0, lineage.length - most.lineage),
      changes: Math.max(0, changes.length - most.changes),
    },
    artifact_digest:
      evidence.of("model").find(({ artifact_digest: digest }) => digest !== null)?.artifact_digest ?? null,
    created: newest(evidence.of("model").map(({ created }) => created)),
    champion: champion === null ? null : { name: champion.name, version: versionIn(champion.evidence) },
  };
}

/** Columns first, those that moved most before the others; then what is said of the whole. */
function driftRows(evidence: Evidence): readonly DriftRow[] {
  const rows = evidence.of("drift").map((fact): DriftRow => ({
    scope: fact.scope,
    column: fact.column,
    method: fact.method,
    score: fact.score,
    p_value: fact.p_value,
    threshold: fact.threshold,
    drifted: fact.drifted,
    share: fact.share,
    n_reference: fact.n_reference,
    n_current: fact.n_current,
    at: fact.at,
    source: fact.source,
  }));
  const rank = ({ scope }: DriftRow): number => (scope === "column" ? 0 : 1);
  const order = (a: DriftRow, b: DriftRow): number =>
    rank(a) - rank(b) ||
    byText(a.method ?? "", b.method ?? "") ||
    (b.score ?? -1) - (a.score ?? -1) ||
    byText(a.column ?? "", b.column ?? "");
  return rows.sort(order);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const cardRows = (evidence: Evidence): readonly CardRow[] =>
  evidence.of("card").flatMap(({ section, title, words, placeholder, source }) =>
    section === null
      ? []
      : [
          {
            section,
            title,
            words,
            state:
              placeholder === true ? ("placeholder" as const) : words === 0 ? ("empty" as const) : ("written" as const),
            source,
          },
        ],
  );

function attributionRows(evidence: Evidence): readonly AttributionRow[] {
  const rows = evidence
    .of("attribution")
    .flatMap(({ method, feature, importance, instance, slice, source }) =>
      importance === null || instance !== null || Object.keys(slice).length > 0
        ? []
        : [{ method, feature, importance, source }],
    );
  return rows
    .sort((a, b) => Math.abs(b.importance) - Math.abs(a.importance) || byText(a.feature, b.feature))
    .slice(0, most.attributions);
}

/** An approval as a report records it. */
export const reportedApproval = ({
  by,
  role,
  at,
  commit,
  state,
  format,
  source,
}: FactOf<"approval">): ReportedApproval => ({ by, role, at, commit, state, format, source });

const newest = (dates: readonly (string | null)[]): string | null =>
  dates
    .filter((date) => date !== null)
    .sort()
    .at(-1) ?? null;

const versionIn = (evidence: Evidence): string | null =>
  evidence.of("model").find(({ version }) => version !== null)?.version ?? null;

type Sourced = { readonly source: Source };

/** The same detail with every place replaced: a pass that gathers the places, and one that puts the found ones in. */
export function withSources(detail: ReportedDetail, place: (source: Source) => Source): ReportedDetail {
  const moved = <Row extends Sourced>(rows: readonly Row[]): readonly Row[] =>
    rows.map((row) => ({ ...row, source: place(row.source) }));
  return {
    ...detail,
    slices: moved<SliceRow>(detail.slices),
    drift: moved<DriftRow>(detail.drift),
    card: moved<CardRow>(detail.card),
    attributions: moved<AttributionRow>(detail.attributions),
    lineage: moved<LineageStep>(detail.lineage),
  };
}
