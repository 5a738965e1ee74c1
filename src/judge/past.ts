import type { Report, ReportedModel } from "../model/report.js";
import type { PastJudgement } from "../model/report-detail.js";
import type { FileSystem } from "../model/world.js";
import { instantOf } from "../normalise/instant.js";
import { readReport } from "../report/read-report.js";
import { approvers } from "../report/timeline.js";
import { missingPast } from "./report.js";

/** Bytes of the largest earlier report that is read. */
const LARGEST = 64 * 1024 * 1024;

/** Files that are looked at, newest names first, and judgements that are kept of a model. */
const MOST_FILES = 400;
const MOST_KEPT = 24;

export interface Past {
  readonly byModel: ReadonlyMap<string, readonly PastJudgement[]>;
  /** Files that are no report of ours. */
  readonly notes: readonly string[];
}

/**
 * What reports of earlier runs say of each model, oldest first: those that lie in these folders and were made before now.
 * Two of one time stand once.
 *
 * @param now milliseconds since 1970
 */
export function pastFrom(tree: FileSystem, folders: readonly string[], now: number): Past {
  const files = folders
    .flatMap((folder) => jsonBelow(tree, folder))
    .sort()
    .slice(-MOST_FILES);
  const notes: string[] = [];
  const reports = new Map<string, Report>();
  for (const path of files) {
    const contents = tree.read(path, LARGEST);
    const read = contents.kind === "bytes" ? readReport(contents.bytes, path) : null;
    if (read?.kind === "report") reports.set(read.report.now, read.report);
    else notes.push(`${path}: ${read === null ? "it cannot be read" : read.problem.message}${missingPast}`);
  }
  const clock = instantOf(now) ?? "";
  const earlier = [...reports.values()].filter((report) => report.now < clock).sort((a, b) => (a.now < b.now ? -1 : 1));
  const byModel = new Map<string, PastJudgement[]>();
  for (const report of earlier) {
    for (const model of report.models) {
      const known = byModel.get(model.name) ?? [];
      byModel.set(model.name, [...known, judgementOf(model, report)].slice(-MOST_KEPT));
    }
  }
  return { byModel, notes };
}

function jsonBelow(tree: FileSystem, folder: string): readonly string[] {
  return tree.list(folder).flatMap(({ name, kind }) => {
    const path = folder === "" || folder === "." ? name : `${folder}/${name}`;
    if (kind === "folder") return jsonBelow(tree, path);
    return kind === "file" && name.endsWith(".json") ? [path] : [];
  });
}

const judgementOf = (model: ReportedModel, report: Report): PastJudgement => ({
  at: report.now,
  decision: model.decision,
  stage: model.stage,
  version: model.version,
  approved_by: approvers(model, report),
  metrics: model.metrics.flatMap(({ metric, value, interval }) =>
    value === null ? [] : [{ metric, value, interval }],
  ),
});
