import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { adapters } from "../src/adapters/index.js";
import { corpusRoot } from "./truth/corpus-files.js";
import { readEvidence } from "./read-evidence.js";

/** True where no file of any version was seen: each part of the text says so. */
const isUnseen = (versions: string): boolean => versions.split(";").every((part) => part.includes("not seen"));

const page = readFileSync("docs/formats.md", "utf8");

describe("docs/formats.md", () => {
  test("has a part for every format, and no other", () => {
    const parts = [...page.matchAll(/^`([a-z0-9-]+)` · /gm)].map(([, id]) => id);
    expect(parts.toSorted()).toEqual(adapters.map(({ id }) => id).toSorted());
  });

  test("links to parts that are there", () => {
    const headings = new Set(
      [...page.matchAll(/^### (.+)$/gm)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, "")
          .replaceAll(" ", "-"),
      ),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, to = ""]) => to);
    expect(links.length).toBeGreaterThan(adapters.length);
    expect(links.filter((to) => !headings.has(to))).toEqual([]);
  });

  test("calls two formats by two titles", () => {
    const titles = adapters.map(({ title }) => title.toLowerCase());
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test.skipIf(!existsSync(corpusRoot))(
    `says of a format that it was not seen where it was not${existsSync(corpusRoot) ? "" : " (skipped: no corpus here)"}`,
    async () => {
      const facts = await readEvidence(corpusRoot);
      const seen = new Set(facts.map(({ format }) => format));
      // Facts in the contract's own form are written by whoever uses the tool.
      const own = new Set(["facts-jsonl"]);
      const wrong = adapters.filter(({ id, versions }) => !own.has(id) && seen.has(id) === isUnseen(versions));
      expect(wrong.map(({ id, versions }) => `${id}: ${versions}`)).toEqual([]);
    },
  );
});
