// KS, PSI, Jensen–Shannon, Wasserstein and chi-squared of every column: `node ours-drift.mjs REFERENCE CURRENT`.
import { driftScore } from "../../build/src/judging/drift-score.js";
import { readTable } from "./read-table.mjs";

const [reference, current] = process.argv.slice(2, 4).map((path) => readTable(path));
const methods = ["ks", "psi", "jensen-shannon", "wasserstein-normed", "chi-square"];
const found = reference.columns.map((column, place) => [
  column.name,
  methods.map((method) => {
    const score = driftScore(column, current.columns[place], { method, binning: "sturges", bins: null });
    return typeof score === "string" ? null : score.score;
  }),
]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(found))}\n`);
