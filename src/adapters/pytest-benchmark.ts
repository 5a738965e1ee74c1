import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, members, numeric, scalarText, text } from "../read/shape.js";
import { parameterValue } from "./families/parameters.js";

/** Statistics of the rounds' times, and whether more is better. Spreads and outliers are of the timing, not of what is timed. */
const read: Readonly<Record<string, { readonly unit: string; readonly higher: boolean }>> = {
  min: { unit: "s", higher: false },
  max: { unit: "s", higher: false },
  mean: { unit: "s", higher: false },
  median: { unit: "s", higher: false },
  q1: { unit: "s", higher: false },
  q3: { unit: "s", higher: false },
  ops: { unit: "1/s", higher: true },
};

/** Times of functions, as pytest-benchmark saves them. */
export const pytestBenchmark: Adapter = {
  id: "pytest-benchmark",
  title: "pytest-benchmark",
  definedAt: "https://pytest-benchmark.readthedocs.io/en/latest/usage.html",
  versions: "2.5 to 3.2 seen; up to 5.2, of the same form, from the source",
  reads:
    "Of each benchmark the least, the greatest, the mean, the median and the quartiles in seconds, and the operations a second, over its rounds; the commit and the machine.",
  leaves: "Spreads, outliers, options and the times of single rounds.",
  syntax: ["json"],
  gives: ["measurement", "run"],

  recognises: ({ value }) => {
    const benchmarks = list(member(value, "benchmarks"));
    return (
      benchmarks !== undefined &&
      (hasKeys(value, "machine_info") || hasKeys(value, "commit_info")) &&
      benchmarks.every((benchmark) => hasKeys(benchmark, "name", "stats"))
    );
  },

  read: ({ value }) => {
    const at = text(member(value, "datetime")) ?? null;
    const benchmarks = list(member(value, "benchmarks")) ?? [];
    const empty: Statement[] =
      benchmarks.length > 0
        ? []
        : [
            {
              kind: "problem",
              problem: "empty",
              message: "no benchmark was run",
              mend: "run pytest with the benchmarks selected",
              where: { pointer: "/benchmarks" },
            },
          ];
    return [...benchmarks.flatMap((benchmark, index) => timesOf(benchmark, index, at)), ...empty, runOf(value, at)];
  },
};

function timesOf(benchmark: Value, index: number, at: string | null): readonly Statement[] {
  const name = text(member(benchmark, "fullname")) ?? text(member(benchmark, "name")) ?? `#${index + 1}`;
  const stats = member(benchmark, "stats");
  const rounds = numeric(member(stats, "rounds")) ?? null;
  return members(stats).flatMap(([key, value]): Statement[] => {
    const way = Object.hasOwn(read, key) ? read[key] : undefined;
    if (way === undefined) return [];
    const raw = `${name}.${key}`;
    return [
      {
        kind: "measurement",
        metric: raw,
        raw_metric: raw,
        value,
        unit: way.unit,
        higher_is_better: way.higher,
        n: rounds,
        at,
        where: { pointer: pointer("/benchmarks", index, "stats", key) },
      },
    ];
  });
}

function runOf(value: Value | undefined, at: string | null): Statement {
  const machine = member(value, "machine_info");
  const version = scalarText(member(value, "version"));
  const dirty = below(value, "commit_info", "dirty");
  return {
    kind: "run",
    code_revision: text(below(value, "commit_info", "id")) ?? null,
    params: dirty === undefined ? null : { uncommitted_changes: parameterValue(dirty) },
    environment: {
      ...Object.fromEntries(
        members(machine)
          .filter(([, part]) => !isRecord(part))
          .map(([key, part]) => [key, parameterValue(part)]),
      ),
      ...(version === undefined ? {} : { "pytest-benchmark": version }),
    },
    at,
    where: { pointer: hasKeys(value, "commit_info") ? "/commit_info" : "/machine_info" },
  };
}
