import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { loadWaivers } from "../../src/policy/waivers.js";
import { memory } from "../../src/world/memory.js";

const load = (text: string) => loadConfiguration("referee.yaml", policyFilesOf(memory({ "referee.yaml": text })));

const example = `policies: [policies/gate.yaml, referee:fairness]
waivers: [policies/waivers.yaml]
stages: { order: [development, staging, canary, production], default: production }
models:
  - { name: fraud-detector, path: models/fraud, stage: production, risk: high, owner: "@acme/fraud" }
evidence:
  - files: "reports/drift/*.json"
    model: fraud-detector
    map: { kind: drift, scope: column, each: "$.features.*", column: "@key", method: psi, score: "$.psi", at: "$$.generated" }
  - { files: ["models/*/baseline.json", "models/*/champion.json"], role: baseline }
ignore: ["archive/**"]
`;

describe("referee.yaml", () => {
  test("is read whole", () => {
    const { configuration, problems } = load(example);
    expect(problems).toEqual([]);
    expect(configuration).toMatchObject({
      path: "referee.yaml",
      policies: ["policies/gate.yaml", "referee:fairness"],
      waivers: ["policies/waivers.yaml"],
      stages: { order: ["development", "staging", "canary", "production"], default: "production" },
      models: [
        {
          name: "fraud-detector",
          path: "models/fraud",
          stage: "production",
          risk: "high",
          owner: "@acme/fraud",
          champion: null,
          run: null,
        },
      ],
      evidence: [
        { files: "reports/drift/*.json", model: "fraud-detector", baseline: false, mapping: { kind: "drift" } },
        { files: "models/*/baseline.json", model: null, baseline: true, mapping: null },
        { files: "models/*/champion.json", model: null, baseline: true, mapping: null },
      ],
      ignore: ["archive/**"],
      gateId: "default",
      allowClock: false,
      nothingToJudgeIsFine: false,
    });
  });

  test.each(["", "# nothing yet\n", "{}"])("is optional in all its parts: %j", (text) => {
    expect(load(text)).toEqual({ configuration: { ...defaultConfiguration, path: "referee.yaml" }, problems: [] });
  });

  test("the rest of it", () => {
    const { configuration } = load("gate-id: fraud\nallow-clock: true\nlongest-waiver: 30d\nnothing-to-judge: pass\n");
    expect(configuration).toMatchObject({
      gateId: "fraud",
      allowClock: true,
      longestWaiver: 2_592_000_000,
      nothingToJudgeIsFine: true,
    });
  });

  test.each([
    [".", ""],
    ["./models/a/", "models/a"],
    ["models//a", "models/a"],
  ])("a model's folder %s is %j", (path, read) => {
    expect(load(`models: [{ name: a, path: ${path} }]`).configuration.models[0]?.path).toBe(read);
  });

  test("with stages of the team's own, the last is the default", () => {
    expect(load("stages: { order: [lab, shop] }\n").configuration.stages).toEqual({
      order: ["lab", "shop"],
      default: "shop",
    });
  });

  test.each<[title: string, text: string, place: string, message: RegExp, mend: RegExp]>([
    ["unknown key", "polices: [a.yaml]\n", "1:1", /unknown key `polices`/, /`policies`/],
    ["unknown key of a model", "models:\n  - { name: a, path: b, stag: c }", "2:25", /`stag`/, /`stage`/],
    ["a model without a name", "models:\n  - { path: a }", "2:5", /entry 1 has no `name`/, /name in every report/],
    [
      "a folder outside the tree",
      "models:\n  - { name: a, path: ../b }",
      "2:22",
      /`\.\.\/b`; expected a folder/,
      /below the root/,
    ],
    ["an absolute folder", "models:\n  - { name: a, path: /b }", "2:22", /`\/b`/, /below the root/],
    [
      "a stage that is none",
      "models:\n  - { name: a, path: b, stage: prodution }",
      "2:32",
      /`prodution` is none of the stages/,
      /`production`/,
    ],
    ["a default that is no stage", "stages: { order: [a, b], default: c }", "1:35", /`c` is none/, /stages\.order/],
    ["a stage twice", "stages: { order: [a, b, a] }", "1:25", /the stage `a` stands twice/, /once/],
    [
      "two models of one name",
      "models:\n  - { name: a, path: b }\n  - { name: a, path: c }",
      "3:13",
      /the model `a` stands twice/,
      /once/,
    ],
    [
      "two models in one folder",
      "models:\n  - { name: a, path: c }\n  - { name: b, path: c/ }",
      "3:22",
      /the folder `c` stands twice/,
      /once/,
    ],
    ["a role that is none", "evidence:\n  - { files: a, role: basline }", "2:23", /`basline`/, /`baseline`/],
    ["an unknown kind", "evidence:\n  - { files: a, map: { kind: drit } }", "2:30", /`drit`/, /`drift`/],
    ["no kind", 'evidence:\n  - { files: a, map: { score: "$.x" } }', "2:22", /has no `kind`/, /drift/],
    [
      "approvals by mapping",
      "evidence:\n  - { files: a, map: { kind: approval, by: me } }",
      "2:30",
      /`approval`/,
      /measurement/,
    ],
    [
      "a field of another kind",
      'evidence:\n  - { files: a, map: { kind: drift, metrc: x, score: "$.x" } }',
      "2:37",
      /`metrc`/,
      /`method`/,
    ],
    [
      "a path that is none",
      'evidence:\n  - { files: a, map: { kind: drift, score: "$.a b" } }',
      "2:44",
      /is not a path/,
      /\$\.value/,
    ],
    [
      "a mapping without its value",
      "evidence:\n  - { files: a, map: { kind: measurement, metric: recall } }",
      "2:22",
      /needs `value`/,
      /write `value:/,
    ],
    [
      "a slice that is a list",
      'evidence:\n  - { files: a, map: { kind: measurement, metric: r, value: "$", slice: [a] } }',
      "2:73",
      /a list; expected columns/,
      /slice/,
    ],
    ["a clock that is a text", "allow-clock: maybe\n", "1:14", /`maybe`; expected true or false/, /true or false/],
    ["a gate's id with spaces", "gate-id: my gate\n", "1:10", /`my gate`/, /letters, digits/],
    ["a list", "- a\n", "1:1", /a list; expected a mapping/, /policies/],
    ["a key twice", "ignore: a\nignore: b\n", "2:1", /`ignore` stands twice/, /once/],
    ["broken YAML", "ignore: [a\n", "1:9", /`\[` that opens here is never closed/, /write `\]`/],
  ])("%s", (_, text, place, message, mend) => {
    const { problems, configuration } = load(text);
    const [problem, ...others] = problems;
    expect(others).toEqual([]);
    expect(`${problem?.line}:${problem?.column}`).toBe(place);
    expect(problem).toMatchObject({ problem: "configuration", path: "referee.yaml" });
    expect(problem?.message).toMatch(message);
    expect(problem?.mend).toMatch(mend);
    expect(configuration).toEqual({ ...defaultConfiguration, path: "referee.yaml" });
  });

  test("a file that is not there, or is no text, is told", () => {
    const files = policyFilesOf(memory({ "b.yaml": new Uint8Array([0xff, 0xfe, 0x61, 0]) }));
    expect(loadConfiguration("a.yaml", files).problems[0]?.message).toMatch(/no such file/);
    expect(loadConfiguration("b.yaml", files).problems[0]?.message).toMatch(/UTF-16/);
  });

  test("whatever the text, it gives problems or a configuration", () => {
    const fragments = fc.constantFrom(
      "models",
      "map",
      "kind",
      "drift",
      ": ",
      "\n",
      "  ",
      "- ",
      "{",
      "}",
      "[",
      "]",
      "$.a",
      "&a",
      "*a",
      "<<",
      "__proto__",
      '"',
      "|",
      "null",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { configuration, problems } = load(written);
        expect(configuration.path).toBe("referee.yaml");
        for (const problem of problems) expect(problem.line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("waivers", () => {
  const now = Date.UTC(2026, 6, 1);
  const read = (text: string, longest?: number) =>
    loadWaivers(
      ["w.yaml"],
      policyFilesOf(memory({ "w.yaml": text })),
      now,
      ...(longest === undefined ? [] : [longest]),
    );

  const whole = `# exceptions
- rule: fraud-promotion/recall-floor
  model: fraud-detector
  reason: The new label feed is late.
  owner: "@acme/fraud"
  ticket: RISK-12
  expires: 2026-12-01
  approved-by: "@acme/model-risk"
- { rule: floor, model: m, subject: country=AT, value: 78%, reason: r, owner: o, expires: 2026-06-01 }
`;

  test("are read whole; a day is whole within the waiver; expired ones are for the run to tell", () => {
    expect(read(whole)).toEqual({
      problems: [],
      waivers: [
        {
          rule: "fraud-promotion/recall-floor",
          model: "fraud-detector",
          subject: null,
          fingerprint: null,
          value: null,
          reason: "The new label feed is late.",
          owner: "@acme/fraud",
          ticket: "RISK-12",
          expires: Date.UTC(2026, 11, 2) - 1,
          approvedBy: "@acme/model-risk",
          approvalLine: 8,
          path: "w.yaml",
          line: 2,
        },
        {
          rule: "floor",
          model: "m",
          subject: "country=AT",
          fingerprint: null,
          value: 0.78,
          reason: "r",
          owner: "o",
          ticket: null,
          expires: Date.UTC(2026, 5, 2) - 1,
          approvedBy: null,
          approvalLine: 9,
          path: "w.yaml",
          line: 9,
        },
      ],
    });
  });

  const one = (more: string): string => `- { rule: p/r, model: m, reason: r, owner: o, ${more} }\n`;

  test.each<[title: string, text: string, place: string, message: RegExp, mend: RegExp]>([
    ["no expiry", one("ticket: T"), "1:3", /entry 1 has no `expires`/, /last day/],
    ["an expiry that is no day", one("expires: never"), "1:56", /`never`; expected a date/, /2026-12-31/],
    ["an expiry too far away", one("expires: 2027-12-31"), "1:56", /lasts longer than 180 days/, /earlier day/],
    ["an unknown key", one("expires: 2026-08-01, aproved-by: x"), "1:68", /`aproved-by`/, /`approved-by`/],
    [
      "a rule of three parts",
      "- { rule: a/b/c, model: m, reason: r, owner: o, expires: 2026-08-01 }",
      "1:11",
      /`a\/b\/c`/,
      /recall-floor/,
    ],
    ["a mapping", "rule: a\n", "1:1", /expected a list/, /write `- ` before each entry/],
  ])("%s", (_, text, place, message, mend) => {
    const { waivers, problems } = read(text);
    expect(waivers).toEqual([]);
    const [problem, ...others] = problems;
    expect(others).toEqual([]);
    expect(`${problem?.line}:${problem?.column}`).toBe(place);
    expect(problem?.message).toMatch(message);
    expect(problem?.mend).toMatch(mend);
  });

  test("the longest span is counted to the end of the last day", () => {
    const text = one("expires: 2026-07-07");
    expect(read(text, 7 * 86_400_000).problems).toEqual([]);
    expect(read(text, 7 * 86_400_000 - 2).problems).toHaveLength(1);
  });

  test("an empty file waives nothing; a missing one is told", () => {
    expect(read("# none\n")).toEqual({ waivers: [], problems: [] });
    expect(read("[]")).toEqual({ waivers: [], problems: [] });
    expect(loadWaivers(["x.yaml"], policyFilesOf(memory({})), now).problems[0]?.message).toMatch(/no file of waivers/);
  });
});
