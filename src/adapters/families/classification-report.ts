import type { DelimitedTable, Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer, type Where } from "../../model/source.js";
import { hasKeys, isRecord, member, members, numeric } from "../../read/shape.js";

/** scikit-learn's `classification_report`: a row for each class, then the averages, in any of the forms it is saved in. */

export const scores = ["precision", "recall", "f1-score"] as const;

const averages: Readonly<Record<string, string>> = {
  "macro avg": "macro",
  "weighted avg": "weighted",
  "micro avg": "micro",
  "samples avg": "samples",
  "avg / total": "weighted",
};

const hasScores = (row: Value | undefined): boolean => hasKeys(row, ...scores) && hasKeys(row, "support");

export const namesAverage = (name: string): boolean => Object.hasOwn(averages, name);

/** True for the form of `output_dict=True`, rows by class. */
export const isReportByClass = (value: Value | undefined): boolean => {
  const rows = members(value);
  return (
    rows.some(([name, row]) => hasScores(row) && !namesAverage(name)) &&
    rows.some(([name]) => namesAverage(name)) &&
    rows.every(([name, row]) => hasScores(row) || name === "accuracy")
  );
};

/** True for the form of the transposed data frame: columns of scores, each by class. */
export const isReportByScore = (value: Value | undefined): boolean =>
  [...scores, "support"].every((score) => {
    const column = member(value, score);
    return isRecord(column) && members(column).some(([name]) => namesAverage(name));
  });

/** True for either form of the report as a document. */
export const isClassificationReport = (value: Value | undefined): boolean =>
  isReportByClass(value) || isReportByScore(value);

export interface ReportRow {
  readonly name: string;
  readonly support: number | null;
  readonly cells: readonly { readonly score: string; readonly value: unknown; readonly where: Where }[];
}

/** What every row of one report shares. */
export interface ReportOwner {
  readonly split?: string;
  readonly dataset?: string;
  readonly about?: string;
  readonly protocol?: string;
  readonly fold?: number;
  readonly run?: string | null;
  readonly version?: string | null;
  readonly at?: string | null;
}

const ofRow = (name: string): { readonly slice: Slice; readonly protocol?: string } => {
  const average = averages[name];
  return average === undefined ? { slice: { class: name } } : { slice: {}, protocol: average };
};

/** The scores of a row; a class's recall was tried on its positives, which are its support. */
function rowStatements({ name, support, cells }: ReportRow, total: number | null, owner: ReportOwner): Statement[] {
  if (name === "accuracy") {
    const cell = cells[0];
    if (cell === undefined) return [];
    const { value, where } = cell;
    const rows = support ?? total;
    return [{ kind: "measurement", raw_metric: "accuracy", value, slice: {}, n: rows, trials: rows, ...owner, where }];
  }
  const part = ofRow(name);
  return cells.map(({ score, value, where }) => ({
    kind: "measurement",
    raw_metric: score,
    value,
    ...part,
    n: support,
    ...(score === "recall" && !namesAverage(name) ? { trials: support } : {}),
    ...owner,
    ...(owner.protocol === undefined || part.protocol === undefined
      ? {}
      : { protocol: `${owner.protocol} ${part.protocol}` }),
    where,
  }));
}

/**
 * The rows that an accuracy is over: those of the classes together, whose recall it then is. A report of entities has an
 * accuracy over tokens, most of which are none.
 */
function totalOf(rows: readonly ReportRow[]): number | null {
  const scoreOf = (name: string, score: string): number | undefined =>
    numericOf(rows.find((row) => row.name === name)?.cells.find((cell) => cell.score === score)?.value);
  const [accuracy, recall] = [scoreOf("accuracy", "accuracy"), scoreOf("weighted avg", "recall")];
  if (accuracy !== undefined && recall !== undefined && Math.abs(accuracy - recall) > 1e-3) return null;
  return rows.find(({ name }) => namesAverage(name))?.support ?? null;
}

const numericOf = (value: unknown): number | undefined =>
  typeof value === "number" || typeof value === "string" ? numeric(value) : undefined;

/** The statements of the rows of one report. */
export function reportStatements(rows: readonly ReportRow[], owner: ReportOwner): Statement[] {
  const total = totalOf(rows);
  return rows.flatMap((row) => rowStatements(row, total, owner));
}

/** The statements of a report in either of its JSON forms, which stands at `base` of its document. */
export function classificationReport(value: Value | undefined, base: string, owner: ReportOwner): readonly Statement[] {
  return reportStatements(isReportByClass(value) ? rowsByClass(value, base) : rowsByScore(value, base), owner);
}

function rowsByClass(value: Value | undefined, base: string): ReportRow[] {
  return members(value).map(([name, row]) => {
    if (!isRecord(row))
      return { name, support: null, cells: [{ score: name, value: row, where: { pointer: pointer(base, name) } }] };
    const support = name === "accuracy" ? null : (numeric(member(row, "support")) ?? null);
    const cells = scores.map((score) => ({
      score,
      value: member(row, score),
      where: { pointer: pointer(base, name, score) },
    }));
    return { name, support, cells };
  });
}

function rowsByScore(value: Value | undefined, base: string): ReportRow[] {
  return members(member(value, "precision")).map(([name]) => ({
    name,
    support: name === "accuracy" ? null : (numeric(member(member(value, "support"), name)) ?? null),
    cells: scores.map((score) => ({
      score,
      value: member(member(value, score), name),
      where: { pointer: pointer(base, score, name) },
    })),
  }));
}

/** Columns of the scores and the support; undefined where one is missing or the first column is one of them. */
function reportColumns({ header }: DelimitedTable): readonly number[] | undefined {
  const columns = [...scores, "support"].map((score) => header.indexOf(score));
  return columns.every((column) => column > 0) ? columns : undefined;
}

/** True for the report's data frame saved as CSV. */
export const isReportTable = (table: DelimitedTable): boolean =>
  reportColumns(table) !== undefined && table.rows.some(([name = ""]) => namesAverage(name.trim()));

/** The statements of a report saved as CSV. */
export function tableReport(table: DelimitedTable): readonly Statement[] {
  const columns = reportColumns(table) ?? [];
  const rows = table.rows.map((row, index) => ({
    name: (row[0] ?? "").trim(),
    support: row[0]?.trim() === "accuracy" ? null : (numeric(row[columns[3] ?? -1]) ?? null),
    cells: scores.map((score, place) => ({
      score,
      value: row[columns[place] ?? -1] ?? null,
      where: { line: table.lineOf(index) },
    })),
  }));
  return reportStatements(rows, {});
}
