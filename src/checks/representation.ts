import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import type { Source } from "../model/source.js";
import { columnOf, type Table } from "../model/table.js";
import { judgeBound } from "../judging/bound.js";
import { rungTold } from "../judging/rung-told.js";
import { valueCounts, type ValueCount } from "../judging/column-shares.js";
import { isVerdict, roleNamed, tableRoles, tablesOfRole } from "../judging/table-role.js";
import { judgedNumbers, missing } from "../judging/verdict.js";
import { listed, shownBeside, shownNumber } from "../judging/wording.js";

const options = {
  "share-at-least": { kind: "proportion", description: "The lowest share of rows that each group may have." },
  "min-samples": { kind: "count", description: "The fewest rows that each group may have." },
  groups: { kind: "texts", description: "Groups that must be there; without it, those that are there are looked at." },
  role: {
    kind: "text",
    description:
      "The table that is looked at; the first of reference, predictions and current that there is by default.",
    choices: [...tableRoles],
  },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

/** Groups, and where they were counted. */
interface Groups {
  readonly counts: readonly ValueCount[];
  readonly source: Source;
}

export const representation = defineCheck({
  id: "representation",
  area: "data",
  title: "Every group is in the data",
  why: "A model is untested on people who are not in its data, whatever its average says.",
  mend: "Collect rows of the group, or say in the card that the model is not for it.",
  whenNot: "Whether the model works for each group, `metric` with `for-each` and `fairness` tell.",
  subject: { kind: "text", description: "The column whose values are the groups." },
  options,
  bounds: ["share-at-least", "min-samples", "groups"],
  example: {
    rule: "all-ages: { representation: age_band, min-samples: 200, groups: [18-24, 25-34, 65+] }",
    met: "test rows with at least 200 of each age band",
    notMet: "test rows with 12 people over 65",
  },
  needs: ["table", "measurement"],
  tablesFor: (_, asked) => {
    const role = roleNamed(asked.role);
    return role === null ? tableRoles : [role];
  },

  parts: [
    { one: "group", several: "groups", of: (input) => (input.options.groups === undefined ? groupsOf(input) : []) },
  ],

  plain(column, asked) {
    const parts = [
      asked["share-at-least"] !== undefined && `at least ${shownNumber(asked["share-at-least"] * 100)} % of the rows`,
      asked["min-samples"] !== undefined && `at least ${asked["min-samples"]} rows`,
    ].filter((part) => typeof part === "string");
    const groups = asked.groups === undefined ? `every ${column}` : `each of ${listed(asked.groups)}`;
    return `${groups} has ${parts.length === 0 ? "rows" : listed(parts)}`;
  },

  evaluate(input) {
    const { evidence, options: asked, subject } = input;
    const role = roleNamed(asked.role);
    const tables = tablesOfRole(evidence, role === null ? tableRoles : [role], subject);
    if (isVerdict(tables)) {
      const stated = tables.outcome === "missing" ? statedGroups(input) : null;
      return stated === null ? [tables] : judge(stated, input);
    }
    return tables.flatMap((table): readonly Verdict[] => {
      const column = columnOf(table, subject);
      if (column === undefined)
        return [
          missing(`${table.source.path} has no column ${subject}`, "write the column into the table", subject, [
            table.source,
          ]),
        ];
      const counts = valueCounts(column);
      if (typeof counts === "string")
        return [{ subject, outcome: "unreadable", message: counts, sources: [table.source] }];
      return judge({ counts, source: table.source }, input);
    });
  },
});

/** The groups of each table, or those that an evaluation states. */
function groupsOf(input: Input): readonly EvidencePart[] {
  const { evidence, options: asked, subject } = input;
  const role = roleNamed(asked.role);
  const tables = tablesOfRole(evidence, role === null ? tableRoles : [role], subject);
  const stated = isVerdict(tables) ? statedGroups(input) : null;
  const groups = isVerdict(tables)
    ? stated === null
      ? []
      : [stated]
    : tables.flatMap((table) => countedIn(table, subject));
  return groups.flatMap(({ counts, source }) =>
    counts.map(({ value }) => ({ name: `${subject}=${value}`, source, subject: `${subject}=${value}` })),
  );
}

function countedIn(table: Table, subject: string): readonly Groups[] {
  const column = columnOf(table, subject);
  const counts = column === undefined ? "" : valueCounts(column);
  return typeof counts === "string" ? [] : [{ counts, source: table.source }];
}

/** The sizes that an evaluation states beside its slices. */
function statedGroups({ evidence, subject }: Input): Groups | null {
  const sizes = new Map<string, number>();
  let source: Source | null = null;
  for (const fact of evidence.of("measurement")) {
    const value = Object.hasOwn(fact.slice, subject) ? fact.slice[subject] : undefined;
    if (value === undefined || Object.keys(fact.slice).length !== 1 || fact.n === null) continue;
    source ??= fact.source;
    sizes.set(value, Math.max(fact.n, sizes.get(value) ?? 0));
  }
  if (source === null) return null;
  const counts = [...sizes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([value, rows]) => ({ value, rows }));
  return { counts, source };
}

function judge({ counts, source }: Groups, { subject: column, options: asked, confidence }: Input): readonly Verdict[] {
  const sources = [source];
  const all = counts.reduce((sum, { rows }) => sum + rows, 0);
  const groups = asked.groups ?? counts.map(({ value }) => value);
  if (groups.length === 0)
    return [missing(`${column} holds no group`, "write the groups into the table", column, sources)];
  return groups.map((value): Verdict => {
    const rows = counts.find((count) => count.value === value)?.rows ?? 0;
    const subject = `${column}=${value}`;
    const share = all === 0 ? 0 : rows / all;
    const fewest = asked["min-samples"];
    const least = asked["share-at-least"];
    const bounds = [
      fewest !== undefined && `at least ${fewest}`,
      least !== undefined && `at least ${shownNumber(least * 100)} %`,
    ].filter((part) => typeof part === "string");
    const message = `${rows} of ${all} rows are of ${value} (${shownBeside(share * 100, (least ?? NaN) * 100)} %)${bounds.length === 0 ? "" : `, ${listed(bounds)}`}`;
    const judged = judgedNumbers({
      metric: "rows",
      value: rows,
      unit: "count",
      higher_is_better: true,
      bound_kind: "at-least",
      bound: fewest ?? 1,
      n: all,
    });
    if (rows === 0 || (fewest !== undefined && rows < fewest))
      return { subject, outcome: "not-met", message, sources, judged };
    if (least === undefined) return { subject, outcome: "met", message, sources, judged };
    const judgement = judgeBound(
      { value: share, standardError: null, trials: all, n: all },
      "at-least",
      least,
      confidence,
    );
    return {
      subject,
      outcome: judgement.outcome,
      message: `${message}${rungTold(judgement, all)}`,
      sources,
      judged: judgedNumbers({
        metric: "share of rows",
        value: share,
        unit: "proportion",
        higher_is_better: true,
        bound_kind: "at-least",
        bound: least,
        interval: judgement.interval,
        n: all,
        rung: judgement.rung,
        method: judgement.method,
        confidence,
        samples_needed: judgement.samplesNeeded,
        p_value: judgement.pValue,
      }),
    };
  });
}
