import type { BrokenFile, Evidence } from "../model/evidence.js";
import type { Fact, FactKind, FactOf, TableRole } from "../model/fact.js";
import type { TableReading } from "../model/table.js";
import { roleByName } from "../normalise/table-columns.js";
import type { Gathered } from "./gather.js";

/** The rows of the tables that were loaded for a run. */
export interface LoadedTables {
  /** Undefined where the table was not asked for. */
  reading(fact: FactOf<"table">): TableReading | undefined;
}

const noTables: LoadedTables = { reading: () => undefined };

/** Files that would have been tables of a role by their names, and of which not even the header could be read. */
function unreadTables(broken: readonly BrokenFile[], facts: readonly Fact[], role: TableRole): readonly TableReading[] {
  if (broken.length === 0) return [];
  const told = new Set(facts.flatMap((fact) => (fact.kind === "table" ? [fact.source.path] : [])));
  return broken
    .filter(({ gives, source: { path } }) => gives.includes("table") && !told.has(path))
    .filter(({ source: { path } }) => roleByName(path.slice(path.lastIndexOf("/") + 1)) === role)
    .map(({ source, message, mend }) => ({ kind: "unreadable", source, why: message, mend }));
}

/** The facts of one side of a model, by kind, and the rows of its tables. */
export function evidenceOf({ facts, broken, files }: Gathered, loaded: LoadedTables = noTables): Evidence {
  const byKind = new Map<FactKind, readonly Fact[]>();
  const of = <K extends FactKind>(kind: K): readonly FactOf<K>[] => {
    let known = byKind.get(kind);
    if (known === undefined) byKind.set(kind, (known = facts.filter((fact) => fact.kind === kind)));
    // Filtered by the very kind that the type names.
    return known as readonly unknown[] as readonly FactOf<K>[];
  };
  return {
    of,
    tables: (role: TableRole) => [
      ...of("table").flatMap((fact) => (fact.role === role ? (loaded.reading(fact) ?? []) : [])),
      ...unreadTables(broken, facts, role),
    ],
    broken,
    files,
  };
}
