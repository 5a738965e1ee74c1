import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer, type Where } from "../../model/source.js";
import { below, boolean, hasKeys, isRecord, list, member, number, text } from "../../read/shape.js";
import { isPlaceholder, notFilledIn } from "./placeholder.js";

const types = new Set(["START", "RUNNING", "COMPLETE", "ABORT", "FAIL", "OTHER"]);

export interface LineageEvent {
  readonly value: Value;
  where(...path: readonly (string | number)[]): Where;
}

/** A run, job or dataset event, by what the specification asks of each. */
export function isLineageEvent(value: Value | undefined): boolean {
  if (!isRecord(value)) return false;
  if (/openlineage\.io|OpenLineage\.json/.test(text(member(value, "schemaURL")) ?? "")) return true;
  const named = hasKeys(member(value, "job"), "namespace", "name");
  if (named && types.has(text(member(value, "eventType")) ?? "")) return true;
  return named && hasKeys(value, "eventTime") && (hasKeys(value, "inputs") || hasKeys(value, "outputs"));
}

/** Events of a file: one, a list, or one a line. */
export function lineageEvents(file: EvidenceFile): readonly LineageEvent[] {
  if (file.syntax === "json-lines")
    return file.values.map(({ value, line }) => ({
      value,
      where: (...path) => ({ pointer: pointer("", ...path), line }),
    }));
  const events = list(file.value);
  if (events === undefined)
    return file.value === undefined
      ? []
      : [{ value: file.value, where: (...path) => ({ pointer: pointer("", ...path) }) }];
  return events.map((value, index) => ({ value, where: (...path) => ({ pointer: pointer("", index, ...path) }) }));
}

const filled = (value: Value | undefined): string | null => {
  const stated = text(value);
  return stated === undefined || isPlaceholder(stated) ? null : stated;
};

export const runIdOf = (event: LineageEvent): string | null => filled(below(event.value, "run", "runId"));

const namesOf = (value: Value | undefined): readonly string[] =>
  (list(value) ?? []).flatMap((dataset) => filled(member(dataset, "name")) ?? []);

/** How a run stands by its last event: what it read and wrote, and the revision of its code. */
export function runStatement(event: LineageEvent): Statement[] {
  const status = text(member(event.value, "eventType"));
  if (status === undefined || !isRecord(member(event.value, "run"))) return [];
  return [
    {
      kind: "run",
      run_id: runIdOf(event),
      status,
      inputs: namesOf(member(event.value, "inputs")),
      outputs: namesOf(member(event.value, "outputs")),
      code_revision: filled(below(event.value, "job", "facets", "sourceCodeLocation", "version")),
      at: text(member(event.value, "eventTime")) ?? null,
      where: event.where("eventType"),
    },
  ];
}

function rowsOf(dataset: Value): { readonly rows: number; readonly path: readonly string[] } | undefined {
  for (const path of [
    ["inputFacets", "dataQualityMetrics", "rowCount"],
    ["facets", "dataQualityMetrics", "rowCount"],
    ["inputFacets", "inputStatistics", "rowCount"],
    ["outputFacets", "outputStatistics", "rowCount"],
  ]) {
    const rows = number(below(dataset, ...path));
    if (rows !== undefined) return { rows, path };
  }
  return undefined;
}

function datasetStatement(event: LineageEvent, path: readonly (string | number)[]): Statement[] {
  const dataset = below(event.value, ...path);
  const name = filled(member(dataset, "name"));
  if (dataset === undefined || name === null) return [];
  const counted = rowsOf(dataset);
  const fields = list(below(dataset, "facets", "schema", "fields"));
  const columns = fields?.flatMap((field) => text(member(field, "name")) ?? []);
  return [
    {
      kind: "dataset",
      name,
      version: filled(below(dataset, "facets", "version", "datasetVersion")),
      location: filled(member(dataset, "namespace")),
      rows: counted?.rows ?? null,
      columns: columns ?? null,
      run: runIdOf(event),
      at: text(member(event.value, "eventTime")) ?? null,
      where: event.where(...path, ...(counted?.path ?? ["name"])),
    },
  ];
}

/** Assertions on an input; a run that completed may hold failed ones. */
function assertionStatements(event: LineageEvent, path: readonly (string | number)[]): Statement[] {
  return ["inputFacets", "facets"].flatMap((facets) => {
    const base = [...path, facets, "dataQualityAssertions", "assertions"];
    return (list(below(event.value, ...base)) ?? []).map((assertion, index): Statement => ({
      kind: "check",
      name: text(member(assertion, "assertion")) ?? "assertion",
      column: text(member(assertion, "column")) ?? null,
      passed: boolean(member(assertion, "success")) ?? null,
      severity: text(member(assertion, "severity")) ?? null,
      at: text(member(event.value, "eventTime")) ?? null,
      where: event.where(...base, index, "success"),
    }));
  });
}

/** Data sets of an event and the assertions on them. */
export function datasetStatements(event: LineageEvent): Statement[] {
  const sides = ["inputs", "outputs"].flatMap((side) =>
    (list(member(event.value, side)) ?? []).map((_, index): readonly (string | number)[] => [side, index]),
  );
  const own: readonly (readonly string[])[] = isRecord(member(event.value, "dataset")) ? [["dataset"]] : [];
  return [...sides, ...own].flatMap((path) => [...datasetStatement(event, path), ...assertionStatements(event, path)]);
}

/** The first filler among the names that identify a run or what it read. */
export function fillerIn(events: readonly LineageEvent[]): Statement[] {
  for (const event of events) {
    const run = text(below(event.value, "run", "runId"));
    if (run !== undefined && isPlaceholder(run)) return [notFilledIn("the run's id", event.where("run", "runId"))];
    const job = text(below(event.value, "job", "name"));
    if (job !== undefined && isPlaceholder(job)) return [notFilledIn("the job's name", event.where("job", "name"))];
  }
  return [];
}
