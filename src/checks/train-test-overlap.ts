import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { columnOf, type Table, type TableColumn } from "../model/table.js";
import { keeps } from "../judging/bound.js";
import { isVerdict, roleNamed, tablesOfRole } from "../judging/table-role.js";
import { judgedNumbers, missing } from "../judging/verdict.js";
import { listed, shownNumber } from "../judging/wording.js";

const options = {
  "share-at-most": {
    kind: "proportion",
    description: "The share of test rows that may stand in the training data; 0 by default.",
  },
  role: {
    kind: "text",
    description: "The table of test rows; the first of predictions and current that there is by default.",
    choices: ["predictions", "current"],
  },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

/** Rows alike in so few columns are no sign of a copy. */
const FEWEST_COLUMNS = 3;

export const trainTestOverlap = defineCheck({
  id: "train-test-overlap",
  area: "data",
  title: "No test row was trained on",
  why: "A row that stands in both sets is remembered, not predicted: the test says too much good.",
  mend: "Split again by id (and by person, session or document), train and test anew.",
  whenNot: "It sees copies, not rows of the same person under other ids: split by person for that.",
  subject: {
    kind: "text",
    description: "What makes two rows the same: their ids, a column by name, or `rows` for all that they share.",
  },
  options,
  example: {
    rule: "split: { train-test-overlap: ids }",
    met: "6,000 test rows of which no id stands in the training data",
    notMet: "6,000 test rows of which 31 ids stand in the training data",
  },
  needs: ["table"],
  tablesFor: () => ["reference", "predictions", "current"],

  parts: [{ one: "table", several: "tables", of: (input) => comparedTables(input) }],

  plain: (subject, asked) =>
    `${asked["share-at-most"] === undefined ? "no test row" : `at most ${shownNumber(asked["share-at-most"] * 100)} % of the test rows`} stands in the training data, by ${subject === "rows" ? "all columns that they share" : subject}`,

  evaluate(input) {
    const training = trainingOf(input);
    if (isVerdict(training)) return [training];
    const tests = testsOf(input);
    if (isVerdict(tests)) return [tests];
    return tests.flatMap((test) => training.map((table) => compare(test, table, input)));
  },
});

const trainingOf = ({ evidence, subject }: Input): readonly Table[] | Verdict =>
  tablesOfRole(evidence, ["reference"], subject);

function testsOf({ evidence, subject, options: asked }: Input): readonly Table[] | Verdict {
  const role = roleNamed(asked.role);
  return tablesOfRole(evidence, role === null ? ["predictions", "current"] : [role], subject);
}

const comparedTables = (input: Input): readonly EvidencePart[] =>
  [
    { name: "of training data", tables: trainingOf(input) },
    { name: "of test rows", tables: testsOf(input) },
  ].flatMap(({ name, tables }) => (isVerdict(tables) ? [] : tables.map(({ source }) => ({ name, source }))));

function compare(test: Table, training: Table, { subject, options: asked }: Input): Verdict {
  const sources = [test.source, training.source];
  const keys = keysOf(subject, test, training);
  if (typeof keys === "string") return missing(keys, "write the same ids into both tables", subject, sources);
  const own = rowKeys(test, keys);
  const trained = new Set(rowKeys(training, keys).filter((key) => key !== null));
  const known = own.filter((key) => key !== null);
  if (known.length === 0 || trained.size === 0)
    return missing(`no row has a value in ${listed(keys)}`, "write them into both tables", subject, sources);
  const shared = known.filter((key) => trained.has(key));
  const share = shared.length / known.length;
  const unnamed = own.length - known.length;
  const most = asked["share-at-most"] ?? 0;
  const example = subject === "rows" ? "" : shared.length === 0 ? "" : `, such as ${shared[0] ?? ""}`;
  return {
    subject,
    outcome: keeps(share, "at-most", most) ? "met" : "not-met",
    message: `${shared.length} of ${known.length} rows of ${test.source.path} stand in ${training.source.path} by ${listed(keys)}${example}; at most ${shownNumber(most * 100)} %${unnamed === 0 ? "" : `; ${unnamed} more have no value there, and are not compared`}`,
    sources,
    judged: judgedNumbers({
      metric: "train-test overlap",
      value: share,
      unit: "proportion",
      higher_is_better: false,
      bound_kind: "at-most",
      bound: most,
      n: known.length,
    }),
  };
}

/** The columns by which rows are compared; a reason where there are none. */
function keysOf(subject: string, test: Table, training: Table): readonly string[] | string {
  if (subject === "ids") {
    const { id } = test.names;
    if (id === null || training.names.id === null) return "one of the tables has no column of ids";
    if (id !== training.names.id) return `ids stand in ${id} of one table and in ${training.names.id} of the other`;
    return [id];
  }
  if (subject !== "rows")
    return [test, training].every((table) => columnOf(table, subject) !== undefined)
      ? [subject]
      : `one of the tables has no column ${subject}`;
  const ownNames = [test.names.id, test.names.score, test.names.prediction];
  const shared = test.columns
    .map(({ name }) => name)
    .filter((name) => !ownNames.includes(name) && columnOf(training, name) !== undefined);
  return shared.length < FEWEST_COLUMNS
    ? `the tables share only ${shared.length} columns that tell rows apart`
    : shared;
}

/** What each row holds in these columns; null where all of it is missing. */
function rowKeys(table: Table, keys: readonly string[]): readonly (string | null)[] {
  const columns = keys.flatMap((key) => columnOf(table, key) ?? []);
  return Array.from({ length: table.rows }, (_, row) => {
    const cells = columns.map((column) => cellOf(column, row));
    return cells.every((cell) => cell === "") ? null : cells.join("\u001F");
  });
}

const cellOf = (column: TableColumn, row: number): string => {
  if (column.kind === "texts") return column.text(row) ?? "";
  const value = column.values[row] ?? NaN;
  return Number.isNaN(value) ? "" : String(value);
};
