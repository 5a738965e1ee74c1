import { rules, type Files } from "../judge/judged.js";
import { configured, ofM, said, under, type Case } from "../policy/option-case.js";
import { card, changed } from "./on-corpus.js";

/** The rows of the champion's predictions, with columns of names that tell nothing. */
const predictions = (head: string, keep: (row: string, index: number) => string = (row) => row): Files => ({
  ...card,
  ...changed("m/rows.csv", "data-champion-challenger/fraud/predictions/champion_v1.csv", (text) => {
    const [, ...rows] = text.trimEnd().split("\n");
    return `${[head, ...rows.map(keep)].join("\n")}\n`;
  }),
});
const plainHead = "k,fact,chance,call,country,channel,age_band,model_version";
const rowsOf = (
  files: Files,
  without: string,
  more: string,
  expected: Case["expected"],
  rule = "metric: accuracy, at-least: 50%",
): Case => {
  const table = (declared: string): string =>
    `evidence:\n  - { files: "m/rows.csv", role: predictions, columns: { ${declared} } }\n`;
  return configured(under(rule, files), table(without), table(more), ofM, expected);
};

const tables = "data-champion-challenger/fraud/predictions";
const twoTables: Files = {
  ...card,
  ...changed("m/new.csv", `${tables}/challenger_v2.csv`, (text) => text.replace(/^[^\n]*/, plainHead)),
  ...changed("m/old.csv", `${tables}/champion_v1.csv`, (text) => {
    const [, ...rows] = text.trimEnd().split("\n");
    return `${[plainHead, ...rows.toReversed()].join("\n")}\n`;
  }),
  "gate.yaml": `confidence: 95%\n${rules("a: { metric: accuracy, against: champion, may-lose: 0.1% }")}`,
};
const paired = (more: string): string =>
  ["{ files: m/new.csv, role: predictions,", "{ files: m/old.csv, role: baseline,"]
    .map((side) => `  - ${side} columns: { label: fact, prediction: call${more} } }\n`)
    .join("");

/** Counts of one column, as `model-referee sql` writes them, of the rows of the corpus. */
const countsOf = (from: string, to: string): Files =>
  changed(to, from, (text) => {
    const [head = "", ...rows] = text.trimEnd().split("\n");
    const at = head.split(",").indexOf("channel");
    const counted = new Map<string, number>();
    for (const row of rows) {
      const value = row.split(",")[at] ?? "";
      counted.set(value, (counted.get(value) ?? 0) + 1);
    }
    return `feature,what,times\n${[...counted].map(([value, times]) => `channel,${value},${times}\n`).join("")}`;
  });
const counted = under("drift: psi, for-each: column, at-most: 0.2", {
  ...card,
  ...countsOf("data/fraud-a/reference.csv", "m/reference.csv"),
  ...countsOf("data/fraud-a/current_data_drift.csv", "m/current.csv"),
});
const counts = (columns: string): string =>
  `evidence:\n${["reference", "current"].map((role) => `  - { files: m/${role}.csv, role: ${role}, columns: { ${columns} } }\n`).join("")}`;

/** What the configuration says of the columns of tables of rows. */
export const columnCases: Readonly<Record<string, Case>> = {
  "evidence.columns": rowsOf(predictions(plainHead), "id: k", "label: fact, prediction: call", ["missing", "met"]),
  "evidence.columns.label": rowsOf(
    predictions(plainHead),
    "label: model_version, prediction: call",
    "label: fact, prediction: call",
    ["not-met", "met"],
  ),
  "evidence.columns.prediction": rowsOf(
    predictions(plainHead),
    "label: fact, prediction: model_version",
    "label: fact, prediction: call",
    ["missing", "met"],
  ),
  "evidence.columns.score": rowsOf(
    predictions(plainHead),
    "label: fact, score: call",
    "label: fact, score: chance",
    ["not-met", "met"],
    "metric: roc_auc, at-least: 80%",
  ),
  "evidence.columns.weight": rowsOf(
    predictions(`${plainHead},times`, (row) => `${row},${/^[^,]*,1/.test(row) ? 1000 : 1}`),
    "label: fact, prediction: call",
    "label: fact, prediction: call, weight: times",
    ["met", "not-met"],
  ),
  "evidence.columns.id": configured(twoTables, `evidence:\n${paired("")}`, `evidence:\n${paired(", id: k")}`, ofM, [
    "inconclusive",
    "met",
  ]),
  "evidence.columns.histogram": configured(
    counted,
    counts("value: what, weight: times"),
    counts("histogram: feature, value: what, weight: times"),
    said,
    [["a what: not-met (block)", "a feature: met (pass)"], ["a channel: not-met (block)"]],
  ),
  "evidence.columns.value": configured(
    counted,
    counts("histogram: feature, weight: times"),
    counts("histogram: feature, value: what, weight: times"),
    said,
    [["a: unreadable (undecided)"], ["a channel: not-met (block)"]],
  ),
};
