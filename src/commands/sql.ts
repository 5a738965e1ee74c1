import { problemAt, UsageError } from "../model/problem.js";
import { countsQuery, repeatedColumn, type AnswerColumns, type CountsAsked } from "../warehouse/counts-query.js";
import { dialects, faultOfName } from "../warehouse/dialect.js";
import { faultOfBorders, histogramsQuery, type HistogramColumn } from "../warehouse/histograms-query.js";
import type { Command, CommandArguments } from "./command.js";

const column = (description: string) => ({ type: "string", value: "COLUMN", description }) as const;

export const sql: Command = {
  id: "sql",
  summary:
    "Writes the query that counts rows where they lie, in a warehouse: its result, as CSV or Parquet, is evidence that is judged as the rows would be.",
  usage: "counts|histograms --table NAME …",
  options: {
    dialect: { type: "string", value: "NAME", description: `${dialects.join(", ")}; ${dialects[0]} by default` },
    table: { type: "string", value: "NAME", description: "a table or view with one row an example: schema.table" },
    label: column("counts: what is true"),
    prediction: column("counts: the class that the candidate predicts"),
    score: column("counts: the candidate's score"),
    "champion-prediction": column("counts: the same of the champion, on the same row"),
    "champion-score": column("counts: the same of the champion, on the same row"),
    "score-digits": {
      type: "string",
      value: "N",
      description: "counts: round scores to so many digits, for fewer lines; see docs/evidence-elsewhere.md",
    },
    slice: { ...column("counts: a column that policies look at by its values"), multiple: true },
    column: { ...column("histograms: count each of its values"), multiple: true },
    bins: {
      type: "string",
      multiple: true,
      value: "COLUMN=B,B,…",
      description: "histograms: count a column of numbers by bins with these inner borders",
    },
  },
  examples: [
    "model-referee sql counts --table scoring.may --label y_true --prediction y_pred --slice country",
    "model-referee sql histograms --dialect spark --table features.may --column country --bins amount=10,50,200",
  ],

  run(args, world) {
    const [what, ...rest] = args.positionals;
    if (rest.length > 0 || (what !== "counts" && what !== "histograms"))
      throw usage("sql takes `counts` or `histograms`", "see model-referee sql --help");
    refuseOthers(args, what);
    world.out.write(what === "counts" ? countsQuery(countsAsked(args)) : histogramsQuery(histogramsAsked(args)));
    return Promise.resolve(0);
  },
};

const usage = (message: string, mend: string): UsageError => new UsageError([problemAt("usage", message, mend)]);

const optionsOf = {
  counts: ["label", "prediction", "score", "champion-prediction", "champion-score", "score-digits", "slice"],
  histograms: ["column", "bins"],
} as const;

/** An option of the other query would be silently without effect. */
function refuseOthers(args: CommandArguments, what: keyof typeof optionsOf): void {
  const other = what === "counts" ? "histograms" : "counts";
  const given = optionsOf[other].find((name) => args.text(name) !== undefined);
  if (given !== undefined) throw usage(`--${given} is an option of \`sql ${other}\``, "leave it out");
}

function named(option: string, written: string): string {
  const fault = faultOfName(written);
  if (fault !== null) throw usage(`--${option}: ${fault}`, "give the name as the warehouse has it");
  return written;
}

function required(args: CommandArguments, option: string): string {
  const written = args.text(option);
  if (written === undefined) throw usage(`--${option} is not said`, "see model-referee sql --help");
  return named(option, written);
}

const tableOf = (args: CommandArguments): string => {
  const table = required(args, "table");
  table.split(".").forEach((part) => named("table", part));
  return table;
};

function countsAsked(args: CommandArguments): CountsAsked {
  const asked: CountsAsked = {
    dialect: args.choice("dialect", dialects),
    table: tableOf(args),
    label: required(args, "label"),
    candidate: answersOf(args, ""),
    champion: championOf(args),
    scoreDigits: digitsOf(args.text("score-digits")),
    slices: args.texts("slice").map((slice) => named("slice", slice)),
  };
  const { candidate, champion } = asked;
  if (candidate.prediction === null && candidate.score === null)
    throw usage("nothing says what was predicted", "say --prediction, --score, or both");
  if (asked.scoreDigits !== null && candidate.score === null)
    throw usage("--score-digits without --score", "leave it out, or name the score");
  // Else the candidate's column would be taken for the champion's.
  if (
    champion !== null &&
    (["prediction", "score"] as const).some((key) => (champion[key] === null) !== (candidate[key] === null))
  )
    throw usage(
      "the two models are not counted by the same columns",
      "name the champion's prediction where the candidate's is named, and its score likewise",
    );
  const twice = repeatedColumn(asked);
  if (twice !== null)
    throw usage(`the result would have two columns ${twice}`, "rename the slice in a view, or name it once");
  return asked;
}

function answersOf(args: CommandArguments, prefix: "" | "champion-"): AnswerColumns {
  const column = (option: string): string | null => {
    const written = args.text(`${prefix}${option}`);
    return written === undefined ? null : named(`${prefix}${option}`, written);
  };
  return { prediction: column("prediction"), score: column("score") };
}

function championOf(args: CommandArguments): AnswerColumns | null {
  const answers = answersOf(args, "champion-");
  return answers.prediction === null && answers.score === null ? null : answers;
}

function digitsOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (!/^\d{1,2}$/.test(written) || Number(written) > 15)
    throw usage("--score-digits is no number of digits", "write a whole number from 0 to 15");
  return Number(written);
}

function histogramsAsked(args: CommandArguments) {
  const columns: readonly HistogramColumn[] = [
    ...args.texts("column").map((name) => ({ name: named("column", name), borders: null })),
    ...args.texts("bins").map(binsOf),
  ];
  if (columns.length === 0) throw usage("no column is named", "say --column NAME or --bins NAME=10,20");
  const names = columns.map(({ name }) => name.toLowerCase());
  const twice = columns.find((_, index) => names.indexOf(names[index] ?? "") < index);
  if (twice !== undefined) throw usage(`${twice.name} is named twice`, "name it once");
  return { dialect: args.choice("dialect", dialects), table: tableOf(args), columns };
}

function binsOf(written: string): HistogramColumn {
  const at = written.lastIndexOf("=");
  if (at < 0) throw usage("--bins has no borders", "write it as COLUMN=10,20");
  const borders = written
    .slice(at + 1)
    .split(",")
    .map((border) => border.trim());
  const fault = faultOfBorders(borders);
  if (fault !== null)
    throw usage(`--bins of ${written.slice(0, at)}: ${fault}`, "write numbers that ascend, as 10,20,50");
  return { name: named("bins", written.slice(0, at)), borders };
}
