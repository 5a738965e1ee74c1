import type { Cell, MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { plainHeading } from "../../normalise/card-sections.js";
import { isKnownMetric, isResult, isSetting, surroundingsOf, type Surroundings } from "./card-context.js";
import { confusionTable, isTotal } from "./confusion-table.js";
import { isFeatureTable } from "./drift-table.js";
import { harnessResults } from "./harness-table.js";
import { summaryTable } from "./opencompass.js";
import { scliteResults } from "./sclite-table.js";
import { inOneUnit } from "./shares-in-percent.js";
import { statedNumber } from "./stated-number.js";
import {
  headedRole,
  isIgnored,
  isNameAndValue,
  isNumeric,
  metricNameColumn,
  otherModel,
  valueRole,
  type ColumnRole,
} from "./table-columns.js";
import {
  holdsSeveralNumbers,
  withInnerHeader,
  withoutGroupRows,
  withPairedColumns,
  withPairedRows,
} from "./table-shape.js";
import { sliceNamed, withNamedSlice } from "./slice-text.js";
import { splitNamed } from "./split-named.js";
import {
  measurement,
  rowFacts,
  saysWhole,
  uncertaintyBeside,
  type Measurement,
  type RowFacts,
  type Teller,
} from "./table-row.js";

/** A table whose rows name the metrics. */
function namedByRows(table: MarkdownTable, nameColumn: number, around: Surroundings, teller: Teller): Measurement[] {
  const called = headedRole(table.header[nameColumn]?.text ?? "")?.kind === "metric-name";
  const roles = table.header.map(({ text }, column): ColumnRole | undefined => {
    if (column === nameColumn) return { kind: "metric-name" };
    const headed = headedRole(text);
    if (column < nameColumn) return headed ?? (isIgnored(text) ? { kind: "ignored" } : { kind: "slice", column: text });
    return valueRole(text, teller.isOwn) ?? (isNumeric(table, column) ? undefined : { kind: "ignored" });
  });
  // Beside a column over everything, those that are not known otherwise are of parts of the data.
  const whole = table.header.findIndex(({ text }, column) => column > nameColumn && saysWhole(text));
  const hasOwn = roles.some((role) => role?.kind === "value" && role.about === null);
  const unclear = roles.filter((role) => role === undefined).length;
  const settled = roles.map((role, column): ColumnRole => {
    if (role !== undefined) return role;
    const header = table.header[column]?.text ?? "";
    const value = { kind: "value", split: null, unit: null } as const;
    if (whole >= 0) return { ...value, about: null, ...(column === whole ? {} : { slice: sliceNamed(header) }) };
    // Several columns without a telling name compare something: which is this model's cannot be told.
    return { ...value, about: hasOwn || unclear > 1 ? header : null };
  });
  return table.rows.flatMap((row) => {
    const results = valuesOfRow(row, nameColumn, settled, called, around, teller, table.header);
    return isNameAndValue(table) ? results.map(withNamedSlice) : results;
  });
}

function valuesOfRow(
  row: readonly Cell[],
  nameColumn: number,
  roles: readonly ColumnRole[],
  called: boolean,
  around: Surroundings,
  teller: Teller,
  header: readonly Cell[],
): Measurement[] {
  const name = row[nameColumn]?.text ?? "";
  const ofRow = rowFacts(roles, row, teller, false);
  const said = otherModel.test(plainHeading(name)) ? { ...ofRow, about: name } : ofRow;
  return roles.flatMap((role, column) => {
    const cell = row[column];
    const number = role.kind === "value" && cell !== undefined ? statedNumber(cell.text) : undefined;
    if (role.kind !== "value" || cell === undefined || number === undefined) return [];
    if (!isResult(name, around, number.unit ?? role.unit, called)) return [];
    const of: RowFacts = {
      ...said,
      ...uncertaintyBeside(column, roles, row, header),
      ...(role.unit === null ? {} : { unit: role.unit }),
      ...(role.split === null ? {} : { split: role.split }),
      ...(role.about === null ? {} : { about: role.about }),
      ...(role.slice === undefined ? {} : { slice: { ...said.slice, ...role.slice } }),
    };
    return [measurement(name, cell, number, of, [header[column]?.text ?? "", name])];
  });
}

/** "41.2 alerts a day": a quantity beside the results, and no part of the data. */
const holdsFractions = (table: MarkdownTable, column: number): boolean =>
  isNumeric(table, column) &&
  table.rows.some((row) => !Number.isInteger(statedNumber(row[column]?.text ?? "")?.value ?? 0));

/** The role of a column of a table whose columns name the metrics. */
function columnRole(table: MarkdownTable, column: number, around: Surroundings, lastKey: number): ColumnRole {
  const header = table.header[column]?.text ?? "";
  const numeric = isNumeric(table, column);
  const headed = headedRole(header);
  if (headed !== undefined && (!numeric || headed.kind !== "slice"))
    return headed.kind === "metric-name" ? { kind: "ignored" } : headed;
  if (numeric && isKnownMetric(header)) return { kind: "metric", name: header };
  if (numeric && column > 0 && !isIgnored(header) && isResult(header, around, null, false))
    return { kind: "metric", name: header };
  if (headed !== undefined) return headed;
  // A metric whose cells are no numbers states nothing, and is no part of the data.
  if (isKnownMetric(header)) return { kind: "ignored" };
  if (/^epochs?$/i.test(header.trim())) return { kind: "step" };
  if (!numeric && /^scores?$/i.test(header.trim())) return { kind: "model" };
  if (column > lastKey || isIgnored(header) || (column > 0 && holdsFractions(table, column)))
    return { kind: "ignored" };
  if (holdsSeveralNumbers(table, column)) return { kind: "ignored" };
  return isSetting(header) ? { kind: "setting", column: header } : { kind: "slice", column: header };
}

/** A classification report has no header above its classes, and gives the accuracy in a row of its own. */
function isClassReport(table: MarkdownTable): boolean {
  const plain = table.header.map(({ text }) => plainHeading(text));
  const first = plain[0] ?? "";
  return (
    (first === "" || first === "class" || first === "label") && plain.includes("precision") && plain.includes("recall")
  );
}

const tellsRowsApart: ReadonlySet<ColumnRole["kind"]> = new Set<ColumnRole["kind"]>([
  "model",
  "dataset",
  "split",
  "slice",
  "step",
  "fold",
  "threshold",
  "setting",
]);

/** Of steps and epochs, the steps tell the rows apart; of a model and its settings, the model does. */
function withoutDoubles(roles: readonly ColumnRole[], table: MarkdownTable): ColumnRole[] {
  const steps = roles.filter(({ kind }) => kind === "step").length;
  const named = roles.some(({ kind }) => kind === "model");
  return roles.map((role, column): ColumnRole => {
    const isEpoch = role.kind === "step" && /epoch/i.test(table.header[column]?.text ?? "");
    return (isEpoch && steps > 1) || (role.kind === "setting" && named) ? { kind: "ignored" } : role;
  });
}

/** True where the first column names parts of the data, whatever stands above it. */
const namesParts = ({ rows }: MarkdownTable): boolean =>
  rows.length > 0 && rows.every(([first]) => splitNamed(first?.text ?? "") !== null);

const sizeColumn = /\b(sizes?|configurations?|configs?|settings?|setups?|strateg(y|ies)|frameworks?|feature sets?)\b/;

/** Of several columns that may name the model, the one that does: the first, where it tells the rows apart. */
function withOneModel(roles: readonly ColumnRole[], { header, rows }: MarkdownTable): readonly ColumnRole[] {
  const isIndex = (column: number): boolean =>
    header[column]?.text === "" && rows.every((row) => /^\d+$/.test(row[column]?.text ?? ""));
  const naming = roles.flatMap(({ kind }, column) => (kind === "model" ? [column] : []));
  if (naming.length < 2) return roles;
  const distinct = (column: number): boolean =>
    new Set(rows.map((row) => row[column]?.text ?? "")).size === rows.length;
  const named = naming.filter((column) => !isIndex(column));
  const plain = named.filter((column) => !sizeColumn.test(plainHeading(header[column]?.text ?? "")));
  const chosen = plain.find(distinct) ?? named.find(distinct) ?? plain[0] ?? named[0] ?? naming[0];
  return roles.map((role, column) => (role.kind === "model" && column !== chosen ? { kind: "ignored" } : role));
}

function namedByColumns(table: MarkdownTable, around: Surroundings, teller: Teller): Measurement[] {
  const firstMetric = table.header.findIndex(({ text }, column) => isNumeric(table, column) && isKnownMetric(text));
  const lastKey = firstMetric < 0 ? 0 : firstMetric - 1;
  const classes = isClassReport(table);
  const first = table.header.map((header, column): ColumnRole => {
    if (column > 0 || (header.text !== "" && !classes)) return columnRole(table, column, around, lastKey);
    if (namesParts(table)) return { kind: "split" };
    return classes ? { kind: "slice", column: "class" } : { kind: "model" };
  });
  const roles = withoutDoubles(withOneModel(first, table), table);
  const keyed = roles.some(({ kind }) => tellsRowsApart.has(kind));
  if (!keyed && table.rows.length > 1) roles[0] = { kind: "slice", column: table.header[0]?.text ?? "" };
  const known = roles.some((role) => role.kind === "metric" && isKnownMetric(role.name));
  if (!known && around !== "results") return [];
  const naming = roles.flatMap(({ kind }, column) => (kind === "model" || kind === "setting" ? [column] : []));
  const models = new Set(table.rows.map((row) => naming.map((column) => row[column]?.text ?? "").join("\n")));
  const results = table.rows.flatMap((row) =>
    metricsOfRow(
      row,
      roles,
      classes,
      table.header,
      rowFacts(roles, row, teller, models.size === 1 && !teller.compares),
    ),
  );
  return [...inOneUnit(results, ({ raw_metric }) => raw_metric)];
}

function metricsOfRow(
  row: readonly Cell[],
  roles: readonly ColumnRole[],
  classes: boolean,
  header: readonly Cell[],
  ofRow: RowFacts,
): Measurement[] {
  const label = plainHeading(row[0]?.text ?? "");
  const metricColumns = roles.filter(({ kind }) => kind === "metric").length;
  return roles.flatMap((role, column) => {
    const cell = row[column];
    if (role.kind !== "metric" || cell === undefined) return [];
    const number = statedNumber(cell.text);
    if (number === undefined) return [];
    const said = { ...ofRow, ...uncertaintyBeside(column, roles, row, header) };
    // The row "accuracy" of a classification report stands in the column of another metric.
    if (classes && label === "accuracy" && metricColumns > 1) {
      const { slice: _, ...whole } = said;
      return column === 0 ? [] : [measurement("accuracy", cell, number, whole)];
    }
    // Of a class's recall, the denominator is what the report calls support.
    const support = classes && said.slice !== undefined && plainHeading(role.name) === "recall" ? said.n : undefined;
    const over = [header[column]?.text ?? ""];
    return [
      { ...measurement(role.name, cell, number, said, over), ...(support === undefined ? {} : { trials: support }) },
    ];
  });
}

/** Counts of what was predicted for what was there: no metric of its own. */
function isConfusionMatrix({ header, rows }: MarkdownTable): boolean {
  const corner = header[0]?.text ?? "";
  if (/\b(actual|true|truth)\b/i.test(corner) && /\bpred(icted|ictions?)?\b/i.test(corner)) return true;
  const classes = new Set(header.slice(1).map(({ text }) => text));
  const square =
    rows.length > 1 && rows.length === classes.size && rows.every(([first]) => classes.has(first?.text ?? ""));
  // The same names on both sides: classes taken for one another, or columns that go together.
  if (square) return true;
  const told = /\b(pred(icted)?|actual(ly)?|true|ground truth)\b/i;
  const labels = header.slice(1).filter(({ text }) => !isTotal(text));
  const columns = labels.filter(({ text }) => told.test(text)).length;
  return columns > 0 && columns === labels.length && rows.some(([first]) => told.test(first?.text ?? ""));
}

/**
 * The results that a table states, each on the line of its number. Rows or columns of other models are `about` them;
 * where it cannot be told whose numbers they are, they are about what the table calls them.
 */
export function tableResults(written: MarkdownTable, teller: Teller): Statement[] {
  const table = withPairedRows(withPairedColumns(withoutGroupRows(withInnerHeader(written))));
  const around = surroundingsOf(table.under);
  if (around === "foreign" || table.header.length < 2) return [];
  if (isConfusionMatrix(table)) return [...confusionTable(table)];
  if (isFeatureTable(table) && !table.header.some(({ text }) => isKnownMetric(text))) return [];
  const harness = harnessResults(table);
  if (harness !== undefined) return [...harness];
  const summary = summaryTable(table);
  if (summary !== undefined) return [...summary];
  const sclite = scliteResults(table);
  if (sclite !== undefined) return [...sclite];
  const nameColumn = metricNameColumn(table);
  return nameColumn === undefined
    ? namedByColumns(table, around, teller)
    : namedByRows(table, nameColumn, around, teller);
}
