import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../../src/model/report.js";
import { page as render } from "../../../src/report/html/page.js";
import { chromiumPath, launched, opened } from "../browser.js";
import { fleetReport } from "../fleet.js";
import { richReport, richReportWithPast } from "../rich.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const view = { columns: 92, colour: false, verbose: true, pathPrefix: "" };

/** What is run in the page: it is text here, since this side knows no document. */
const unfold = 'document.querySelectorAll("details").forEach((one) => { one.open = true; })';
const violations = "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))";

const why = chromiumPath === null ? " (skipped: no chromium is found; set CHROMIUM_PATH)" : "";

describe.skipIf(chromiumPath === null)(`the page in a browser${why}`, () => {
  let browser: Browser;
  let pages: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const [rich, fleet] = [await richReportWithPast(), fleetReport(300)];
    pages = { rich: render(rich, view), fleet: render(fleet, view) };
    browser = await launched();
  });
  afterAll(() => browser.close());

  test.each([
    ["rich", "light"],
    ["rich", "dark"],
    ["fleet", "light"],
    ["fleet", "dark"],
  ] as const)("%s, %s: nothing that hinders a reader is found, in view or folded open", async (name, colorScheme) => {
    const { page, complaints } = await opened(browser, pages[name] ?? "", { colorScheme, bypassCSP: true });
    await page.evaluate(unfold);
    await page.evaluate(axeSource);
    const found = await page.evaluate<readonly string[]>(violations);
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each(["rich", "fleet"])(
    "%s: it asks nobody for anything, and its own policy refuses nothing of it",
    async (name) => {
      const { requests, complaints } = await opened(browser, pages[name] ?? "");
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test.each(["rich", "fleet"])("%s: without scripts everything is there to read", async (name) => {
    const { page } = await opened(browser, pages[name] ?? "", { javaScriptEnabled: false });
    const told = await page.locator("main").innerText();
    expect(told).toContain("The run");
    expect(await page.locator("h2").count()).toBeGreaterThan(2);
    expect(await page.locator("input").count()).toBe(0);
  });

  test.each([320, 390, 768, 1024, 1280, 1600])("at %i pixels nothing scrolls sideways", async (width) => {
    for (const markup of Object.values(pages)) {
      const { page } = await opened(browser, markup, { viewport: { width, height: 800 } });
      await page.evaluate(unfold);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
  });

  test("printed, every fold is open and each model begins a page", async () => {
    const { page } = await opened(browser, pages["rich"] ?? "");
    await page.emulateMedia({ media: "print" });
    const heights = await page.evaluate<readonly number[]>(
      "[...document.querySelectorAll('details > table')].map((one) => one.getBoundingClientRect().height)",
    );
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.min(...heights)).toBeGreaterThan(0);
    expect(await page.locator("nav").isVisible()).toBe(false);
    const breaks = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('section.model > h2')].map((one) => getComputedStyle(one).breakBefore)",
    );
    expect(breaks).toEqual(["page", "page"]);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });

  test("a fleet is filtered by what is typed, and says how many are left", async () => {
    const { page } = await opened(browser, pages["fleet"] ?? "");
    await page.getByLabel("Show models that say").fill("model-0042");
    expect(await page.locator("#fleet [role=status]").innerText()).toMatch(/^1 of 300$/);
    expect(
      await page.locator("#fleet table.passing tbody tr:visible, #fleet table.fleet tbody tr:visible").count(),
    ).toBe(1);
  });

  test("a fleet is sorted by a column, either way, and says which to a screen reader", async () => {
    const { page } = await opened(browser, pages["fleet"] ?? "");
    const first = (): Promise<string> => page.locator("table.fleet tbody tr").first().innerText();
    const owners = page.locator("table.fleet thead th", { hasText: "Owner" });
    await owners.getByRole("button").click();
    expect(await owners.getAttribute("aria-sort")).toBe("ascending");
    const ascending = await first();
    await owners.getByRole("button").press("Enter");
    expect(await owners.getAttribute("aria-sort")).toBe("descending");
    expect([ascending, await first()].map((text) => /@acme\/team-\d|nobody named/.exec(text)?.[0])).toEqual([
      "@acme/team-0",
      "nobody named",
    ]);
    await page.locator("table.fleet thead button", { hasText: "Decision" }).click();
    expect(await first()).toContain("Block");
  });

  test("with the keyboard one skips to the report, and folds open", async () => {
    const { page } = await opened(browser, pages["rich"] ?? "");
    await page.keyboard.press("Tab");
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe("To the report");
    await page.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("details").first().getAttribute("open")).not.toBeNull();
  });

  test("ten thousand models stay readable, every one of them named", { timeout: 60_000 }, async () => {
    const report = fleetReport(10_000);
    const markup = render(report, view);
    expect(markup.length).toBeLessThan(8_000_000);
    const named = new Set(markup.match(/model-\d{4}/g));
    expect(report.models.filter(({ name }) => !named.has(name))).toEqual([]);
    const { page } = await opened(browser, markup);
    expect(await page.locator("#fleet h2").innerText()).toBe("Fleet");
  });
});

describe("the page", () => {
  let report: Report;
  let markup: string;
  beforeAll(async () => {
    report = await richReport();
    markup = render(report, view);
  });

  test.each([
    "What to mend",
    "Against the champion",
    "Segments",
    "Drift by column",
    "Calibration",
    "What it rests on",
    "Model card",
    "Clauses of frameworks",
    "Approvals and waivers",
    "Lineage",
    "All rules",
    "Evidence",
  ])("has a part on: %s", (title) => expect(markup).toMatch(new RegExp(`<h3[^>]*>${title}</h3>`)));

  test("withholds what is said of fewer than ten people", () => {
    expect(markup).toContain("withheld");
    expect(markup).not.toContain("0.900");
    expect(report.models[0]?.detail?.slices.find(({ slice }) => slice["country"] === "LI")).toMatchObject({
      suppressed: true,
      value: null,
      n: null,
    });
  });

  test("links a place only where the forge's own address is given", () => {
    expect(markup).not.toMatch(/<a [^>]*href="(?!#)/);
    const linked = render(report, { ...view, linkTo: (path, line) => `https://forge.test/${path}#L${line ?? 1}` });
    expect(linked).toContain('href="https://forge.test/models/fraud/');
    const refused = render(report, { ...view, linkTo: () => "javascript:alert(1)" });
    expect(refused).not.toContain("javascript:");
  });

  test("is the same for the same report", () => expect(render(report, view)).toBe(markup));
});
