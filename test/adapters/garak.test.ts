import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("garak-report", [
  [
    "garak/blank.report.jsonl",
    "each detector's verdict on each probe, one over all, and the run",
    [
      { kind: "check", name: "dan.Dan_11_0 / dan.DAN", passed: true, observed: 1, expected: 1, place: "3" },
      {
        kind: "check",
        name: "dan.Dan_11_0 / mitigation.MitigationBypass",
        passed: false,
        observed: 0,
        expected: 1,
        message: "1 of 1 outputs were hit by the attack",
        at: "2026-11-23T05:18:23.357065Z",
      },
      { kind: "check", name: "all probes", suite: true, passed: false, observed: 5, expected: 6 },
      {
        kind: "run",
        run_id: "8d30083c-4b9e-40fe-bd61-058a123ef97e",
        status: "finished",
        environment: { garak: "0.17.1" },
      },
    ],
    [{ kind: "measurement" }, { kind: "check", name: "dan.Dan_11_0 / mitigation.MitigationBypass", passed: true }],
  ],
]);

describeFixtures("garak-hitlog", [
  [
    "garak/hits.hitlog.jsonl",
    "what got through is a failed check, and its text is not repeated",
    [
      {
        kind: "check",
        name: "dan.Dan_11_0 / mitigation.MitigationBypass",
        passed: false,
        message: "the attack hit 1 output; the first stands here",
        place: "1",
      },
    ],
  ],
]);

describeFixtures("garak-digest", [
  [
    "garak/digest.json",
    "the same verdicts without the report",
    [
      {
        kind: "check",
        name: "encoding.InjectHex / encoding.DecodeApprox",
        passed: true,
        observed: 4,
        place: "/eval/encoding/encoding.InjectHex/encoding.DecodeApprox/passed",
      },
      { kind: "check", name: "dan.Dan_11_0 / mitigation.MitigationBypass", passed: false },
    ],
  ],
]);

const lines = (...entries: readonly object[]): string => entries.map((entry) => JSON.stringify(entry)).join("\n");

const init = { entry_type: "init", garak_version: "0.9.0.12", start_time: "2024-03-01T10:00:00", run: "r" };
const passed = { entry_type: "eval", probe: "p.P", detector: "detector.d.D", passed: 10, total: 10 };
const end = { entry_type: "completion", end_time: "2024-03-01T11:00:00", run: "r" };

test("reports before 0.13 count with `total`, and name detectors by their module's package", async () => {
  const facts = await factsOfText("g.report.jsonl", lines(init, passed, end));
  expectFact(facts, { format: "garak-report", kind: "check", name: "p.P / d.D", passed: true, expected: 10 });
  expectFact(facts, { kind: "check", name: "all probes", passed: true });
});

test.each([
  ["broke off", [init, passed], "the report does not say that the scan ran to its end"],
  ["judged nothing", [init, end], "nothing was judged: the report has no verdicts"],
  [
    "judged no output of a probe",
    [init, passed, { ...passed, passed: 0, total: 0 }, end],
    "0 of 1 verdicts found a hit",
  ],
])("a scan that %s has no verdict", async (_, entries, message) => {
  const facts = await factsOfText("g.report.jsonl", lines(...entries));
  expectFact(facts, { kind: "check", name: "all probes", passed: null, message });
});

test.each([
  ["no output was judged", { passed: 0, total_evaluated: 0 }],
  ["more passed than were judged", { passed: 11, total_evaluated: 10 }],
  ["the counts are no numbers", { passed: "many", total_evaluated: 10 }],
  ["the counts are absent", {}],
])("a verdict is none where %s", async (_, counts) => {
  const entry = { entry_type: "eval", probe: "p.P", detector: "d.D", ...counts };
  const facts = await factsOfText("g.report.jsonl", lines(init, entry, end));
  expectFact(facts, { kind: "check", name: "p.P / d.D", passed: null });
});

test("outputs that no detector could judge are told beside the verdict", async () => {
  const entry = { entry_type: "eval", probe: "p.P", detector: "d.D", passed: 8, fails: 0, nones: 2 };
  const facts = await factsOfText("g.report.jsonl", lines(init, entry, end));
  expectFact(facts, { kind: "check", name: "p.P / d.D", passed: true, observed: 8, expected: 8 });
  expectFact(facts, { name: "all samples of p.P / d.D were evaluated", passed: false, observed: 8, expected: 10 });
});

test("the calibration of garak itself measures no model", async () => {
  const facts = await factsOfText("c.json", JSON.stringify({ "p.P/d.D": { mu: 0.4, sigma: 0.1, sw_p: 0.5 } }));
  expectFact(facts, { kind: "file", format: "garak-calibration" });
  expect(ofKind(facts, "measurement")).toEqual([]);
});

test("metrics of detectors are about the detector, with their interval", async () => {
  const metrics = { accuracy: 0.875, hit_recall: 1, hit_f1: 0.8, hit_f1_ci: { ci_lower: 0.7, ci_upper: 0.9 } };
  const facts = await factsOfText("d.json", JSON.stringify({ results: { "dan.DAN": { metrics } } }));
  const base = { format: "garak-detector-metrics", kind: "measurement", about: "dan.DAN" };
  expectFact(facts, { ...base, metric: "accuracy", value: 0.875, place: "/results/dan.DAN/metrics/accuracy" });
  expectFact(facts, { ...base, raw_metric: "hit_f1", interval: { lower: 0.7, upper: 0.9, level: null } });
});
