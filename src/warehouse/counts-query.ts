import { dialectNamed, tableName, type DialectName } from "./dialect.js";

/** One model's columns of answers. */
export interface AnswerColumns {
  readonly prediction: string | null;
  readonly score: string | null;
}

export interface CountsAsked {
  readonly dialect: DialectName;
  /** A table or view with one row an example; its parts parted by dots. */
  readonly table: string;
  readonly label: string;
  readonly candidate: AnswerColumns;
  /** Null where one model is judged alone. */
  readonly champion: AnswerColumns | null;
  /** Digits that scores are rounded to; null counts each score as it is. */
  readonly scoreDigits: number | null;
  readonly slices: readonly string[];
}

/** The column of counts in the results. */
export const countColumn = "n";

interface ResultColumn {
  readonly name: string;
  readonly from: string;
  readonly rounded: boolean;
}

/** The columns that the result groups by, in order. */
function columnsOf({ label, candidate, champion, slices }: CountsAsked): readonly ResultColumn[] {
  const column = (name: string, from: string | null | undefined, rounded = false): readonly ResultColumn[] =>
    from === null || from === undefined ? [] : [{ name, from, rounded }];
  return [
    ...column("label", label),
    ...column("prediction", candidate.prediction),
    ...column("score", candidate.score, true),
    ...column("champion_prediction", champion?.prediction),
    ...column("champion_score", champion?.score, true),
    ...slices.flatMap((slice) => column(slice, slice)),
  ];
}

/** Names that would stand twice in the result; engines do not tell capitals apart. */
export function repeatedColumn(asked: CountsAsked): string | null {
  const names = [...columnsOf(asked).map(({ name }) => name), countColumn];
  const lower = names.map((name) => name.toLowerCase());
  return names.find((_, index) => lower.indexOf(lower[index] ?? "") < index) ?? null;
}

/** Counts rows by what is true, what each model answered, and slices: all that metrics of such rows depend on. */
export function countsQuery(asked: CountsAsked): string {
  const dialect = dialectNamed(asked.dialect);
  const columns = columnsOf(asked);
  const names = columns.map(({ name }) => dialect.name(name));
  const selected = columns.map(({ from, rounded }, index) => {
    const column = dialect.name(from);
    const expression =
      rounded && asked.scoreDigits !== null
        ? `ROUND(CAST(${column} AS ${dialect.real}), ${asked.scoreDigits})`
        : column;
    return `    ${expression} AS ${names[index] ?? ""}`;
  });
  return [
    ...[...declaration(asked), ...exactness(asked).map((line) => `# ${line}`)].map((line) => `-- ${line}`),
    `SELECT ${[...names, `COUNT(*) AS ${dialect.name(countColumn)}`].join(", ")}`,
    "FROM (",
    "  SELECT",
    selected.join(",\n"),
    `  FROM ${tableName(asked.table, dialect)}`,
    ") AS examples",
    `GROUP BY ${names.join(", ")}`,
    `ORDER BY ${names.map((name) => `${name} NULLS FIRST`).join(", ")};`,
    "",
  ].join("\n");
}

/** What is judged of the result as of the rows, and what is judged of rounded scores. */
function exactness({ scoreDigits, candidate }: CountsAsked): readonly string[] {
  if (candidate.score === null)
    return ["Exact: what is judged of the result is what the rows give. Its size does not grow with them."];
  if (scoreDigits === null)
    return [
      "Exact: what is judged of the result is what the rows give. It has a line for each pair of scores that differs, and",
      "grows with the rows: --score-digits bounds it.",
    ];
  return [
    `Exact: metrics of classes. Binned: metrics of scores are those of the scores rounded to ${scoreDigits} digits, in ${10 ** scoreDigits + 1}`,
    "bins from 0 to 1; rows of one bin tie. The size is bounded by the bins, whatever the number of rows.",
  ];
}

/** How `referee.yaml` names the result. */
function declaration({ candidate, champion }: CountsAsked): readonly string[] {
  const entry = (role: string, columns: Readonly<Record<string, string | null>>): string => {
    const stated = Object.entries({ label: "label", ...columns, weight: countColumn }).flatMap(([key, column]) =>
      column === null ? [] : [`${key}: ${column}`],
    );
    return `  - { files: counts.csv, role: ${role}, columns: { ${stated.join(", ")} } }`;
  };
  const named = (prefix: string, { prediction, score }: AnswerColumns): Readonly<Record<string, string | null>> => ({
    prediction: prediction === null ? null : `${prefix}prediction`,
    score: score === null ? null : `${prefix}score`,
  });
  return [
    "Save the result, its header with it, as CSV or Parquet below the model, and name it in referee.yaml:",
    "evidence:",
    entry("predictions", named("", candidate)),
    ...(champion === null ? [] : [entry("baseline", named("champion_", champion))]),
  ];
}
