import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import type { Report } from "../../src/model/report.js";
import { readReport } from "../../src/report/read-report.js";
import { ranIn } from "../commands/ran.js";
import { actOn, type Play } from "./acted.js";
import { fact, pullEvent, sound, stageOf, type Stage } from "./stage.js";

interface Answers {
  readonly gate: Report;
  /** Of the same commits, checked out. */
  readonly desk: Report;
  /** Of the same files, none of them committed, some of them unknown to git. */
  readonly uncommitted: Report;
}

/** What the action says of a change, and what the command line says of it before it is pushed. */
async function answers(play: Play): Promise<Answers> {
  const stage = await stageOf(play);
  try {
    const { outputs, status } = await actOn(stage, play);
    const gate = reportIn(readFileSync(outputs["report-json"] ?? "", "utf8"));
    const argv = argvOf(play.inputs ?? {});
    const { desk, ...told } = await atDesk(stage, argv);
    expect(told.status).toBe(status);
    stage.repository.git("reset", "-q", "main");
    const { desk: uncommitted } = await atDesk(stage, argv);
    return { gate, desk, uncommitted };
  } finally {
    await stage.close();
  }
}

const argvOf = (inputs: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(inputs).flatMap(([name, value]) => (name === "path" ? [value] : [`--${name}`, value]));

async function atDesk(
  { repository }: Stage,
  argv: readonly string[],
): Promise<{ readonly desk: Report; readonly status: number }> {
  const { out, status, problems } = await ranIn(
    repository.folder,
    check,
    ...["--changed", "--base", "main", "--format", "json", ...argv],
  );
  expect(problems).toEqual([]);
  return { desk: reportIn(out), status };
}

function reportIn(text: string): Report {
  const read = readReport(text, "report.json");
  if (read.kind !== "report") throw new Error(JSON.stringify(read));
  return read.report;
}

/** All that a report says but for what the forge alone tells, and the notes. */
const said = ({ notes: _notes, head: _head, run, ...report }: Report): object => ({
  ...report,
  run: { ...run, author: null, review: null, root_name: null },
});

const metric = (value: number, more: object = {}): string => fact("recall", value, more);
const several = {
  ...sound,
  "models/churn/run.facts.jsonl": metric(0.5),
  "models/price/run.facts.jsonl": metric(0.85),
};
const gate = sound["policies/gate.yaml"]?.toString() ?? "";
const withRules = (rules: string): NonNullable<Play["base"]> => ({
  ...several,
  "policies/gate.yaml": `policy: gate\nrules:\n${rules}`,
});
const worse = { "models/fraud/run.facts.jsonl": metric(0.5) };
const championed = `${sound["referee.yaml"]?.toString() ?? ""}models: [{ name: fraud, path: models/fraud, champion: price }]\n`;

const cases: readonly (readonly [string, Play, Report["decision"]])[] = [
  ["touches one of several models", { base: several, change: worse }, "block"],
  [
    "makes a model better while another fails",
    { base: several, change: { "models/fraud/run.facts.jsonl": metric(0.99) } },
    "pass",
  ],
  ["brings a new model", { base: several, change: { "models/new/run.facts.jsonl": metric(0.7) } }, "block"],
  ["deletes a model", { base: several, change: { "models/price": null } }, "undecided"],
  [
    "moves a model's folder",
    { base: several, change: { "models/price": null, "scoring/prices/run.facts.jsonl": metric(0.85) } },
    "pass",
  ],
  [
    "moves a model's folder and makes it worse beside",
    {
      base: {
        ...several,
        "models/price/more.facts.jsonl": fact("auc", 0.9),
        "models/price/c.facts.jsonl": fact("f1", 0.9),
      },
      change: {
        "models/price": null,
        "scoring/prices/run.facts.jsonl": metric(0.2),
        "scoring/prices/more.facts.jsonl": fact("auc", 0.9),
        "scoring/prices/c.facts.jsonl": fact("f1", 0.9),
      },
    },
    "block",
  ],
  [
    "loosens the policy",
    { base: several, change: { ...worse, "policies/gate.yaml": gate.replace("80%", "10%") } },
    "block",
  ],
  [
    "makes the policy stricter",
    { base: several, change: { "policies/gate.yaml": gate.replace("80%", "99%") } },
    "warn",
  ],
  [
    "brings a policy that is wrong",
    { base: several, change: { "policies/gate.yaml": "policy: gate\nrules:\n  x: { metrik: recall }\n" } },
    "warn",
  ],
  [
    "deletes everything that judges",
    { base: several, change: { ...worse, "referee.yaml": null, policies: null } },
    "block",
  ],
  [
    "brings the first policies",
    {
      base: { "models/fraud/run.facts.jsonl": metric(0.9) },
      change: { ...worse, "referee.yaml": "policies: [policies/gate.yaml]\n", "policies/gate.yaml": gate },
    },
    "block",
  ],
  [
    "leaves a slice out",
    {
      base: {
        ...withRules("  segments: { metric: recall, for-each: [country], at-least: 70% }\n"),
        "models/fraud/run.facts.jsonl":
          metric(0.9, { slice: { country: "DE" } }) + metric(0.75, { slice: { country: "FR" } }),
      },
      change: { "models/fraud/run.facts.jsonl": metric(0.9, { slice: { country: "DE" } }) },
    },
    "undecided",
  ],
  [
    "leaves the metric out",
    { base: several, change: { "models/fraud/run.facts.jsonl": fact("auc", 0.9) } },
    "undecided",
  ],
  [
    "leaves what failed before as it was",
    { base: several, change: { "models/churn/notes.facts.jsonl": fact("auc", 0.9) } },
    "warn",
  ],
  [
    "makes worse what failed before",
    { base: several, change: { "models/churn/run.facts.jsonl": metric(0.4) } },
    "block",
  ],
  ["touches no model", { base: several, change: { "docs/readme.txt": "hello" } }, "pass"],
  ["is none at all", { base: several, change: {} }, "pass"],
  [
    "is held against a champion that it does not touch",
    {
      base: {
        ...withRules("  no-loss: { metric: recall, against: champion, may-lose: 0.01 }\n"),
        "referee.yaml": championed,
        "models/fraud/run.facts.jsonl": metric(0.96),
        "models/price/run.facts.jsonl": metric(0.95),
      },
      change: { "models/fraud/run.facts.jsonl": metric(0.91) },
    },
    "block",
  ],
  [
    "is held against the base",
    {
      base: withRules("  no-loss: { metric: recall, against: base, may-lose: 0.01 }\n"),
      change: { "models/fraud/run.facts.jsonl": metric(0.85), "models/new/run.facts.jsonl": metric(0.1) },
    },
    "block",
  ],
  [
    "is held against the last release",
    {
      base: withRules("  no-loss: { metric: recall, against: release, may-lose: 0.01 }\n"),
      change: { "models/fraud/run.facts.jsonl": metric(0.85) },
      prepare: ({ repository }) => void repository.git("tag", "v1", "main"),
    },
    "block",
  ],
  [
    "is judged by rules for pull requests alone",
    {
      base: withRules(
        "  floor: { metric: recall, at-least: 80%, applies: { events: [push] } }\n  low: { metric: recall, at-least: 60%, applies: { events: [pull_request] } }\n",
      ),
      change: worse,
    },
    "block",
  ],
  [
    "cuts a file short",
    { base: several, change: { "models/fraud/run.facts.jsonl": '{"kind": "measurement", "metr' } },
    "undecided",
  ],
  [
    "brings a model in the strictest class, whatever it says of itself",
    {
      base: withRules(
        "  floor: { metric: recall, at-least: 80%, applies: { risk: [high] } }\n  all: { metric: recall, at-least: 1% }\n",
      ),
      change: {
        "referee.yaml": `${sound["referee.yaml"]?.toString() ?? ""}models: [{ name: newcomer, path: models/other, risk: low }]\n`,
        "models/other/run.facts.jsonl": metric(0.5),
      },
    },
    "block",
  ],
  [
    "waives itself",
    {
      base: several,
      change: {
        ...worse,
        "policies/waivers.yaml":
          "- { rule: gate/recall-floor, model: fraud, reason: r, owner: kim, ticket: T-1, expires: 2026-12-01, approved-by: lee }\n",
      },
    },
    "block",
  ],
  [
    "ignores a model's evidence",
    { base: several, change: { ".gitignore": "models/fraud/\n", "models/price/run.facts.jsonl": metric(0.9) } },
    "undecided",
  ],
  ["edits a workflow", { base: several, change: { ".github/workflows/gate.yaml": "on: push\n", ...worse } }, "block"],
  ["takes another model's name", { base: several, change: { "other/price/run.facts.jsonl": metric(0.1) } }, "block"],
  [
    "asks for an approval that nobody has given",
    { base: withRules("  approved: { approval: 1, not-by: author }\n"), change: worse },
    "undecided",
  ],
  [
    "is asked for in a part",
    { base: several, change: { ...worse, "models/price/run.facts.jsonl": metric(0.99) }, inputs: { model: "price" } },
    "pass",
  ],
  [
    "is looked at in a folder alone",
    {
      base: several,
      change: { ...worse, "models/price/run.facts.jsonl": metric(0.99) },
      inputs: { path: "models/price" },
    },
    "pass",
  ],
  [
    "is judged by a policy that is named",
    {
      base: { ...several, "ci/strict.yaml": gate.replace("80%", "95%") },
      change: { "models/fraud/run.facts.jsonl": metric(0.9), "models/fraud/b.facts.jsonl": fact("auc", 0.9) },
      inputs: { policy: "ci/strict.yaml" },
    },
    "warn",
  ],
  [
    "would enter another stage",
    { base: several, change: { "models/churn/notes.facts.jsonl": fact("auc", 0.9) }, inputs: { stage: "production" } },
    "block",
  ],
];

describe("the command line says of a change what its pull request will hear", () => {
  test.each(cases)("one that %s", { timeout: 60_000 }, async (_, play, decision) => {
    const { gate: expected, desk, uncommitted } = await answers(play);
    expect(expected.decision).toBe(decision);
    expect(said(desk)).toEqual(said(expected));
    expect(said(uncommitted)).toEqual(said(expected));
    for (const note of expected.notes) expect(desk.notes).toContain(note);
  });

  test("one whose base has moved on, by what judges there now", { timeout: 60_000 }, async () => {
    const stage = await stageOf({ base: several, change: { "models/fraud/run.facts.jsonl": metric(0.85) } });
    const { repository } = stage;
    repository.git("checkout", "-q", "main");
    const stricter = { "policies/gate.yaml": gate.replace("80%", "88%"), "models/price/run.facts.jsonl": metric(0.99) };
    const base = repository.commit(stricter, "Stricter");
    repository.git("checkout", "-q", "change");
    const { outputs } = await actOn(stage, { payload: () => pullEvent({ ...stage, base }) });
    const expected = reportIn(readFileSync(outputs["report-json"] ?? "", "utf8"));
    const { desk } = await atDesk(stage, []);
    await stage.close();
    expect(expected.decision).toBe("block");
    expect(said(desk)).toEqual(said(expected));
  });

  test("who brings it is GitHub's to tell: a rule on that is missing all the same", { timeout: 60_000 }, async () => {
    const play = { base: withRules("  two: { separation-of-duties: [author] }\n"), change: worse };
    const { gate: expected, desk } = await answers(play);
    const outcomes = ({ findings }: Report): readonly string[] =>
      findings.map(({ rule, outcome }) => `${rule} ${outcome}`);
    expect([desk.decision, outcomes(desk)]).toEqual([expected.decision, ["two missing"]]);
    expect(outcomes(expected)).toEqual(["two missing"]);
    expect(desk.notes).toContain("Reviews are on the forge alone: here nobody has reviewed the change.");
  });

  test("the cases end in every decision", () => {
    expect(new Set(cases.map(([, , decision]) => decision))).toEqual(new Set(["pass", "warn", "block", "undecided"]));
  });
});
