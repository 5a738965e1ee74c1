import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { member, scalarText } from "../read/shape.js";
import { benchmarkStatements, isBenchmarkResult, type Result } from "./families/vllm.js";

/** One result, or a line for each where several rates were tried. */
function resultsIn({ syntax, value, values }: EvidenceFile): readonly Result[] {
  if (syntax !== "json-lines")
    return value === undefined
      ? []
      : [{ value, where: (...path) => ({ pointer: pointer("", ...path) }), protocol: null }];
  return values.map((entry) => ({
    value: entry.value,
    where: () => ({ line: entry.line }),
    protocol:
      values.length === 1 ? null : `request rate ${scalarText(member(entry.value, "request_rate")) ?? "not stated"}`,
  }));
}

export const vllmBenchmark: Adapter = {
  id: "vllm-benchmark",
  title: "vLLM and SGLang benchmark of serving (`vllm bench`, `bench_serving`)",
  definedAt: "https://docs.vllm.ai/en/latest/contributing/benchmarks.html",
  versions: "vLLM 0.4 to 0.10, SGLang 0.4, from the source, not seen",
  reads:
    "Times to the first token, per token and of whole requests in milliseconds, requests, those that failed, and rates of requests and tokens; of the offline benchmarks the time of a batch in seconds, and the throughput.",
  leaves: "Deviations, goodput, lengths, and what each request took.",
  syntax: ["json", "json-lines"],
  gives: ["measurement"],
  recognises: (file) => isBenchmarkResult(file.syntax === "json-lines" ? file.values[0]?.value : file.value),

  read: (file) => resultsIn(file).flatMap(benchmarkStatements),
};
