import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isRecord, list, member, members, numeric, text } from "../../read/shape.js";
import { benchmarkUnit } from "./benchmark-unit.js";
import { epochMoment } from "./moments.js";

/** Benchmarks of github-action-benchmark: what it is given, and the history that it keeps. */

const isBench = (bench: Value | undefined): boolean =>
  hasKeys(bench, "name", "unit", "value") && text(member(bench, "name")) !== undefined;

/** A list of `{name, unit, value}`, as custom benchmarks are handed over. */
export const isBenchList = (value: Value | undefined): boolean => {
  const benches = list(value);
  return benches !== undefined && benches.length > 0 && benches.slice(0, 100).every(isBench);
};

/** The history: `entries` of suites, each a list of runs with their benches. */
export const isBenchHistory = (value: Value | undefined): boolean =>
  hasKeys(value, "lastUpdate", "entries") &&
  members(member(value, "entries")).every(([, runs]) => list(runs)?.every((run) => hasKeys(run, "commit", "benches")));

/** Tools whose values tell by themselves which way is better. */
const higherByTool: Readonly<Record<string, boolean>> = {
  customSmallerIsBetter: false,
  customBiggerIsBetter: true,
  cargo: false,
  catch2: false,
  googlecpp: false,
  benchmarkdotnet: false,
  benchmarkjs: true,
  benchmarkluau: true,
  pytest: true,
};

interface Run {
  readonly base: string;
  readonly benches: readonly Value[];
  readonly suite: string | null;
  readonly tool: string | undefined;
  readonly at: string | null;
}

/** The benches of a list, or of the newest run of each suite. */
export function benchStatements(value: Value | undefined): readonly Statement[] {
  const benches = list(value);
  if (benches !== undefined) return benchesOf({ base: "", benches, suite: null, tool: undefined, at: null });
  const suites = members(member(value, "entries"));
  return suites.flatMap(([name, runs]) => {
    const newest = newestOf(list(runs) ?? []);
    if (newest === undefined) return [];
    const base = pointer("/entries", name, newest.index);
    const at = epochMoment(member(newest.run, "date"));
    return [
      ...benchesOf({
        base: `${base}/benches`,
        benches: list(member(newest.run, "benches")) ?? [],
        suite: suites.length > 1 ? name : null,
        tool: text(member(newest.run, "tool")),
        at,
      }),
      runOf(member(newest.run, "commit"), `${base}/commit`, at),
    ];
  });
}

/** The run with the latest date: runs of other branches may stand behind it. */
function newestOf(runs: readonly Value[]): { readonly run: Value; readonly index: number } | undefined {
  let newest: { readonly run: Value; readonly index: number; readonly date: number } | undefined;
  runs.forEach((run, index) => {
    const date = numeric(member(run, "date")) ?? 0;
    if (newest === undefined || date >= newest.date) newest = { run, index, date };
  });
  return newest;
}

const benchesOf = ({ base, benches, suite, tool, at }: Run): readonly Statement[] =>
  benches.filter(isRecord).map((bench, index) => {
    const name = text(member(bench, "name")) ?? `#${index + 1}`;
    const raw = suite === null ? name : `${suite}: ${name}`;
    const higher = tool !== undefined && Object.hasOwn(higherByTool, tool) ? higherByTool[tool] : undefined;
    return {
      kind: "measurement",
      metric: raw,
      raw_metric: raw,
      value: member(bench, "value"),
      unit: benchmarkUnit(text(member(bench, "unit"))),
      higher_is_better: higher ?? null,
      at,
      where: { pointer: pointer(base, index, "value") },
    };
  });

const runOf = (commit: Value | undefined, where: string, at: string | null): Statement => ({
  kind: "run",
  code_revision: text(member(commit, "id")) ?? null,
  at,
  where: { pointer: where },
});
