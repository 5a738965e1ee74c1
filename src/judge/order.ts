import type { Finding } from "../model/finding.js";
import type { Input } from "../model/report.js";
import { isLeftOver } from "./waiver-findings.js";

/** Worst first, then by model, file and rule. */
export function sorted(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ effect }: Finding): number => ["block", "undecided", "warn", "note", "pass"].indexOf(effect);
  const key = ({ model, policy, rule, subject }: Finding): string =>
    [model, policy, rule, subject ?? ""].join("\u0000");
  return [...findings]
    .map((finding) => ({ finding, rank: rank(finding), key: key(finding) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

/** By path, then by the model that reads it. */
export const byPath = (a: Input, b: Input): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : (a.model ?? "") < (b.model ?? "") ? -1 : 1;

/** By path; those of one path stay as they were. */
export const inPathOrder = <T extends { readonly path: string }>(entries: readonly T[]): readonly T[] =>
  [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

/** Why, in one sentence: how many rules stop the merge, and how. What is said of waivers is no rule. */
export function reasonOf(findings: readonly Finding[]): string {
  const stopping = findings.filter(({ effect }) => effect === "block" || effect === "undecided");
  const rules = new Set(
    findings.filter((finding) => !isLeftOver(finding)).map(({ model, policy, rule }) => `${model} ${policy} ${rule}`),
  ).size;
  if (findings.every(({ outcome }) => outcome === "not-applicable")) return "no rule could be judged";
  if (stopping.length === 0) {
    const warned = findings.filter(({ effect }) => effect === "warn").length;
    return warned === 0
      ? `${rules} ${rules === 1 ? "rule is" : "rules are"} met`
      : `${rules} rules judged, ${warned} ${warned === 1 ? "warning" : "warnings"}`;
  }
  const counts = ["not-met", "missing", "unreadable", "inconclusive"].map((outcome) => ({
    outcome: outcome.replace("-", " "),
    count: stopping.filter((finding) => finding.outcome === outcome).length,
  }));
  const stoppingRules = new Set(stopping.map(({ model, policy, rule }) => `${model} ${policy} ${rule}`)).size;
  return `${stoppingRules} of ${rules} rules ${stoppingRules === 1 ? "stops" : "stop"} it: ${counts
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcome}`)
    .join(", ")}`;
}
