import { adaptiveWindowCut } from "../../../src/statistics/adaptive-window-cut.js";
import { chiSquaredHomogeneityTest } from "../../../src/statistics/chi-squared-homogeneity-test.js";
import { driftDetectionMethod } from "../../../src/statistics/drift-detection-method.js";
import { gTest } from "../../../src/statistics/g-test.js";
import { hellingerDistance } from "../../../src/statistics/hellinger-distance.js";
import { jensenShannonDivergence } from "../../../src/statistics/jensen-shannon-divergence.js";
import { kullbackLeiblerDivergence } from "../../../src/statistics/kullback-leibler-divergence.js";
import { maximumMeanDiscrepancy } from "../../../src/statistics/maximum-mean-discrepancy.js";
import { adaptiveWindowTest } from "../../../src/statistics/adaptive-window-test.js";
import { pageHinkleyTest } from "../../../src/statistics/page-hinkley-test.js";
import { populationStabilityCriticalValue } from "../../../src/statistics/population-stability-critical-value.js";
import { populationStabilityIndex } from "../../../src/statistics/population-stability-index.js";
import { quantileBins } from "../../../src/statistics/quantile-bins.js";
import { sturgesBins, widthBins } from "../../../src/statistics/width-bins.js";
import { wassersteinDistance } from "../../../src/statistics/wasserstein-distance.js";
import type { RefusalsByFile } from "./refusal.js";

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const infinite = { policy: "infinite" } as const;

export const driftRefusals: RefusalsByFile = {
  "width-bins": {
    invalid: {
      NaN: widthBins([1, NaN], [1, 2], 3),
      "no bins": widthBins([1, 2], [1, 2], 0),
      "more bins than make sense": widthBins([1, 2], [1, 2], 1e9),
      "half a bin": widthBins([1, 2], [1, 2], sturgesBins(2) + 0.5),
    },
    notEstimable: {
      "an empty sample": widthBins([], [1, 2], 3),
      "one value only": widthBins([1, 1], [1], 3),
      "a range beyond doubles": widthBins([-1.7e308, 1], [1.7e308], 3),
    },
  },
  "population-stability-index": {
    invalid: {
      "a negative count": populationStabilityIndex([1, -1], [1, 1], infinite),
      NaN: populationStabilityIndex([1, 1], [1, NaN], infinite),
      "a missing bin": populationStabilityIndex([1, 1], [1], infinite),
      "counts that add up to infinity": populationStabilityIndex([1e308, 1e308], [1, 1], infinite),
      "added counts that do": populationStabilityIndex([1, 1], [1, 1], { policy: "add", count: 1e308 }),
      "nothing to replace with": populationStabilityIndex([1, 0], [1, 1], { policy: "replace", share: 0 }),
      "nothing to add": populationStabilityIndex([1, 0], [1, 1], { policy: "add", count: -1 }),
    },
    notEstimable: {
      "an empty reference": populationStabilityIndex([0, 0], [1, 1], infinite),
      "an empty current sample, though counts are added": populationStabilityIndex([1, 1], [0, 0], {
        policy: "add",
        count: 0.5,
      }),
      "no bins": populationStabilityIndex([], [], infinite),
    },
  },
  "population-stability-critical-value": {
    invalid: {
      "half a row": populationStabilityCriticalValue(0.5, 10, 10, 0.05),
      "one bin": populationStabilityCriticalValue(10, 10, 1, 0.05),
      "half a bin": populationStabilityCriticalValue(10, 10, 2.5, 0.05),
      "alpha of 5": populationStabilityCriticalValue(10, 10, 10, 5),
    },
    notEstimable: {
      "an empty sample": populationStabilityCriticalValue(0, 10, 10, 0.05),
    },
  },
  "quantile-bins": {
    invalid: {
      NaN: quantileBins([1, NaN], [1], 10),
      infinite: quantileBins([1, 2], [Infinity], 10),
      "one bin": quantileBins([1, 2], [1], 1),
    },
    notEstimable: {
      "an empty sample": quantileBins([1, 2], [], 10),
      "one value only": quantileBins([1, 1], [1], 10),
    },
  },
  "chi-squared-homogeneity-test": {
    invalid: {
      "a negative count": chiSquaredHomogeneityTest([
        [1, -1],
        [1, 1],
      ]),
      NaN: chiSquaredHomogeneityTest([
        [1, 1],
        [1, NaN],
      ]),
      "rows of different lengths": chiSquaredHomogeneityTest([[1, 1], [1]]),
    },
    notEstimable: {
      "an empty row": chiSquaredHomogeneityTest([
        [0, 0],
        [1, 1],
      ]),
      "one row": chiSquaredHomogeneityTest([[1, 1]]),
      "one column with counts": chiSquaredHomogeneityTest([
        [1, 0],
        [2, 0],
      ]),
      "no rows": chiSquaredHomogeneityTest([]),
    },
  },
  "g-test": {
    invalid: {
      "a negative count": gTest([
        [1, -1],
        [1, 1],
      ]),
      "rows of different lengths": gTest([[1, 1], [1]]),
      "counts that add up to infinity": gTest([
        [1e308, 1e308],
        [1, 1],
      ]),
    },
    notEstimable: {
      "an empty row": gTest([
        [0, 0],
        [1, 1],
      ]),
      "one column with counts": gTest([
        [1, 0],
        [2, 0],
      ]),
    },
  },
  "jensen-shannon-divergence": {
    invalid: {
      "a negative count": jensenShannonDivergence([1, -1], [1, 1], 2),
      "a missing bin": jensenShannonDivergence([1, 1], [1], 2),
      "base 1": jensenShannonDivergence([1], [1], 1),
      "base NaN": jensenShannonDivergence([1], [1], NaN),
    },
    notEstimable: {
      "an empty sample": jensenShannonDivergence([0, 0], [1, 1], 2),
    },
  },
  "hellinger-distance": {
    invalid: {
      "a negative count": hellingerDistance([1, -1], [1, 1]),
      "a missing bin": hellingerDistance([1, 1], [1]),
    },
    notEstimable: {
      "an empty sample": hellingerDistance([1, 1], [0, 0]),
    },
  },
  "kullback-leibler-divergence": {
    invalid: {
      infinite: kullbackLeiblerDivergence([1, Infinity], [1, 1]),
      "a missing bin": kullbackLeiblerDivergence([1, 1], [1]),
    },
    notEstimable: {
      "an empty sample": kullbackLeiblerDivergence([1, 1], [0, 0]),
    },
  },
  "wasserstein-distance": {
    invalid: {
      NaN: wassersteinDistance([1, NaN], [1]),
      infinite: wassersteinDistance([1], [Infinity]),
    },
    notEstimable: {
      "an empty sample": wassersteinDistance([], [1]),
    },
  },
  "maximum-mean-discrepancy": {
    invalid: {
      NaN: maximumMeanDiscrepancy([1, NaN], [1, 2], 1),
      "gamma of 0": maximumMeanDiscrepancy([1, 2], [1, 2], 0),
    },
    notEstimable: {
      "one value": maximumMeanDiscrepancy([1], [1, 2], 1),
      "too many values": maximumMeanDiscrepancy(upTo(20_001), [1, 2], 1),
    },
  },
  "page-hinkley-test": {
    invalid: {
      NaN: pageHinkleyTest([1, NaN], { delta: 0, threshold: 1, warmUp: 1 }),
      "negative delta": pageHinkleyTest([1], { delta: -1, threshold: 1, warmUp: 1 }),
      "no threshold": pageHinkleyTest([1], { delta: 0, threshold: 0, warmUp: 1 }),
      "half a value of warm-up": pageHinkleyTest([1], { delta: 0, threshold: 1, warmUp: 0.5 }),
      "values that add up to infinity": pageHinkleyTest([1e308, -1e308, -1e308], { delta: 0, threshold: 1, warmUp: 5 }),
    },
    notEstimable: {},
  },
  "drift-detection-method": {
    invalid: {
      "an error of 2": driftDetectionMethod([2], { warmUp: 30, warning: 2, drift: 3 }),
      "no warning level": driftDetectionMethod([1], { warmUp: 30, warning: 0, drift: 3 }),
      "negative drift level": driftDetectionMethod([1], { warmUp: 30, warning: 2, drift: -3 }),
      "negative warm-up": driftDetectionMethod([1], { warmUp: -1, warning: 2, drift: 3 }),
    },
    notEstimable: {},
  },
  "adaptive-window-test": {
    invalid: {
      "no value": adaptiveWindowTest([], 0.05),
      NaN: adaptiveWindowTest([0, NaN], 0.05),
      "a value above 1": adaptiveWindowTest([0, 1.5], 0.05),
      "no chance at all": adaptiveWindowTest([0, 1], 0),
      certainty: adaptiveWindowTest([0, 1], 1),
    },
    notEstimable: {},
  },
  "adaptive-window-cut": {
    invalid: {
      "half a value": adaptiveWindowCut(0.5, 10, 1, 0.05),
      "negative variance": adaptiveWindowCut(10, 10, -1, 0.05),
      "delta of 1": adaptiveWindowCut(10, 10, 1, 1),
    },
    notEstimable: {
      "an empty part": adaptiveWindowCut(0, 10, 1, 0.05),
    },
  },
};
