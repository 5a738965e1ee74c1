import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.js";
import type { View } from "../../src/model/reporter.js";
import { csv } from "../../src/report/forms/csv.js";
import { html } from "../../src/report/forms/html.js";
import { junit } from "../../src/report/forms/junit.js";
import { markdown } from "../../src/report/forms/markdown.js";
import { terminal } from "../../src/report/forms/terminal.js";
import { readReport } from "../../src/report/read-report.js";
import { canonicalLines } from "../../src/report/canonical-json.js";
import { attacks } from "./attacks.js";
import { deedsOf, unseen } from "./deeds.js";
import { richReportWithPast } from "./rich.js";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));

/** A report in which every text is another, wherever its form allows any text at all: keys of records among them. */
function poisoned(value: unknown, text: string, shape: Schema = schema): unknown {
  if (shape.$ref !== undefined) return poisoned(value, text, schema.$defs?.[shape.$ref.replace("#/$defs/", "")]);
  const [first] = (shape.anyOf ?? []).filter(({ type }) => (value === null) === (type === "null"));
  if (shape.anyOf !== undefined) return poisoned(value, text, first);
  if (typeof value === "string") return shape.enum === undefined && shape.const === undefined ? text : value;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, text, shape.items));
  if (typeof value !== "object" || value === null) return value;
  const { properties, additionalProperties: rest } = shape;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      properties !== undefined && Object.hasOwn(properties, key)
        ? [key, poisoned(inner, text, properties[key])]
        : [text === "__proto__" ? "proto" : text, poisoned(inner, text, typeof rest === "object" ? rest : {})],
    ),
  );
}

let rich: Report;
beforeAll(async () => {
  rich = await richReportWithPast();
});

/** The report after its own reader, which a report from a stranger passes before it is shown. */
function poisonedReport(text: string): Report {
  const read = readReport(canonicalLines(poisoned(rich, text)), "report.json");
  if (read.kind !== "report") throw new Error(read.problem.message);
  return read.report;
}

const view: View = {
  columns: 92,
  colour: false,
  verbose: true,
  pathPrefix: "",
  reportUrl: "https://github.test/acme/models/actions/runs/1#artifacts",
  linkTo: () => "https://github.test/acme/models/blob/main/file",
};

/** Tags with the names of their attributes: what an attack would add to. */
const tagsOf = (markup: string): readonly string[] =>
  (markup.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""').replace(/\s+/g, " "));

/** Tags that are opened and not closed, or the other way round. */
function unbalanced(markup: string): readonly string[] {
  const open = new Map<string, number>();
  for (const [, end, name = "", inner = ""] of markup.matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi))
    if (!inner.trimEnd().endsWith("/")) open.set(name, (open.get(name) ?? 0) + (end === "/" ? -1 : 1));
  const never = new Set(["meta", "br", "input", "link", "wbr", "hr"]);
  return [...open].filter(([name, count]) => count !== 0 && !never.has(name)).map(([name]) => name);
}

const targets = (markup: string): readonly string[] =>
  [...markup.matchAll(/\s(?:href|src|action|xlink:href|srcset|style|on\w+)="([^"]*)"/g)].map(([whole]) => whole.trim());

/** Addresses within the page, of the repository, and the styles of figures. */
const own = /^(?:href="(?:#[\w-]*|https:\/\/github\.test\/[^"]*)"|style="[\w-]+:[\d.]+%?(?:;[\w-]+:[\d.]+%?)*")$/;

const shown = attacks.filter((attack) => attack.trim() !== "" && attack.length < 1000);
/** What attacks are compared with: texts of no meaning, times, and pairs, which are shown each in their own way. */
const harmless = ["plain words", "2026-11-23T09:00:00Z", "a=b", "a=b, c=d"];
let known: ReadonlySet<string>;
beforeAll(() => {
  const pages = [rich, ...harmless.map(poisonedReport)].map((report) => html.render(report, view));
  known = new Set(pages.flatMap(tagsOf));
});

describe("a report in which every text is hostile", () => {
  test("reaches the history of the page, where earlier reports are told of", () => {
    expect(rich.models.some(({ detail }) => (detail?.past.length ?? 0) > 0)).toBe(true);
    expect(html.render(rich, view)).toContain(">History<");
  });

  test.each(shown.map((attack) => [attack]))("adds no tag and no address to the page: %j", (attack) => {
    const markup = html.render(poisonedReport(attack), view);
    expect(tagsOf(markup).filter((tag) => !known.has(tag))).toEqual([]);
    expect(unbalanced(markup)).toEqual([]);
    expect(targets(markup).filter((target) => !own.test(target))).toEqual([]);
    expect(markup).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  });

  test.each(shown.map((attack) => [attack]))("does nothing in the Markdown: %j", (attack) => {
    expect(deedsOf(markdown.render(poisonedReport(attack), view))).toEqual([]);
  });

  test.each(shown.map((attack) => [attack]))("is a text of JUnit, and no more: %j", (attack) => {
    const written = junit.render(poisonedReport(attack), view);
    expect(tagsOf(written)).toEqual(tagsOf(junit.render(poisonedReport("plain words"), view)));
    expect(written).not.toMatch(/<!|<\?(?!xml version)|&(?!#\d+;)/);
  });

  test.each(shown.map((attack) => [attack]))("is a cell of the table, and no formula: %j", (attack) => {
    const [due, found] = ["plain words", attack].map((text) =>
      Papa.parse<string[]>(csv.render(poisonedReport(text), view)),
    );
    expect(found?.errors).toEqual([]);
    expect(found?.data.map(({ length }) => length)).toEqual(due?.data.map(({ length }) => length));
    const formulas = found?.data
      .flat()
      .filter((cell) => /^\s*[=+@\-\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) && !/^-?[\d.e+-]+$/.test(cell));
    expect(formulas).toEqual([]);
  });

  test("says nothing to the terminal but letters, whatever the mixture", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...shown), fc.string({ unit: "binary" })), { minLength: 1, maxLength: 3 }),
        (parts) => {
          const text = parts.join("").slice(0, 600);
          expect(terminal.render(poisonedReport(text), view).replaceAll("\n", "")).not.toMatch(unseen);
        },
      ),
      { numRuns: 100 },
    );
  });
});
