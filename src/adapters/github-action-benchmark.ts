import type { Adapter } from "../model/adapter.js";
import { benchStatements, isBenchHistory, isBenchList } from "./families/github-benchmark.js";

/** Benchmarks as the action takes and keeps them in JSON. */
export const githubActionBenchmark: Adapter = {
  id: "github-action-benchmark",
  title: "github-action-benchmark",
  definedAt: "https://github.com/benchmark-action/github-action-benchmark",
  versions: "1.x: lists of custom benchmarks seen; the history with `entries` from the source",
  reads:
    "Each benchmark under its name with its unit, of a history the newest run of each suite with its commit; whether more is better where the tool says so.",
  leaves: "Ranges and remarks, which have no form; older runs of a history.",
  syntax: ["json"],
  gives: ["measurement", "run"],
  recognises: ({ value }) => isBenchList(value) || isBenchHistory(value),
  read: ({ value }) => benchStatements(value),
};
