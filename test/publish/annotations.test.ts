import { describe, expect, test } from "vitest";
import { annotationsOf, workflowCommands, type Annotation } from "../../src/publish/annotations.js";
import { attacks } from "../report/attacks.js";
import { finding, reportOf } from "./findings.js";

describe("annotations", () => {
  test("stand on the line of the evidence, below the top of the repository", () => {
    expect(annotationsOf(reportOf([finding()]), "ml/")).toEqual([
      {
        level: "failure",
        path: "ml/models/fraud/metrics.json",
        line: 3,
        column: 12,
        title: "recall-floor: not met",
        message: "fraud: 0.61, at least 0.85\ntrain again",
      },
    ]);
  });

  test("come worst first, and what is met or waived says nothing", () => {
    const waived = { owner: "kim", reason: "r", ticket: null, expires: "2026-12-31", approved_by: null };
    const findings = [
      finding({ rule: "a", effect: "note" }),
      finding({ rule: "b", effect: "warn" }),
      finding({ rule: "c", effect: "undecided", outcome: "missing" }),
      finding({ rule: "d", outcome: "met", effect: "pass" }),
      finding({ rule: "e", effect: "pass", waived }),
    ];
    expect(annotationsOf(reportOf(findings), "").map(({ level, title }) => `${level} ${title}`)).toEqual([
      "failure c: missing",
      "warning b: not met",
      "notice a: not met",
    ]);
  });

  test("without a line they stand on the first, and without a place nowhere", () => {
    const whole = { path: "README.md", pointer: null, line: null, column: null, digest: null };
    const [placed, nowhere] = annotationsOf(reportOf([finding({ sources: [whole] }), finding({ sources: [] })]), "");
    expect([placed?.path, placed?.line, nowhere?.path]).toEqual(["README.md", 1, null]);
  });

  test.each(attacks.map((attack) => [attack]))("their texts are plain and bounded: %j", (attack) => {
    const hostile = finding({ model: attack, rule: attack, subject: attack, message: attack, mend: attack });
    const [annotation] = annotationsOf(reportOf([hostile]), "");
    expect(annotation?.title.length).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(annotation?.message ?? "")).toBeLessThan(65_536);

    expect(`${annotation?.title}${annotation?.message}`).not.toMatch(
      /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u200B]/,
    );
  });
});

const annotation = (more: Partial<Annotation> = {}): Annotation => ({
  level: "failure",
  path: "metrics.json",
  line: 3,
  column: null,
  title: "recall-floor: not met",
  message: "fraud: 0.61",
  ...more,
});

describe("workflow commands", () => {
  test("name file, line, column and title, escaped for what they are", () => {
    const hostile = annotation({
      path: "a,b:c%.json",
      column: 2,
      title: "x: y, 100%",
      message: "one\ntwo: 5%, ::error::",
    });
    expect(workflowCommands([hostile])).toEqual([
      "::error file=a%2Cb%3Ac%25.json,line=3,col=2,title=x%3A y%2C 100%25::one%0Atwo: 5%25, ::error::",
    ]);
  });

  test("without a place they have a title alone", () => {
    expect(workflowCommands([annotation({ path: null, level: "warning" })])).toEqual([
      "::warning title=recall-floor%3A not met::fraud: 0.61",
    ]);
  });

  test("are ten errors and ten warnings at most; the rest is counted, notices are not commands", () => {
    const many = (level: Annotation["level"], count: number) =>
      Array.from({ length: count }, () => annotation({ level }));
    const lines = workflowCommands([...many("failure", 14), ...many("warning", 13), ...many("notice", 9)]);
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(10);
    expect(lines.at(-1)).toBe("and 7 more in the report");
    expect(lines).toHaveLength(21);
  });
});
