import type { Decision, Finding } from "../model/finding.js";
import type { Report, ReportedModel } from "../model/report.js";
import type { ReportedApproval } from "../model/report-detail.js";

/** A span of time in which nothing that a report says of a model changed. */
export interface Span {
  readonly model: string;
  readonly version: string | null;
  readonly stage: string;
  readonly decision: Decision;
  /** ISO 8601: the first report that says so, and the last. */
  readonly since: string;
  readonly last: string;
  readonly reports: number;
  /** Who approved, by the reports of the span. */
  readonly approved_by: readonly string[];
}

const byTime = (a: Report, b: Report): number => (a.now < b.now ? -1 : a.now > b.now ? 1 : 0);

/** What the reports say of each model over time: decisions, stages and versions, since when, by whose approval. */
export function timeline(reports: readonly Report[]): readonly Span[] {
  const spans = new Map<string, Span[]>();
  for (const report of [...reports].sort(byTime)) {
    for (const model of report.models) {
      const own = spans.get(model.name) ?? [];
      spans.set(model.name, own);
      const before = own.at(-1);
      if (before !== undefined && isSame(before, model)) own[own.length - 1] = longer(before, model, report);
      else own.push(spanOf(model, report));
    }
  }
  return [...spans.keys()].sort().flatMap((name) => spans.get(name) ?? []);
}

const isSame = (span: Span, { version, stage, decision }: ReportedModel): boolean =>
  span.version === version && span.stage === stage && span.decision === decision;

const spanOf = (model: ReportedModel, report: Report): Span => ({
  model: model.name,
  version: model.version,
  stage: model.stage,
  decision: model.decision,
  since: report.now,
  last: report.now,
  reports: 1,
  approved_by: approvers(model, report),
});

const longer = (span: Span, model: ReportedModel, report: Report): Span => ({
  ...span,
  last: report.now,
  reports: span.reports + 1,
  approved_by: [...new Set([...span.approved_by, ...approvers(model, report)])].sort(),
});

/** Who approved a model, by a report. */
export function approvers({ detail }: ReportedModel, { run }: Report): readonly string[] {
  const approvals: readonly ReportedApproval[] = [...(detail?.approvals ?? []), ...run.approvals];
  const approved = approvals.filter(({ state }) => state === null || /^approved$/i.test(state));
  return [...new Set(approved.flatMap(({ by }) => by ?? []))].sort();
}

/** A finding over time: open as long as reports say so, with who answers for it. */
export interface RegisterEntry {
  readonly model: string;
  readonly policy: string;
  readonly rule: string;
  readonly subject: string | null;
  readonly outcome: Finding["outcome"];
  readonly state: "open" | "waived" | "closed";
  readonly owner: string | null;
  readonly ticket: string | null;
  /** When its waiver ends; null where it has none. */
  readonly due: string | null;
  readonly opened: string;
  /** When it was first not found any more; null while it is open. */
  readonly closed: string | null;
  readonly message: string;
}

const isOpen = ({ outcome, effect }: Finding): boolean =>
  outcome !== "met" && outcome !== "not-applicable" && effect !== "note";

/** The register of findings: when each was opened, whether it still is, and by when somebody has promised to mend it. */
export function register(reports: readonly Report[]): readonly RegisterEntry[] {
  const entries = new Map<string, RegisterEntry>();
  for (const report of [...reports].sort(byTime)) {
    const owners = new Map(report.models.map(({ name, owner }) => [name, owner]));
    const open = new Map(report.findings.filter(isOpen).map((finding) => [finding.fingerprint, finding]));
    for (const [fingerprint, finding] of open) {
      const before = entries.get(fingerprint);
      const opened = before === undefined || before.closed !== null ? report.now : before.opened;
      entries.set(fingerprint, entryOf(finding, opened, promiseOf(finding, report, owners.get(finding.model) ?? null)));
    }
    for (const [fingerprint, entry] of entries) {
      if (entry.closed === null && !open.has(fingerprint) && owners.has(entry.model))
        entries.set(fingerprint, { ...entry, state: "closed", closed: report.now });
    }
  }
  const rank = { open: 0, waived: 1, closed: 2 } as const;
  const key = ({ model, policy, rule, subject }: RegisterEntry): string =>
    [model, policy, rule, subject ?? ""].join("\0");
  return [...entries.values()].sort((a, b) => rank[a.state] - rank[b.state] || (key(a) < key(b) ? -1 : 1));
}

type Promised = Pick<RegisterEntry, "owner" | "ticket" | "due">;

/** Who answers for a finding, and by when: by its waiver, also by one that has ended or is void: then it is overdue. */
function promiseOf(
  { waived, policy, rule, model, subject }: Finding,
  { waivers }: Report,
  owner: string | null,
): Promised {
  if (waived !== null) return { owner: waived.owner, ticket: waived.ticket, due: waived.expires };
  const broken = waivers.find(
    (one) =>
      (one.state === "expired" || one.state === "void") &&
      one.rule === `${policy}/${rule}` &&
      one.model === model &&
      (one.subject === null || one.subject === subject),
  );
  return broken === undefined
    ? { owner, ticket: null, due: null }
    : { owner: broken.owner, ticket: broken.ticket, due: broken.expires };
}

const entryOf = (finding: Finding, opened: string, promised: Promised): RegisterEntry => ({
  model: finding.model,
  policy: finding.policy,
  rule: finding.rule,
  subject: finding.subject,
  outcome: finding.outcome,
  state: finding.waived === null ? "open" : "waived",
  ...promised,
  opened,
  closed: null,
  message: finding.message,
});
