import { describe, expect, test } from "vitest";
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

  test("of a fleet comes in several parts", () => {
    expect([...parts(fleetReport(2000), view)].length).toBeGreaterThan(1);
  });
});
