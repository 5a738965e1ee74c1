import type { Adapter } from "../model/adapter.js";
import { list, member, text } from "../read/shape.js";
import {
  datasetStatements,
  fillerIn,
  isLineageEvent,
  lineageEvents,
  runIdOf,
  runStatement,
  type LineageEvent,
} from "./families/openlineage.js";

const finality: readonly string[] = ["START", "OTHER", "RUNNING", "ABORT", "FAIL", "COMPLETE"];

/** Of the events of one run the last word: what ended it, else the latest. */
function lastWords(events: readonly LineageEvent[]): readonly LineageEvent[] {
  const byRun = new Map<string, LineageEvent>();
  const alone: LineageEvent[] = [];
  for (const event of events) {
    const id = runIdOf(event);
    if (id === null) alone.push(event);
    else {
      const before = byRun.get(id);
      if (before === undefined || isLater(event, before)) byRun.set(id, event);
    }
  }
  return [...byRun.values(), ...alone];
}

function isLater(event: LineageEvent, before: LineageEvent): boolean {
  const [rank, rankBefore] = [event, before].map(({ value }) =>
    finality.indexOf(text(member(value, "eventType")) ?? ""),
  );
  if (rank !== rankBefore) return (rank ?? 0) > (rankBefore ?? 0);
  return (text(member(event.value, "eventTime")) ?? "") >= (text(member(before.value, "eventTime")) ?? "");
}

/** What a run read and wrote. A run that completed says nothing of assertions that failed on the way. */
export const openlineageEvent: Adapter = {
  id: "openlineage-event",
  title: "OpenLineage events",
  definedAt: "https://openlineage.io/docs/spec/object-model",
  versions: "2-0-0, 2-0-2, and clients 0.0.1 to 1.54; one event, a list, or one a line",
  reads:
    "Each run by its last event with what it read and wrote, data sets with rows, columns and version, and assertions on them.",
  leaves: "Other facets, and events of a run that a later one outdates.",
  syntax: ["json", "json-lines"],
  gives: ["run", "dataset", "check"],
  recognises: ({ value }) => isLineageEvent(list(value)?.[0] ?? value),

  read(file) {
    const events = lineageEvents(file).filter(({ value }) => isLineageEvent(value));
    const last = lastWords(events);
    return [...fillerIn(events), ...last.flatMap(runStatement), ...last.flatMap(datasetStatements)];
  },
};
