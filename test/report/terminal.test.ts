import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.js";
import { markdown } from "../../src/report/forms/markdown.js";
import { terminal } from "../../src/report/forms/terminal.js";
import { facts, judged, measurement, rules } from "../judge/judged.js";
import { finding, reportOf } from "../publish/findings.js";
import { attacks } from "./attacks.js";
import { fleetReport } from "./fleet.js";

const view = { columns: 92, colour: false, verbose: false, pathPrefix: "" };

const evidence = (recall: number): string =>
  facts(
    { kind: "model", name: "fraud", version: "v2" },
    measurement("recall", recall, { trials: 151, n: 6000 }),
    measurement("roc_auc", 0.9),
  );

const shown = async (recall: number, policy: string): Promise<string> =>
  terminal.render(await judged({ "m/evidence.facts.jsonl": evidence(recall) }, policy), view);

describe("the terminal", () => {
  test("shows what was judged as a table where there is nothing to mend", async () => {
    const text = await shown(0.9, rules("floor: { metric: [recall, roc_auc], at-least: 80% }"));
    expect(text).toMatch(/^\[ok\] Pass {4}m v2, production$/m);
    expect(text).toMatch(/^ {12}1 of 1 rules met$/m);
    expect(text).toMatch(/^Recall +0\.9 \[0\.8\d+, 0\.9\d+\]$/m);
    expect(text).toMatch(/^ROC AUC +0\.9$/m);
  });

  test("shows what to mend instead where there is, and how many rules stop it", async () => {
    const text = await shown(
      0.5,
      rules("floor: { metric: [recall, roc_auc], at-least: 80% }", "other: { metric: roc_auc, at-least: 50% }"),
    );
    expect(text).toMatch(/^\[x\] Block {3}m v2, production$/m);
    expect(text).toMatch(/^ {12}1 of 2 rules stops it: 1 not met$/m);
    expect(text).not.toMatch(/^Recall +0\.5/m);
  });

  test("counts warnings, waivers and notes beside the rules", () => {
    const [model] = fleetReport(1).models;
    const own = { model: model?.name ?? "" };
    const waived = { owner: "@acme/fraud", reason: "r", ticket: null, expires: "2026-12-31", approved_by: null };
    const report: Report = {
      ...reportOf([
        finding({ ...own, rule: "a", outcome: "met" }),
        finding({ ...own, rule: "b", effect: "warn" }),
        finding({ ...own, rule: "c", effect: "note" }),
        finding({ ...own, rule: "d", effect: "pass", waived }),
      ]),
      models: model === undefined ? [] : [{ ...model, decision: "warn" }],
    };
    expect(terminal.render(report, view)).toMatch(/^ {12}1 of 4 rules met, 1 warning, 1 waived, 1 note$/m);
  });

  const slices = (...sizes: readonly [value: number, n: number][]): string =>
    facts(
      ...sizes.map(([value, n], index) => measurement("recall", value, { n, trials: n, slice: { age: `${index}` } })),
    );
  const eachAge = rules("ages: { metric: recall, for-each: age, at-least: 70%, min-samples: 200 }");

  test("says what was not asked where nothing was, and why", async () => {
    const text = terminal.render(await judged({ "m/own.facts.jsonl": slices([0.3, 20], [0.4, 30]) }, eachAge), view);
    expect(text).toMatch(/^\[\?\] Undecided m, /m);
    expect(text).toMatch(/^ {12}no rule judges it, 2 not asked$/m);
    expect(text).toMatch(/^not asked ages age=0: 20 examples, fewer than the 200 that are judged {2}m\/own/m);
  });

  test("counts what was not asked, and calls no rule met that holds of some slices only", async () => {
    const sized = slices([0.9, 500], [0.6, 500], [0.3, 20], [0.3, 20]);
    const text = terminal.render(await judged({ "m/own.facts.jsonl": sized }, eachAge), view);
    expect(text).toMatch(/^ {12}1 of 1 rules stops it: 1 not met, 2 not asked$/m);
    expect(text).not.toMatch(/^met /m);
  });

  test("leaves the table out where a narrow terminal would break it", async () => {
    const report = await judged(
      { "m/evidence.facts.jsonl": evidence(0.9) },
      rules("floor: { metric: recall, at-least: 80% }"),
    );
    expect(terminal.render(report, { ...view, columns: 20 })).not.toMatch(/^Recall +0\.9/m);
  });

  test("obeys nothing that evidence says: no escape sequence, no further line", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: "binary" })), (attack) => {
        const [model] = fleetReport(1).models;
        const report: Report = {
          ...reportOf([finding({ model: attack, rule: attack, subject: attack, message: attack, mend: attack })]),
          reason: attack,
          models:
            model === undefined ? [] : [{ ...model, name: attack, version: attack, stage: attack, decision: "block" }],
        };
        const text = terminal.render(report, view);
        expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what is alike", () => {
  const [model] = fleetReport(1).models;
  const own = { model: model?.name ?? "", rule: "honest-card", effect: "note", outcome: "missing" } as const;
  const at = (line: number) => [{ path: "README.md", pointer: null, line, column: 14, digest: null }];
  const said = (subject: string, line: number): ReturnType<typeof finding> =>
    finding({ ...own, subject, message: `the card says ${subject} 0.9, and no evidence states it`, sources: at(line) });
  const report: Report = {
    ...reportOf([said("f1", 22), said("precision", 24), said("recall", 26), said("f1", 35)]),
    models: model === undefined ? [] : [{ ...model, decision: "warn", metrics: [] }],
    unjudged: [
      { path: "models/preds.pkl", format: null },
      { path: "notes.txt", format: null },
    ],
  };

  test("is one note: what it is about, and the lines on which it stands", () => {
    const notes = terminal.render(report, view).match(/^note.*(\n {8}.*)*/gm);
    expect(notes?.map((note) => note.replace(/\s+/g, " "))).toEqual([
      "note honest-card f1, precision and recall: the card says f1 0.9, and no evidence states it; and 3 more README.md:22, 24, 26, 35",
    ]);
    expect(markdown.render(report, view).match(/^- note:.*$/gm)).toEqual([
      "- note: `honest-card` f1, precision and recall: the card says f1 0.9, and no evidence states it, and 3 more",
    ]);
  });

  test("a subject that only repeats its rule is left out", () => {
    const one = finding({
      ...own,
      rule: "intended-use",
      subject: "intended-use",
      message: "a template's text",
      sources: at(31),
    });
    const text = terminal.render({ ...report, findings: [one] }, view);
    expect(text).toMatch(/^note {4}intended-use: a template's text {2}README\.md:31:14$/m);
  });

  test("results that are never opened are named apart from those that nobody judges", () => {
    const text = terminal.render(report, view);
    expect(text).toMatch(/^Not judged: notes\.txt \(model-referee inspect\)$/m);
    expect(text).toMatch(/^Not read: models\/preds\.pkl \(a pickle is never opened\)$/m);
  });
});
