import { describe, expect, test } from "vitest";
import { noHistory, type History } from "../../src/model/history.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, measurement, of, rules } from "./judged.js";

const failing = (value: number) => ({ "m/own.facts.jsonl": facts(measurement("recall", value)) });
const floor = rules("recall-floor: { metric: recall, at-least: 0.8 }");
const unapproved = (fields: string): string =>
  `- { model: m, reason: agreed, owner: "@acme/fraud", ticket: RISK-12, ${fields} }\n`;
const waiver = (fields: string): string => unapproved(`${fields}, approved-by: lee@example.org`);
/** Who wrote the waiver, and who wrote its approver into it. */
const written = (author: string, approval = author): History => ({
  ...noHistory("only the lines are asked for"),
  lineChange: (path, line) =>
    path === "waivers.yaml" ? { commit: "a".repeat(40), at: 0, author: line === 1 ? author : approval } : null,
});
const until = "expires: 2026-12-31";

describe("waivers", () => {
  test.each<[title: string, fields: string]>([
    ["of the rule alone", `rule: recall-floor, ${until}`],
    ["of policy and rule", `rule: gate/recall-floor, ${until}`],
    ["of the subject", `rule: recall-floor, subject: recall, ${until}`],
    ["of this very value", `rule: recall-floor, value: 0.7, ${until}`],
    ["of a worse value", `rule: recall-floor, value: 0.65, ${until}`],
    ["on its last day", "rule: recall-floor, expires: 2026-11-23"],
  ])("one %s is used, shown and counted, and the outcome stays", async (_title, fields) => {
    const report = await judged(failing(0.7), floor, { waiverText: waiver(fields) });
    expect(of(report, "recall-floor")).toMatchObject([
      { outcome: "not-met", effect: "pass", waived: { owner: "@acme/fraud", reason: "agreed", ticket: "RISK-12" } },
    ]);
    expect(report.decision).toBe("pass");
  });

  test.each<[title: string, fields: string, leftOver: string, effect: string]>([
    ["that has expired", "rule: recall-floor, expires: 2026-11-22", "waiver-expired", "warn"],
    ["written for a better value", `rule: recall-floor, value: 0.75, ${until}`, "waiver-void", "warn"],
    [
      "of another finding's fingerprint",
      `rule: recall-floor, fingerprint: "${"0".repeat(32)}", ${until}`,
      "waiver-unused",
      "note",
    ],
    ["of another policy", `rule: other/recall-floor, ${until}`, "waiver-unused", "note"],
    ["of another rule", `rule: precision-floor, ${until}`, "waiver-unused", "note"],
    ["of another subject", `rule: recall-floor, subject: "country=DE", ${until}`, "waiver-unused", "note"],
  ])("one %s waives nothing, and is a finding itself", async (_title, fields, leftOver, effect) => {
    const report = await judged(failing(0.7), floor, { waiverText: waiver(fields) });
    expect(of(report, "recall-floor")).toMatchObject([{ outcome: "not-met", effect: "block", waived: null }]);
    expect(of(report, leftOver)).toMatchObject([{ model: "m", effect, sources: [{ path: "waivers.yaml", line: 1 }] }]);
    expect(report.decision).toBe("block");
  });

  describe("and who approves them", () => {
    const approved = (by: string): string => unapproved(`rule: recall-floor, ${until}, approved-by: "${by}"`);

    test.each<[title: string, approver: string, author: string]>([
      ["by the address", "kim@example.org", "Kim@example.org"],
      ["by name and address", "Kim Lee <kim@example.org>", "kim@example.org"],
      ["by the account, whose address begins with it", "@kim", "kim@example.org"],
      ["by the account, with GitHub's own address", "@Kim", "1234+kim@users.noreply.github.com"],
    ])("one that its writer approves is void: %s", async (_title, approver, author) => {
      const report = await judged(failing(0.7), floor, { waiverText: approved(approver), history: written(author) });
      expect(of(report, "recall-floor")).toMatchObject([{ effect: "block", waived: null }]);
      expect(of(report, "waiver-void")).toMatchObject([
        { message: expect.stringContaining(`${author} wrote it, and is named as who approves it`) as unknown },
      ]);
      expect(report.waivers).toMatchObject([{ state: "void" }]);
    });

    test("one whose approver was written into it by the approver, although another wrote the rest, is void as well", async () => {
      const waiverText = approved("@lee").replace(", approved-by", ",\n  approved-by");
      const report = await judged(failing(0.7), floor, {
        waiverText,
        history: written("kim@example.org", "lee@example.org"),
      });
      expect(of(report, "recall-floor")).toMatchObject([{ effect: "block", waived: null }]);
    });

    test("one that names nobody is void, and says what to add", async () => {
      const report = await judged(failing(0.7), floor, { waiverText: unapproved(`rule: recall-floor, ${until}`) });
      expect(of(report, "recall-floor")).toMatchObject([{ effect: "block", waived: null }]);
      expect(of(report, "waiver-void")).toMatchObject([
        {
          effect: "warn",
          message: expect.stringContaining("it names nobody who approves it") as unknown,
          mend: expect.stringContaining("add `approved-by:`") as unknown,
        },
      ]);
      expect([report.decision, report.waivers[0]?.state]).toEqual(["block", "void"]);
    });

    test.each<[approver: string, author: string]>([
      ["lee@example.org", "kim@example.org"],
      ["Lee <lee@example.org>", "kim@example.org"],
      ["@lee", "1234+kim@users.noreply.github.com"],
      ["1234+lee@users.noreply.github.com", "77+kim@users.noreply.github.com"],
    ])("one that %s approves and %s wrote is used, and nothing more is said", async (approver, author) => {
      const report = await judged(failing(0.7), floor, { waiverText: approved(approver), history: written(author) });
      expect(of(report, "recall-floor")).toMatchObject([{ effect: "pass" }]);
      expect(report.findings.map(({ rule }) => rule)).toEqual(["recall-floor"]);
    });

    test.each<[title: string, approver: string, history: History, why: string]>([
      ["a team", "@acme/kim", written("kim@example.org"), "who is in a team is not known here"],
      ["an account beside an address", "@lee", written("kim@example.org"), "no address that git knows"],
      ["a name", "Lee", written("kim@example.org"), "no address that git knows"],
      [
        "GitHub's address beside another",
        "1+lee@users.noreply.github.com",
        written("kim@example.org"),
        "git does not tell under which address",
      ],
      ["an address where git tells nothing", "lee@example.org", noHistory("shallow"), "git does not tell under which"],
    ])("one whose approver cannot be held against its writer counts, and says so: %s", async (_t, by, history, why) => {
      const report = await judged(failing(0.7), floor, { waiverText: approved(by), history });
      expect(of(report, "recall-floor")).toMatchObject([{ effect: "pass" }]);
      expect(of(report, "waiver-approval")).toMatchObject([
        {
          outcome: "inconclusive",
          effect: "note",
          message: expect.stringContaining(why) as unknown,
          sources: [{ path: "waivers.yaml", line: 1 }],
        },
      ]);
      expect([report.decision, report.waivers[0]?.state]).toEqual(["pass", "used"]);
    });

    test("where the base judges, its own history tells, at the path below the folder of the configuration", async () => {
      const history: History = {
        ...noHistory("only the lines are asked for"),
        lineChange: (path) =>
          path === "ops/waivers.yaml" ? { commit: "a".repeat(40), at: 0, author: "kim@x.org" } : null,
      };
      const report = await judged(failing(0.7), floor, {
        waiverText: approved("@kim"),
        judgingHistory: history,
        judgedBy: {
          commit: "b".repeat(40),
          configuration: { path: "ops/referee.yaml", digest: "" },
          waivers: [],
          named: [],
        },
      });
      expect(of(report, "waiver-void")).toHaveLength(1);
    });
  });

  test.each([
    ["recal-floor", "no policy has a rule of this name"],
    ["gate/recall-floor", "was not needed"],
  ])("one of %s, where nothing needs it: %s", async (rule, message) => {
    const report = await judged(failing(0.9), floor, { waiverText: waiver(`rule: ${rule}, ${until}`) });
    expect(of(report, "waiver-unused")).toMatchObject([{ message: expect.stringContaining(message) as unknown }]);
  });

  test("one that a met rule does not need is noted", async () => {
    const report = await judged(failing(0.9), floor, { waiverText: waiver(`rule: recall-floor, ${until}`) });
    expect(of(report, "recall-floor")).toMatchObject([{ outcome: "met", waived: null }]);
    expect(of(report, "waiver-unused")).toHaveLength(1);
    expect(report.decision).toBe("pass");
  });

  test.each<[title: string, value: number, effect: string]>([
    ["not worse", 120, "pass"],
    ["worse", 121, "block"],
  ])("where lower is better: %s", async (_title, value, effect) => {
    const files = { "m/own.facts.jsonl": facts(measurement("rmse", value)) };
    const report = await judged(files, rules("rmse-bound: { metric: rmse, at-most: 100 }"), {
      waiverText: waiver(`rule: rmse-bound, value: 120, ${until}`),
    });
    expect(of(report, "rmse-bound")).toMatchObject([{ outcome: "not-met", effect }]);
  });

  test("one written for a value does not cover a value that cannot be read", async () => {
    const files = { "m/own.facts.jsonl": '{"kind":"measurement","metric":"recall","value":NaN}\n' };
    const report = await judged(files, floor, { waiverText: waiver(`rule: recall-floor, value: 0.7, ${until}`) });
    expect(of(report, "recall-floor")).toMatchObject([{ outcome: "unreadable", effect: "undecided", waived: null }]);
  });

  test("one of the finding's own fingerprint covers it, wherever its line moves", async () => {
    const [first] = of(await judged(failing(0.7), floor), "recall-floor");
    const fields = `rule: recall-floor, fingerprint: "${first?.fingerprint ?? ""}", ${until}`;
    const files = { "m/own.facts.jsonl": `${facts({ kind: "run", run_id: "r" })}${failing(0.7)["m/own.facts.jsonl"]}` };
    expect(of(await judged(files, floor, { waiverText: waiver(fields) }), "recall-floor")).toMatchObject([
      { effect: "pass", sources: [{ line: 2 }] },
    ]);
  });

  test.each<[title: string, before: number, now: number, effect: string, left: readonly string[]]>([
    ["as it was", 0.7, 0.7, "pass", []],
    ["better", 0.7, 0.75, "pass", []],
    ["worse than on the base, where it was waived", 0.7, 0.6, "block", ["waiver-void"]],
    ["waived ahead of the change that needs it", 0.9, 0.6, "pass", []],
  ])("on a change: %s", async (_title, before, now, effect, left) => {
    const configuration = { ...defaultConfiguration };
    const base = { tree: memory(failing(before)), label: "base", configuration, commit: null };
    const report = await judged(failing(now), floor, {
      base,
      onlyNew: true,
      event: "pull_request",
      waiverText: waiver(`rule: recall-floor, ${until}`),
      history: written("kim@example.org"),
    });
    expect(of(report, "recall-floor")).toMatchObject([{ outcome: "not-met", effect }]);
    expect(report.findings.filter(({ policy }) => policy === "referee").map(({ rule }) => rule)).toEqual(left);
  });

  test("one of a model that the run leaves out is not called unused", async () => {
    const files = { ...failing(0.9), "other/own.facts.jsonl": facts(measurement("recall", 0.7)) };
    const text = `- { model: other, reason: agreed, owner: a, approved-by: b, rule: recall-floor, ${until} }\n`;
    const part = await judged(files, floor, { waiverText: text, touched: new Set(["m/own.facts.jsonl"]) });
    expect(of(part, "waiver-unused")).toEqual([]);
    expect(part.waivers).toMatchObject([{ state: "not-judged" }]);
    const whole = await judged(files, floor, { waiverText: text });
    expect(whole.waivers).toMatchObject([{ state: "used" }]);
  });

  test("one for another model waives nothing", async () => {
    const report = await judged(failing(0.7), floor, {
      waiverText: `- { model: other, reason: agreed, owner: "@acme/fraud", rule: recall-floor, ${until} }\n`,
    });
    expect(report.decision).toBe("block");
  });

  test.each([
    ["without an owner", `- { model: m, rule: recall-floor, reason: agreed, ${until} }`],
    ["without a reason", `- { model: m, rule: recall-floor, owner: a, ${until} }`],
    ["without an expiry", "- { model: m, rule: recall-floor, reason: agreed, owner: a }"],
    [
      "approved by its own owner",
      `- { model: m, rule: recall-floor, reason: agreed, owner: "@Kim", approved-by: kim, ${until} }`,
    ],
    ["with a day that does not exist", "- { model: m, rule: recall-floor, reason: r, owner: a, expires: 2026-02-30 }"],
    ["that lasts for years", "- { model: m, rule: recall-floor, reason: agreed, owner: a, expires: 2036-01-01 }"],
  ])("one %s is refused", (_title, waiverText) => {
    expect(() => judged(failing(0.7), floor, { waiverText })).toThrow();
  });
});

describe("then", () => {
  test.each<[title: string, policy: string, effect: string, decision: string]>([
    ["nothing said", floor, "block", "block"],
    ["by the policy", `then: { not-met: warn }\n${floor}`, "warn", "warn"],
    ["by the rule", rules("recall-floor: { metric: recall, at-least: 0.8, then: { not-met: note } }"), "note", "pass"],
    [
      "the rule's word before the policy's",
      `then: { not-met: note }\n${rules("recall-floor: { metric: recall, at-least: 0.8, then: { not-met: undecided } }")}`,
      "undecided",
      "undecided",
    ],
    [
      "the policy's word for what the rule does not name",
      `then: { not-met: warn }\n${rules("recall-floor: { metric: recall, at-least: 0.8, then: { missing: note } }")}`,
      "warn",
      "warn",
    ],
    ["another outcome's word says nothing", `then: { missing: note, inconclusive: note }\n${floor}`, "block", "block"],
    [
      "one word for every outcome",
      rules("recall-floor: { metric: recall, at-least: 0.8, then: warn }"),
      "warn",
      "warn",
    ],
  ])("%s", async (_title, policy, effect, decision) => {
    const report = await judged(failing(0.7), policy);
    expect(of(report, "recall-floor")).toMatchObject([{ outcome: "not-met", effect }]);
    expect(report.decision).toBe(decision);
  });

  test("a rule that matches nothing is missing, and leads where the policy says", async () => {
    const absent = rules("absent: { metric: bleu, at-least: 0.3 }", "stable: { drift: psi, at-most: 0.2 }");
    const strict = await judged(failing(0.9), absent);
    expect(strict.findings.map(({ outcome, effect }) => `${outcome} ${effect}`)).toEqual([
      "missing undecided",
      "missing undecided",
    ]);
    const lenient = await judged(failing(0.9), `then: { missing: warn }\n${absent}`);
    expect(lenient.findings.map(({ outcome, effect }) => `${outcome} ${effect}`)).toEqual([
      "missing warn",
      "missing warn",
    ]);
    expect(lenient.decision).toBe("warn");
  });
});
