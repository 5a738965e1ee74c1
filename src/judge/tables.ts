import type { LoadedTables } from "../gather/evidence-of.js";
import type { FileToRead, Gathered } from "../gather/gather.js";
import type { TableRole } from "../model/fact.js";
import type { Rule } from "../model/policy.js";
import type { TableReading } from "../model/table.js";
import type { Survey } from "../survey.js";

/** The rows of tables that rules of a run asked for, each loaded once. */
export interface TableShelf {
  of(side: Gathered, from: Survey): LoadedTables;
  /** Loads what a side of a model holds that was asked for. */
  load(side: Gathered, files: readonly FileToRead[], from: Survey, asked: TablesAsked): Promise<void>;
  /** Lets go of what was loaded for a model. */
  forget(): void;
}

/** The roles of the tables that a rule looks at. */
export const rolesFor = ({ check, subject, options }: Rule): readonly TableRole[] =>
  check.tablesFor?.(subject, options) ?? [];

/** The columns that are looked at, by the role of their tables; null is all of them. */
export type TablesAsked = ReadonlyMap<TableRole, readonly string[] | null>;

/** What these rules look at. */
export function tablesAsked(rules: readonly Rule[]): TablesAsked {
  const asked = new Map<TableRole, readonly string[] | null>();
  for (const rule of rules) {
    const columns = rule.check.columnsFor?.(rule.options) ?? null;
    for (const role of rolesFor(rule)) {
      const before = asked.get(role);
      asked.set(role, before === null || columns === null ? null : [...(before ?? []), ...columns]);
    }
  }
  return asked;
}

/** A file may speak for both sides, each by columns of its own. */
const keyOf = (path: string, baseline: boolean): string => `${baseline ? "baseline" : "candidate"} ${path}`;

const isBaseline = ({ files }: Gathered): boolean => files.some(({ baseline }) => baseline);

/** An empty shelf. What reads tables is loaded with the first of them. */
export function tableShelf(): TableShelf {
  const bySurvey = new Map<Survey, Map<string, TableReading>>();
  return {
    of: (side, from) => ({
      reading: ({ source }) => bySurvey.get(from)?.get(keyOf(source.path, isBaseline(side))),
    }),

    async load(side, files, from, asked) {
      const baseline = isBaseline(side);
      const loaded = bySurvey.get(from) ?? new Map<string, TableReading>();
      bySurvey.set(from, loaded);
      for (const fact of side.facts) {
        if (fact.kind !== "table" || fact.role === null || !asked.has(fact.role)) continue;
        const { path } = fact.source;
        const key = keyOf(path, baseline);
        const file = loaded.has(key) ? null : from.reader.open(path);
        if (file === null) continue;
        const { loadTable } = await import("../tables/load.js");
        const declared = files.find((one) => one.path === path && one.baseline === baseline)?.table ?? null;
        const also = asked.get(fact.role) ?? null;
        loaded.set(key, await loadTable(file, fact, fact.role, declared?.columns ?? {}, also));
      }
    },

    forget: () => bySurvey.clear(),
  };
}
