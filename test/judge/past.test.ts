import { describe, expect, test } from "vitest";
import { json } from "../../src/report/forms/json.js";
import type { Report } from "../../src/model/report.js";
import { pastFrom } from "../../src/judge/past.js";
import { memory } from "../../src/world/memory.js";
import { page } from "../../src/report/html/page.js";
import { richReportWithPast } from "../report/rich.js";
import { facts, judged, measurement } from "./judged.js";

const policy = "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n";
const view = { columns: 92, colour: false, verbose: true, pathPrefix: "" };
const clock = Date.parse("2026-11-23T09:00:00Z");

const reportAt = (day: string, recall: number): Promise<Report> =>
  judged({ "m/run.facts.jsonl": facts(measurement("recall", recall)) }, policy, {
    now: Date.parse(`${day}T00:00:00Z`),
  });

const textOf = (report: Report): string => json.render(report, view);

describe("the history of a model", () => {
  test("is what earlier reports say of it, oldest first, whatever their files are called", async () => {
    const files = {
      "old/b.json": textOf(await reportAt("2026-01-01", 0.7)),
      "old/a/report.json": textOf(await reportAt("2026-06-01", 0.9)),
      "old/same-time.json": textOf(await reportAt("2026-06-01", 0.9)),
      "old/later.json": textOf(await reportAt("2027-01-01", 0.9)),
    };
    const { byModel, notes } = pastFrom(memory(files), ["old"], clock);
    expect(
      byModel.get("m")?.map(({ at, decision, metrics }) => [at.slice(0, 10), decision, metrics[0]?.value]),
    ).toEqual([
      ["2026-01-01", "block", 0.7],
      ["2026-06-01", "pass", 0.9],
    ]);
    expect(notes).toEqual([]);
  });

  test.each([
    [
      "cut short",
      '{"tool":',
      /old\/x\.json: the report is cut short, or is no JSON, so that it is missing from the history/,
    ],
    ["no report", "{}", /this is no report of model-referee/],
    ["of a newer schema", '{"tool":{"name":"model-referee"},"schema_version":9}', /schema version 9/],
  ])("says which file is %s", (_, text, expected) => {
    const { byModel, notes } = pastFrom(memory({ "old/x.json": text }), ["old"], clock);
    expect(byModel.size).toBe(0);
    expect(notes[0]).toMatch(expected);
  });

  test("stands on the page with the numbers and decisions in words, not in the drawing alone", async () => {
    const report = await richReportWithPast();
    const [fraud] = report.models;
    expect(fraud?.detail?.past.map(({ version }) => version)).toEqual(["v1", "v1", "v2", "v2", "v3"]);
    const markup = page(report, view);
    expect(markup).toMatch(/<h3[^>]*>History<\/h3>/);
    expect(markup).toContain("6 reports from 2026-03-02 to 2026-11-23, this one included");
    expect(markup).toMatch(/<svg class="line"/);
    expect(markup).toMatch(/What was decided, since when, by whose approval/);
  });

  test("is told nowhere where the configuration names no folder", async () => {
    const files = {
      "m/run.facts.jsonl": facts(measurement("recall", 0.9)),
      "old/a.json": textOf(await reportAt("2026-01-01", 0.7)),
    };
    const report = await judged(files, policy);
    expect(report.models[0]?.detail?.past).toEqual([]);
    expect(page(report, view)).not.toMatch(/>History</);
  });
});
