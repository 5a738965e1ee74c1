import type { Finding } from "../model/finding.js";
import type { Report, ReportedModel } from "../model/report.js";
import { paperChecks } from "./generated/paper-checks.js";

export const stops = ({ effect }: Pick<Finding, "effect">): boolean => effect === "block" || effect === "undecided";

/** True of what is written and signed about a model: it is mended after the model, since a new model needs new paper. */
export const isPaper = ({ check }: Pick<Finding, "check">): boolean =>
  paperChecks.has(check) || check.startsWith("waiver-");

/** What a model came to, in half a sentence behind its name; its texts are plain. */
export function headlineOf(model: ReportedModel, own: readonly Finding[]): string {
  const stopping = own.filter(stops);
  const failed = stopping.filter(({ outcome }) => outcome === "not-met");
  switch (model.decision) {
    case "block":
      return blocked(model, failed.length > 0 ? failed : stopping);
    case "undecided":
      return undecided(own, stopping);
    case "warn":
      return model.gated ? "may pass, with warnings" : "is looked at, not gated";
    case "pass":
      return passed(model);
  }
}

const versus = ({ detail }: ReportedModel): string => detail?.champion?.version ?? detail?.champion?.name ?? "before";

function blocked(model: ReportedModel, failed: readonly Finding[]): string {
  const worse = failed.filter(({ judged }) => judged?.baseline !== null && judged?.baseline !== undefined);
  if (worse.length > 0) return `is worse than ${versus(model)}`;
  const unreadable = failed.filter(({ outcome }) => outcome === "unreadable");
  if (failed.length > 0 && unreadable.length === failed.length) return "has evidence that cannot be read";
  const rules = new Set(failed.map(({ policy, rule }) => `${policy} ${rule}`)).size;
  if (failed.length > 0 && failed.every(isPaper))
    return `lacks what must be written: ${rules} ${rules === 1 ? "rule" : "rules"}`;
  return `does not meet ${rules} ${rules === 1 ? "rule" : "rules"}`;
}

function undecided(own: readonly Finding[], stopping: readonly Finding[]): string {
  const outcomes = new Set(stopping.map(({ outcome }) => outcome));
  if (own.length === 0 || stopping.length === 0) return "is judged by no rule";
  if (outcomes.size === 1 && outcomes.has("inconclusive"))
    return "may be good enough, and the test is too small to tell";
  if (outcomes.has("unreadable")) return "has evidence that cannot be read";
  return stopping.every(isPaper) ? "waits for what must be written or signed" : "lacks evidence";
}

function passed(model: ReportedModel): string {
  const champion = model.detail?.champion ?? null;
  return champion === null ? "meets its rules" : `may replace ${champion.version ?? champion.name}`;
}

/** What a whole run came to, behind the card of its decision. */
export function fleetHeadline({ decision, models }: Report): string {
  const stopped = models.filter(({ decision: own }) => own === "block" || own === "undecided").length;
  if (models.length === 0) return decision === "pass" ? "nothing to judge" : "";
  return stopped === 0 ? `${models.length} models` : `${stopped} of ${models.length} models`;
}
