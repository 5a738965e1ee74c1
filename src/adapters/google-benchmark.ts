import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, numeric, text } from "../read/shape.js";
import { benchmarkUnit } from "./families/benchmark-unit.js";

const times = ["real_time", "cpu_time"] as const;
const rates = ["items_per_second", "bytes_per_second"] as const;

/** Times of functions, as Google Benchmark writes them. */
export const googleBenchmark: Adapter = {
  id: "google-benchmark",
  title: "Google Benchmark",
  definedAt: "https://github.com/google/benchmark/blob/main/docs/user_guide.md#output-formats",
  versions: "1.x, from the documentation, not seen",
  reads:
    "Real and CPU time of each benchmark in its own unit, and items and bytes a second; of repeated ones the aggregates. A benchmark that failed is a failed check.",
  leaves: "Counters of the team's own, single repetitions where aggregates stand, and the machine.",
  syntax: ["json"],
  gives: ["measurement", "check"],

  recognises: ({ value }) => {
    const benchmarks = list(member(value, "benchmarks"));
    return (
      hasKeys(member(value, "context"), "date") &&
      benchmarks !== undefined &&
      benchmarks.every(
        (benchmark) => hasKeys(benchmark, "name") && (hasKeys(benchmark, "real_time") || failed(benchmark)),
      )
    );
  },

  read: ({ value }) => {
    const benchmarks = list(member(value, "benchmarks")) ?? [];
    const at = text(member(member(value, "context"), "date")) ?? null;
    const aggregated = new Set(
      benchmarks.flatMap((benchmark) =>
        text(member(benchmark, "run_type")) === "aggregate" ? (text(member(benchmark, "run_name")) ?? []) : [],
      ),
    );
    return benchmarks.flatMap((benchmark, index) => {
      const repeated =
        text(member(benchmark, "run_type")) === "iteration" &&
        aggregated.has(text(member(benchmark, "run_name")) ?? "");
      return repeated && !failed(benchmark) ? [] : ofBenchmark(benchmark, index, at);
    });
  },
};

const failed = (benchmark: Value): boolean =>
  member(benchmark, "error_occurred") === true || text(member(benchmark, "error_message")) !== undefined;

/** Aggregates that are spreads of the times, and no times. */
const spreads = new Set(["stddev", "cv"]);

function ofBenchmark(benchmark: Value, index: number, at: string | null): readonly Statement[] {
  const name = text(member(benchmark, "name")) ?? `#${index + 1}`;
  const base = pointer("/benchmarks", index);
  if (failed(benchmark))
    return [
      {
        kind: "check",
        name,
        passed: false,
        message: text(member(benchmark, "error_message")) ?? null,
        at,
        where: { pointer: `${base}/name` },
      },
    ];
  if (spreads.has(text(member(benchmark, "aggregate_name")) ?? "")) return [];
  const unit = benchmarkUnit(text(member(benchmark, "time_unit")) ?? "ns");
  const n = numeric(member(benchmark, "iterations")) ?? null;
  const measured = (key: string, higher: boolean, written: string | null): Statement[] => {
    const value = member(benchmark, key);
    if (value === undefined) return [];
    const raw = `${name}.${key}`;
    const where = { pointer: pointer(base, key) };
    return [
      {
        kind: "measurement",
        metric: raw,
        raw_metric: raw,
        value,
        unit: written,
        higher_is_better: higher,
        n,
        at,
        where,
      },
    ];
  };
  return [
    ...times.flatMap((key) => measured(key, false, unit)),
    ...rates.flatMap((key) => measured(key, true, key === "bytes_per_second" ? "B/s" : "1/s")),
  ];
}
