import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import type { Where } from "../model/source.js";
import { hasKeys, member, members, text } from "../read/shape.js";

/** Alarms of a detector on a stream, one a line. */
export const riverDriftEvents: Adapter = {
  id: "river-drift-events",
  title: "Events of a drift detector on a stream",
  definedAt: "https://riverml.xyz/latest/api/drift/binary/DDM/",
  versions: "0.26.1",
  reads: "Each event of the type `drift`, with its time.",
  leaves: "Warnings, which are no verdict, and the value of the stream at the time.",
  syntax: ["json-lines", "delimited"],
  gives: ["drift"],

  recognises: (file) => {
    const events = eventsOf(file);
    return events.length > 0 && events.every(({ type }) => type === "drift" || type === "warning");
  },

  read: (file) =>
    eventsOf(file).flatMap(({ type, at, where }): Statement[] =>
      type === "drift" ? [{ kind: "drift", scope: "concept", drifted: true, at, where }] : [],
    ),
};

interface StreamEvent {
  readonly type: string | undefined;
  readonly at: string | null;
  readonly where: Where;
}

const columns = ["index", "timestamp", "type", "value"];

/** The events of a file whose every line is one; none of another file. */
function eventsOf({ syntax, values, table }: EvidenceFile): StreamEvent[] {
  if (syntax === "json-lines")
    return values.every(({ value }) => isEvent(value))
      ? values.map(({ value, line }) => ({
          type: text(member(value, "type")),
          at: text(member(value, "timestamp")) ?? null,
          where: { line },
        }))
      : [];
  if (table === undefined || table.header.join() !== columns.join()) return [];
  return table.rows.map((cells, row) => ({
    type: cells[2],
    at: cells[1] ?? null,
    where: { line: table.lineOf(row) },
  }));
}

const isEvent = (value: Value): boolean => hasKeys(value, ...columns) && members(value).length === columns.length;
