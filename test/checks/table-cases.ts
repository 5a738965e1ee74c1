import { corpusFiles } from "./corpus.js";
import { modelCard } from "./rows.js";

/** Tables for the tables of cases of checks that read rows. */

export const real = (paths: Readonly<Record<string, string>>) => ({ ...modelCard, ...corpusFiles(paths) });
export const lines = (
  header: string,
  ...groups: readonly (readonly [line: (row: number) => string, rows: number])[]
): string =>
  [header, ...groups.flatMap(([line, rows]) => Array.from({ length: rows }, (_, row) => line(row)))].join("\n");
export const training = (text: string) => ({ ...modelCard, "m/reference.csv": text });
export const classes = (fraud: number, fine: number) =>
  training(lines("amount,label", [() => "1,1", fraud], [() => "2,0", fine]));
export const sure = "confidence: 95%";

export const ages = (young: number, old: number) =>
  training(lines("age_band,x", [() => "18-24,1", young], [() => "65+,1", old]));

export const split = (from: number, to: number) =>
  lines("id,a,b,c,y_true,y_pred", [(row) => `${from + row},${from + row},${(from + row) % 7},x,1,1`, to - from]);
export const sets = (train: string, test: string) => ({
  ...modelCard,
  "m/train.csv": train,
  "m/predictions.csv": test,
});

export const months = (current: string) =>
  real({
    "m/reference.csv": "generated/data/fraud-a/reference.csv",
    "m/current.csv": `generated/data/fraud-a/current_${current}.csv`,
  });
export const uniform = (from: number, rows: number, column = "x"): string =>
  lines(`id,${column}`, [(row) => `${row},${from + (row % 100) / 100}`, rows]);
export const both = (reference: string, current: string) => ({
  ...modelCard,
  "m/reference.csv": reference,
  "m/current.csv": current,
});

export const scored = (from: number): string =>
  lines("id,label,score", [(row) => `${row},${row % 2},${from + (row % 100) / 250}`, 1000]);
