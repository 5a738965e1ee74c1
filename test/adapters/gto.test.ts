import { describe, expect, test } from "vitest";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

// Versions and stages were read off the output of gto 1.10.1.
describeFixtures("gto-registry", [
  [
    "gto/gto-show.json",
    "each stage with the version that it holds, not the latest for all",
    [
      { kind: "model", name: "fraud-detector", version: "v1.0.0", stage: "prod", place: "/fraud-detector/stage/prod" },
      { kind: "model", name: "fraud-detector", version: "v2.0.0", stage: "dev" },
    ],
    [
      { kind: "model", version: "v2.0.0", stage: "prod" },
      { kind: "model", name: "churn" },
    ],
  ],
]);

describeFixtures("gto-versions", [
  [
    "gto/gto-show-model.json",
    "versions with the stages that hold them",
    [
      { kind: "model", version: "v2.0.0", stage: "dev", created: "2026-11-23T05:21:16Z", at: "2026-11-23T05:21:32Z" },
      { kind: "model", version: "v1.0.0", stage: "prod" },
    ],
  ],
  ["gto/gto-show-stage.json", "the version of a stage", [{ kind: "model", version: "v1.0.0", stage: "prod" }]],
]);

describeFixtures("gto-history", [
  [
    "gto/gto-history.json",
    "what holds after all events",
    [
      {
        kind: "model",
        name: "fraud-detector",
        version: "v2.0.0",
        stage: "dev",
        at: "2026-11-23T05:21:32Z",
        place: "/0/stage",
      },
      { kind: "model", name: "fraud-detector", version: "v1.0.0", stage: "prod", at: "2026-11-23T05:20:54Z" },
    ],
    [{ kind: "model", stage: null }],
  ],
  ["gto/gto-check-ref.json", "one event", [{ kind: "model", version: "v1.0.0", stage: null, place: "/version" }]],
]);

interface Step {
  readonly event: string;
  readonly version: string;
  readonly stage?: string;
}

const history = (steps: readonly Step[]): string =>
  JSON.stringify(
    steps
      .map(({ event, version, stage = null }, index) => ({
        timestamp: `2026-01-01T00:00:0${String(index)}+00:00`,
        artifact: "m",
        event,
        version,
        stage,
        commit: "c",
      }))
      .reverse(),
  );

const register = (version: string): Step => ({ event: "registration", version });
const assign = (version: string, stage: string): Step => ({ event: "assignment", version, stage });

describe("what a history comes to", () => {
  test.each<readonly [string, readonly Step[], readonly (readonly [string, string | null])[]]>([
    [
      "a later assignment takes the stage over",
      [register("v1"), assign("v1", "prod"), register("v2"), assign("v2", "prod")],
      [
        ["v2", "prod"],
        ["v1", null],
      ],
    ],
    ["a version without a stage is still one", [register("v1")], [["v1", null]]],
    [
      "an unassignment empties the stage",
      [register("v1"), assign("v1", "prod"), { event: "unassignment", version: "v1", stage: "prod" }],
      [["v1", null]],
    ],
    [
      "an unassignment of another version changes nothing",
      [assign("v1", "prod"), assign("v2", "prod"), { event: "unassignment", version: "v1", stage: "prod" }],
      [["v2", "prod"]],
    ],
    [
      "a version that is no longer registered is none",
      [register("v1"), register("v2"), { event: "deregistration", version: "v1" }],
      [["v2", null]],
    ],
    [
      "a deprecated artifact has neither",
      [register("v1"), assign("v1", "prod"), { event: "deprecation", version: "v1" }],
      [],
    ],
  ])("%s", async (_, steps, expected) => {
    const facts = await factsOfText("history.json", history(steps));
    expect(facts.flatMap((fact) => (fact.kind === "model" ? [[fact.version, fact.stage]] : []))).toEqual(expected);
  });
});

test("a stage may hold several versions, and the latest one need not be among them", async () => {
  const text = JSON.stringify({ m: { version: "v3", stage: { prod: ["v2", "v1"], dev: null }, registered: true } });
  const facts = await factsOfText("show.json", text);
  expectFact(facts, { kind: "model", version: "v1", stage: "prod" });
  expectFact(facts, { kind: "model", version: "v2", stage: "prod" });
  expectFact(facts, { kind: "model", version: "v3", stage: null });
});
