import { keeps } from "../judging/bound.js";
import { failedShare, latencyMetricOf, milliseconds } from "../judging/load.js";
import { brokenFor } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile, worstOf } from "../judging/verdict.js";
import { listed, shownBeside, shownNumber } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";

interface Asked {
  readonly word: string;
  /** Milliseconds. */
  readonly most: number;
  readonly failed: number;
  readonly fewest: number;
}

const defaultFailed = 0.01;

export const latency = defineCheck({
  id: "latency",
  area: "deployment",
  title: "The service answers fast enough",
  why: "A right answer that comes too late is not used; a server that refuses every request refuses them very fast.",
  mend: "Make the service faster, or give it more resources, and run the load test again.",
  whenNot: "For models that run in batches: bound their `runtime` with `metric`.",
  subject: { kind: "texts", description: "Statistics of the time of requests: p50, p95, p99.9, mean, max." },
  options: {
    "at-most": {
      kind: "quantity",
      description: "The longest time, such as 150ms; a bare number is milliseconds.",
      required: true,
    },
    "failed-at-most": {
      kind: "proportion",
      description: "The share of requests that may fail before their times say nothing: 1% by default.",
    },
    "min-samples": { kind: "count", description: "The fewest answered requests that tell." },
  },
  example: {
    rule: "fast-enough: { latency: [p95], at-most: 150ms }",
    met: "a k6 summary whose p(95) of http_req_duration is 35 ms, and no request failed",
    notMet: "a report whose p95 is 310 ms, or in which every request failed",
  },
  needs: ["measurement"],
  parts: [
    {
      one: "load figure",
      several: "load figures",
      of: ({ subject: words, evidence }) =>
        words.flatMap((word) =>
          timesOf(evidence, word).flatMap(({ source }) => [
            { name: word, source, subject: word },
            ...(failedShare(evidence, source.path) === null
              ? []
              : [{ name: `the failures beside ${word}`, source, subject: word }]),
          ]),
        ),
    },
  ],

  plain: (words, asked) =>
    `the ${listed(words)} time of a request is at most ${shownNumber(asked["at-most"]?.value ?? 0)} ms, and at most ${shownNumber((asked["failed-at-most"] ?? defaultFailed) * 100)} % of the requests fail`,

  evaluate({ subject: words, options, evidence }) {
    const broken = brokenFor(evidence, "measurement").find(({ claims }) => !claims);
    if (broken !== undefined) return [unreadableFile(broken)];
    return words.map((word) =>
      judgeWord(evidence, {
        word,
        most: options["at-most"]?.value ?? 0,
        failed: options["failed-at-most"] ?? defaultFailed,
        fewest: options["min-samples"] ?? 0,
      }),
    );
  },
});

function timesOf(evidence: Evidence, word: string): readonly FactOf<"measurement">[] {
  const metric = latencyMetricOf(word);
  return evidence
    .of("measurement")
    .filter(
      (fact) => fact.metric === metric && fact.about === null && !fact.claimed && Object.keys(fact.slice).length === 0,
    );
}

/** Several reports: each is judged, and the worst stands. */
function judgeWord(evidence: Evidence, asked: Asked): Verdict {
  const metric = latencyMetricOf(asked.word);
  const stated = timesOf(evidence, asked.word);
  const worst = worstOf(stated.map((fact) => judge(fact, evidence, asked)));
  return (
    worst ??
    missing(
      metric === undefined
        ? `${asked.word} is no statistic of a time: write p95, p99.9, mean, min or max`
        : `no load report states the ${asked.word} time of a request`,
      "commit the report of a load test (k6, Locust, vegeta, hey) that states it",
      asked.word,
    )
  );
}

function judge(fact: FactOf<"measurement">, evidence: Evidence, asked: Asked): Verdict {
  const subject = asked.word;
  const sources = [fact.source];
  const failed = failedShare(evidence, fact.source.path);
  if (failed !== null && !keeps(failed, "at-most", asked.failed))
    return {
      subject,
      outcome: "not-met",
      message: `${shownBeside(failed * 100, asked.failed * 100)} % of the requests failed, at most ${shownNumber(asked.failed * 100)} %: the times of the others tell little`,
      sources,
    };
  const unreadable = (message: string, mend: string): Verdict => ({
    subject,
    outcome: "unreadable",
    message,
    mend,
    sources,
  });
  if (fact.n === 0)
    return unreadable("no request was answered: the time is of none", "run it against a server that answers");
  const time = milliseconds(fact);
  if (time === null)
    return unreadable(
      fact.value === null ? `the ${subject} time is no number` : `the ${subject} time has no unit of time`,
      "write the report with the load test's own tool",
    );
  const judged = judgedNumbers({
    metric: fact.metric,
    value: time,
    unit: "ms",
    higher_is_better: false,
    bound_kind: "at-most",
    bound: asked.most,
    n: fact.n,
    rung: "point",
  });
  if (fact.n !== null && fact.n < asked.fewest)
    return {
      subject,
      outcome: "inconclusive",
      message: `${fact.n} answered requests are too few, at least ${asked.fewest}`,
      sources,
      judged,
    };
  const unsaid = failed === null ? "; the report does not say how many requests failed" : "";
  return {
    subject,
    outcome: keeps(time, "at-most", asked.most) ? "met" : "not-met",
    message: `the ${subject} time is ${shownBeside(time, asked.most)} ms, at most ${shownNumber(asked.most)} ms${unsaid}`,
    sources,
    judged,
  };
}
