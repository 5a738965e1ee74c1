import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isRecord, member, numeric, text } from "../read/shape.js";
import { jsonInText } from "./families/json-text.js";
import { epochMoment } from "./families/moments.js";
import { parameterValue } from "./families/parameters.js";

const mark = ":::MLLOG ";

interface Event {
  readonly key: string;
  readonly value: Value;
  readonly entry: Value;
  readonly line: number;
  readonly column: number;
}

/** The log of an MLPerf run, in which each event is JSON behind a mark. */
export const mlperfLog: Adapter = {
  id: "mlperf-log",
  title: "MLPerf log",
  definedAt: "https://github.com/mlcommons/logging",
  versions:
    "Training 0.7 to 5.1 and `mlperf_log_detail.txt` of inference, from the source and published examples, not seen",
  reads:
    "The last accuracy or loss of an evaluation, results of the load generator, whether the run ended well and the result is valid; settings as the parameters of the run.",
  leaves: "Starts and ends of intervals, accuracies on the way, throughput as it is tracked.",
  syntax: ["text"],
  gives: ["measurement", "check", "run"],

  recognises: ({ text: log }) => {
    const at = log.slice(0, 262_144).indexOf(mark);
    return at >= 0 && /^\{\s*"(key|namespace|time_ms)"/.test(log.slice(at + mark.length, at + mark.length + 40));
  },

  read: ({ text: log }) => {
    const { events, broken } = eventsOf(log);
    const stop = events.findLast(({ key }) => key === "run_stop");
    return [
      ...lastOf(events).map(measured),
      ...events.flatMap(checked),
      runOf(events, stop),
      ...broken.slice(0, 20).map(unreadable),
    ];
  },
};

function eventsOf(log: string): { readonly events: readonly Event[]; readonly broken: readonly number[] } {
  const events: Event[] = [];
  const broken: number[] = [];
  log.split(/\r\n|\n|\r/).forEach((written, index) => {
    const at = written.indexOf(mark);
    if (at < 0) return;
    const entry = jsonInText(written.slice(at + mark.length));
    const key = text(member(entry, "key"));
    if (entry === undefined || key === undefined) broken.push(index + 1);
    else
      events.push({ key, value: member(entry, "value") ?? null, entry, line: index + 1, column: at + mark.length + 1 });
  });
  return { events, broken };
}

const evaluated =
  /^(eval_accuracy|eval_loss|eval_error|result_[a-z0-9_.%]*(latency|per_second|qps|percentile|time)[a-z0-9_.%]*)$/;

/** Of each result the last event: those before are on the way. */
function lastOf(events: readonly Event[]): readonly Event[] {
  const last = new Map<string, Event>();
  for (const event of events)
    if (evaluated.test(event.key) && typeof event.value !== "object") last.set(event.key, event);
  return [...last.values()];
}

function measured({ key, value, entry, line, column }: Event): Statement {
  const step = numeric(member(member(entry, "metadata"), "epoch_num"));
  const unit = /_(ns|us|ms)$/.exec(key)?.[1] ?? (key.startsWith("result_") && key.includes("latency") ? "ns" : null);
  return {
    kind: "measurement",
    raw_metric: key,
    value,
    ...(unit === null ? {} : { unit, higher_is_better: false }),
    ...(step === undefined ? {} : { step }),
    at: epochMoment(member(entry, "time_ms")),
    where: { line, column },
  };
}

function checked({ key, value, entry, line, column }: Event): readonly Statement[] {
  const at = epochMoment(member(entry, "time_ms"));
  if (key === "result_validity")
    return [
      {
        kind: "check",
        name: "result is valid",
        suite: true,
        passed: value === "VALID",
        observed: text(value) ?? null,
        at,
        where: { line, column },
      },
    ];
  if (key !== "run_stop") return [];
  const status = text(member(member(entry, "metadata"), "status"));
  return [
    {
      kind: "check",
      name: "the run reached its target",
      suite: true,
      passed: status === undefined ? null : status === "success",
      observed: status ?? null,
      at,
      where: { line, column },
    },
  ];
}

/** Events at one point with a plain value are settings of the run. */
function runOf(events: readonly Event[], stop: Event | undefined): Statement {
  const settings = events.filter(
    ({ key, value, entry }) =>
      member(entry, "event_type") === "POINT_IN_TIME" &&
      value !== null &&
      !isRecord(value) &&
      !evaluated.test(key) &&
      !/^(result_|train_loss|tracked_stats|throughput)/.test(key),
  );
  return {
    kind: "run",
    status: text(member(member(stop?.entry, "metadata"), "status")) ?? null,
    params: Object.fromEntries(settings.map(({ key, value }) => [key, parameterValue(value)])),
    at: epochMoment(member(stop?.entry ?? events.at(-1)?.entry, "time_ms")),
    where: { line: events[0]?.line ?? 1 },
  };
}

const unreadable = (line: number): Statement => ({
  kind: "problem",
  problem: "unreadable",
  message: "this event of the log is not whole JSON",
  mend: "keep one event a line, and the log of one process a file",
  where: { line },
});
