import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { columnOf, type Table, type TableColumn } from "../model/table.js";
import { judgeBound, keeps } from "../judging/bound.js";
import { rungTold } from "../judging/rung-told.js";
import { valueCounts } from "../judging/column-shares.js";
import { isVerdict, roleNamed, tableRoles, tablesOfRole } from "../judging/table-role.js";
import { judgedNumbers, missing } from "../judging/verdict.js";
import { listed, shownBeside, shownNumber } from "../judging/wording.js";

const options = {
  "share-at-least": { kind: "proportion", description: "The lowest share of rows that each class may have." },
  "ratio-at-most": {
    kind: "quantity",
    description: "How many times as many rows the largest class may have as the smallest.",
  },
  classes: { kind: "texts", description: "Classes that must be there." },
  role: {
    kind: "text",
    description:
      "The table that is looked at; the first of reference, predictions and current that there is by default.",
    choices: [...tableRoles],
  },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

export const classBalance = defineCheck({
  id: "class-balance",
  area: "data",
  title: "Every class has enough rows",
  why: "A class of which a model saw next to nothing is a class that it cannot tell.",
  mend: "Collect or resample rows of the class, or say that the model does not decide about it.",
  whenNot:
    "Rare events are rare: ask for a share that training needs, not for halves. For groups of people, ask `representation`.",
  subject: { kind: "text", description: "The column of classes; `label` is the column that says what is true." },
  options,
  bounds: ["share-at-least", "ratio-at-most", "classes"],
  example: {
    rule: "enough-fraud: { class-balance: label, share-at-least: 1% }",
    met: "training rows of which 5.1 % are fraud",
    notMet: "training rows of which 0.2 % are fraud",
  },
  needs: ["table"],
  tablesFor: (_, asked) => {
    const role = roleNamed(asked.role);
    return role === null ? tableRoles : [role];
  },

  parts: [{ one: "class", several: "classes", of: (input) => classesOf(input) }],

  plain(column, asked) {
    const parts = [
      asked["share-at-least"] !== undefined &&
        `every class of ${column} has at least ${shownNumber(asked["share-at-least"] * 100)} % of the rows`,
      asked["ratio-at-most"] !== undefined &&
        `the largest class of ${column} has at most ${shownNumber(asked["ratio-at-most"].value)} times the rows of the smallest`,
      asked.classes !== undefined && `${column} has rows of ${listed(asked.classes)}`,
    ].filter((part) => typeof part === "string");
    return listed(parts);
  },

  evaluate(input) {
    const tables = tablesAsked(input);
    return isVerdict(tables) ? [tables] : tables.flatMap((table) => judgeTable(table, input));
  },
});

function tablesAsked({ evidence, options: asked, subject }: Input): readonly Table[] | Verdict {
  const role = roleNamed(asked.role);
  return tablesOfRole(evidence, role === null ? tableRoles : [role], subject);
}

const columnAsked = (table: Table, written: string): TableColumn | undefined =>
  columnOf(table, written === "label" ? (table.names.label ?? "label") : written);

/** The classes of each table; those that the policy names are missed by their names. */
function classesOf(input: Input): readonly EvidencePart[] {
  const tables = tablesAsked(input);
  if (isVerdict(tables)) return [];
  return tables.flatMap((table) => {
    const column = columnAsked(table, input.subject);
    const counts = column === undefined ? "" : valueCounts(column);
    if (typeof counts === "string") return [];
    return counts
      .filter(({ value }) => input.options.classes?.includes(value) !== true)
      .map(({ value }) => ({ name: value, source: table.source }));
  });
}

function judgeTable(table: Table, { subject: written, options: asked, confidence }: Input): readonly Verdict[] {
  const sources = [table.source];
  const column = columnAsked(table, written);
  if (column === undefined)
    return [
      missing(
        `${table.source.path} has no column ${written === "label" ? "of labels" : written}`,
        "name the column in referee.yaml, `columns: { label: … }`",
        written,
        sources,
      ),
    ];
  const counts = valueCounts(column);
  if (typeof counts === "string") return [{ subject: column.name, outcome: "unreadable", message: counts, sources }];
  const rows = counts.reduce((sum, count) => sum + count.rows, 0);
  const absent = (asked.classes ?? []).filter((name) => !counts.some(({ value }) => value === name));
  const verdicts = absent.map((name): Verdict => ({
    subject: name,
    outcome: "not-met",
    message: `no row of ${table.source.path} is of class ${name}`,
    sources,
  }));
  if (rows === 0 || counts.length < 2)
    return [
      ...verdicts,
      {
        subject: column.name,
        outcome: "not-met",
        message: `${column.name} holds ${counts.length === 0 ? "no class" : `the class ${counts[0]?.value ?? ""} alone`}`,
        sources,
      },
    ];
  const least = asked["share-at-least"];
  if (least !== undefined)
    for (const { value, rows: own } of counts) {
      const share = own / rows;
      const judgement = judgeBound(
        { value: share, standardError: null, trials: rows, n: rows },
        "at-least",
        least,
        confidence,
      );
      verdicts.push({
        subject: value,
        outcome: judgement.outcome,
        message: `${own} of ${rows} rows are of class ${value} (${shownBeside(share * 100, least * 100)} %), at least ${shownNumber(least * 100)} %${rungTold(judgement, rows)}`,
        sources,
        judged: judgedNumbers({
          metric: "class share",
          value: share,
          unit: "proportion",
          higher_is_better: true,
          bound_kind: "at-least",
          bound: least,
          interval: judgement.interval,
          n: rows,
          rung: judgement.rung,
          method: judgement.method,
          confidence,
          samples_needed: judgement.samplesNeeded,
          p_value: judgement.pValue,
        }),
      });
    }
  const most = asked["ratio-at-most"];
  if (most === undefined) return verdicts.length > 0 ? verdicts : [present(column.name, counts.length, rows, table)];
  const sizes = counts.map((count) => count.rows);
  const ratio = Math.max(...sizes) / Math.min(...sizes);
  return [
    ...verdicts,
    {
      subject: column.name,
      outcome: keeps(ratio, "at-most", most.value) ? "met" : "not-met",
      message: `the largest class has ${shownBeside(ratio, most.value)} times the rows of the smallest, at most ${shownNumber(most.value)}`,
      sources,
      judged: judgedNumbers({
        metric: "class ratio",
        value: ratio,
        higher_is_better: false,
        bound_kind: "at-most",
        bound: most.value,
        n: rows,
      }),
    },
  ];
}

const present = (column: string, classes: number, rows: number, table: Table): Verdict => ({
  subject: column,
  outcome: "met",
  message: `${column} has ${classes} classes in ${rows} rows`,
  sources: [table.source],
});
