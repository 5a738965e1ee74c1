import { describe, expect, test } from "vitest";
import { test as command } from "../../src/commands/test.js";
import { ran } from "./ran.js";

const policy = `policy: gate
rules:
  recall-floor: { metric: recall, at-least: 80% }
  no-regression: { metric: recall, against: champion, may-lose: 1% }
`;

const good = `tests:
  - name: a good challenger
    facts: [{ kind: measurement, metric: recall, value: 0.85 }]
    champion: [{ kind: measurement, metric: recall, value: 0.85 }]
    findings: { recall-floor: met, no-regression: met }
    decision: pass
`;

const bad = `  - name: a bad challenger
    facts: [{ kind: measurement, metric: recall, value: 0.75 }]
    champion: [{ kind: measurement, metric: recall, value: 0.85 }]
    findings:
      recall-floor: { outcome: not-met, effect: block, message: "0.75" }
      no-regression: not-met
    decision: block
`;

describe("tests of policies", () => {
  test("that hold end with 0", async () => {
    const { status, out } = await ran({ "gate.yaml": policy, "gate.test.yaml": good + bad }, command, "--verbose");
    expect([status, out]).toEqual([
      0,
      "ok    gate.test.yaml: a good challenger\nok    gate.test.yaml: a bad challenger\n2 held, 0 failed\n",
    ]);
  });

  test("that do not hold end with 1, with what was expected and what was found", async () => {
    const files = { "gate.yaml": policy.replace("80%", "70%"), "gate.test.yaml": good + bad };
    const { status, out } = await ran(files, command);
    expect(status).toBe(1);
    expect(out).toBe(
      [
        "FAIL  gate.test.yaml:7: a bad challenger",
        "  recall-floor",
        "    - not-met leading to block saying “0.75”",
        "    + met leading to pass of recall: recall 0.75, at least 0.7",
        "1 held, 1 failed",
        "",
      ].join("\n"),
    );
  });

  test("name the nearest rule where the policy has none of the name", async () => {
    const files = { "gate.yaml": policy, "gate.test.yaml": good.replace("recall-floor", "recal-floor") };
    const { status, out } = await ran(files, command);
    expect(status).toBe(1);
    expect(out).toContain("+ nothing: no rule of this name judged the model; did you mean recall-floor?");
  });

  test.each<[title: string, extra: string, status: number]>([
    ["a waiver covers", "recall-floor: { outcome: not-met, effect: pass, waived: true }", 0],
    ["a waiver covers, which was not expected", "recall-floor: { outcome: not-met, waived: false }", 1],
    ["the subject is another", "recall-floor: { outcome: not-met, subject: precision }", 1],
    ["a rule has no findings", "other: []", 0],
    ["a rule has findings and should have none", "recall-floor: []", 1],
  ])("with waivers, where %s", async (_title, extra, status) => {
    const text = `tests:
  - name: waived
    facts: [{ kind: measurement, metric: recall, value: 0.75 }]
    waivers: [{ rule: gate/recall-floor, model: model, reason: r, owner: o, approved-by: p, expires: 2026-02-01 }]
    now: 2026-01-01
    findings: { ${extra} }
`;
    expect((await ran({ "gate.yaml": policy, "gate.test.yaml": text }, command)).status).toBe(status);
  });

  test.each<[title: string, fields: string, expected: string]>([
    [
      "a base on a pull request softens what stood there",
      "event: pull_request, base: [{ kind: measurement, metric: recall, value: 0.75 }]",
      "{ outcome: not-met, effect: warn }",
    ],
    ["NaN is unreadable", "model: m", "not-met"],
    ["evidence files are read by their adapters", 'files: { "metrics.json": "{\\"recall\\": 0.75}" }', "not-met"],
    [
      "a file that is cut short is unreadable",
      'facts: [], files: { "metrics.json": "{\\"recall\\": 0.75" }',
      "unreadable",
    ],
  ])("judge as a run does: %s", async (_title, fields, expected) => {
    const facts = fields.includes("files") ? "" : "facts: [{ kind: measurement, metric: recall, value: 0.75 }], ";
    const text = `tests:\n  - { name: a, ${facts}${fields}, findings: { recall-floor: ${expected} } }\n`;
    const { status, out } = await ran({ "gate.yaml": policy, "gate.test.yaml": text }, command);
    expect([status, out]).toEqual([0, "1 held, 0 failed\n"]);
  });

  test("know numbers that are none, risk, stage, and approvals that no file can give", async () => {
    const gate = `policy: gate
applies: { risk: [high], stages: [canary] }
rules:
  floor: { metric: recall, at-least: 80% }
  signed: { approval: 1, from: ["@acme/risk"], not-by: author }
`;
    const text = `tests:
  - name: all of it
    risk: high
    stage: canary
    author: "@kim"
    facts:
      - { kind: measurement, metric: recall, value: .nan }
      - { kind: approval, by: "@lee", role: "@acme/risk", state: approved }
    findings: { floor: unreadable, signed: met }
  - name: the author's own
    risk: high
    stage: canary
    author: "@kim"
    facts: [{ kind: approval, by: "@kim", role: "@acme/risk", state: approved }]
    findings: { floor: missing, signed: missing }
  - { name: another stage, risk: high, findings: { floor: [], signed: [] }, decision: undecided }
`;
    const { status, out } = await ran({ "gate.yaml": gate, "gate.test.yaml": text }, command);
    expect([out, status]).toEqual(["3 held, 0 failed\n", 0]);
  });

  test("of packs, and of policies elsewhere, name their policy", async () => {
    const text = "policy: referee:baseline\ntests:\n  - { name: nothing, facts: [], decision: warn }\n";
    expect(await ran({ "a/pack.test.yaml": text }, command)).toMatchObject({ status: 0 });
    const above = good.replace("tests:", "policy: ../policies/gate.yaml\ntests:");
    expect(await ran({ "policies/gate.yaml": policy, "tests/x.test.yaml": above }, command)).toMatchObject({
      status: 0,
    });
  });

  test("that are wrong end with 3, all their errors at once", async () => {
    const text = `tests:
  - name: a
    facts: [{ kind: measurment, metric: recall }, { kind: measurement, metric: recall, valu: 0.8 }]
    findings: { recall-floor: mett }
  - name: a
    decison: pass
`;
    const { status, problems } = await ran({ "gate.yaml": policy, "gate.test.yaml": text }, command);
    expect(status).toBe(3);
    expect(problems.map((problem) => problem.replace(/ \|.*did you mean/, " ~"))).toEqual([
      expect.stringMatching(/^gate\.test\.yaml:3:13 .*no kind measurment.*"measurement"/),
      expect.stringMatching(/^gate\.test\.yaml:3:51 a measurement has no field valu .*"value"/),
      expect.stringMatching(/^gate\.test\.yaml:4:31 .*mett.*~ `met`/),
      expect.stringMatching(/^gate\.test\.yaml:6:5 unknown key `decison` ~ `decision`/),
      expect.stringMatching(/^gate\.test\.yaml:5:5 the test `a` expects nothing/),
      expect.stringMatching(/^gate\.test\.yaml:5:11 the test `a` stands twice/),
    ]);
  });

  test.each<[title: string, files: Readonly<Record<string, string>>, argument: string, problem: RegExp]>([
    ["no tests", { "gate.yaml": policy }, ".", /no tests of policies were found/],
    ["no such path", {}, "nowhere", /nothing at nowhere/],
    ["no policy beside it", { "gate.test.yaml": good }, ".", /no policy file `gate\.yaml`/],
    ["a broken policy", { "gate.yaml": "rules: [", "gate.test.yaml": good }, ".", /^gate\.yaml:1/],
  ])("%s ends with 3", async (_title, files, argument, problem) => {
    const { status, problems } = await ran(files, command, argument);
    expect(status).toBe(3);
    expect(problems.join("\n")).toMatch(problem);
  });
});

describe("mutation of evidence", () => {
  test("names the rules that did not notice, and which spoiling", async () => {
    const loose = policy.replace("80%", "20%");
    const { status, out } = await ran({ "gate.yaml": loose, "gate.test.yaml": good }, command, "--mutate");
    expect(status).toBe(1);
    expect(out).toContain("recall-floor did not notice that a number gets worse by a tenth (1 tried)");
    expect(out).not.toContain("no-regression did not notice that a number");
  });

  test("is noticed by rules whose cases lie near their bounds", async () => {
    const near = good
      .replace(
        "champion: [{ kind: measurement, metric: recall, value: 0.85 }]",
        "champion: [{ kind: measurement, metric: recall, value: 0.86 }]",
      )
      .replaceAll(/may-lose/g, "may-lose");
    const { status, out } = await ran({ "gate.yaml": policy, "gate.test.yaml": near }, command, "--mutate");
    expect(out).toContain("mutations of gate: 6 of 7 noticed");
    expect(out).toContain("no-regression did not notice that candidate and baseline change places");
    expect(status).toBe(1);
  });

  test("names a rule that no case shows met", async () => {
    const { status, out } = await ran({ "gate.yaml": policy, "gate.test.yaml": `tests:\n${bad}` }, command, "--mutate");
    expect(status).toBe(1);
    expect(out).toContain("recall-floor: no case shows it met, so that nothing could be spoilt");
  });
});

describe("mutation of evidence, under a policy that extends others", () => {
  const near = `tests:
  - name: just good enough
    facts: [{ kind: measurement, metric: recall, value: 0.81, unit: proportion }]
    findings: { recall-floor: met }
`;
  const files = (gate: string) => ({ "gate.yaml": gate, "gate.test.yaml": near });
  const own = "recall-floor: { metric: recall, at-least: 80%, confidence: none }";

  test("asks the rules of its own file alone: those of a pack have the pack's tests", async () => {
    const { status, out } = await ran(
      files(`extends: [referee:documentation]\nrules:\n  ${own}\n`),
      command,
      "--mutate",
    );
    expect(out).toMatch(
      /mutations of gate: 3 of 3 noticed; \d+ rules of what it extends not asked \(--all asks them\)/,
    );
    expect(status).toBe(0);
  });

  test("asks all of them where that is asked", async () => {
    const gate = files(`extends: [referee:documentation]\nrules:\n  ${own}\n`);
    const { status, out } = await ran(gate, command, "--mutate", "--all");
    expect(out).toContain("no case shows it met");
    expect(out).not.toContain("not asked");
    expect(status).toBe(1);
  });

  test.each<[title: string, gate: string]>([
    ["an option", `extends: [base.yaml]\nrules:\n  ${own}\n  other: { at-least: 85% }\n`],
    ["a parameter", `extends: [base.yaml]\nparameters: { floor: 85% }\nrules:\n  ${own}\n`],
  ])("asks a rule of the other policy of which it changes %s", async (_title, gate) => {
    const base =
      "parameters: { floor: 70% }\nrules:\n  other: { metric: accuracy, at-least: $floor }\n  third: { metric: f1, at-least: 50% }\n";
    const { status, out } = await ran({ ...files(gate), "base.yaml": base }, command, "--mutate");
    expect(out).toContain("other: no case shows it met");
    expect(out).not.toContain("third: no case");
    expect(out).toContain("1 rule of what it extends not asked");
    expect(status).toBe(1);
  });

  test("--all without --mutate is refused", async () => {
    const { status, problems } = await ran(files(`rules:\n  ${own}\n`), command, "--all");
    expect([status, problems]).toEqual([3, ["--all says which rules --mutate asks | say --mutate as well"]]);
  });
});

test("coverage counts the outcomes that cases ask for, and names what is never shown", async () => {
  const { out } = await ran({ "gate.yaml": policy, "gate.test.yaml": good }, command, "--coverage");
  expect(out).toMatch(/recall-floor +1 .*never shown: anything but met/);
  const both = await ran({ "gate.yaml": policy, "gate.test.yaml": good + bad }, command, "--coverage");
  expect(both.out).toMatch(/recall-floor +1 +1 /);
  expect(both.out).not.toContain("never shown");
});
