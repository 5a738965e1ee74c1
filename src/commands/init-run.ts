import { hasEnded, runOf } from "../judging/selection.js";
import type { Evidence } from "../model/evidence.js";

/**
 * The run to be named, where several state results and nothing says which of them made the model: the newest that came to
 * its end, or of those whose files were written when they began, the newest. Null where nothing has to be named, or nothing tells which is the newest.
 */
export function newestRun(evidence: Evidence): string | null {
  const stating = [
    ...new Set(evidence.of("measurement").flatMap(({ run, about }) => (about === null ? (run ?? []) : []))),
  ].sort();
  if (stating.length < 2 || runOf(stating, evidence) !== undefined) return null;
  const dated = evidence
    .of("run")
    .flatMap(({ run_id: id, status, at }) =>
      id !== null && at !== null && stating.includes(id) ? [{ id, at: Date.parse(at), ended: hasEnded(status) }] : [],
    )
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const ended = dated.filter((run) => run.ended);
  const [newest, second] = ended.length > 0 ? ended : dated;
  return newest === undefined || Number.isNaN(newest.at) || newest.at === second?.at ? null : newest.id;
}
