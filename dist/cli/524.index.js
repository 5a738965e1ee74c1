export const id = 524;
export const ids = [524];
export const modules = {

/***/ 8408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ku: () => (/* binding */ judgeBound),
  sx: () => (/* binding */ judgeChange),
  l0: () => (/* binding */ keeps)
});

// UNUSED EXPORTS: nearlyEqual, outcomeOf

// EXTERNAL MODULE: ./build/src/model/estimate.js
var model_estimate = __webpack_require__(1089);
// EXTERNAL MODULE: ./build/src/statistics/normal-distribution.js + 1 modules
var normal_distribution = __webpack_require__(7403);
// EXTERNAL MODULE: ./build/src/statistics/tally.js
var tally = __webpack_require__(7539);
// EXTERNAL MODULE: ./build/src/statistics/validity.js
var validity = __webpack_require__(5667);
// EXTERNAL MODULE: ./build/src/statistics/wilson-interval.js
var wilson_interval = __webpack_require__(9143);
;// CONCATENATED MODULE: ./build/src/statistics/newcombe-difference-interval.js





/**
 * Newcombe's hybrid score interval for the difference of two independent proportions: candidate against champion, on
 * different rows. For the same rows use `newcombePairedDifferenceInterval`.
 *
 * @param first successes and trials of the first arm
 * @param second successes and trials of the second arm
 * @param confidence two-sided, above 0 and below 1; "no worse by d at one-sided c" holds where the lower limit at
 *   2c − 1 lies above −d
 * @returns first rate less second with limits in −1 to 1; not estimable where an arm has no trials; invalid where an
 *   argument lies outside its range
 * @see R. G. Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 * @example newcombeDifferenceInterval({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }, 0.95)
 *   // { kind: "value", value: { difference: 0.2, lower: 0.0524, upper: 0.3339 } }
 */
function newcombeDifferenceInterval(first, second, confidence) {
    const fault = (0,validity/* firstFault */.Rf)((0,tally/* tallyFault */.f)("first", first), (0,tally/* tallyFault */.f)("second", second), (0,validity/* openShareFault */.kD)("confidence", confidence));
    if (fault !== undefined)
        return (0,model_estimate/* invalid */.Gq)(fault);
    if (first.trials === 0 || second.trials === 0)
        return (0,model_estimate/* notEstimable */.aI)("an arm has no trials");
    return (0,model_estimate/* value */.Uq)(newcombeLimits(first, second, (0,normal_distribution/* normalCriticalValue */.Oo)(confidence)));
}
/** The difference and its limits, for arguments that were checked. */
function newcombeLimits(first, second, z) {
    const firstRate = first.successes / first.trials;
    const secondRate = second.successes / second.trials;
    const firstLimits = (0,wilson_interval/* wilsonLimits */.Be)(first.successes, first.trials, z);
    const secondLimits = (0,wilson_interval/* wilsonLimits */.Be)(second.successes, second.trials, z);
    const difference = firstRate - secondRate;
    return {
        difference,
        lower: difference - Math.hypot(firstRate - firstLimits.lower, secondLimits.upper - secondRate),
        upper: difference + Math.hypot(firstLimits.upper - firstRate, secondRate - secondLimits.lower),
    };
}

;// CONCATENATED MODULE: ./build/src/statistics/alternative.js
/**
 * The p-value of a statistic whose distribution is symmetric about zero.
 *
 * @param statistic the observed statistic
 * @param upperTail gives the probability of a greater one
 */
function symmetricPValue(statistic, alternative, upperTail) {
    switch (alternative) {
        case "greater":
            return upperTail(statistic);
        case "less":
            return upperTail(-statistic);
        case "two-sided":
            return Math.min(1, 2 * upperTail(Math.abs(statistic)));
    }
}

;// CONCATENATED MODULE: ./build/src/statistics/normal-interval.js




/**
 * Normal interval about an estimate with a standard error: for a number that a tool reports with one.
 *
 * @param estimate finite
 * @param standardError of the estimate, 0 or above
 * @param confidence two-sided, above 0 and below 1
 * @returns not estimable where the standard error is 0, which claims certainty; invalid where an argument lies outside
 *   its range
 * @see Wald (1943)
 * @example normalInterval(0.52, 0.02, 0.95) // { kind: "value", value: { lower: 0.4808, upper: 0.5592 } }
 */
function normalInterval(estimate, standardError, confidence) {
    const fault = (0,validity/* firstFault */.Rf)((0,validity/* finiteFault */.kM)("estimate", estimate), (0,validity/* nonNegativeFault */.Hj)("standard error", standardError), (0,validity/* openShareFault */.kD)("confidence", confidence));
    if (fault !== undefined)
        return (0,model_estimate/* invalid */.Gq)(fault);
    if (standardError === 0)
        return (0,model_estimate/* notEstimable */.aI)("a standard error of 0");
    const reach = (0,normal_distribution/* normalCriticalValue */.Oo)(confidence) * standardError;
    return (0,model_estimate/* value */.Uq)({ lower: estimate - reach, upper: estimate + reach });
}
/**
 * z test of an estimate with a standard error against a bound: the p-value that goes with `normalInterval`.
 *
 * @param bound the value under the null hypothesis, in the unit of the estimate
 * @param alternative `less` to show that the true value is below the bound, `greater` that it is above
 * @example normalBoundTest(0.52, 0.02, 0.5, "greater") // { kind: "value", value: { z: 1, p: 0.159 } }
 */
function normalBoundTest(estimate, standardError, bound, alternative) {
    const fault = (0,validity/* firstFault */.Rf)((0,validity/* finiteFault */.kM)("estimate", estimate), (0,validity/* nonNegativeFault */.Hj)("standard error", standardError), (0,validity/* finiteFault */.kM)("bound", bound));
    if (fault !== undefined)
        return (0,model_estimate/* invalid */.Gq)(fault);
    if (standardError === 0)
        return (0,model_estimate/* notEstimable */.aI)("a standard error of 0");
    const z = (estimate - bound) / standardError;
    return (0,model_estimate/* value */.Uq)({ z, p: symmetricPValue(z, alternative, normal_distribution/* normalUpperTail */.IL) });
}

;// CONCATENATED MODULE: ./build/src/statistics/proportion-score-test.js





/**
 * Score test of a proportion against a bound: the p-value that goes with the Wilson interval, which is this test
 * turned inside out. "The true rate is at least 0.9" is contradicted at level a by `alternative: "less"` and p < a,
 * exactly where the upper Wilson bound at one-sided confidence 1 − a lies below 0.9.
 *
 * @param successes 0 to `trials`
 * @param trials a whole number
 * @param bound the rate under the null hypothesis, 0 to 1
 * @param alternative `less` to show that the rate is below the bound, `greater` that it is above
 * @returns not estimable where there are no trials; invalid where an argument lies outside its range
 * @see E. B. Wilson (1927), JASA 22, 209-212; z = (x/n − b) / sqrt(b(1 − b)/n)
 * @example proportionScoreTest(85, 100, 0.9, "less") // { kind: "value", value: { z: -1.667, p: 0.0478 } }
 */
function proportionScoreTest(successes, trials, bound, alternative) {
    const fault = (0,validity/* firstFault */.Rf)((0,tally/* tallyFault */.f)("score test:", { successes, trials }), (0,validity/* shareFault */.kV)("bound", bound));
    if (fault !== undefined)
        return (0,model_estimate/* invalid */.Gq)(fault);
    if (trials === 0)
        return (0,model_estimate/* notEstimable */.aI)("no trials");
    const z = scoreStatistic(successes, trials, bound);
    if (z === 0)
        return (0,model_estimate/* value */.Uq)({ z, p: whereNothingDiffers(bound, alternative) });
    return (0,model_estimate/* value */.Uq)({ z, p: symmetricPValue(z, alternative, normal_distribution/* normalUpperTail */.IL) });
}
function scoreStatistic(successes, trials, bound) {
    const distance = successes - trials * bound;
    return distance === 0 ? 0 : distance / Math.sqrt(trials * bound * (1 - bound));
}
/** At a bound of 0 or 1 a rate equal to it speaks for it and nothing against; elsewhere either side is as likely. */
const whereNothingDiffers = (bound, alternative) => bound === 0 || bound === 1 || alternative === "two-sided" ? 1 : 0.5;

// EXTERNAL MODULE: ./build/src/statistics/samples-to-settle.js
var samples_to_settle = __webpack_require__(864);
// EXTERNAL MODULE: ./build/src/judging/rounding.js
var rounding = __webpack_require__(276);
;// CONCATENATED MODULE: ./build/src/judging/bound.js







/** True where two numbers are equal within 1e-12 of the larger one: 0.2 + 0.1 meets 0.3. */
const nearlyEqual = (a, b) => Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
/** Whether a bare number keeps a bound. Numbers that are nearly equal keep it. */
const keeps = (value, direction, bound) => nearlyEqual(value, bound) || (direction === "at-least" ? value > bound : value < bound);
const found = (estimate) => (estimate.kind === "value" ? estimate.value : null);
/**
 * Holds a value against a bound: by the best rung that the evidence allows, or the bare point where no confidence is
 * asked.
 *
 * @param confidence one-sided level of the bound, above 0.5; null judges the point
 */
function judgeBound(quantified, direction, bound, confidence) {
    const interval = intervalOf(quantified);
    const shown = {
        rung: interval?.rung ?? "point",
        method: interval?.method ?? null,
        interval: interval?.limits ?? null,
    };
    if (confidence === null) {
        return {
            ...shown,
            outcome: keeps(quantified.value, direction, bound) ? "met" : "not-met",
            rung: "point",
            pValue: null,
            samplesNeeded: null,
        };
    }
    const tested = testOf(quantified, direction, bound);
    if (tested === null)
        return { ...shown, outcome: "inconclusive", rung: "point", pValue: null, samplesNeeded: null };
    const outcome = outcomeOf(tested, confidence);
    return {
        ...shown,
        outcome,
        rung: tested.rung,
        pValue: tested.against,
        samplesNeeded: outcome === "inconclusive" ? neededFor(quantified, bound, confidence) : null,
    };
}
/** The bound is shown to hold, shown to be broken, or neither, at a one-sided level. */
const outcomeOf = ({ against, inFavour }, confidence) => {
    const error = 1 - confidence;
    if (inFavour <= error * (1 + 1e-12))
        return "met";
    return against < error ? "not-met" : "inconclusive";
};
function testOf({ value, standardError, trials }, direction, bound) {
    const [against, inFavour] = direction === "at-least" ? ["less", "greater"] : ["greater", "less"];
    if (standardError !== null) {
        const broken = found(normalBoundTest(value, standardError, bound, against));
        const holds = found(normalBoundTest(value, standardError, bound, inFavour));
        if (broken !== null && holds !== null)
            return { rung: "standard-error", against: broken.p, inFavour: holds.p };
    }
    const successes = trials === null ? null : (0,rounding/* successesOf */.b)(value, trials);
    if (trials !== null && successes !== null) {
        const clamped = Math.min(1, Math.max(0, bound));
        const broken = found(proportionScoreTest(successes, trials, clamped, against));
        const holds = found(proportionScoreTest(successes, trials, clamped, inFavour));
        if (broken !== null && holds !== null)
            return { rung: "trials", against: broken.p, inFavour: holds.p };
    }
    return null;
}
function intervalOf({ value, standardError, trials }) {
    if (standardError !== null) {
        const limits = found(normalInterval(value, standardError, 0.95));
        if (limits !== null)
            return { rung: "standard-error", method: "normal", limits };
    }
    const successes = trials === null ? null : (0,rounding/* successesOf */.b)(value, trials);
    if (trials === null || successes === null)
        return null;
    const limits = found((0,wilson_interval/* wilsonInterval */.YV)(successes, trials, 0.95));
    return limits === null ? null : { rung: "trials", method: "Wilson", limits };
}
function neededFor({ value, standardError, trials, n }, bound, confidence) {
    if (standardError !== null && n !== null)
        return found((0,samples_to_settle/* samplesToSettleMean */.xD)(value, standardError, n, bound, confidence))?.more ?? null;
    const successes = trials === null ? null : (0,rounding/* successesOf */.b)(value, trials);
    if (trials === null || successes === null || bound < 0 || bound > 1)
        return null;
    return found((0,samples_to_settle/* trialsToSettle */.c)(successes, trials, bound, confidence))?.more ?? null;
}
/**
 * Holds a change, candidate less baseline, against a bound. The two are taken as independent, which is the cautious
 * reading of results on the same rows.
 */
function judgeChange(candidate, baseline, direction, bound, confidence) {
    const change = candidate.value - baseline.value;
    const limits = changeInterval(candidate, baseline);
    const shown = {
        rung: limits?.rung ?? "point",
        method: limits?.method ?? null,
        interval: limits?.limits ?? null,
    };
    if (confidence === null) {
        return {
            ...shown,
            // Held as values, not as their difference: what subtracting cancels is no part of either.
            outcome: keeps(candidate.value, direction, baseline.value + bound) ? "met" : "not-met",
            rung: "point",
            pValue: null,
            samplesNeeded: null,
        };
    }
    if (limits === null)
        return { ...shown, outcome: "inconclusive", rung: "point", pValue: null, samplesNeeded: null };
    const p = changePValues(candidate, baseline, change, direction, bound);
    return { ...shown, outcome: outcomeOf(p, confidence), pValue: p.against, samplesNeeded: null };
}
function changeInterval(candidate, baseline) {
    const spread = spreadOf(candidate, baseline);
    if (spread !== null) {
        const limits = found(normalInterval(candidate.value - baseline.value, spread, 0.95));
        if (limits !== null)
            return { rung: "standard-error", method: "normal", limits };
    }
    const tallies = talliesOf(candidate, baseline);
    if (tallies === null)
        return null;
    const limits = found(newcombeDifferenceInterval(tallies.first, tallies.second, 0.95));
    return limits === null ? null : { rung: "trials", method: "Newcombe", limits };
}
const spreadOf = (candidate, baseline) => candidate.standardError === null || baseline.standardError === null
    ? null
    : Math.hypot(candidate.standardError, baseline.standardError);
function talliesOf(candidate, baseline) {
    if (candidate.trials === null || baseline.trials === null)
        return null;
    const now = (0,rounding/* successesOf */.b)(candidate.value, candidate.trials);
    const before = (0,rounding/* successesOf */.b)(baseline.value, baseline.trials);
    if (now === null || before === null)
        return null;
    return {
        first: { successes: now, trials: candidate.trials },
        second: { successes: before, trials: baseline.trials },
    };
}
/** By the normal distribution where there are standard errors; else the level at which Newcombe's limit is the bound. */
function changePValues(candidate, baseline, change, direction, bound) {
    const spread = spreadOf(candidate, baseline);
    const tallies = talliesOf(candidate, baseline);
    const z = spread !== null && spread > 0
        ? (change - bound) / spread
        : tallies === null
            ? 0
            : newcombeStatistic(tallies, change, bound);
    const above = (0,normal_distribution/* normalUpperTail */.IL)(z);
    const below = (0,normal_distribution/* normalUpperTail */.IL)(-z);
    return direction === "at-least" ? { against: below, inFavour: above } : { against: above, inFavour: below };
}
/** The normal deviate at which the limit on the bound's side touches the bound; found by bisection. */
function newcombeStatistic(tallies, change, bound) {
    if (change === bound)
        return 0;
    const reaches = (z) => {
        const limits = found(newcombeDifferenceInterval(tallies.first, tallies.second, 1 - 2 * (0,normal_distribution/* normalUpperTail */.IL)(z)));
        if (limits === null)
            return true;
        return change > bound ? limits.lower <= bound : limits.upper >= bound;
    };
    let low = 0;
    let high = -(0,normal_distribution/* normalQuantile */.Zl)(1e-15);
    if (!reaches(high))
        return change > bound ? high : -high;
    for (let step = 0; step < 60; step++) {
        const middle = (low + high) / 2;
        if (middle === 0 || !reaches(middle))
            low = middle;
        else
            high = middle;
    }
    return change > bound ? low : -low;
}


/***/ }),

/***/ 5340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ comparable),
/* harmony export */   d: () => (/* binding */ agree)
/* harmony export */ });
/* harmony import */ var _rounding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(276);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6978);


const milliseconds = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    ms: 1,
    s: 1000,
    min: 60_000,
    h: 3_600_000,
};
/** Brings a measurement to the unit in which a bound of the given spelling compares. */
function comparable(fact, bound) {
    const { value, non_finite: nonFinite, unit, unit_guessed: guessed } = fact;
    if (value === null) {
        return {
            kind: "unreadable",
            why: `${fact.raw_metric} is ${nonFinite ?? "no number"}`,
            mend: "find out why it could not be computed, and evaluate again",
        };
    }
    if (guessed) {
        const why = `${fact.raw_metric} is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shownNumber */ .b8)(value)} without a unit: per cent or a mistake cannot be told`;
        return { kind: "unreadable", why, mend: "write a share from 0 to 1, or map the file with `unit: percent`" };
    }
    if (unit === "percent")
        return scaled(fact, value, 0.01);
    const toMilliseconds = unit !== null && Object.hasOwn(milliseconds, unit) ? milliseconds[unit] : undefined;
    if (bound !== "time")
        return scaled(fact, value, 1);
    if (toMilliseconds === undefined) {
        return {
            kind: "unreadable",
            why: `${fact.raw_metric} has no unit of time`,
            mend: "map the file with its unit, such as `unit: ms`",
        };
    }
    return scaled(fact, value, toMilliseconds);
}
const scaled = ({ standard_error: error, trials, n }, value, factor) => ({
    kind: "quantified",
    quantified: { value: value * factor, standardError: error === null ? null : error * factor, trials, n },
});
/**
 * True where two statements of one number agree within the rounding of the coarser one: 0.91 agrees with 0.9128 in
 * either unit, 0.934 does not.
 */
function agree(a, b) {
    if (a.value === null || b.value === null)
        return a.non_finite === b.non_finite && a.value === b.value;
    const step = (fact, value) => 10 ** -(0,_rounding_js__WEBPACK_IMPORTED_MODULE_1__/* .decimalsOf */ .m)(value) * (fact.unit === "percent" ? 0.01 : 1);
    const share = (fact, value) => (fact.unit === "percent" ? value / 100 : value);
    const difference = Math.abs(share(a, a.value) - share(b, b.value));
    return difference <= (Math.max(step(a, a.value), step(b, b.value)) / 2) * (1 + 1e-9) + 1e-15;
}


/***/ }),

/***/ 276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ successesOf),
/* harmony export */   m: () => (/* binding */ decimalsOf)
/* harmony export */ });
/** Decimals that a number is written with. */
function decimalsOf(value) {
    const [mantissa = "", exponent = "0"] = String(value).toLowerCase().split("e");
    return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}
/**
 * The successes behind a rate: the whole number of them that gives it, as far as it is written.
 *
 * @param rate 0 to 1
 * @returns null where no whole number explains the rate: rows are then stated where trials are due
 * @example successesOf(0.67, 3) // 2
 * @example successesOf(0.85, 3) // null
 */
function successesOf(rate, trials) {
    if (!Number.isInteger(trials) || trials <= 0 || !(rate >= 0 && rate <= 1))
        return null;
    const successes = Math.round(rate * trials);
    // Twelve digits leave out what scaling from per cent adds.
    const step = 10 ** -decimalsOf(Number(rate.toPrecision(12)));
    return Math.abs(successes / trials - rate) <= (step / 2) * (1 + 1e-9) + 1e-12 ? successes : null;
}


/***/ }),

/***/ 2028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P2: () => (/* binding */ brokenFor),
/* harmony export */   RF: () => (/* binding */ sameMetric),
/* harmony export */   Ri: () => (/* binding */ quantityOf),
/* harmony export */   S6: () => (/* binding */ selectMeasurements)
/* harmony export */ });
/* harmony import */ var _normalise_metric_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _comparable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5340);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6978);



const stop = (outcome, message, mend, sources = []) => ({
    kind: "verdict",
    verdict: { outcome, message, mend, sources },
});
/** The facts that a rule on a metric judges: of this model, this run, not training data, evidence before claims. */
function selectMeasurements(evidence, model, asked) {
    const named = evidence.of("measurement").filter((fact) => isAsked(fact, asked));
    const stated = named.filter(({ claimed }) => !claimed);
    const pool = stated.length > 0 ? stated : named;
    if (pool.length === 0)
        return noneFound(evidence, asked);
    const inRun = ofRun(pool, evidence, model, asked.run);
    if (inRun.kind === "verdict")
        return inRun;
    const plain = inRun.facts.filter(({ protocol }) => protocol === null);
    const facts = (0,_normalise_metric_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .interpretMetric */ .s0)(asked.metric).protocol === null && plain.length > 0 ? plain : inRun.facts;
    return { kind: "measurements", groups: groupsOf(latestSteps(facts)), claimed: stated.length === 0 };
}
function noneFound(evidence, asked) {
    const card = evidence.broken.find(({ claims, gives }) => claims && gives.includes("measurement"));
    if (card !== undefined)
        return stop("unreadable", `${card.source.path}: ${card.message}`, card.mend, [card.source]);
    const elsewhere = evidence.of("measurement").filter((fact) => sameMetric(fact, asked.metric) && fact.about === null);
    const sliced = asked.keys === null && elsewhere.some(({ slice }) => Object.keys(slice).length > 0);
    const training = elsewhere.some(({ split }) => split === "train");
    const hint = asked.keys !== null
        ? `for each ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(asked.keys)}`
        : sliced
            ? "for the whole data; there are slices"
            : training
                ? "but on the training data"
                : "";
    return stop("missing", `no evidence states ${asked.metric}${hint === "" ? "" : ` ${hint}`}`, `write ${asked.metric} into an evaluation file that \`model-referee inspect\` shows, or map the file that has it`);
}
/** True where a fact states the metric, by its canonical id or by the very name that the file writes. */
function sameMetric(fact, name) {
    if (fact.raw_metric === name)
        return true;
    const reading = (0,_normalise_metric_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .interpretMetric */ .s0)(name);
    if (fact.metric !== reading.metric)
        return false;
    return ((reading.protocol === null || reading.protocol === fact.protocol) &&
        (reading.split === null || reading.split === fact.split));
}
function isAsked(fact, asked) {
    if (fact.about !== null || fact.fold !== null || !sameMetric(fact, asked.metric))
        return false;
    if (asked.dataset !== null && fact.dataset !== asked.dataset)
        return false;
    const split = asked.split ?? (0,_normalise_metric_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .interpretMetric */ .s0)(asked.metric).split;
    if (split === null ? fact.split === "train" && fact.raw_metric !== asked.metric : fact.split !== split)
        return false;
    if (!hasKeys(fact, asked.keys))
        return false;
    return Object.entries(asked.where).every(([field, value]) => fieldOf(fact, field) === value);
}
function hasKeys({ slice }, keys) {
    const own = Object.keys(slice);
    if (keys === null)
        return own.length === 0;
    return own.length === keys.length && keys.every((key) => Object.hasOwn(slice, key));
}
const fieldOf = (fact, field) => field.startsWith("slice.")
    ? fact.slice[field.slice(6)]
    : Object.hasOwn(fact, field)
        ? fact[field]
        : undefined;
/** The facts of the run that speaks for the model: configured, `MLmodel`'s, the registry's, or the only finished one. */
function ofRun(facts, evidence, model, askedRun) {
    const runs = [...new Set(facts.flatMap(({ run }) => run ?? []))].sort();
    if (runs.length === 0)
        return { kind: "facts", facts };
    const named = askedRun ?? model.run;
    const chosen = named === null ? runOf(runs, evidence) : resolveRun(named, runs, evidence);
    if (chosen !== undefined)
        return { kind: "facts", facts: facts.filter(({ run }) => run === null || run === chosen) };
    const message = named === null
        ? `several runs state it and nothing says which one is the model: ${runs.slice(0, 6).join(", ")}`
        : `the run ${named} states it nowhere; there are ${runs.slice(0, 6).join(", ")}`;
    return {
        kind: "verdict",
        verdict: {
            outcome: "missing",
            message,
            mend: "name the run in referee.yaml: models: [{ name, path, run: <id> }]",
            sources: facts.slice(0, 6).map(({ source }) => source),
        },
    };
}
const resolveRun = (named, runs, evidence) => runs.find((run) => run === named) ?? aliasedRun(named, evidence, runs);
const aliasedRun = (alias, evidence, runs) => evidence
    .of("model")
    .find(({ aliases, run }) => run !== null && runs.includes(run) && aliases?.includes(alias) === true)?.run ??
    undefined;
function runOf(runs, evidence) {
    const models = evidence.of("model").filter(({ run }) => run !== null && runs.includes(run));
    const fromModel = models.find(({ format }) => format === "mlflow-model")?.run;
    if (fromModel !== undefined && fromModel !== null)
        return fromModel;
    const aliased = models.find(({ aliases }) => aliases !== null && aliases.length > 0)?.run;
    if (aliased !== undefined && aliased !== null)
        return aliased;
    const unfinished = new Set(evidence
        .of("run")
        .flatMap(({ run_id: id, status }) => (id !== null && status !== null && status !== "FINISHED" ? [id] : [])));
    const finished = runs.filter((run) => !unfinished.has(run));
    return finished.length === 1 ? finished[0] : undefined;
}
/** Of statements that differ by their step alone, the last. */
function latestSteps(facts) {
    const last = new Map();
    for (const fact of facts)
        if (fact.step !== null)
            last.set(quantityOf(fact), Math.max(fact.step, last.get(quantityOf(fact)) ?? fact.step));
    return facts.filter((fact) => fact.step === null || fact.step === last.get(quantityOf(fact)));
}
/** Two facts with the same key state the same quantity. */
const quantityOf = (fact) => JSON.stringify([
    fact.metric,
    fact.protocol,
    fact.dataset,
    fact.split,
    (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shownSlice */ .gP)(fact.slice),
    fact.version,
    fact.run,
    fact.threshold,
]);
function groupsOf(facts) {
    const groups = new Map();
    for (const fact of facts) {
        const known = groups.get(quantityOf(fact));
        if (known === undefined)
            groups.set(quantityOf(fact), [fact]);
        else
            known.push(fact);
    }
    return [...groups.values()].map((group) => ({
        facts: group,
        conflict: group.some((fact) => !(0,_comparable_js__WEBPACK_IMPORTED_MODULE_1__/* .agree */ .d)(fact, group[0])),
    }));
}
/** Broken files that would have given facts of a kind; of measurements, of this metric. */
const brokenFor = (evidence, kind, metric = null) => evidence.broken.filter(({ gives, metrics }) => gives.includes(kind) && (metric === null || metrics === null || metrics.includes(metric)));


/***/ }),

/***/ 6978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   b8: () => (/* binding */ shownNumber),
/* harmony export */   c_: () => (/* binding */ shownChange),
/* harmony export */   gP: () => (/* binding */ shownSlice),
/* harmony export */   mL: () => (/* binding */ shownSpan)
/* harmony export */ });
/** A number for people: up to four decimals, no exponent where it can be helped, a true minus is left to the reports. */
function shownNumber(value) {
    if (Number.isInteger(value) && Math.abs(value) < 1e15)
        return String(value);
    const magnitude = Math.abs(value);
    if (magnitude >= 1e6 || (magnitude < 1e-4 && magnitude > 0))
        return value.toPrecision(3);
    return trimmed(value.toFixed(magnitude >= 100 ? 1 : magnitude >= 10 ? 2 : 4));
}
const trimmed = (text) => text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
/** With its sign, for changes. */
const shownChange = (value) => (value > 0 ? `+${shownNumber(value)}` : shownNumber(value));
/** `country=DE, age_band=65+`; empty for everything. */
const shownSlice = (slice) => Object.keys(slice)
    .sort()
    .map((key) => `${key}=${slice[key] ?? ""}`)
    .join(", ");
/** `a`, `a and b`, `a, b and c`. */
function listed(words, last = "and") {
    if (words.length < 2)
        return words.join("");
    return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1] ?? ""}`;
}
const DAY = 86_400_000;
/** A span in the largest unit that keeps it readable. */
function shownSpan(milliseconds) {
    if (milliseconds >= 2 * DAY)
        return `${Math.round(milliseconds / DAY)} days`;
    if (milliseconds >= 3_600_000)
        return `${Math.round(milliseconds / 3_600_000)} hours`;
    return `${Math.round(milliseconds / 60_000)} minutes`;
}


/***/ }),

/***/ 1349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ defaultConfiguration)
/* harmony export */ });
const defaultConfiguration = {
    path: null,
    policies: [],
    waivers: [],
    stages: { order: ["development", "staging", "canary", "production"], default: "production" },
    models: [],
    evidence: [],
    ignore: [],
    gateId: "default",
    allowClock: false,
    longestWaiver: 180 * 86_400_000,
    nothingToJudgeIsFine: false,
};


/***/ }),

/***/ 1089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   aI: () => (/* binding */ notEstimable)
/* harmony export */ });
const value = (result) => ({ kind: "value", value: result });
/** The inputs are valid, and the quantity does not exist for them (no trials, one class, zero variance, …). */
const notEstimable = (reason) => ({ kind: "not-estimable", reason });
/** The inputs are wrong: negative counts, more successes than trials, NaN, unequal lengths, … */
const invalid = (reason) => ({ kind: "invalid", reason });


/***/ }),

/***/ 4198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ wholeFile),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   mP: () => (/* binding */ pointerKeys)
/* harmony export */ });
/* unused harmony export pointerSegment */
/** A source that names a file as a whole. */
const wholeFile = (path, digest = null) => ({
    path,
    pointer: null,
    line: 1,
    column: null,
    digest,
});
/** Escapes one key for use in an RFC 6901 pointer. */
function pointerSegment(key) {
    const text = String(key);
    return text.includes("~") || text.includes("/") ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}
/** The pointer `base` extended by keys and indexes. */
function pointer(base, ...keys) {
    let extended = base;
    for (const key of keys)
        extended += `/${pointerSegment(key)}`;
    return extended;
}
/** The keys of an RFC 6901 pointer, unescaped. */
function pointerKeys(text) {
    if (text === "")
        return [];
    return text
        .slice(1)
        .split("/")
        .map((key) => (key.includes("~") ? key.replaceAll("~1", "/").replaceAll("~0", "~") : key));
}


/***/ }),

/***/ 7671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eO: () => (/* binding */ cardSectionIds),
  kq: () => (/* binding */ cardSectionsOf),
  TA: () => (/* binding */ plainHeading),
  Q8: () => (/* binding */ tellingSections)
});

;// CONCATENATED MODULE: ./build/src/normalise/card-section-table.js
/** Every section, in the order in which cards have them, and the headings that name it. */
const sectionTable = [
    {
        id: "out-of-scope-use",
        card: "out of scope|out of scope use|out of scope uses|out of scope use cases|misuse|misuses|misuse and out of scope use|misuse malicious use and out of scope use|prohibited use|prohibited uses|unsupported uses|uses to avoid|not intended for|inappropriate use|when not to use|non intended use|unintended use|unintended uses|fuera de alcance|fuera del alcance|fora do escopo|usos no previstos|hors périmètre|utilisations hors périmètre|nicht vorgesehene nutzung",
        any: "",
        within: /\bout of scope\b|\b(mis|malicious |prohibited |unintended |inappropriate )uses?\b|\bnot (to be )?(used|intended) for\b/,
    },
    {
        id: "intended-use",
        card: "intended use|uses and limitations|intended uses|intended use case|intended use cases|uses|direct use|downstream use|primary use|primary uses|primary use case|primary use cases|primary intended use|primary intended uses|primary intended users|intended users|intended purpose|intended audience|model use|model uses|model usage|use case and high level description|evaluated use|secondary uses|deployment use case|purpose of the model|intended domain|recommended use|approved use|foreseeable uses|users and use cases|uso previsto|uso pretendido|usos previstos|caso de uso|casos de uso|verwendungszweck|vorgesehene nutzung|beabsichtigte verwendung|utilisation prévue|usages prévus|cas dusage|предполагаемое использование|预期用途|用途",
        any: "use|use case|use cases|users|purpose|purpose and scope|applications",
        within: /\bintended (use|uses|usage|purpose|users?|audience)\b|\buse cases?\b/,
    },
    {
        id: "limitations",
        card: "model limitations|performance and limitations|uses and limitations|tradeoffs|architectural limitations|technical limitations|known failure modes|failure modes|weaknesses|performance tradeoffs|performance tradeoff|limitaciones|limitações|limitações e vieses|limitaciones y sesgos|límites|limitationen|einschränkungen|grenzen|limites|ограничения|局限性|限制|制限",
        any: "limitations|limitation|known limitations|current limitations|known issues|constraints|other known limitations|limits",
        within: /\blimitations?\b|\bfailure modes?\b|\bshortcomings\b/,
    },
    {
        id: "bias-risks",
        card: "bias|biases|bias and risks|risks|risks and biases|potential biases|discussion of biases|potential harms|risk assessment|harms|risks and harms|known biases|risks and mitigations|risk mitigation|broader implications|social impact|sesgos|vieses|limitações e vieses|limitaciones y sesgos|riesgos|riscos|risiken|biais|biais et risques|риски|偏见",
        any: "",
        within: /\bbias(es)?\b|\b(risks?|harms?)\b(?!.*\bcontext\b)|\bsocial impact\b/,
    },
    {
        id: "ethical-considerations",
        card: "ethical considerations|ethics|ethical concerns|ethical implications|ethical issues|ethical statement|ethics statement|responsible ai|responsible ai considerations|responsible use|ethics and safety|societal impact|consideraciones éticas|considerações éticas|ethische überlegungen|considérations éthiques|consideraciones éticas y de sesgo|этические соображения|伦理考虑",
        any: "",
        within: /\bethic(s|al)\b|\bresponsible (ai|use)\b/,
    },
    {
        id: "fairness",
        card: "fairness|fairness assessment|fairness analysis|fairness evaluation|fairness considerations|fairness metrics|subgroup performance|disaggregated evaluation|performance by group|demographic parity",
        any: "",
        within: /\bfairness\b|\bsubgroups?\b|\bdemographic\b|\bdisaggregated\b/,
    },
    {
        id: "privacy",
        card: "",
        any: "privacy|data privacy|personal and sensitive information|personal data",
        within: /\bprivacy\b|\bpersonal (data|and sensitive)\b/,
    },
    {
        id: "security",
        card: "",
        any: "security|security considerations|safety|safety considerations|model security",
        within: /\badversarial robustness\b/,
    },
    {
        id: "caveats",
        card: "caveats|caveats and recommendations|caveats recommendations",
        any: "warnings|notes and caveats",
        within: /\bcaveats?\b/,
    },
    {
        id: "recommendations",
        card: "caveats and recommendations|usage recommendations|recommendations for use",
        any: "recommendations|best practices",
    },
    {
        id: "factors",
        card: "factors|relevant factors|evaluation factors|subpopulations|groups",
        any: "",
        within: /\bfactors\b/,
    },
    {
        id: "metrics",
        card: "performance metrics|evaluation metrics|model performance measures|model metrics|performance measures|decision thresholds|metrics and results",
        any: "metrics|measures",
        within: /\bmetrics\b/,
    },
    {
        id: "training-data",
        card: "training data|training dataset|training datasets|training set|training and evaluation data|data used for training|training data and preprocessing|pretraining data|pre training data|fine tuning data|model training data|train data|training corpus|datos de entrenamiento|dados de treinamento|dados de treino|trainingsdaten|données dentraînement|обучающие данные|训练数据|学習データ",
        any: "data|dataset|datasets|data sources|data sets|data source|data overview|data description",
        within: /\b(pre )?train(ing)? (and \w+ )?(data|datasets?|set|corpus|corpora)\b/,
    },
    {
        id: "evaluation-data",
        card: "evaluation data|evaluation dataset|evaluation datasets|testing data|test data|test set|test dataset|validation data|validation set|training and evaluation data|data used for evaluation|evaluation set|validation dataset|training and test data|training and testing data|train and test data|datos de evaluación|dados de avaliação|testdaten|evaluationsdaten|données dévaluation|тестовые данные|评估数据",
        any: "",
        within: /\b(evaluation|eval|test|testing|validation|holdout) (data|datasets?|set|corpus)\b|\btesting data\b/,
    },
    {
        id: "training-procedure",
        card: "training details|training procedure|training hyperparameters|training configuration|training setup|model training|training pipeline|training regime|hyperparameters|hyper parameters|speeds sizes times|fine tuning|training parameters|training infrastructure|training methodology|training process|preprocessing",
        any: "training|how to train|train|methodology",
        within: /\btraining (procedure|details|configuration|hyperparameters|setup|regime|process|pipeline)\b|\bhyper ?parameters\b/,
    },
    {
        id: "evaluation",
        card: "evaluation|evaluation results|model performance|quantitative analyses|quantitative analysis|performance and limitations|accuracy|model evaluation|model accuracy|training results|evaluation and results|results and evaluation|model performance metrics|performance metrics|unitary results|intersectional results|overall performance|test results|evaluation summary|evaluation procedure|metrics and results|validation results|model results|performance results|validation performance|test performance|performance evaluation|benchmark results|quality metrics",
        any: "performance|results|benchmarks|benchmark|metrics|validation|testing|summary of results|scores|evaluación|avaliação|métricas|resultados|rendimiento|desempenho|auswertung|évaluation|ergebnisse|résultats|метрики|评估|評価",
        within: /\bevaluation\b(?! (data|datasets?|set)\b)|\bquantitative analys[ei]s\b|\b(model|test|validation|overall) (performance|accuracy|results)\b|\bperformance metrics\b/,
    },
    {
        id: "explanation",
        card: "model examination|explainability|interpretability|explanation|explanations|model interpretability|model explainability|feature importance|feature importances|explainability and interpretability",
        any: "",
        within: /\b(explainab|interpretab)ility\b|\bfeature importances?\b/,
    },
    {
        id: "monitoring",
        card: "monitoring and maintenance|model monitoring|drift monitoring|model maintenance|performance monitoring|drift",
        any: "monitoring|maintenance|updates and maintenance|update policy",
        within: /\bmonitoring\b/,
    },
    {
        id: "environmental-impact",
        card: "environmental impact|environmental considerations|carbon footprint|co2 emissions|energy consumption|environmental impact comparison|carbon emissions|sustainability|emissions|impacto ambiental|umweltauswirkungen|impact environnemental",
        any: "",
        within: /\benvironmental impact\b|\bcarbon (footprint|emissions?)\b/,
    },
    {
        id: "model-details",
        card: "model details|model description|model overview|model information|model summary|model basics|basic information|model type|model identity|general information about the model|about the model|model version|model date|model sources|descrição do modelo|descripción del modelo|detalles del modelo|detalhes do modelo|modellbeschreibung|description du modèle|описание модели|模型描述",
        any: "overview|description|summary|introduction|about|details|specification|model|key features|general information",
        within: /\bmodel (details|description|overview|summary|information)\b/,
    },
    {
        id: "technical-specifications",
        card: "technical specifications|model architecture|model architecture and objective|compute infrastructure|architecture details|architecture and objective",
        any: "specification|specifications|architecture|technical details|hardware|software|requirements|hardware requirements|framework versions|dependencies|technical specification|compute requirements",
        within: /\bmodel architecture\b|\btechnical specifications?\b|\bcompute infrastructure\b/,
    },
    {
        id: "inputs-outputs",
        card: "model inputs and outputs|model inputs|model outputs|input features|model input|model output",
        any: "inputs outputs|input|inputs|output|outputs|input output|inputs and outputs|input and output|features",
    },
    {
        id: "how-to-use",
        card: "how to get started with the model|get started with the model|how to use the model|how to use this model|using the model",
        any: "how to use|usage|quick start|quickstart|getting started|get started|how to get started|example|examples|example usage|usage example|usage examples|inference|demo|demo usage|code example|sample code|installation and usage|cómo usarlo|cómo usar|como usar|verwendung|utilisation|использование|使用方法",
        within: /\bhow to (get started|use)\b/,
    },
    {
        id: "licence",
        card: "",
        any: "licence|license|licenses|licences|licensing|licensing information|legal information|terms of use|license terms of use|license and terms of use|licensing and terms|legal|licencia|licença|lizenz|лицензия|许可证",
        within: /\blicen[cs](e|es|ing)\b/,
    },
    {
        id: "citation",
        card: "",
        any: "citation|citations|cite|how to cite|citation information|citing|bibtex|bibtex entry and citation info|cite us|citation details",
        within: /\bcitations?\b|\bcite\b/,
    },
    {
        id: "contact",
        card: "model card contact|where to send questions or comments about the model",
        any: "contact|contacts|contact information|support|feedback|questions|questions and comments|point of contact|maintainers|owner|owners|owner and contact",
        within: /\bcontacts?\b/,
    },
    {
        id: "authors",
        card: "model card authors|model authors|model developers|model owners",
        any: "authors|author|contributors|developed by|team|credits",
        within: /\bauthors\b/,
    },
    {
        id: "version-history",
        card: "model versions|model version history|model changelog|model card version",
        any: "changelog|change log|version history|versions|version|release notes|history|revision history|changes",
        within: /\b(version|revision|change) (history|log)\b|\bchangelog\b/,
    },
    {
        id: "references",
        card: "",
        any: "references|reference|bibliography|further reading|related work|paper|papers|resources",
    },
    { id: "glossary", card: "", any: "glossary|definitions|terminology" },
    {
        id: "more-information",
        card: "",
        any: "more information|additional information|further information|other information|notes|additional notes",
    },
];

;// CONCATENATED MODULE: ./build/src/normalise/card-sections.js

/** Words that tell a card wherever they stand in a heading that names a section. */
const tellingWords = /\b(models?|train(ing)?|bias(es)?|intended|ethic(s|al)|fairness|datasets?|(evaluation|test|testing|validation) (data|set)|carbon|interpretability|explainability|out of scope|misuse|environmental impact|feature importances?|hyper ?parameters)\b/;
/** All section ids, in the order in which cards have them. */
const cardSectionIds = sectionTable.map(({ id }) => id);
const byHeading = headingIndex();
function headingIndex() {
    const index = new Map();
    for (const section of sectionTable) {
        for (const telling of ["card", "any"]) {
            for (const heading of section[telling].split("|")) {
                if (heading === "")
                    continue;
                const known = index.get(heading) ?? [];
                if (!known.some(({ id }) => id === section.id))
                    index.set(heading, [...known, { id: section.id, telling }]);
            }
        }
    }
    return index;
}
/** A heading in lower case without numbering, "[optional]", emoji and punctuation; `&` and `/` are "and" and a space. */
function plainHeading(title) {
    return title
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[[(]\s*(optional|required|recommended|if applicable|if available|if relevant)\s*[\])]/g, " ")
        .replace(/&(amp;)?/g, " and ")
        .replace(/['’`]/g, "")
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()
        .replace(/^(?:(?:section|part|chapter|step) )?(?:\d{1,2} )+(?=\p{L})/u, "")
        .replace(/^(?:[a-z]|[ivx]{1,4}) (?=\p{L}{4})/u, "")
        .replace(/^(?:the|our) /, "");
}
/**
 * The sections that a heading names, the most telling first; none where it is not a card's. "Intended uses &
 * limitations" names two.
 */
function cardSectionsOf(title) {
    const heading = plainHeading(title);
    if (heading === "" || heading.length > 120)
        return [];
    const exact = byHeading.get(heading) ?? byHeading.get(heading.replace(/^(?:model )?(?:card )?/, ""));
    if (exact !== undefined)
        return exact;
    return sectionTable.flatMap(({ id, within }) => within?.test(heading) === true ? [{ id, telling: tellingWords.test(heading) ? "card" : "any" }] : []);
}
/** The sections that a document of these headings has of those that only model cards have, each once. */
function tellingSections(titles) {
    const found = new Set();
    for (const title of titles) {
        // A heading counts once, though it may name two sections.
        const telling = cardSectionsOf(title).find((section) => section.telling === "card" && !found.has(section.id));
        if (telling !== undefined)
            found.add(telling.id);
    }
    return [...found];
}


/***/ }),

/***/ 3732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QP: () => (/* binding */ driftMethodOf),
/* harmony export */   j9: () => (/* binding */ canonicalDriftMethod)
/* harmony export */ });
/* unused harmony export driftMethodIds */
const test = (id) => ({ id, gives: "p_value", drifts: "low", strict: true });
const inclusiveTest = (id) => ({ id, gives: "p_value", drifts: "low", strict: false });
const distance = (id) => ({ id, gives: "score", drifts: "high", strict: false });
const strictDistance = (id) => ({ id, gives: "score", drifts: "high", strict: true });
const spelling = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
const table = (rows) => new Map(rows.flatMap(([method, names]) => [method.id, ...names].map((name) => [spelling(name), method])));
/**
 * Evidently names a method by its id (`ks`) where the user chose it and by its display name (`K-S p_value`) where it
 * was the default. Its `TVD` is the p-value of a permutation test.
 */
const ofEvidently = table([
    [inclusiveTest("ks"), ["K-S p_value"]],
    [test("chi-square"), ["chi-square p_value", "chisquare"]],
    [test("z-test"), ["Z-test p_value", "z"]],
    [test("anderson-darling"), ["anderson"]],
    [inclusiveTest("cramer-von-mises"), ["Cramer-Von-mises"]],
    [test("epps-singleton"), ["es"]],
    [test("mann-whitney"), ["mannw", "Mann-Whitney U-rank test"]],
    [test("t-test"), []],
    [test("g-test"), []],
    [test("fisher-exact"), ["Fisher's Exact test"]],
    [test("total-variation"), ["TVD", "Total-Variation-Distance"]],
    [test("mmd"), ["empirical_mmd", "emperical_mmd"]],
    [distance("psi"), []],
    [distance("wasserstein-normed"), ["wasserstein", "Wasserstein distance (normed)"]],
    [distance("jensen-shannon"), ["jensenshannon", "Jensen-Shannon distance"]],
    [distance("kl-divergence"), ["kl_div", "Kullback-Leibler divergence"]],
    [distance("hellinger"), ["Hellinger distance"]],
    [strictDistance("energy-distance"), ["ed", "Energy-distance"]],
    [
        strictDistance("domain-classifier"),
        [
            "perc_text_content_drift",
            "Percentile text content drift",
            "abs_text_content_drift",
            "Absolute text content drift",
            "text_content_drift",
            "Text content drift",
        ],
    ],
]);
/** NannyML gives statistics and distances, never p-values, and alerts beyond its thresholds. */
const ofNannyml = table([
    [strictDistance("jensen-shannon"), ["jensen_shannon"]],
    [strictDistance("ks"), ["kolmogorov_smirnov"]],
    [strictDistance("wasserstein"), []],
    [strictDistance("hellinger"), []],
    [strictDistance("l-infinity"), ["l_infinity"]],
    [strictDistance("chi-square"), ["chi2"]],
    [strictDistance("reconstruction-error"), ["reconstruction_error", "pca_reconstruction_error"]],
    [strictDistance("domain-classifier"), ["domain_classifier", "domain_classifier_auroc"]],
]);
const ofDeepchecks = table([
    [strictDistance("ks"), ["Kolmogorov-Smirnov"]],
    [strictDistance("cramers-v"), ["Cramer's V"]],
    [strictDistance("psi"), []],
    [strictDistance("wasserstein-scaled"), ["Earth Mover's Distance"]],
    [strictDistance("domain-classifier"), ["Domain Classifier"]],
]);
const ofWhylogs = table([
    [inclusiveTest("ks"), []],
    [inclusiveTest("chi-square"), ["chi-squared"]],
    [distance("hellinger"), []],
]);
const ofAlibi = table([
    [test("ks"), ["KSDrift"]],
    [test("chi-square"), ["ChiSquareDrift"]],
    [test("cramer-von-mises"), ["CVMDrift", "CVMDriftOnline"]],
    [test("fisher-exact"), ["FETDrift", "FETDriftOnline"]],
    [test("mmd"), ["MMDDrift", "MMDDriftTorch", "MMDDriftTF", "MMDDriftKeops", "MMDDriftOnline"]],
    [test("lsdd"), ["LSDDDrift", "LSDDDriftTorch", "LSDDDriftTF", "LSDDDriftOnline"]],
    [test("tabular"), ["TabularDrift"]],
    [test("learned-kernel"), ["LearnedKernelDrift", "LearnedKernelDriftTorch", "LearnedKernelDriftTF"]],
    [test("context-mmd"), ["ContextMMDDrift", "ContextMMDDriftTorch", "ContextMMDDriftTF"]],
    [test("spot-the-diff"), ["SpotTheDiffDrift", "SpotTheDiffDriftTorch", "SpotTheDiffDriftTF"]],
    [test("classifier"), ["ClassifierDrift", "ClassifierDriftTorch", "ClassifierDriftTF", "ClassifierDriftSklearn"]],
    [test("regressor-uncertainty"), ["RegressorUncertaintyDrift"]],
    [test("classifier-uncertainty"), ["ClassifierUncertaintyDrift"]],
]);
/** River's detectors watch a stream: they alarm and give no number, and go by the names of their classes. */
const ofRiver = table(["ADWIN", "PageHinkley", "KSWIN", "DDM", "EDDM", "HDDM_A", "HDDM_W", "FHDDM", "DummyDriftDetector"].map((name) => [
    distance(name),
    [],
]));
/** TensorFlow Data Validation gives distances; its Jensen-Shannon is the divergence, the square of the distance. */
const ofTfdv = table([
    [strictDistance("l-infinity"), ["L_INFTY"]],
    [strictDistance("jensen-shannon-divergence"), ["JENSEN_SHANNON_DIVERGENCE"]],
    [strictDistance("normalized-absolute-difference"), ["NORMALIZED_ABSOLUTE_DIFFERENCE"]],
]);
const tools = {
    evidently: ofEvidently,
    nannyml: ofNannyml,
    deepchecks: ofDeepchecks,
    whylogs: ofWhylogs,
    "alibi-detect": ofAlibi,
    river: ofRiver,
    tfdv: ofTfdv,
};
/** The method that a tool calls `name`, by its id or its display name; undefined where the tool knows no such method. */
const driftMethodOf = (tool, name) => tools[tool].get(spelling(name));
/** Canonical ids, with the other names under which people know them. */
const others = {
    "chi-square": ["chi2", "chi-squared"],
    ks: ["kolmogorov-smirnov", "ks-test"],
    psi: ["population-stability-index"],
    "kl-divergence": ["kullback-leibler"],
    "l-infinity": ["linfty", "l-inf"],
    wasserstein: ["earth-movers-distance", "emd"],
    "wasserstein-normed": ["wasserstein-distance-normed"],
};
/** Every spelling known. A name that is one method's id and another tool's word for a second is the first. */
const ids = new Map([
    ...Object.values(tools).flatMap((methods) => [...methods].map(([name, { id }]) => [name, id])),
    ...Object.entries(others).flatMap(([id, names]) => names.map((name) => [spelling(name), id])),
    ...Object.values(tools).flatMap((methods) => [...methods.values()].map(({ id }) => [spelling(id), id])),
]);
/** Every canonical id, sorted. */
const driftMethodIds = [...new Set(ids.values())].sort();
/** The canonical id of a method as a policy or a mapping writes it, in a tool's words too; undefined where nobody knows it. */
const canonicalDriftMethod = (name) => ids.get(spelling(name));


/***/ }),

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ instantOf),
/* harmony export */   W: () => (/* binding */ readInstant)
/* harmony export */ });
const extended = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const basic = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/**
 * A moment from the texts that tools write: ISO 8601, with a space for the T, in the basic form, to the nanosecond, or
 * a date alone. A time without a zone is taken as UTC.
 *
 * @returns ISO 8601 in UTC, with the fraction of a second that the text has; null where it is no such moment
 */
function readInstant(text) {
    if (text === null || text === undefined)
        return null;
    const match = extended.exec(text.trim()) ?? basic.exec(text.trim());
    if (match === null)
        return null;
    const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = match;
    const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
    const valid = new Date(local);
    if (Number.isNaN(local) || valid.getUTCDate() !== Number(day) || valid.getUTCMonth() !== Number(month) - 1)
        return null;
    return withFraction(instantOf(local - offsetOf(zone)), fraction);
}
/** Fractions of a second as written, to the nanosecond, and at least to the millisecond where there are any. */
function withFraction(instant, fraction) {
    const digits = fraction.slice(0, 9);
    return instant === null || /^0*$/.test(digits) ? instant : `${instant.slice(0, 19)}.${digits.padEnd(3, "0")}Z`;
}
/** Milliseconds that a zone lies before UTC's clock. */
function offsetOf(zone) {
    const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
    if (match === null)
        return 0;
    const minutes = Number(match[2]) * 60 + Number(match[3]);
    return (match[1] === "-" ? -minutes : minutes) * 60_000;
}
/** ISO 8601 in UTC of milliseconds since 1970; null where they are out of range. */
function instantOf(milliseconds) {
    const date = new Date(milliseconds);
    if (Number.isNaN(date.getTime()))
        return null;
    return milliseconds % 1000 === 0 ? `${date.toISOString().slice(0, 19)}Z` : date.toISOString();
}


/***/ }),

/***/ 874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bA: () => (/* binding */ mappedMetrics),
/* harmony export */   dd: () => (/* binding */ mapFile),
/* harmony export */   kH: () => (/* binding */ compileMapping),
/* harmony export */   uf: () => (/* binding */ mappableFields)
/* harmony export */ });
/* unused harmony export mappedKinds */
/* harmony import */ var _metric_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1763);
/* harmony import */ var _path_expression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(680);


/** Fields that a mapping of each kind may set; the first that is set tells the fact's place. */
const mappableFields = {
    measurement: [
        "value",
        "metric",
        "unit",
        "higher_is_better",
        "dataset",
        "split",
        "n",
        "trials",
        "standard_error",
        "threshold",
        "fold",
        "step",
        "protocol",
        "run",
        "about",
    ],
    drift: ["score", "p_value", "share", "drifted", "scope", "column", "method", "threshold", "n_reference", "n_current"],
    check: ["passed", "name", "column", "observed", "expected", "severity", "message", "suite"],
    card: ["value", "field", "section", "title", "words", "placeholder"],
    dataset: ["digest", "name", "role", "rows", "location"],
    attribution: ["importance", "feature", "method", "instance"],
    model: ["name", "stage", "framework", "artifact_digest", "created", "run"],
    run: ["run_id", "status", "code_revision"],
    rollout: ["strategy", "traffic", "rollback_target", "image", "logging"],
    experiment: ["name", "started", "ended", "looks"],
    approval: ["by", "role", "commit", "state"],
    table: ["role"],
};
const numeric = new Set("n trials standard_error threshold fold step score p_value share n_reference n_current words rows traffic looks".split(" "));
const anyValue = new Set(["value", "importance", "observed", "expected"]);
const truth = new Set(["drifted", "passed", "placeholder", "suite", "higher_is_better"]);
/** Compiles the `map` of a configuration. Field names are checked by the configuration's loader. */
function compileMapping(written) {
    const messages = [];
    const read = (value) => {
        const expression = (0,_path_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePath */ .Rr)(value);
        if (expression.kind !== "invalid")
            return expression;
        messages.push(expression.message);
        return { kind: "constant", value: null };
    };
    const kind = written["kind"];
    if (typeof kind !== "string" || !isMappable(kind)) {
        return { kind: "invalid", messages: [`a mapping needs a kind, one of: ${Object.keys(mappableFields).join(", ")}`] };
    }
    const { each = [], slice = {} } = written;
    const fields = Object.entries(written)
        .filter(([name]) => name !== "kind" && name !== "each" && name !== "slice")
        .map(([name, value]) => [name, read(value)]);
    const slices = typeof slice === "object" && slice !== null && !Array.isArray(slice) ? Object.entries(slice) : [];
    const mapping = {
        kind,
        each: (Array.isArray(each) ? each : [each]).map(read),
        fields,
        slice: slices.map(([key, value]) => [read(key), read(value)]),
        placeOf: mappableFields[kind].find((name) => fields.some(([field, { kind: how }]) => field === name && how !== "constant")) ?? "",
    };
    return messages.length > 0 ? { kind: "invalid", messages } : { kind: "mapping", mapping };
}
const isMappable = (kind) => Object.hasOwn(mappableFields, kind);
/** Metrics that a mapping always gives; null where the file itself names them. */
function mappedMetrics({ kind, fields }) {
    if (kind !== "measurement")
        return null;
    const metric = fields.find(([name]) => name === "metric")?.[1];
    return metric?.kind === "constant" && typeof metric.value === "string" ? [metric.value] : null;
}
/** What a mapped file states. Finding nothing is a problem: a mapping that no longer fits must not look like a pass. */
function mapFile(file, mapping, metrics = null) {
    const statements = [];
    let found = false;
    for (const document of documentsOf(file)) {
        visit(mapping, { document, items: [] }, 0, (scope) => {
            found = true;
            if (metrics !== null && isUnasked(mapping, scope, metrics))
                return;
            const statement = statementOf(mapping, scope, file);
            if (statement !== null)
                statements.push(statement);
        });
    }
    if (found && (statements.length > 0 || metrics !== null))
        return statements;
    return [
        {
            kind: "problem",
            where: { line: 1 },
            problem: "unreadable",
            message: `the mapping to ${mapping.kind} facts finds nothing in this file`,
            mend: "mend the paths of `map` in referee.yaml; `model-referee inspect` shows what they find",
        },
    ];
}
/** True for a sound number of a metric that no rule names: of such there are many, and nobody reads them. */
function isUnasked({ kind, fields }, scope, metrics) {
    if (kind !== "measurement")
        return false;
    const read = (name) => {
        const expression = fields.find(([field]) => field === name)?.[1];
        return expression === undefined ? undefined : (0,_path_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .findOne */ .sM)(expression, scope)?.value;
    };
    const name = read("metric");
    if (typeof name !== "string" || metrics.has(name) || metrics.has((0,_metric_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .interpretMetric */ .s0)(name).metric))
        return false;
    const value = read("value");
    return typeof value === "number" && Number.isFinite(value);
}
/** The documents of a file: its value, its lines, or the rows of a table as records. */
function documentsOf(file) {
    const { table } = file;
    if (table !== undefined) {
        const rows = table.rows.map((row) => Object.fromEntries(table.header.map((name, column) => [name, row[column] ?? null])));
        return [{ value: rows, pointer: "", key: "", index: 0 }];
    }
    if (file.syntax === "json-lines") {
        return [{ value: file.values.map(({ value }) => value), pointer: "", key: "", index: 0 }];
    }
    return file.value === undefined ? [] : [{ value: file.value, pointer: "", key: "", index: 0 }];
}
function visit(mapping, scope, depth, give) {
    const each = mapping.each[depth];
    if (each === undefined)
        return give(scope);
    for (const item of (0,_path_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .findAll */ .JW)(each, scope))
        visit(mapping, { document: scope.document, items: [...scope.items, item] }, depth + 1, give);
}
function statementOf(mapping, scope, file) {
    const found = {};
    let place = "";
    for (const [name, expression] of mapping.fields) {
        const located = (0,_path_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .findOne */ .sM)(expression, scope);
        if (located === undefined || located.value === null)
            continue;
        if (name === mapping.placeOf)
            place = located.pointer;
        const value = fieldValue(name, located.value);
        if (isOfType(name, value))
            found[name] = value;
    }
    const slice = {};
    for (const [keyPath, valuePath] of mapping.slice) {
        const key = (0,_path_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .findOne */ .sM)(keyPath, scope)?.value;
        const value = (0,_path_expression_js__WEBPACK_IMPORTED_MODULE_1__/* .findOne */ .sM)(valuePath, scope)?.value;
        if (key !== undefined && value !== undefined && key !== null && value !== null)
            slice[String(key)] = String(value);
    }
    return asStatement(mapping.kind, found, slice, whereOf(place, file));
}
/** Rows of tables and lines have their place by line, structured documents by pointer. */
function whereOf(place, file) {
    const row = Number(/^\/(\d+)/.exec(place)?.[1] ?? Number.NaN);
    if (file.table !== undefined)
        return { line: Number.isNaN(row) ? 1 : file.table.lineOf(row) };
    if (file.syntax === "json-lines")
        return { line: file.values[row]?.line ?? 1 };
    return { pointer: place };
}
function fieldValue(name, value) {
    if (anyValue.has(name))
        return value;
    if (numeric.has(name))
        return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
    if (truth.has(name))
        return truthOf(value);
    return typeof value === "number" ? String(value) : value;
}
function truthOf(value) {
    if (value === 1 || value === "true" || value === "True")
        return true;
    if (value === 0 || value === "false" || value === "False")
        return false;
    return typeof value === "boolean" ? value : null;
}
/**
 * The names of the fields were checked when the configuration was loaded, and the types of their values when they were
 * read: a number that is none, or a text that is none, is left out, so that a rule finds it missing.
 */
function asStatement(kind, found, slice, where) {
    switch (kind) {
        case "measurement":
            return measurement(found, slice, where);
        case "drift":
            return { scope: "column", ...found, kind, where };
        case "check":
            return { name: "mapped check", passed: null, ...found, kind, where };
        case "attribution":
            return typeof found["feature"] === "string"
                ? { ...found, slice, feature: found["feature"], importance: found["importance"] ?? null, kind, where }
                : null;
        case "experiment":
            return { arms: [], ...found, kind, where };
        case "table":
            return { columns: [], rows: 0, ...found, kind, where };
        case "card":
        case "dataset":
        case "model":
        case "run":
        case "rollout":
        case "approval":
            return { ...found, kind, where };
    }
}
/** Written out, field by field: of all kinds this one comes by the hundred thousand. An empty slice is left to the name. */
function measurement(found, slice, where) {
    const raw = found["metric"];
    if (typeof raw !== "string")
        return null;
    const statement = {
        kind: "measurement",
        where,
        raw_metric: raw,
        value: found["value"] ?? null,
    };
    for (const name in found)
        if (name !== "metric" && name !== "value")
            Object.assign(statement, { [name]: found[name] });
    for (const _ in slice) {
        statement.slice = slice;
        break;
    }
    return statement;
}
const isOfType = (name, value) => anyValue.has(name) || name === "score" || name === "p_value" || typeof value === expectedType(name);
const expectedType = (name) => numeric.has(name) ? "number" : truth.has(name) ? "boolean" : "string";
/** Kinds that a mapping gives, for files that are broken. */
const mappedKinds = ({ kind }) => [kind];


/***/ }),

/***/ 4144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ wordOf),
/* harmony export */   m: () => (/* binding */ nameTokens)
/* harmony export */ });
/** Words around a metric's name, and what they say of it. Kept apart from the metric, never lost. */
/** The part of the data, by the words that name it. */
const splitOf = {
    train: "train",
    training: "train",
    trn: "train",
    val: "validation",
    valid: "validation",
    validation: "validation",
    dev: "validation",
    test: "test",
    testing: "test",
    tst: "test",
    eval: "eval",
    evaluation: "eval",
    holdout: "holdout",
    oot: "out-of-time",
    oof: "out-of-fold",
    oos: "out-of-sample",
    cv: "cross-validation",
};
/** Another way of computing the same metric. */
const protocolOf = {
    macro: "macro",
    micro: "micro",
    weighted: "weighted",
    samples: "samples",
    multiclass: "multiclass",
    multilabel: "multilabel",
    ovr: "ovr",
    ovo: "ovo",
    best: "best",
    mean: "mean",
    average: "mean",
    avg: "mean",
    good: "good",
    bad: "bad",
    pos: "positive",
    positive: "positive",
    neg: "negative",
    negative: "negative",
};
/** Words that change nothing. */
const fillers = new Set("metric metrics model score overall final last binary set dataset data split value the on of at a averaged raw".split(" "));
const unitOf = {
    "%": "percent",
    pct: "percent",
    percent: "percent",
    percentage: "percent",
    ms: "ms",
    msec: "ms",
    milliseconds: "ms",
    s: "s",
    sec: "s",
    secs: "s",
    seconds: "s",
};
/** What one lower-case word beside a metric's name says. */
function wordOf(token) {
    if (Object.hasOwn(splitOf, token))
        return { kind: "split", says: splitOf[token] ?? token };
    if (Object.hasOwn(protocolOf, token))
        return { kind: "protocol", says: protocolOf[token] ?? token };
    if (Object.hasOwn(unitOf, token))
        return { kind: "unit", says: unitOf[token] ?? token };
    return fillers.has(token) ? { kind: "filler" } : { kind: "core" };
}
const merged = [
    [/\bhold[ _-]out\b/g, "holdout"],
    [/\bout[ _-]of[ _-]time\b/g, "oot"],
    [/\bout[ _-]of[ _-]fold\b/g, "oof"],
    [/\bout[ _-]of[ _-]sample\b/g, "oos"],
    [/\bcross[ _-]val(idation|idated)?\b/g, "cv"],
];
/** Lower-case words of a name: `RocAuc`, `roc-auc` and `ROC AUC` are all `roc`, `auc`. `@` is the word `at`. */
function nameTokens(name) {
    let plain = name
        .normalize("NFKC")
        .replace(/['’`*↑↓⬆⬇]/gu, "")
        .replace(/@/g, " at ")
        .replace(/%/g, " % ")
        .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
        .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
        .toLowerCase()
        .replaceAll("_", " ");
    for (const [pattern, word] of merged)
        plain = plain.replace(pattern, word);
    return plain.split(/[^\p{L}\p{N}%]+/u).filter((token) => token !== "");
}


/***/ }),

/***/ 1763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s0: () => (/* binding */ interpretMetric)
});

// UNUSED EXPORTS: metricById, metricIds, underProtocol

;// CONCATENATED MODULE: ./build/src/normalise/metric-table.js
const unit = { lower: 0, upper: 1 };
const signed = { lower: -1, upper: 1 };
const fromZero = { lower: 0, upper: null };
const anywhere = { lower: null, upper: null };
const shaped = (shape, rows) => rows.map(([id, aliases]) => ({
    ...shape,
    id,
    aliases: aliases === "" ? [] : aliases.split(", "),
}));
const rate = (trials, higherIsBetter) => ({
    kind: "rate",
    higherIsBetter,
    unit: "proportion",
    range: unit,
    trials,
});
const plain = (kind, higherIsBetter, range, named = null) => ({ kind, higherIsBetter, unit: named, range, trials: null });
/** Every metric the project knows by name. Ids are part of the contract of facts. */
const metricTable = [
    ...shaped(rate("rows", true), [
        ["accuracy", "acc, binary accuracy, categorical accuracy, sparse categorical accuracy, accuracy rate"],
        ["exact_match", "em, exact match accuracy, subset accuracy"],
        ["acc_norm", "normalized accuracy, normalised accuracy"],
        ["top_1_accuracy", "top 1, top1, top 1 acc, top1 acc, accuracy top 1, acc top 1, acc1"],
        ["top_5_accuracy", "top 5, top5, top 5 acc, top5 acc, accuracy top 5, acc top 5, acc5"],
        ["pass_rate", ""],
        ["success_rate", ""],
        ["hit_rate", "hit ratio"],
    ]),
    ...shaped(rate("rows", false), [
        ["error_rate", "misclassification rate, classification error, zero one loss"],
        ["attack_success_rate", "asr"],
        ["toxicity_rate", ""],
    ]),
    ...shaped(rate("rows", null), [
        ["selection_rate", "positive prediction rate, positive rate, acceptance rate, predicted positive rate"],
        ["prevalence", "base rate, positive share"],
    ]),
    ...shaped(rate("positives", true), [
        ["recall", "sensitivity, tpr, true positive rate, recall binary, detection rate"],
    ]),
    ...shaped(rate("positives", false), [["fnr", "false negative rate, miss rate"]]),
    ...shaped(rate("negatives", true), [["specificity", "tnr, true negative rate, selectivity"]]),
    ...shaped(rate("negatives", false), [["fpr", "false positive rate, fall out, false alarm rate"]]),
    ...shaped(rate("predicted-positives", true), [["precision", "ppv, positive predictive value, prec"]]),
    ...shaped(rate("predicted-positives", false), [["fdr", "false discovery rate"]]),
    ...shaped(rate("predicted-negatives", true), [["npv", "negative predictive value"]]),
    ...shaped(rate("predicted-negatives", false), [["false_omission_rate", ""]]),
    ...shaped(plain("rank", true, unit, "proportion"), [
        ["roc_auc", "auc, auroc, auc roc, area under roc, area under roc curve, area under the roc curve, rocauc"],
        [
            "average_precision",
            "ap, avg precision, pr auc, auprc, auc pr, aucpr, prauc, area under pr, area under pr curve, auc precision recall",
        ],
        ["concordance_index", "c index, concordance, c statistic"],
    ]),
    ...shaped(plain("mean", true, unit, "proportion"), [
        ["balanced_accuracy", "balanced acc, bal acc, bacc"],
        ["mean_average_precision", "map"],
        ["ndcg", "normalized discounted cumulative gain, normalised discounted cumulative gain"],
        ["mrr", "mean reciprocal rank"],
        ["iou", "jaccard, jaccard index, jaccard score, intersection over union"],
        ["mean_iou", "miou"],
        ["dice", "dice coefficient, dice score, dsc"],
        ["average_recall", ""],
        ["catalog_coverage", "catalogue coverage"],
        ["faithfulness", ""],
        ["answer_relevancy", "answer relevance"],
        ["answer_correctness", ""],
        ["answer_similarity", ""],
        ["context_precision", ""],
        ["context_recall", ""],
        ["context_relevancy", "context relevance"],
    ]),
    ...shaped(plain("other", true, unit, "proportion"), [
        ["f1", "f1 score, f score, f1 measure, f measure, f1 binary, fscore"],
        ["f2", "f2 score, f2 measure"],
        ["f0.5", "f0.5 score"],
        ["fbeta", "f beta, f beta score"],
        ["g_mean", "geometric mean score"],
        ["adjusted_mutual_info", "ami"],
        ["normalized_mutual_info", "nmi"],
        ["v_measure", ""],
        ["demographic_parity_ratio", ""],
        ["equalized_odds_ratio", ""],
        ["equal_opportunity_ratio", ""],
        ["rouge_1", "rouge1"],
        ["rouge_2", "rouge2"],
        ["rouge_l", "rougel"],
        ["rouge_lsum", "rougelsum"],
        ["bertscore", "bert score"],
        ["meteor", ""],
        ["panoptic_quality", "pq"],
    ]),
    ...shaped(plain("other", true, signed), [
        [
            "mcc",
            "matthews correlation, matthews corrcoef, matthews correlation coefficient, matthews corr coef, phi coefficient",
        ],
        ["cohen_kappa", "kappa, cohens kappa, cohen kappa score, quadratic weighted kappa, qwk"],
        ["adjusted_rand", "ari, adjusted rand index, adjusted rand score"],
        ["pearson", "pearsonr, pearson r, pearson correlation, pearson corr"],
        ["spearman", "spearmanr, spearman correlation, spearman rho, spearman corr"],
        ["kendall_tau", "kendalltau, kendall"],
        ["silhouette", "silhouette coefficient"],
        ["gini", "gini coefficient, somers d"],
        ["informedness", "youden j, youdens j"],
    ]),
    ...shaped(plain("other", true, anywhere), [
        ["r2", "r squared, coefficient of determination, r 2"],
        ["adjusted_r2", "adj r2, adjusted r squared"],
        ["explained_variance", "explained variance score"],
        ["log_likelihood", ""],
        ["bleu", "sacrebleu"],
        ["chrf", ""],
        ["calinski_harabasz", "calinski harabasz score"],
        ["psnr", ""],
        ["ssim", ""],
        ["inception_score", ""],
    ]),
    ...shaped(plain("error", false, unit), [
        ["brier_score", "brier, brier loss, brier score loss"],
        ["expected_calibration_error", "ece"],
        ["maximum_calibration_error", "mce"],
        ["hamming_loss", ""],
    ]),
    ...shaped(plain("error", false, fromZero), [
        [
            "log_loss",
            "logloss, cross entropy, cross entropy loss, binary cross entropy, categorical cross entropy, bce, nll, negative log likelihood",
        ],
        ["mae", "mean absolute error, mean abs error"],
        ["mse", "mean squared error, mean square error"],
        ["rmse", "root mean squared error, root mean square error"],
        ["rmsle", "root mean squared log error, root mean squared logarithmic error"],
        ["msle", "mean squared log error, mean squared logarithmic error"],
        ["mape", "mean absolute percentage error, mean abs perc error, mean abs percentage error"],
        ["smape", "symmetric mean absolute percentage error"],
        ["wape", "weighted absolute percentage error"],
        ["mase", "mean absolute scaled error"],
        ["crps", "continuous ranked probability score"],
        ["median_absolute_error", "medae, median abs error"],
        ["max_error", "maximum error"],
        ["pinball_loss", "quantile loss"],
        ["hinge_loss", ""],
        ["huber_loss", ""],
        ["poisson_deviance", "mean poisson deviance"],
        ["wer", "word error rate"],
        ["cer", "character error rate"],
        ["ter", "translation edit rate"],
        ["fid", "frechet inception distance"],
        ["davies_bouldin", "davies bouldin score"],
        ["inertia", ""],
    ]),
    ...shaped(plain("other", false, fromZero), [
        ["perplexity", "ppl"],
        ["word_perplexity", ""],
        ["byte_perplexity", ""],
        ["bits_per_byte", "bpb"],
        ["theil_index", ""],
        ["aic", ""],
        ["bic", ""],
    ]),
    ...shaped(plain("other", false, anywhere), [["loss", ""]]),
    ...shaped(plain("error", null, anywhere), [["mean_error", "mean bias error"]]),
    ...shaped(plain("other", false, unit), [
        ["demographic_parity_difference", "dp difference, dpd"],
        ["equalized_odds_difference", "equalised odds difference"],
    ]),
    ...shaped(plain("other", null, signed), [
        ["statistical_parity_difference", "spd"],
        ["equal_opportunity_difference", ""],
        ["average_odds_difference", "avg odds difference, aod"],
    ]),
    ...shaped(plain("other", null, fromZero), [
        ["disparate_impact_ratio", "disparate impact, adverse impact ratio, di ratio"],
    ]),
    ...shaped(plain("time", false, fromZero, "s"), [
        ["fit_time", "mean fit time"],
        ["score_time", "mean score time"],
        ["runtime", ""],
    ]),
    ...shaped(plain("time", false, fromZero), [
        ["latency", "latency mean, mean latency, avg latency, average latency, latency avg"],
        ["latency_p50", "p50 latency, median latency, latency median"],
        ["latency_p90", "p90 latency"],
        ["latency_p95", "p95 latency"],
        ["latency_p99", "p99 latency"],
        ["latency_max", "max latency"],
        ["inference_time", "prediction time"],
    ]),
    ...shaped(plain("other", true, fromZero), [["throughput", ""]]),
    ...shaped(plain("count", null, fromZero, "count"), [
        ["true_positives", "tp"],
        ["true_negatives", "tn"],
        ["false_positives", "fp"],
        ["false_negatives", "fn"],
    ]),
];

// EXTERNAL MODULE: ./build/src/normalise/metric-name.js
var metric_name = __webpack_require__(4144);
;// CONCATENATED MODULE: ./build/src/normalise/metric-vocabulary.js


const byId = new Map(metricTable.map((metric) => [metric.id, metric]));
const byName = new Map(metricTable.flatMap((metric) => [metric.id, ...metric.aliases].map((name) => [(0,metric_name/* nameTokens */.m)(name).join(""), metric])));
/** Metrics that have a version "at k": over the first k of a ranking, or in k tries. */
const cutOff = {
    ndcg: "ndcg",
    recall: "recall",
    precision: "precision",
    mean_average_precision: "map",
    average_precision: "map",
    mrr: "mrr",
    hit_rate: "hit_rate",
    f1: "f1",
};
const unbounded = { lower: null, upper: null };
const unknown = (raw) => ({
    metric: raw,
    protocol: null,
    split: null,
    slice: {},
    higherIsBetter: null,
    unit: null,
    unitStated: false,
    kind: "other",
    range: unbounded,
    trials: null,
    known: false,
});
const core = (definition, protocol = null, slice = {}) => ({ definition, protocol, slice });
const atCutOff = (id) => ({
    id,
    kind: "mean",
    higherIsBetter: true,
    unit: "proportion",
    range: { lower: 0, upper: 1 },
    trials: null,
    aliases: [],
});
/** `ndcg at 10`, `pass at 1`, `acc at 5`: the metric over the first k. */
function atRank(name, k) {
    if (!/^(\d{1,6}|k)$/.test(k))
        return undefined;
    if (name === "pass" || name === "hits")
        return core(atCutOff(`${name}_at_${k}`));
    const id = byName.get(name)?.id;
    if (id === "accuracy")
        return topAccuracy(k);
    return id !== undefined && Object.hasOwn(cutOff, id) ? core(atCutOff(`${cutOff[id]}_at_${k}`)) : undefined;
}
function topAccuracy(k) {
    const known = byId.get(`top_${k}_accuracy`);
    if (known !== undefined)
        return core(known);
    return core({
        ...atCutOff(`top_${k}_accuracy`),
        kind: "rate",
        trials: "rows",
    });
}
/** The metric that the words name, all of them together. */
function coreOf(tokens) {
    const joined = tokens.join("");
    const exact = byName.get(joined);
    if (exact !== undefined)
        return core(exact);
    const top = /^(?:top(\d{1,6})(?:acc(?:uracy)?)?|acc(?:uracy)?top(\d{1,6}))$/.exec(joined);
    if (top !== null)
        return topAccuracy(top[1] ?? top[2] ?? "1");
    const boxes = /^(m?ap)(50|75|5095|small|medium|large)$/.exec(joined);
    const detection = boxes === null ? undefined : byName.get(boxes[1] ?? "");
    if (detection !== undefined)
        return core(detection, `iou-${boxes?.[2] ?? ""}`);
    return negated(joined) ?? qualified(tokens) ?? perClass(tokens) ?? twice(tokens);
}
/** scikit-learn's scorers turn errors round: `neg_mean_squared_error` is another quantity, and higher is better. */
function negated(joined) {
    const error = joined.startsWith("neg") ? byName.get(joined.slice(3)) : undefined;
    if (error?.higherIsBetter !== false)
        return undefined;
    const { lower, upper } = error.range;
    const range = {
        lower: upper === null ? null : -upper,
        upper: lower === null ? null : -lower || 0,
    };
    return core({ ...error, id: `neg_${error.id}`, higherIsBetter: true, range });
}
function qualified(tokens) {
    const at = tokens.indexOf("at");
    if (at < 1 || at === tokens.length - 1)
        return undefined;
    const name = tokens.slice(0, at).join("");
    const rest = tokens.slice(at + 1);
    const first = rest[0] ?? "";
    if (rest.length === 1 && /^top\d+$/.test(first))
        return coreOf([name, first]);
    const ranked = rest.length === 1 ? atRank(name, first) : undefined;
    if (ranked !== undefined)
        return ranked;
    const definition = byName.get(name);
    const words = rest.every((word) => /^\p{L}+$/u.test(word) && !statistics.has(word) && !byName.has(word));
    return definition !== undefined && words ? core(definition, rest.join(" ")) : undefined;
}
/** `recall_class_1`, `class 1 recall`: the metric of one class. */
function perClass(tokens) {
    const at = tokens.findIndex((token) => token === "class" || token === "label");
    if (at < 0 || tokens.length < 3)
        return undefined;
    const name = at === 0 ? tokens.slice(2).join("") : tokens.slice(0, at).join("");
    const value = at === 0 ? tokens[1] : tokens.slice(at + 1).join(" ");
    const definition = byName.get(name);
    return definition === undefined || !value ? undefined : core(definition, null, { class: value });
}
/** `TPR / Sensitivity / Recall`: several names of one metric. */
function twice(tokens) {
    if (tokens.length < 2 || tokens.length > 8)
        return undefined;
    const found = tokens.map((token) => byName.get(token));
    const first = found[0];
    return first !== undefined && found.every((definition) => definition === first) ? core(first) : undefined;
}
/** Words that make another quantity of a metric: its spread, its limit, its change. */
const statistics = new Set(("std stdev sd se stderr sem var variance error diff difference delta gap gain change drop lift ratio n count num " +
    "support threshold thresh cutoff limit target goal min max minimum maximum baseline lower upper bound ci rank loss " +
    "p value samples total history best").split(" "));
/** What the words on one side say; undefined where one of them is none of ours. */
function wordingOf(tokens) {
    let split = null;
    let unit = null;
    const protocols = [];
    for (const token of tokens) {
        const word = (0,metric_name/* wordOf */.a)(token);
        if (word.kind === "core")
            return undefined;
        if (word.kind === "split") {
            if (split === null || split === "eval")
                split = word.says;
            else if (split !== word.says && word.says !== "eval")
                return undefined;
        }
        if (word.kind === "unit")
            unit = word.says;
        if (word.kind === "protocol")
            protocols.push(word.says);
    }
    return { split, protocols: averaged(protocols), unit };
}
/** In "macro avg" the second word adds nothing. */
const averaged = (protocols) => protocols.length > 1 ? protocols.filter((word) => word !== "mean") : protocols;
/** The longest run of words that names a metric, the others being words of ours. */
function parse(tokens) {
    if (tokens.length === 0 || tokens.length > 12)
        return undefined;
    for (let length = tokens.length; length > 0; length--) {
        for (let start = 0; start + length <= tokens.length; start++) {
            const found = coreOf(tokens.slice(start, start + length));
            if (found === undefined)
                continue;
            const wording = wordingOf([...tokens.slice(0, start), ...tokens.slice(start + length)]);
            if (wording !== undefined)
                return { core: found, wording };
        }
    }
    return undefined;
}
/** Notes that change neither the metric nor the way of computing it. */
const idleNote = /^(\d+(\.\d+)?\s*% (ci|confidence interval)|n\s*=\s*\d+)$/i;
const thresholdNote = /^(decision )?thr(eshold)?\s*[=:@]?\s*[\d.]+$/i;
/** Takes apart what stands behind a comma (a filter of lm-eval), behind `@` (an overlap) or in closing parentheses. */
function pieces(raw) {
    const filter = /^([^,()]+),([^,()\s][^,()]*)$/.exec(raw);
    if (filter !== null)
        return {
            name: filter[1] ?? raw,
            protocol: filter[2] === "none" ? null : (filter[2] ?? null),
        };
    const overlap = /^([^@]+)@\s*(0?\.\d+(?:\s*[:-]\s*0?\.\d+)*)$/.exec(raw);
    if (overlap !== null)
        return { name: overlap[1] ?? raw, protocol: `@${overlap[2] ?? ""}` };
    const note = /^([^()[\]]+)[([]([^()[\]]*)[)\]]\s*$/.exec(raw);
    if (note === null)
        return { name: raw, protocol: null };
    const [name, inside] = [note[1] ?? raw, (note[2] ?? "").trim()];
    const spoken = (0,metric_name/* nameTokens */.m)(inside);
    if (spoken.length === 0 || idleNote.test(inside))
        return { name, protocol: null };
    if (parse([...(0,metric_name/* nameTokens */.m)(name), ...spoken]) !== undefined)
        return { name: `${name} ${inside}`, protocol: null };
    return { name, protocol: inside };
}
function interpret(raw) {
    if (raw.length > longestName)
        return unknown(raw);
    const { name, protocol } = pieces(raw.replaceAll("`", "").trim());
    if (protocol !== null && !thresholdNote.test(protocol) && (0,metric_name/* nameTokens */.m)(protocol).some((word) => statistics.has(word)))
        return unknown(raw);
    const parsed = parse((0,metric_name/* nameTokens */.m)(name));
    if (parsed === undefined)
        return unknown(raw);
    const { core: found, wording } = parsed;
    const protocols = [...wording.protocols, found.protocol, protocol].filter((text) => text !== null);
    const ways = protocols.length === 0 ? null : protocols.join(" ");
    const { kind, trials } = underProtocol(found.definition, ways);
    return {
        metric: found.definition.id,
        protocol: ways,
        split: wording.split,
        slice: found.slice,
        higherIsBetter: found.definition.higherIsBetter,
        unit: wording.unit ?? found.definition.unit,
        unitStated: wording.unit !== null,
        kind,
        range: found.definition.range,
        trials,
        known: true,
    };
}
/** An average of rates over classes or groups is no share of trials: its binomial interval would be wrong. */
function underProtocol(definition, protocol) {
    const average = protocol !== null && /\b(macro|weighted|samples|mean)\b/.test(protocol);
    return average && definition.kind === "rate"
        ? { kind: "mean", trials: null }
        : { kind: definition.kind, trials: definition.trials };
}
const longestName = 120;
const remembered = new Map();
const mostRemembered = 20_000;
/**
 * What a metric's name says: which metric, over which part of the data, computed how. A name that is not wholly
 * understood stays itself with `known: false`: `accuracy_std` and `recall_threshold` are not the metric.
 *
 * @example interpretMetric("acc,none").metric // "accuracy"
 * @example interpretMetric("val/auc") // metric "roc_auc", split "validation"
 */
function interpretMetric(raw) {
    const before = remembered.get(raw);
    if (before !== undefined)
        return before;
    const reading = interpret(raw);
    if (raw.length > longestName)
        return reading;
    if (remembered.size >= mostRemembered)
        remembered.clear();
    remembered.set(raw, reading);
    return reading;
}
/** The definition of a canonical id; undefined where there is none. */
const metricById = (id) => byId.get(id);
/** Canonical ids in the table's order, for documentation and for suggestions. */
const metricIds = metricTable.map(({ id }) => id);


/***/ }),

/***/ 680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ findAll),
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   sM: () => (/* binding */ findOne)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4198);

const root = /^(\$\$|\$\d{0,2}|\$)/;
const step = /^(?:\.([A-Za-z0-9_@+\-]+)|\.(\*)|\[(\d+)\]|\[(\*)\]|\["((?:[^"\\]|\\.)*)"\])/;
/**
 * Reads a path expression.
 *
 * @returns a message where the text begins like a path and is none
 */
function parsePath(written) {
    if (typeof written !== "string" || !/^[$@]/.test(written))
        return { kind: "constant", value: written };
    if (written === "@key")
        return { kind: "key" };
    if (written === "@index")
        return { kind: "index" };
    const start = root.exec(written)?.[0];
    if (start === undefined)
        return { kind: "invalid", message: `${written} is neither @key nor @index` };
    const steps = [];
    let rest = written.slice(start.length);
    while (rest !== "") {
        const match = step.exec(rest);
        if (match === null)
            return { kind: "invalid", message: `${written} is not a path: ${rest.slice(0, 20)} cannot be read` };
        const [whole, name, star, index, starred, quoted] = match;
        if (star !== undefined || starred !== undefined)
            steps.push({ kind: "each" });
        else
            steps.push({ kind: "key", key: name ?? index ?? unquoted(quoted ?? "") });
        rest = rest.slice(whole.length);
    }
    return { kind: "path", from: start === "$$" ? "document" : start === "$" ? "item" : Number(start.slice(1)), steps };
}
const unquoted = (text) => text.replace(/\\(.)/g, "$1");
/** All values that an expression finds in its scope. */
function findAll(expression, scope) {
    switch (expression.kind) {
        case "constant":
            return [{ value: expression.value, pointer: innermost(scope).pointer, key: "", index: 0 }];
        case "key":
            return [{ ...innermost(scope), value: innermost(scope).key }];
        case "index":
            return [{ ...innermost(scope), value: innermost(scope).index }];
        case "path": {
            const start = startOf(expression.from, scope);
            return start === undefined ? [] : follow(start, expression.steps);
        }
    }
}
/** The one value that an expression finds; undefined where it finds none. */
const findOne = (expression, scope) => findAll(expression, scope)[0];
const innermost = ({ items, document }) => items[items.length - 1] ?? document;
function startOf(from, scope) {
    if (from === "document")
        return scope.document;
    return from === "item" ? innermost(scope) : scope.items[from - 1];
}
function follow(start, steps) {
    let current = [start];
    for (const next of steps) {
        if (next.kind === "each") {
            current = current.flatMap(children);
            continue;
        }
        const only = current.length === 1 ? current[0] : undefined;
        const found = only === undefined ? current.flatMap((at) => childAt(at, next.key) ?? []) : (childAt(only, next.key) ?? []);
        current = Array.isArray(found) ? found : [found];
        if (current.length === 0)
            return current;
    }
    return current;
}
function childAt({ value, pointer: base }, key) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key))
        return undefined;
    const child = value[key];
    return child === undefined ? undefined : { value: child, pointer: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)(base, key), key, index: 0 };
}
function children({ value, pointer: base }) {
    if (typeof value !== "object" || value === null)
        return [];
    return Object.entries(value).map(([key, child], index) => ({
        value: child,
        pointer: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)(base, key),
        key,
        index,
    }));
}


/***/ }),

/***/ 6498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   D: () => (/* binding */ fault)
/* harmony export */ });
const fault = (problem, message, mend, place = null) => ({ problem, message, mend, line: place?.line ?? null, column: place?.column ?? null });
/** Line and column, from 1, of an offset. Lines end with LF, CRLF or CR. */
function placeOf(text, offset) {
    let line = 1;
    let start = 0;
    for (let at = 0; at < offset; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
            line++;
            start = at + 1;
        }
    }
    return { line, column: offset - start + 1 };
}


/***/ }),

/***/ 9465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ skipSpace),
/* harmony export */   Ey: () => (/* binding */ scanJson),
/* harmony export */   ap: () => (/* binding */ endOfString)
/* harmony export */ });
class Stop extends Error {
    fault;
    constructor(fault) {
        super(fault.message);
        this.fault = fault;
    }
}
const QUOTE = 34;
const BACKSLASH = 92;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /[-+]?[A-Za-z_][A-Za-z_0-9]*/y;
const words = {
    true: true,
    false: false,
    null: null,
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    "-Infinity": Number.NEGATIVE_INFINITY,
    "-NaN": Number.NaN,
};
/** The offset behind the closing quote of the string that begins at `start`; -1 where it is never closed. */
function endOfString(text, start) {
    let quote = text.indexOf('"', start + 1);
    while (quote !== -1) {
        let backslashes = 0;
        while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH)
            backslashes++;
        if (backslashes % 2 === 0)
            return quote + 1;
        quote = text.indexOf('"', quote + 1);
    }
    return -1;
}
/** The first offset from `at` that holds no white space. */
function skipSpace(text, at) {
    let offset = at;
    for (;;) {
        const code = text.charCodeAt(offset);
        if (code !== 32 && code !== 10 && code !== 13 && code !== 9)
            return offset;
        offset++;
    }
}
/**
 * Reads JSON as Python and others write it.
 *
 * @param text the whole document
 * @param maximumDepth levels of nesting that are read; one more is a fault `too-deep`
 */
function scanJson(text, maximumDepth) {
    const duplicates = [];
    const path = [];
    let at = 0;
    const stop = (kind, message, offset = at) => {
        throw new Stop({ kind, message, offset });
    };
    const atEnd = () => at >= text.length;
    const unexpected = (wanted) => {
        if (atEnd())
            return stop("truncated", `the file ends where ${wanted} is due`);
        const found = text[at] === "'" ? "a single quote" : JSON.stringify(text[at]);
        return stop(text[at] === "'" ? "python-repr" : "unreadable", `${found} stands where ${wanted} is due`);
    };
    const readString = () => {
        const end = endOfString(text, at);
        if (end === -1)
            return stop("truncated", "a text is never closed");
        const raw = text.slice(at, end);
        const start = at;
        at = end;
        try {
            return JSON.parse(raw);
        }
        catch {
            return stop("unreadable", "a text holds a line end or an unknown escape", start);
        }
    };
    const readBare = () => {
        numberPattern.lastIndex = at;
        const found = numberPattern.exec(text)?.[0];
        if (found !== undefined && !/[A-Za-z_0-9.]/.test(text[at + found.length] ?? "")) {
            at += found.length;
            if (atEnd() && path.length > 0)
                stop("truncated", "the file ends inside a number");
            return Number(found);
        }
        wordPattern.lastIndex = at;
        const word = wordPattern.exec(text)?.[0];
        if (word === undefined)
            return unexpected("a value");
        const known = Object.hasOwn(words, word) ? words[word] : undefined;
        if (known !== undefined) {
            at += word.length;
            return known;
        }
        if (at + word.length >= text.length)
            return stop("truncated", "the file ends inside a word");
        const python = word === "None" || word === "True" || word === "False" || word === "nan" || word === "inf" || word === "array";
        return stop(python ? "python-repr" : "unreadable", python ? `${word} is Python's own notation, not JSON` : `${JSON.stringify(word.slice(0, 40))} is no JSON value`);
    };
    // Containers are filled in place, so that what was read before a fault is still there.
    const readValue = (place, depth) => {
        const first = text.charCodeAt(at);
        if (first === 123)
            return readObject(place, depth);
        if (first === 91)
            return readArray(place, depth);
        place(first === QUOTE ? readString() : readBare());
    };
    const readObject = (place, depth) => {
        if (depth > maximumDepth)
            stop("too-deep", `more than ${maximumDepth} levels of nesting`);
        const object = {};
        place(object);
        at = skipSpace(text, at + 1);
        if (text[at] === "}") {
            at++;
            return;
        }
        for (;;) {
            if (text[at] !== '"')
                unexpected("a key in double quotes");
            const keyOffset = at;
            const key = readString();
            path.push(key);
            if (Object.hasOwn(object, key))
                duplicates.push({ pointer: pointerOf(path), offset: keyOffset });
            at = skipSpace(text, at);
            if (text[at] !== ":")
                unexpected("a colon");
            at = skipSpace(text, at + 1);
            readValue((value) => Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true }), depth + 1);
            path.pop();
            at = skipSpace(text, at);
            if (text[at] === "}") {
                at++;
                return;
            }
            if (text[at] !== ",")
                unexpected("a comma or a closing brace");
            at = skipSpace(text, at + 1);
            if (text[at] === "}")
                stop("unreadable", "a comma stands before the closing brace");
        }
    };
    const readArray = (place, depth) => {
        if (depth > maximumDepth)
            stop("too-deep", `more than ${maximumDepth} levels of nesting`);
        const array = [];
        place(array);
        at = skipSpace(text, at + 1);
        if (text[at] === "]") {
            at++;
            return;
        }
        for (;;) {
            path.push(array.length);
            readValue((value) => array.push(value), depth + 1);
            path.pop();
            at = skipSpace(text, at);
            if (text[at] === "]") {
                at++;
                return;
            }
            if (text[at] !== ",")
                unexpected("a comma or a closing bracket");
            at = skipSpace(text, at + 1);
            if (text[at] === "]")
                stop("unreadable", "a comma stands before the closing bracket");
        }
    };
    let root;
    try {
        at = skipSpace(text, 0);
        if (atEnd())
            stop("truncated", "there is nothing in the file");
        readValue((value) => (root = value), 1);
        at = skipSpace(text, at);
        if (!atEnd())
            stop("unreadable", "something stands behind the end of the document");
        return { value: root, fault: null, duplicates };
    }
    catch (error) {
        if (!(error instanceof Stop))
            throw error;
        return { value: root, fault: error.fault, duplicates };
    }
}
const pointerOf = (path) => path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");


/***/ }),

/***/ 4598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ countKeys),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6498);
/* harmony import */ var _json_scanner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9465);


/** Parses one JSON document; reads NaN and Infinity as numbers, names every fault with its place. */
function parseJson(text, limits) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return scanned(text, (0,_json_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .scanJson */ .Ey)(text, limits.depth));
    }
    if (!mayHoldDuplicates(text, value, limits))
        return { value, broken: false, faults: [] };
    return scanned(text, (0,_json_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .scanJson */ .Ey)(text, limits.depth));
}
function scanned(text, { value, fault: stopped, duplicates }) {
    const faults = duplicates.map(({ pointer, offset }) => (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .fault */ .D)("duplicate-key", `the key at ${pointer} stands twice; which of the two values is meant cannot be told`, "write each key once", (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$)(text, offset)));
    if (stopped === null)
        return { value, broken: false, faults };
    return { value, broken: true, faults: [...faults, jsonFault(text, stopped)] };
}
function jsonFault(text, stopped) {
    const place = (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$)(text, stopped.offset);
    switch (stopped.kind) {
        case "truncated":
            return (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .fault */ .D)("truncated", `the JSON is cut short: ${stopped.message}`, "write the file anew, whole", place);
        case "python-repr":
            return (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .fault */ .D)("python-repr", `this is a printed Python object, not JSON: ${stopped.message}`, "write it with json.dump", place);
        case "too-deep":
            return (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .fault */ .D)("limit", `the JSON is refused: ${stopped.message}`, "write it flatter", place);
        case "unreadable":
            return (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .fault */ .D)("unreadable", `this is not JSON: ${stopped.message}`, "write the file with a JSON writer", place);
    }
}
/**
 * True unless it is certain that no object of `value` had a key twice in `text`, and that it keeps the limits. Every
 * member has one colon behind a closing quote; as many of them as there are distinct keys leaves no room for a double.
 */
function mayHoldDuplicates(text, value, limits) {
    let colons = 0;
    for (let at = text.indexOf(":"); at !== -1; at = text.indexOf(":", at + 1)) {
        const before = text.charCodeAt(at - 1);
        if (before === 34)
            colons++;
        else if (before === 32 || before === 10 || before === 13 || before === 9)
            return true;
    }
    return countKeys(value, 1, limits.depth) !== colons;
}
/** Distinct keys in all objects; NaN, which equals nothing, where `value` is nested too deep. */
function countKeys(value, depth, maximumDepth) {
    if (typeof value !== "object" || value === null)
        return 0;
    if (depth > maximumDepth)
        return Number.NaN;
    let count = 0;
    if (Array.isArray(value)) {
        for (const element of value) {
            if (typeof element === "object" && element !== null)
                count += countKeys(element, depth + 1, maximumDepth);
        }
        return count;
    }
    const object = value;
    for (const key in object) {
        count++;
        const element = object[key];
        if (typeof element === "object" && element !== null)
            count += countKeys(element, depth + 1, maximumDepth);
    }
    return count;
}


/***/ }),

/***/ 8784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ defaultLimits)
/* harmony export */ });
const defaultLimits = {
    fileBytes: 64 * 1024 * 1024,
    depth: 100,
    nodes: 5_000_000,
    facts: 500_000,
};


/***/ }),

/***/ 2303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   sH: () => (/* binding */ numeric),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   ws: () => (/* binding */ scalarText),
/* harmony export */   xV: () => (/* binding */ hasKeys),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value) => Array.isArray(value);
const record = (value) => (isRecord(value) ? value : undefined);
const list = (value) => (isList(value) ? value : undefined);
const text = (value) => (typeof value === "string" ? value : undefined);
const number = (value) => (typeof value === "number" ? value : undefined);
const boolean = (value) => typeof value === "boolean" ? value : undefined;
/** A member of a record, own keys only; undefined where `value` is no record or has no such key. */
function member(value, key) {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** The value below a path of keys and indexes. */
function below(value, ...path) {
    let current = value;
    for (const key of path) {
        if (current === undefined)
            return undefined;
        current = typeof key === "number" ? list(current)?.[key] : member(current, key);
    }
    return current;
}
/** Own members of a record; none where it is no record. */
const members = (value) => isRecord(value) ? Object.entries(value) : [];
/** True where `value` is a record that has all the keys. */
const hasKeys = (value, ...keys) => isRecord(value) && keys.every((key) => Object.hasOwn(value, key));
/** A finite number, or a number written as text; undefined otherwise. */
function numeric(value) {
    if (typeof value === "number")
        return Number.isFinite(value) ? value : undefined;
    if (typeof value !== "string" || !/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value))
        return undefined;
    return Number(value);
}
/** A scalar as text; undefined for records, lists and null. */
function scalarText(value) {
    if (typeof value === "string")
        return value;
    return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}


/***/ }),

/***/ 8951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ parseYamlStream)
/* harmony export */ });
/* unused harmony export parseYaml */
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6498);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4598);



const schema = js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU.withTags(js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .mergeTag */ .LJ);
/**
 * Parses YAML 1.2 (core schema, and merge keys), all documents of a stream.
 *
 * @param firstLine line of the text's first line in its file, where the text is a part of one
 */
function parseYamlStream(text, limits, firstLine = 1) {
    let values;
    try {
        values = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .loadAll */ .gh)(text, { schema, maxDepth: limits.depth, maxAliases: 100 });
    }
    catch (error) {
        return { values: [], broken: true, faults: [yamlFault(text, error, firstLine)] };
    }
    // Aliases share their target: a small text can stand for a huge document.
    if (text.includes("*") && values.some((value) => !withinNodes(value, limits.nodes))) {
        return {
            values: [],
            broken: true,
            faults: [(0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .fault */ .D)("limit", "the YAML is refused: its aliases repeat too much", "write it without aliases")],
        };
    }
    if (values.some((value) => Number.isNaN((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countKeys */ .G)(value, 1, limits.depth)))) {
        return {
            values: [],
            broken: true,
            faults: [(0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .fault */ .D)("limit", "the YAML is refused: nested too deep", "write it flatter")],
        };
    }
    return { values, broken: false, faults: [] };
}
/** The first document of a stream; undefined where there is none. */
function parseYaml(text, limits, firstLine = 1) {
    const { values, broken, faults } = parseYamlStream(text, limits, firstLine);
    return { value: values[0], broken, faults };
}
/** Marks of template languages, and whole values such as `{license}`. */
const templateMark = /\{\{|\{%|<%|\$\{\{|^\s*(?:-|[\w-]{1,60}:)[ \t]*\{[a-z_]\w{0,60}\}[ \t]*(?:#.*)?$/m;
function yamlFault(text, error, firstLine) {
    if (!(error instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB))
        return (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .fault */ .D)("unreadable", "this is not YAML", "write it with a YAML writer");
    const { reason, mark } = error;
    const place = mark === undefined ? null : { line: mark.line + firstLine, column: mark.column + 1 };
    if (/duplicated mapping key/i.test(reason)) {
        return (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .fault */ .D)("duplicate-key", "a key stands twice in the same mapping", "write each key once", place);
    }
    if (templateMark.test(text)) {
        return (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .fault */ .D)("template", "this is a template that nobody filled in, not YAML", "commit what the template gives", place);
    }
    if (/max(imum)?[ -]?(depth|aliases)|nesting|too many alias/i.test(reason)) {
        return (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .fault */ .D)("limit", `the YAML is refused: ${reason}`, "write it flatter and without aliases", place);
    }
    return (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .fault */ .D)("unreadable", `this is not YAML: ${reason}`, "mend the line", place);
}
function withinNodes(value, limit) {
    let nodes = 0;
    const count = (current) => {
        if (++nodes > limit)
            return false;
        if (typeof current !== "object" || current === null)
            return true;
        return Object.values(current).every((child) => count(child));
    };
    return count(value);
}


/***/ }),

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oo: () => (/* binding */ normalCriticalValue),
  Zl: () => (/* binding */ normalQuantile),
  IL: () => (/* binding */ normalUpperTail)
});

// UNUSED EXPORTS: normalDensity, normalLowerTail

;// CONCATENATED MODULE: ./build/src/statistics/log-concave-quantile.js
const MOST_STEPS = 200;
/**
 * The point whose tail on one side holds a probability, of a distribution with log-concave density: Newton's method on
 * the logarithm of the tail, which is concave too, so that it cannot run away, and works as well at 1e-300 as at 0.3.
 *
 * @param probability of the tail, above 0 and at most about 0.5: ask the other side for more
 * @param side which tail holds it
 * @param start a point near the middle
 * @param tailsAt the distribution
 */
function logConcaveQuantile(probability, side, start, tailsAt) {
    const towards = side === "lower" ? 1 : -1;
    let point = start;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
        const { density, [side]: tail } = tailsAt(point);
        if (!(tail > 0 && density > 0)) {
            point += towards * Math.max(1, Math.abs(point)) * 0.25;
            continue;
        }
        const step = towards * logRatio(probability, tail) * (tail / density);
        point += step;
        if (Math.abs(step) <= 4e-16 * Math.max(1, Math.abs(point)))
            break;
    }
    return point;
}
/** ln(probability / tail), without loss where they are nearly equal. */
const logRatio = (probability, tail) => Math.abs(probability - tail) < 0.1 * tail ? Math.log1p((probability - tail) / tail) : Math.log(probability / tail);

;// CONCATENATED MODULE: ./build/src/statistics/normal-distribution.js

const DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);
/** Up to here the series around zero keeps all digits; beyond it the continued fraction does. */
const SERIES_UP_TO = 1.5;
/** More steps than any start needs: Newton's steps square the error. */
const normal_distribution_MOST_STEPS = 60;
/** Density of the standard normal distribution at `z`, correct in the far tails, where `z * z` alone loses digits. */
function normalDensity(z) {
    const coarse = Math.fround(z);
    if (!Number.isFinite(coarse))
        return Number.isNaN(z) ? NaN : 0;
    return DENSITY_AT_ZERO * Math.exp((-coarse * coarse) / 2) * Math.exp((-(z - coarse) * (z + coarse)) / 2);
}
/**
 * Probability that a standard normal variable is greater than `z`: the p-value of a z statistic. Relative accuracy
 * is better than 1e-13 as far as a double reaches (z of about 38); never written as 1 minus something in the tail.
 *
 * @param z any number; NaN gives NaN
 * @returns from 0 to 1
 * @see Abramowitz & Stegun (1964) 26.2.11 (series), 26.2.14 (continued fraction of Mills' ratio)
 * @example normalUpperTail(1.959963984540054) // 0.025
 */
function normalUpperTail(z) {
    if (Number.isNaN(z))
        return NaN;
    if (z < -SERIES_UP_TO)
        return 1 - normalUpperTail(-z);
    return z <= SERIES_UP_TO ? 0.5 - centralArea(z) : normalDensity(z) * millsRatio(z);
}
/** Probability that a standard normal variable is at most `z`; as exact in the lower tail as `normalUpperTail` is in the upper. */
const normalLowerTail = (z) => normalUpperTail(-z);
/**
 * The z below which a standard normal variable lies with probability `p`: the inverse of `normalLowerTail`, to about
 * 1e-15 of its value over the whole range of doubles.
 *
 * @param p a probability, 0 to 1; 0 and 1 give the infinities, anything else NaN
 * @see Newton's method on ln Q(z), which is concave, so that each step from the right stays on the right of the root
 * @example normalQuantile(0.975) // 1.959963984540054
 */
function normalQuantile(p) {
    if (!(p >= 0 && p <= 1))
        return NaN;
    if (p > 0.5)
        return -normalQuantile(1 - p);
    if (p === 0)
        return -Infinity;
    if (p === 0.5)
        return 0;
    return p > 0.25 ? -quantileNearCentre(0.5 - p) : -quantileInTail(p);
}
/**
 * The z of a two-sided interval: a standard normal variable lies within ±z with probability `confidence`.
 *
 * @param confidence above 0 and below 1
 * @example normalCriticalValue(0.95) // 1.959963984540054
 */
const normalCriticalValue = (confidence) => -normalQuantile((1 - confidence) / 2);
/** The area between zero and `z`, as a power series with positive terms. */
function centralArea(z) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
        term *= (z * z) / odd;
        sum += term;
    }
    return normalDensity(z) * sum;
}
/** Upper tail over density, for z above zero: 1/(z + 1/(z + 2/(z + 3/(z + …)))), by Lentz's method. */
function millsRatio(z) {
    if (z > 1e8)
        return 1 / z;
    let ratio = z;
    let numerators = z;
    let denominators = 0;
    for (let step = 1; step < 10_000; step++) {
        denominators = 1 / (z + step * denominators);
        numerators = z + step / numerators;
        const change = numerators * denominators;
        ratio *= change;
        if (Math.abs(change - 1) < 1e-16)
            break;
    }
    return 1 / ratio;
}
/** The z above which the tail holds `tail`, a probability from 0 (exclusive) to 0.25. */
function quantileInTail(tail) {
    let z = Math.sqrt(-2 * Math.log(tail));
    for (let steps = 0; steps < normal_distribution_MOST_STEPS; steps++) {
        const upper = normalUpperTail(z);
        if (upper === 0) {
            z -= 0.01;
            continue;
        }
        const step = -logRatio(tail, upper) * millsRatio(z);
        z += step;
        if (Math.abs(step) < 1e-15 * z)
            break;
    }
    return z;
}
/** The z for which the area between zero and z is `area`, from 0 to 0.25. */
function quantileNearCentre(area) {
    let z = area / DENSITY_AT_ZERO;
    for (let steps = 0; steps < normal_distribution_MOST_STEPS; steps++) {
        const step = (area - centralArea(z)) / normalDensity(z);
        z += step;
        if (Math.abs(step) <= 1e-16 * Math.abs(z))
            break;
    }
    return z;
}


/***/ }),

/***/ 864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ trialsToSettle),
/* harmony export */   xD: () => (/* binding */ samplesToSettleMean)
/* harmony export */ });
/* unused harmony export oneSidedFault */
/* harmony import */ var _model_estimate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1089);
/* harmony import */ var _normal_distribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7539);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5667);
/* harmony import */ var _wilson_interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9143);





/**
 * How many trials would settle whether a proportion lies above or below a bound, if the rate stays as observed: the
 * smallest number at which the one-sided Wilson bound no longer reaches across.
 *
 * @param successes 0 to `trials`
 * @param trials a whole number
 * @param bound the rate to decide about, 0 to 1
 * @param confidence one-sided, above 0.5 and below 1
 * @returns not estimable where there are no trials, or where the observed rate is the bound itself (no number of
 *   trials at that rate decides); invalid where an argument lies outside its range
 * @see the score test solved for n: n = z² b(1 − b) / (x/n − b)²
 * @example trialsToSettle(92, 100, 0.9, 0.95) // { kind: "value", value: { total: 609, more: 509 } }
 */
function trialsToSettle(successes, trials, bound, confidence) {
    const fault = (0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .firstFault */ .Rf)((0,_tally_js__WEBPACK_IMPORTED_MODULE_3__/* .tallyFault */ .f)("trials to settle:", { successes, trials }), (0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .shareFault */ .kV)("bound", bound), oneSidedFault(confidence));
    if (fault !== undefined)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(fault);
    if (trials === 0)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .notEstimable */ .aI)("no trials");
    const distance = successes / trials - bound;
    if (distance === 0)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .notEstimable */ .aI)("the observed rate is the bound itself");
    const z = (0,_normal_distribution_js__WEBPACK_IMPORTED_MODULE_0__/* .normalCriticalValue */ .Oo)((0,_wilson_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .twoSidedConfidence */ .GD)(confidence));
    return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(counted((z * z * bound * (1 - bound)) / (distance * distance), trials));
}
/**
 * How many samples would settle whether a mean lies above or below a bound, if mean and spread stay as observed: the
 * smallest number at which the one-sided normal bound no longer reaches across.
 *
 * @param mean the observed mean
 * @param standardError of that mean, 0 or above
 * @param samples how many samples the mean is of, 1 or more
 * @param bound in the unit of the mean
 * @param confidence one-sided, above 0.5 and below 1
 * @returns not estimable where there are no samples, or where the mean is the bound itself; invalid where an argument
 *   lies outside its range
 * @see m = n (z se / (mean − bound))², since a standard error shrinks with the square root of the samples
 * @example samplesToSettleMean(0.52, 0.02, 400, 0.5, 0.95) // { kind: "value", value: { total: 1083, more: 683 } }
 */
function samplesToSettleMean(mean, standardError, samples, bound, confidence) {
    const fault = (0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .firstFault */ .Rf)((0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .finiteFault */ .kM)("mean", mean), (0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .nonNegativeFault */ .Hj)("standard error", standardError), (0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .countFault */ .qy)("samples", samples), (0,_validity_js__WEBPACK_IMPORTED_MODULE_2__/* .finiteFault */ .kM)("bound", bound), oneSidedFault(confidence));
    if (fault !== undefined)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(fault);
    if (samples === 0)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .notEstimable */ .aI)("no samples");
    if (mean === bound)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .notEstimable */ .aI)("the observed mean is the bound itself");
    const ratio = ((0,_normal_distribution_js__WEBPACK_IMPORTED_MODULE_0__/* .normalCriticalValue */ .Oo)((0,_wilson_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .twoSidedConfidence */ .GD)(confidence)) * standardError) / (mean - bound);
    return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)(counted(samples * ratio * ratio, samples));
}
/** What is wrong with a one-sided confidence. */
const oneSidedFault = (confidence) => confidence > 0.5 && confidence < 1
    ? undefined
    : `one-sided confidence must lie above 0.5 and below 1, got ${confidence}`;
function counted(wanted, present) {
    const total = Math.max(1, Math.ceil(wanted));
    return { total, more: Math.max(0, total - present) };
}


/***/ }),

/***/ 7539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ tallyFault)
/* harmony export */ });
/* unused harmony export wholeTallyFault */
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5667);

/**
 * What is wrong with a tally. Successes need not be whole here: a rate that a tool rounded, times its trials, is not.
 */
function tallyFault(name, { successes, trials }) {
    const fault = (0,_validity_js__WEBPACK_IMPORTED_MODULE_0__/* .countFault */ .qy)(`${name} trials`, trials);
    if (fault !== undefined)
        return fault;
    return successes >= 0 && successes <= trials
        ? undefined
        : `${name} successes must lie in 0 to ${trials}, got ${successes}`;
}
/** What is wrong with a tally where an exact distribution needs whole successes. */
const wholeTallyFault = (name, tally) => firstFault(tallyFault(name, tally), countFault(`${name} successes`, tally.successes));


/***/ }),

/***/ 5667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ nonNegativeFault),
/* harmony export */   Rf: () => (/* binding */ firstFault),
/* harmony export */   kD: () => (/* binding */ openShareFault),
/* harmony export */   kM: () => (/* binding */ finiteFault),
/* harmony export */   kV: () => (/* binding */ shareFault),
/* harmony export */   qy: () => (/* binding */ countFault),
/* harmony export */   rt: () => (/* binding */ elementFault)
/* harmony export */ });
/* unused harmony exports positiveFault, finiteListFault, lengthFault */
/** A whole number from 0 up. */
const countFault = (name, count) => Number.isInteger(count) && count >= 0 ? undefined : `${name} must be a whole number from 0 up, got ${count}`;
/** Above 0 and below 1. */
const openShareFault = (name, share) => share > 0 && share < 1 ? undefined : `${name} must lie above 0 and below 1, got ${share}`;
/** From 0 to 1. */
const shareFault = (name, share) => share >= 0 && share <= 1 ? undefined : `${name} must lie in 0 to 1, got ${share}`;
/** Neither NaN nor infinite. */
const finiteFault = (name, number) => Number.isFinite(number) ? undefined : `${name} must be a finite number, got ${number}`;
/** Finite, and above 0. */
const positiveFault = (name, number) => Number.isFinite(number) && number > 0 ? undefined : `${name} must be a finite number above 0, got ${number}`;
/** Finite, and 0 or above. */
const nonNegativeFault = (name, number) => Number.isFinite(number) && number >= 0 ? undefined : `${name} must be a finite number from 0 up, got ${number}`;
/** The first element's fault there is. */
function elementFault(elements, faultOf) {
    for (let index = 0; index < elements.length; index++) {
        const fault = faultOf(elements[index] ?? NaN, index);
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}
/** Every element finite. */
const finiteListFault = (name, numbers) => elementFault(numbers, (number, index) => Number.isFinite(number) ? undefined : `${name}[${index}] must be a finite number, got ${number}`);
/** The same number of elements on both sides. */
const lengthFault = (left, leftLength, right, rightLength) => leftLength === rightLength ? undefined : `${left} has ${leftLength} elements and ${right} has ${rightLength}`;
/** The first fault there is. */
const firstFault = (...faults) => faults.find((fault) => fault !== undefined);


/***/ }),

/***/ 9143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ wilsonLimits),
/* harmony export */   GD: () => (/* binding */ twoSidedConfidence),
/* harmony export */   YV: () => (/* binding */ wilsonInterval)
/* harmony export */ });
/* harmony import */ var _model_estimate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1089);
/* harmony import */ var _normal_distribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7539);
/* harmony import */ var _validity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5667);




/**
 * Wilson score interval for a proportion: the range of true rates that `successes` out of `trials` does not
 * contradict. Use it before comparing an accuracy with a floor.
 *
 * @param successes how many trials succeeded, 0 to `trials`; need not be whole where it comes from a rounded rate
 * @param trials how many trials there were, a whole number
 * @param confidence two-sided, above 0 and below 1. A one-sided bound at c is that of the interval at 2c − 1:
 *   `wilsonInterval(x, n, twoSidedConfidence(c))`
 * @returns the limits, 0 to 1 (exactly 0 at no success, exactly 1 at nothing else); not estimable where there are no
 *   trials; invalid where an argument lies outside its range
 * @see E. B. Wilson (1927), "Probable inference", JASA 22, 209-212; R. G. Newcombe (1998), Statistics in Medicine 17,
 *   857-872, method 3
 * @example wilsonInterval(9, 10, 0.95) // { kind: "value", value: { lower: 0.5958, upper: 0.9821 } }
 */
function wilsonInterval(successes, trials, confidence) {
    const fault = (0,_validity_js__WEBPACK_IMPORTED_MODULE_1__/* .firstFault */ .Rf)((0,_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .tallyFault */ .f)("wilson interval:", { successes, trials }), (0,_validity_js__WEBPACK_IMPORTED_MODULE_1__/* .openShareFault */ .kD)("confidence", confidence));
    if (fault !== undefined)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)(fault);
    if (trials === 0)
        return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_3__/* .notEstimable */ .aI)("no trials");
    return (0,_model_estimate_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)(wilsonLimits(successes, trials, (0,_normal_distribution_js__WEBPACK_IMPORTED_MODULE_0__/* .normalCriticalValue */ .Oo)(confidence)));
}
/** The limits themselves, for arguments that were checked: `trials` above 0, `z` above 0. */
function wilsonLimits(successes, trials, z) {
    const rate = successes / trials;
    const shrink = 1 + (z * z) / trials;
    const centre = (rate + (z * z) / (2 * trials)) / shrink;
    const reach = (z / shrink) * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials));
    return {
        lower: successes === 0 ? 0 : Math.max(0, centre - reach),
        upper: successes === trials ? 1 : Math.min(1, centre + reach),
    };
}
/**
 * The confidence of the two-sided interval whose ends are the one-sided bounds at `oneSided`.
 *
 * @param oneSided above 0.5 and below 1
 * @example twoSidedConfidence(0.95) // 0.9
 */
const twoSidedConfidence = (oneSided) => 2 * oneSided - 1;


/***/ })

};
