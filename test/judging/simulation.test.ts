import { describe, expect, test } from "vitest";
import { pairUp } from "../../src/judging/predictions/pair.js";
import { readPredictions, type Predictions } from "../../src/judging/predictions/read-predictions.js";
import { rowMetric } from "../../src/judging/predictions/row-metric.js";
import { ownUncertainty, pairedUncertainty } from "../../src/judging/predictions/rows-uncertainty.js";
import { measure } from "../../src/judging/predictions/measured.js";
import { wholeFile } from "../../src/model/source.js";
import { columnNames } from "../../src/normalise/table-columns.js";
import { readDelimitedColumns } from "../../src/read/delimited-columns.js";
import { drawBinomial } from "../../src/statistics/random-binomial.js";
import { seededRandom, type RandomSource } from "../../src/statistics/random-source.js";
import { modelCard } from "../checks/rows.js";
import { blockedOnPairedTables } from "./paired-runs.js";
import { facts, judged, measurement, rules } from "../judge/judged.js";

/** Runs of each simulation: a share of 0.95 is then seen within 0.03 in all but one of several hundred. */
const RUNS = 400;

interface Row {
  readonly label: number;
  readonly score: number;
  readonly other: number;
}

/** A row of two models whose scores share most of their noise. */
function drawRow(random: RandomSource): Row {
  const label = random.share() < 0.4 ? 1 : 0;
  const shared = random.share() + random.share();
  const noisy = (strength: number): number =>
    Math.min(1, Math.max(0, (shared + random.share() + strength * label) / 5));
  return { label, score: noisy(1.2), other: noisy(1) };
}

function predictionsOf(rows: readonly Row[], score: (row: Row) => number): Predictions {
  const lines = rows.map((row, id) => `${id},${row.label},${score(row)},${score(row) >= 0.42 ? 1 : 0}`);
  const read = readDelimitedColumns(Buffer.from(["id,y_true,y_score,y_pred", ...lines].join("\n")));
  if (read === undefined) throw new Error("no table");
  const names = columnNames(read.columns.map(({ name }) => name));
  const reading = readPredictions({
    ...read,
    source: wholeFile("p.csv"),
    format: null,
    vouched: "committed",
    at: null,
    role: "predictions",
    names,
  });
  if (reading.kind === "unusable") throw new Error(reading.why);
  return reading.predictions;
}

const draw = (rows: number, random: RandomSource): readonly Row[] =>
  Array.from({ length: rows }, () => drawRow(random));

const valueOf = (metric: string, predictions: Predictions): number => {
  const reading = rowMetric(metric, null, predictions);
  const found = reading.kind === "metric" ? measure(reading.metric, predictions) : reading;
  if (found.kind !== "measured") throw new Error(found.why);
  return found.measured.value;
};

describe.each(["accuracy", "recall", "roc_auc", "f1", "brier_score"])("the 95 % interval of %s", (metric) => {
  const truth = draw(200_000, seededRandom(11));
  const [one, other] = [predictionsOf(truth, ({ score }) => score), predictionsOf(truth, (row) => row.other)];
  const value = valueOf(metric, one);
  const change = value - valueOf(metric, other);

  test("of the change holds the true one about as often as it says, on the same rows", () => {
    const random = seededRandom(5);
    let held = 0;
    for (let run = 0; run < RUNS; run++) {
      const rows = draw(250, random);
      const pairing = pairUp(
        predictionsOf(rows, ({ score }) => score),
        predictionsOf(rows, (row) => row.other),
      );
      if (pairing.kind === "unpaired") throw new Error(pairing.why);
      const reading = rowMetric(metric, null, pairing.pair.candidate);
      if (reading.kind === "unusable") throw new Error(reading.why);
      const interval = pairedUncertainty(reading.metric, pairing.pair, null)?.interval(0.95);
      if (interval !== undefined && interval !== null && interval.lower <= change && change <= interval.upper) held++;
    }
    expect(held / RUNS).toBeGreaterThan(0.91);
    expect(held / RUNS).toBeLessThanOrEqual(0.99);
  });

  test.runIf(["roc_auc", "f1", "brier_score"].includes(metric))("of the value does too", () => {
    const random = seededRandom(6);
    let held = 0;
    for (let run = 0; run < RUNS; run++) {
      const sample = predictionsOf(draw(250, random), ({ score }) => score);
      const reading = rowMetric(metric, null, sample);
      if (reading.kind === "unusable") throw new Error(reading.why);
      const found = measure(reading.metric, sample);
      if (found.kind === "unusable") throw new Error(found.why);
      const interval = ownUncertainty(reading.metric, sample, found.measured, null)?.interval(0.95);
      if (interval !== undefined && interval !== null && interval.lower <= value && value <= interval.upper) held++;
    }
    expect(held / RUNS).toBeGreaterThan(0.91);
    expect(held / RUNS).toBeLessThanOrEqual(0.99);
  });
});

describe("a whole policy", () => {
  const policy = (adjust: string): string =>
    [
      "confidence: 95%",
      `adjust: ${adjust}`,
      rules(
        "floor: { metric: recall, for-each: shop, at-least: 80%, then: { inconclusive: note } }",
        "ceiling: { metric: fpr, for-each: shop, at-most: 10%, then: { inconclusive: note } }",
      ),
    ].join("\n");

  /** How often a model that just keeps every one of 24 bounds is blocked. */
  async function blockedShare(adjust: string): Promise<number> {
    const random = seededRandom(8);
    let blocked = 0;
    for (let run = 0; run < RUNS; run++) {
      const lines = Array.from({ length: 12 }, (_, shop) => [
        measurement("recall", drawBinomial(300, 0.8, random) / 300, { trials: 300, slice: { shop: String(shop) } }),
        measurement("fpr", drawBinomial(900, 0.1, random) / 900, { trials: 900, slice: { shop: String(shop) } }),
      ]);
      const report = await judged({ ...modelCard, "m/a.facts.jsonl": facts(...lines.flat()) }, policy(adjust));
      if (report.decision === "block") blocked++;
    }
    return blocked / RUNS;
  }

  test("blocks a sound model by luck in at most one run of twenty", async () => {
    // Three standard errors of a share of 0.05 in 400 runs above it.
    expect(await blockedShare("holm")).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS));
  });

  test("would block it in most runs if nothing were adjusted", async () => {
    expect(await blockedShare("none")).toBeGreaterThan(0.5);
  });

  test("blocks a sound model no more often on the rows that both answered", async () => {
    // Three standard errors of a share of 0.05 in 200 runs above it; more runs are among the long tests.
    expect(await blockedOnPairedTables("holm", 200, 20)).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 200));
  });
});
