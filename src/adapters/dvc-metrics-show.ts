import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, numeric, text } from "../read/shape.js";
import { nestedMetrics } from "./families/nested-metrics.js";

const isOutcome = (outcome: Value): boolean =>
  members(outcome).length > 0 &&
  members(outcome).every(([key]) => key === "data" || key === "error" || key === "timestamp");

const isRevision = (revision: Value): boolean =>
  isOutcome(revision) &&
  (hasKeys(revision, "error") ||
    (isRecord(member(revision, "data")) && members(member(revision, "data")).every(([, file]) => isOutcome(file))));

const trees = ["", "workspace", "working tree"];

/** Before DVC 2: a record of revisions, each a record of files and their metrics. */
const isBare = (value: Value | undefined): boolean =>
  members(value).some(([name]) => trees.includes(name)) &&
  members(value).every(
    ([, revision]) =>
      members(revision).length > 0 &&
      members(revision).every(([path, metrics]) => /\.(json|ya?ml|toml)$/.test(path) && isRecord(metrics)),
  );

/** The revision that the output is about: the working tree, or the only one. */
function subjectOf(revisions: readonly string[]): string | null {
  const tree = revisions.find((name) => trees.includes(name));
  return tree ?? (revisions.length === 1 ? (revisions[0] ?? null) : null);
}

function errorStatement(outcome: Value, place: string, what: string): readonly Statement[] {
  const error = member(outcome, "error");
  if (error === undefined) return [];
  const said = text(member(error, "msg")) ?? text(member(error, "type")) ?? text(error) ?? "it does not say why";
  return [
    {
      kind: "problem",
      problem: "unreadable",
      message: `DVC could not read ${what}: ${said.slice(0, 200)}`,
      mend: "make DVC read it, and print the metrics again",
      where: { pointer: pointer(place, "error") },
    },
  ];
}

function fileStatements(path: string, file: Value, place: string, about: string | null): readonly Statement[] {
  const metrics = member(file, "data");
  const step = numeric(member(metrics, "step")) ?? null;
  return [...errorStatement(file, place, path), ...nestedMetrics(metrics, pointer(place, "data"), { about, step })];
}

function revisionStatements(name: string, revision: Value, about: string | null): readonly Statement[] {
  const place = pointer("", name);
  return [
    ...errorStatement(revision, place, `revision ${name}`),
    ...members(member(revision, "data")).flatMap(([path, file]) =>
      fileStatements(path, file, pointer(place, "data", path), about),
    ),
  ];
}

const bareStatements = (name: string, revision: Value, about: string | null): readonly Statement[] =>
  members(revision).flatMap(([path, metrics]) =>
    nestedMetrics(metrics, pointer("", name, path), { about, step: numeric(member(metrics, "step")) ?? null }),
  );

/** Metrics of one or several revisions, as `dvc metrics show --json` prints them. */
export const dvcMetricsShow: Adapter = {
  id: "dvc-metrics-show",
  title: "DVC metrics (`dvc metrics show --json`)",
  definedAt: "https://dvc.org/doc/command-reference/metrics/show",
  versions: "DVC 3.67.1; errors, and the form before DVC 2, from the source, not seen",
  reads:
    "Every number of the working tree, or of the only revision; those of further revisions say which they are about. What DVC could not read is a problem.",
  leaves: "Texts, booleans and lists.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises({ value }) {
    const revisions = members(value);
    if (isBare(value)) return true;
    return (
      revisions.length > 0 &&
      revisions.every(([, revision]) => isRevision(revision)) &&
      revisions.some(([, revision]) => hasKeys(revision, "data") || hasKeys(member(revision, "error"), "type"))
    );
  },

  read({ value }) {
    const subject = subjectOf(members(value).map(([name]) => name));
    return members(value).flatMap(([name, revision]) => {
      const about = name === subject ? null : name;
      return isBare(value) ? bareStatements(name, revision, about) : revisionStatements(name, revision, about);
    });
  },
};
