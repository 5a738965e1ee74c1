import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueBody } from "../../src/publish/model-issue.js";
import { annotationsOf, workflowCommands } from "../../src/publish/annotations.js";
import { stamped, isMarked } from "../../src/publish/stamp.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import type { Report } from "../../src/model/report.js";
import { logLines } from "../../src/report/escape.js";
import { markdown } from "../../src/report/forms/markdown.js";
import { sarif } from "../../src/report/forms/sarif.js";
import { terminal } from "../../src/report/forms/terminal.js";
import { issueText, issueTitle } from "../../src/report/model-issue.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, rules } from "../judge/judged.js";
import { attacks } from "../report/attacks.js";
import { deedsOf, unseen } from "../report/deeds.js";

const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...attacks) }, fc.string({ unit: "binary", maxLength: 8 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join("").slice(0, 400));

/** A part of a path holds neither `/` nor nothing nor NUL. */
const segment = hostile.map((text) => text.replaceAll("/", "\u2215").replaceAll("\u0000", "") || "x");

const policy = rules(
  "floor: { metric: recall, at-least: 80% }",
  "each: { metric: recall, for-each: [country], at-least: 80% }",
  "inputs: { drift: psi, for-each: column, at-most: 0.1 }",
  "card: { card-sections: [limitations] }",
  "signed: { approval: 1 }",
);

interface Texts {
  readonly folder: string;
  readonly file: string;
  readonly text: string;
  readonly other: string;
}

/** A report in which everything that a stranger can choose is hostile. */
function reportOn({ folder, file, text, other }: Texts): Promise<Report> {
  const path = `models/${folder}/${file}.facts.jsonl`;
  const evidence = (recall: number): string =>
    facts(
      { kind: "measurement", metric: "recall", value: recall, dataset: text },
      { kind: "measurement", metric: "recall", value: 0.2, slice: { country: text }, dataset: other },
      { kind: "measurement", metric: text, value: recall, higher_is_better: true },
      { kind: "drift", scope: "column", column: other, method: "psi", score: 0.9 },
      { kind: "check", name: text, column: other, passed: false, message: text },
      { kind: "card", field: text, value: other },
      { kind: "card", section: "limitations", title: text, words: 0 },
      { kind: "model", version: text, stage: other, framework: text, artifact_digest: other },
      { kind: "problem", problem: "unreadable", message: text, mend: other },
    );
  const base = {
    tree: memory({ [path]: evidence(0.9) }),
    label: "4f1c2e9",
    commit: null,
    configuration: defaultConfiguration,
  };
  return judged(
    { [path]: evidence(0.1), [`models/${folder}/${other.replaceAll("/", "_").replaceAll("\u0000", "")}.json`]: "{" },
    policy,
    {
      base,
      onlyNew: true,
      event: "pull_request",
      author: `@${text}`,
      head: "4f1c2e9".repeat(6).slice(0, 40),
      deployed: [{ model: null, digest: text }],
      overrides: [{ pull: 7, head: "4f1c2e94", decision: "block", said: text, by: other }],
      notes: [text],
      problems: [{ problem: "publish", message: text, mend: other, path: null, line: null, column: null }],
    },
  );
}

const view = {
  columns: 92,
  colour: false,
  verbose: false,
  pathPrefix: "",
  reportUrl: "https://github.test/acme/models/actions/runs/1#artifacts",
  linkTo: (path: string) =>
    `https://github.test/acme/models/blob/main/${encodeURIComponent(path.replace(/\p{Cs}/gu, "")).replace(/[()]/g, "_")}`,
};

/** Every text of a SARIF file, with the key that it stands at. */
function textsOf(value: unknown, key = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((inner) => textsOf(inner, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...textsOf(name, "name of a key"), ...textsOf(inner, name)]);
}

/** What a text of SARIF does: code scanning makes links of `[text](target)`, and shows the rest as it is. */
const deedsInSarif = (written: string): readonly string[] =>
  textsOf(JSON.parse(written)).flatMap(([key, text]) => {
    const own = key === "$schema" || key === "semanticVersion" || key === "version";
    if (own) return [];
    if (key === "uri") return /^(?:[A-Za-z0-9._~!'()*-]|%[0-9A-F]{2}|\/)+$/.test(text) ? [] : [`${key} ${text}`];
    return unseen.test(text) || /\]\(|\n/.test(text) ? [`${key} ${text}`] : [];
  });

describe("the judge of these tests", () => {
  test.each([
    "@kim",
    "x <b>y</b>",
    "![i](https://evil.test)",
    "[a](https://evil.test)",
    "see #12",
    "a\u202Eb",
    "deadbee",
  ])("sees what %j does", (text) => expect(deedsOf(text)).not.toEqual([]));

  test.each([
    ["a link", { message: { text: "see [this](https://evil.test)" } }],
    ["a control character", { message: { text: "a\u001bb" } }],
    ["a scheme", { uri: "javascript:alert(1)" }],
    ["a key that is not seen whole", { "a\u202Eb": 1 }],
  ])("sees %s in SARIF", (_, value) => expect(deedsInSarif(JSON.stringify(value))).not.toEqual([]));
});

describe("hostile evidence", () => {
  test("does nothing in comment, summary, check, issue, annotations, SARIF and log", async () => {
    await fc.assert(
      fc.asyncProperty(segment, segment, hostile, hostile, async (folder, file, text, other) => {
        const report = await reportOn({ folder, file, text, other });
        expect(report.findings.length).toBeGreaterThan(3);
        const comment = markdown.render(report, view);
        expect(deedsOf(comment)).toEqual([]);
        expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
        const whole = stamped("gate", { head: "a".repeat(40), run: 1, attempt: 1 }, comment);
        expect([isMarked("gate", whole), isMarked("default", whole)]).toEqual([true, false]);
        for (const model of report.models) {
          const body = issueBody(
            "gate",
            model.name,
            { cause: "0".repeat(32), called: "" },
            issueText(model, report, view, []),
          );
          expect(deedsOf(body)).toEqual([]);
          expect(issueTitle(model)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
        const annotations = annotationsOf(report, "");
        for (const { title, message } of annotations)
          expect(`${title}${message}`).not.toMatch(/[\p{Cf}\p{Cs}\u0000-\u0009\u000B-\u001F]/u);
        for (const command of workflowCommands(annotations)) {
          expect(command).toMatch(
            /^(?:::(?:error|warning) (?:file=[^,:\r\n]*,line=\d+,(?:col=\d+,)?)?title=[^,:\r\n]+::[^\r\n]*|and \d+ more in the report)$/u,
          );
        }
        expect(deedsInSarif(sarif.render(report, view))).toEqual([]);
        const log = logLines(terminal.render(report, { ...view, colour: false }));
        for (const line of log.split("\n"))
          expect(line).not.toMatch(/^\s*::|##\[|[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("of every single attack, in every place", async () => {
    for (const attack of attacks) {
      const name = attack.replaceAll("/", "\u2215").replaceAll("\u0000", "").slice(0, 300) || "x";
      const report = await reportOn({
        folder: name,
        file: name,
        text: attack.slice(0, 1000),
        other: attack.slice(0, 1000),
      });
      expect(deedsOf(markdown.render(report, view))).toEqual([]);
      expect(deedsInSarif(sarif.render(report, view))).toEqual([]);
    }
  }, 60_000);
});
