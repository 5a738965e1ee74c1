import type { Decision, Effect, Finding, Outcome } from "../model/finding.js";
import type { Report, ReportedEffect } from "../model/report.js";

/** What one rule says on one side. */
export interface Said {
  readonly outcome: Outcome;
  readonly effect: Effect;
  readonly message: string;
}

/** A rule that says something else of a subject, or leads to something else. */
export interface FindingChange {
  readonly policy: string;
  readonly rule: string;
  readonly subject: string | null;
  /** Null where it does not judge on that side. */
  readonly before: Said | null;
  readonly after: Said | null;
}

/** A model that is decided otherwise, or by findings that are other ones. */
export interface ModelChange {
  readonly model: string;
  /** Null where the model is not judged on that side. */
  readonly before: Decision | null;
  readonly after: Decision | null;
  readonly findings: readonly FindingChange[];
}

/** Two reports held against one another, model by model in the order of their names: what differs, and nothing else. */
export function changesBetween(before: Report, after: Report): readonly ModelChange[] {
  const names = [...new Set([...before.models, ...after.models].map(({ name }) => name))].sort();
  return names.flatMap((model) => {
    const decided = (report: Report): Decision | null =>
      report.models.find(({ name }) => name === model)?.decision ?? null;
    const findings = findingChanges(ofModel(before, model), ofModel(after, model));
    const change = { model, before: decided(before), after: decided(after), findings };
    return change.before === change.after && findings.length === 0 ? [] : [change];
  });
}

const ofModel = ({ findings }: Report, model: string): ReadonlyMap<string, Finding> =>
  new Map(findings.filter((finding) => finding.model === model).map((finding) => [keyOf(finding), finding]));

/** What is met and nobody looks at has no fingerprint. */
const keyOf = ({ policy, rule, subject }: Finding): string => JSON.stringify([policy, rule, subject]);

function findingChanges(
  before: ReadonlyMap<string, Finding>,
  after: ReadonlyMap<string, Finding>,
): readonly FindingChange[] {
  const found = new Map([...before, ...after]);
  return [...found].flatMap(([key, { policy, rule, subject }]) => {
    const [one, other] = [said(before.get(key)), said(after.get(key))];
    const same = one?.outcome === other?.outcome && one?.effect === other?.effect;
    return same ? [] : [{ policy, rule, subject, before: one, after: other }];
  });
}

const said = (finding: Finding | undefined): Said | null =>
  finding === undefined ? null : { outcome: finding.outcome, effect: finding.effect, message: finding.message };

/** `recall-floor recall: not-met (block) → met (pass)`. */
export function changeWords({ rule, subject, before, after }: FindingChange): string {
  const side = (one: Said | null): string => (one === null ? "not judged" : `${one.outcome} (${one.effect})`);
  return `${rule}${subject === null ? "" : ` ${subject}`}: ${side(before)} → ${side(after)}`;
}

/** `block → pass`. */
export const decisionWords = ({ before, after }: ModelChange): string =>
  `${before ?? "not judged"} → ${after ?? "not judged"}`;

const mostNamed = 3;

/** What other policies would decide: a sentence for each of the first `most` models that differ. */
export function effectOf(changes: readonly ModelChange[], most: number): ReportedEffect {
  const decided = changes.filter(({ before, after }) => before !== after);
  const told = decided.slice(0, most).map((change) => {
    const why = change.findings.slice(0, mostNamed).map(changeWords).join("; ");
    const others = change.findings.length - mostNamed;
    const more = others > 0 ? ` and ${others} more` : "";
    const sentence = `Once merged, the change's own policies would decide otherwise: ${change.model} ${decisionWords(change)}${why === "" ? "" : ` (${why}${more})`}.`;
    return { model: change.model, sentence };
  });
  return { changed: changes.length, decided: decided.length, told };
}
