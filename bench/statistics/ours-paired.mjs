// Paired DeLong test and 2,000 resamples of the accuracy difference: `node ours-paired.mjs CHALLENGER CHAMPION`.
import { jointCounts } from "../../build/src/judging/predictions/measured.js";
import { pairUp } from "../../build/src/judging/predictions/pair.js";
import { placementsBefore } from "../../build/src/judging/predictions/placed-rows.js";
import { readPredictions } from "../../build/src/judging/predictions/read-predictions.js";
import { columnNames } from "../../build/src/normalise/table-columns.js";
import { countBootstrap } from "../../build/src/statistics/count-bootstrap.js";
import { pairedAreas } from "../../build/src/statistics/delong-paired-test.js";
import { percentileInterval } from "../../build/src/statistics/percentile-interval.js";
import { seededRandom } from "../../build/src/statistics/random-source.js";
import { readTable } from "./read-table.mjs";

const wanted = new Set(["id", "y_true", "y_score", "y_pred"]);
const [candidate, champion] = process.argv.slice(2, 4).map((path) => {
  const read = readTable(path, wanted);
  const names = columnNames(read.columns.map(({ name }) => name));
  return readPredictions({ ...read, names, source: { path }, role: "predictions" }).predictions;
});
const { pair } = pairUp(candidate, champion);
const { labels, guesses } = pair.candidate;
const [now, before] = [pair.candidate, pair.champion].map((side) => placementsBefore(side.labels, side.scores));
const delong = pairedAreas(labels, now, before);
const joint = jointCounts(labels, guesses, pair.champion.guesses, 2);
const difference = (counts) => {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const own = counts[0] + counts[1] + counts[6] + counts[7];
  const other = counts[0] + counts[2] + counts[5] + counts[7];
  return (own - other) / rows;
};
const replicates = countBootstrap([...joint], 2000, seededRandom(1), difference).value.values;
const interval = percentileInterval(replicates, 0.95).value;
process.stdout.write(`${JSON.stringify({ z: delong.z, difference: delong.difference, accuracy: interval })}\n`);
