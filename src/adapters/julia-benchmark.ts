import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, members, text } from "../read/shape.js";

/** A value of the dump: the name of its type, and its fields. */
interface Typed {
  readonly type: string;
  readonly fields: Value;
}

function typed(value: Value | undefined): Typed | undefined {
  const [type, fields] = list(value) ?? [];
  const name = text(type);
  return name === undefined || fields === undefined ? undefined : { type: name, fields };
}

/** Times of functions, as BenchmarkTools of Julia saves estimates of them. */
export const juliaBenchmark: Adapter = {
  id: "julia-benchmark",
  title: "BenchmarkTools.jl",
  definedAt: "https://juliaci.github.io/BenchmarkTools.jl/stable/manual/#Serialization",
  versions: "1.0, estimates; trials with their single times are not read",
  reads: "Time and time of garbage collection in nanoseconds, memory and allocations of each estimate.",
  leaves: "Parameters, tags, and trials.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises: ({ value }) => {
    const [versions, groups] = list(value) ?? [];
    return (
      hasKeys(versions, "Julia", "BenchmarkTools") &&
      list(groups)?.every((group) => typed(group) !== undefined) === true
    );
  },

  read: ({ value }) =>
    (list(list(value)?.[1]) ?? []).flatMap((group, index) => estimates(group, pointer("", 1, index), "")),
};

const units: Readonly<Record<string, string>> = { time: "ns", gctime: "ns", memory: "B", allocs: "count" };

function estimates(value: Value, at: string, path: string): readonly Statement[] {
  const found = typed(value);
  if (found === undefined) return [];
  if (found.type === "BenchmarkGroup")
    return members(member(found.fields, "data")).flatMap(([key, child]) =>
      estimates(child, pointer(at, 1, "data", key), path === "" ? key : `${path}/${key}`),
    );
  if (found.type !== "TrialEstimate") return [];
  return Object.entries(units).flatMap(([key, unit]): Statement[] => {
    const measured = member(found.fields, key);
    if (measured === undefined) return [];
    const raw = path === "" ? key : `${path}.${key}`;
    const where = { pointer: pointer(at, 1, key) };
    return [
      { kind: "measurement", metric: raw, raw_metric: raw, value: measured, unit, higher_is_better: false, where },
    ];
  });
}
