import { expect, test } from "vitest";
import { expectedErrorUncertainty, greatestErrorUncertainty } from "../../src/judging/calibration-uncertainty.js";
import { calibrationError } from "../../src/statistics/calibration-error.js";
import { seededRandom } from "../../src/statistics/random-source.js";

const ROWS = 400;
const RUNS = 100;
const random = seededRandom(20_261_126);

/** Rows whose labels come true as often as `rate` says of their forecasts. */
function measured(rate: (forecast: number) => number) {
  const forecasts = Float64Array.from({ length: ROWS }, () => random.share());
  const labels = forecasts.map((forecast) => (random.share() < rate(forecast) ? 1 : 0));
  const found = calibrationError(labels, forecasts, 10, "equal-width");
  if (found.kind !== "value") throw new Error(found.reason);
  return found.value;
}

// Forecasts are spread evenly: a bin's true gap is that of its middle, and there are ten alike.
test.each([
  ["as often as they say", (forecast: number) => forecast, 0, 0],
  ["a tenth too often", (forecast: number) => 0.1 + 0.8 * forecast, 0.05, 0.09],
])("of forecasts that come true %s the true error is seldom refuted", (_, rate, expected, greatest) => {
  const refuted = { expected: 0, greatest: 0, expectedShown: 0, greatestShown: 0 };
  for (let run = 0; run < RUNS; run++) {
    const error = measured(rate);
    const ofExpected = expectedErrorUncertainty(error, ROWS, "");
    const ofGreatest = greatestErrorUncertainty(error, ROWS, "");
    if (ofExpected.above(expected) < 0.05) refuted.expected++;
    if (ofGreatest.above(greatest) < 0.05) refuted.greatest++;
    if (ofExpected.below(expected) < 0.05) refuted.expectedShown++;
    if (ofGreatest.below(greatest) < 0.05) refuted.greatestShown++;
    const { lower, upper } = ofExpected.interval(0.95) ?? { lower: NaN, upper: NaN };
    expect(lower).toBeLessThanOrEqual(error.expected);
    expect(upper).toBeGreaterThanOrEqual(error.expected);
  }
  // Five in a hundred, and what three standard deviations of so many runs add to it.
  const most = RUNS * (0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS));
  expect(Math.max(...Object.values(refuted))).toBeLessThanOrEqual(most);
});

test("an error far beyond the bound is refuted, and one far within it is shown", () => {
  const error = measured((forecast) => 1 - forecast);
  expect(expectedErrorUncertainty(error, ROWS, "").above(0.02)).toBeLessThan(0.01);
  expect(greatestErrorUncertainty(error, ROWS, "").above(0.02)).toBeLessThan(0.02);
  const sound = measured((forecast) => forecast);
  expect(expectedErrorUncertainty(sound, ROWS, "").below(0.2)).toBeLessThan(0.01);
  expect(greatestErrorUncertainty(sound, ROWS, "").below(0.6)).toBeLessThan(0.01);
});
