import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

// Shapes are those of the tools' sources and documentation; see each adapter's `definedAt`.

const json = (value: unknown): string => JSON.stringify(value);

describe("vLLM's benchmark of serving", () => {
  const serving = (completed: number, rate: number | string = "inf") => ({
    date: "20240801-101010",
    backend: "vllm",
    model_id: "meta-llama/Llama-3-8B",
    num_prompts: 1000,
    request_rate: rate,
    duration: 40.1,
    completed,
    request_throughput: 24.9,
    output_throughput: 4946.1,
    mean_ttft_ms: 3412.2,
    std_ttft_ms: 1900.1,
    "p99.9_ttft_ms": 7000.1,
    median_tpot_ms: 58.1,
    mean_e2el_ms: 9000.1,
    p99_e2el_ms: 20000.2,
  });

  test("the latency of a request is the whole of it; times of tokens are metrics of their own", async () => {
    const facts = await factsOfText("vllm-inf.json", json(serving(998)));
    expectFact(facts, {
      format: "vllm-benchmark",
      metric: "latency_p99",
      value: 20000.2,
      unit: "ms",
      n: 998,
      higher_is_better: false,
      at: "2024-08-01T10:10:10Z",
      place: "/p99_e2el_ms",
    });
    expectFact(facts, { metric: "time_to_first_token_p99.9", value: 7000.1, unit: "ms" });
    expectFact(facts, { metric: "time_per_output_token_p50", value: 58.1 });
    expectFact(facts, { metric: "output_token_throughput", value: 4946.1, higher_is_better: true });
    expectFact(facts, { metric: "request_failures", value: 2, n: 1000 });
    expect(ofKind(facts, "measurement").some(({ value }) => value === 1900.1)).toBe(false);
  });

  test("nothing completed: it is told", async () => {
    expectFact(await factsOfText("v.json", json(serving(0))), {
      kind: "problem",
      problem: "empty",
      place: "/completed",
    });
  });

  test("several rates, a line each, are kept apart", async () => {
    const facts = await factsOfText("bench.jsonl", `${json(serving(998, 2))}\n${json(serving(900, 8))}\n`);
    expectFact(facts, { metric: "latency", n: 998, protocol: "request rate 2", place: "1" });
    expectFact(facts, { metric: "latency", n: 900, protocol: "request rate 8", place: "2" });
  });

  test("its offline benchmarks: the time of a batch in seconds, and the throughput", async () => {
    const batch = json({ avg_latency: 4.9, latencies: [4.9, 4.91], percentiles: { 50: 4.9, 99: 5.1 } });
    const facts = await factsOfText("latency.json", batch);
    expectFact(facts, { metric: "latency_p99", value: 5.1, unit: "s", n: 2, place: "/percentiles/99" });
    const throughput = { elapsed_time: 20.1, num_requests: 1000, requests_per_second: 49.8, tokens_per_second: 20574 };
    const offline = await factsOfText("t.json", json(throughput));
    expectFact(offline, { metric: "throughput", value: 49.8, unit: "1/s" });
    expectFact(offline, { metric: "total_token_throughput", value: 20574 });
  });
});

test("GenAI-Perf: each time in the unit that stands with it", async () => {
  const facts = await factsOfText(
    "profile_export_genai_perf.json",
    json({
      request_throughput: { unit: "requests/sec", avg: 0.9 },
      request_latency: { unit: "ms", avg: 1100.1, p99: 2000, std: 100 },
      time_to_first_token: { unit: "ms", avg: 200.1, p99: 400 },
      output_token_throughput: { unit: "tokens/sec", avg: 400.1 },
      input_config: {},
    }),
  );
  expectFact(facts, { format: "genai-perf-profile", metric: "latency_p99", value: 2000, unit: "ms" });
  expectFact(facts, { metric: "time_to_first_token", value: 200.1, place: "/time_to_first_token/avg" });
  expectFact(facts, { metric: "throughput", value: 0.9 });
  expectFact(facts, { metric: "output_token_throughput", value: 400.1 });
  expect(ofKind(facts, "measurement")).toHaveLength(6);
});

test("Triton's analyzer: microseconds, of each concurrency", async () => {
  const text =
    "Concurrency,Inferences/Second,Client Send,Server Queue,p50 latency,p99 latency\n1,100.1,10,30,1000,1300\n2,180.1,10,30,1010,1310\n";
  const facts = await factsOfText("perf.csv", text);
  expectFact(facts, {
    format: "triton-perf-analyzer",
    metric: "latency_p99",
    value: 1310,
    unit: "us",
    slice: { concurrency: "2" },
    place: "3",
  });
  expectFact(facts, { metric: "throughput", value: 100.1, slice: { concurrency: "1" } });
  expect(ofKind(facts, "measurement")).toHaveLength(6);
});

describe("LangSmith", () => {
  const header =
    "id,inputs.question,outputs.answer,feedback.correctness,feedback.comment,execution_time,example_id,error";
  const of = async (...rows: readonly string[]) => factsOfText("experiment.csv", [header, ...rows].join("\n"));

  test("the mean of each feedback; words are none", async () => {
    const facts = await of("a,q,x,True,good,1.2,e1,", "b,q,x,0,bad,1.3,e2,");
    expectFact(facts, { format: "langsmith-experiment", metric: "correctness", value: 0.5, n: 2, protocol: "mean" });
    expectFact(facts, { kind: "check", name: "every example ran without an error", passed: true });
    expect(ofKind(facts, "measurement")).toHaveLength(1);
  });

  test("an example that failed, and was not scored", async () => {
    const facts = await of("a,q,x,1,,1.2,e1,", "b,q,,,,1.3,e2,TimeoutError");
    expectFact(facts, { kind: "check", passed: false, observed: 1, expected: 0, place: "3" });
    expectFact(facts, { kind: "check", name: "all samples of feedback.correctness were evaluated", passed: false });
  });
});

test("TruLens: the mean of each feedback, of each version where there are several", async () => {
  const header = "app_name,app_version,Answer Relevance,Groundedness,latency,total_cost";
  const one = await factsOfText("leaderboard.csv", `${header}\nRAG,base,0.9,0.85,2.1,0.001\n`);
  expectFact(one, { format: "trulens-leaderboard", metric: "answer_relevancy", value: 0.9, about: null });
  expectFact(one, { metric: "latency", value: 2.1, unit: "s" });
  expect(ofKind(one, "measurement")).toHaveLength(3);
  const two = await factsOfText("leaderboard.csv", `${header}\nRAG,base,0.9,0.85,2.1,0.001\nRAG,v2,0.8,,2.2,0.001\n`);
  expectFact(two, { metric: "answer_relevancy", value: 0.8, about: "v2", place: "3" });
});
