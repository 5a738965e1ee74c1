import { accessSync, constants } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A browser that is there; null where none is, and then the tests that look say so and are skipped. */
export const chromiumPath: string | null =
  [process.env["CHROMIUM_PATH"], ...places].find((path): path is string => path !== undefined && mayRun(path)) ?? null;

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const launched = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });

export interface Opened {
  readonly page: Page;
  /** Every address that the page asked for, itself apart. */
  readonly requests: readonly string[];
  /** What the page complained about, such as what its own policy refused. */
  readonly complaints: readonly string[];
}

/** Opens a page from memory, as a file of that name would be, and notes what it asks the network for. */
export async function opened(browser: Browser, markup: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  const address = "https://report.test/report.html";
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**/*", async (route) => {
    if (route.request().url() === address)
      await route.fulfill({ contentType: "text/html; charset=utf-8", body: markup });
    else {
      requests.push(route.request().url());
      await route.abort();
    }
  });
  await page.goto(address);
  return { page, requests, complaints };
}
