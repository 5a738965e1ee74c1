import { describe, expect, test } from "vitest";
import { csv } from "../../src/report/forms/csv.js";
import { reporters } from "../../src/report/forms/index.js";
import { reportOf } from "../publish/findings.js";
import { fleetReport } from "./fleet.js";

const view = { columns: 92, colour: false, verbose: true, pathPrefix: "" };
const inParts = reporters.flatMap(({ id, render, parts }) => (parts === undefined ? [] : [{ id, render, parts }]));

test("the forms that grow with every finding come in parts", () => {
  expect(inParts.map(({ id }) => id)).toEqual(["csv", "intoto", "json"]);
});

describe.each(inParts)("$id", ({ render, parts }) => {
  test.each([
    ["of a fleet", fleetReport(300)],
    ["of nothing", reportOf([])],
  ])("%s is in parts what it is as a whole", (_, report) => {
    expect([...parts(report, view)].join("")).toBe(render(report, view));
  });
});

test("a table of thousands of findings comes in several parts, none of which is long", () => {
  const parts = [...(csv.parts?.(fleetReport(2000), view) ?? [])].map(({ length }) => length);
  expect(parts.length).toBeGreaterThan(1);
  expect(Math.max(...parts)).toBeLessThan(100_000);
});
