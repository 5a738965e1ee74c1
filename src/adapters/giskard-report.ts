import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isList, isRecord, list, members, text } from "../read/shape.js";
import { shortened } from "./families/check-values.js";

const levels: ReadonlySet<string> = new Set(["major", "medium", "minor", "info"]);

const isDetector = (name: string, found: Value): boolean =>
  /^(LLM)?[A-Z]\w*Detector$/.test(name) &&
  isRecord(found) &&
  members(found).every(
    ([level, issues]) => levels.has(level) && isList(issues) && issues.every((issue) => typeof issue === "string"),
  );

/** A detector without an issue looked and found none. */
function detectorStatements(detector: string, found: Value): readonly Statement[] {
  const where = { pointer: pointer("", detector) };
  const issues = members(found).flatMap(([level, listed]) =>
    (list(listed) ?? []).map((issue, index): Statement => ({
      kind: "check",
      name: shortened(text(issue) ?? ""),
      passed: false,
      severity: level,
      message: detector,
      where: { pointer: pointer("", detector, level, index) },
    })),
  );
  return [
    {
      kind: "check",
      name: detector,
      passed: issues.length === 0,
      observed: issues.length,
      expected: 0,
      suite: true,
      where,
    },
    ...issues,
  ];
}

/** What each detector of a scan found. */
export const giskardReport: Adapter = {
  id: "giskard-report",
  title: "Giskard scan (`to_json()`)",
  definedAt: "https://docs.giskard.ai/",
  versions: "2.19, from the source, not seen",
  reads: "Of each detector whether it found nothing, and a failed check for each issue with its level.",
  leaves: "What the sentences say of slices and numbers; `to_dataframe()` has them in columns.",
  syntax: ["json"],
  gives: ["check"],
  recognises: ({ value }) =>
    members(value).length > 0 && members(value).every(([name, found]) => isDetector(name, found)),
  read: ({ value }) => members(value).flatMap(([name, found]) => detectorStatements(name, found)),
};
