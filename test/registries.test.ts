import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { adapters } from "../src/adapters/index.js";
import { checks } from "../src/checks/index.js";
import { reporters } from "../src/report/forms/index.js";

interface Registered {
  readonly id: string;
}

const registries: readonly (readonly [string, readonly Registered[]])[] = [
  ["src/adapters", adapters],
  ["src/checks", checks],
  ["src/report/forms", reporters],
];

describe.each(registries)("%s", (folder, registered) => {
  test("lists every file of the folder under the file's name", () => {
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== "index.ts")
      .map(({ name }) => name.slice(0, -".ts".length));
    expect(files.length).toBeGreaterThan(0);
    expect(registered.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  test("says in every text what it is", () => {
    const empty = registered.flatMap((one) => emptyTexts(one).map((key) => `${one.id}: ${key}`));
    expect(empty).toEqual([]);
  });
});

test("an adapter says where its format is defined", () => {
  expect(adapters.filter(({ title, definedAt }) => title === "" || definedAt === "").map(({ id }) => id)).toEqual([]);
});

test("an empty text is found", () => {
  expect(emptyTexts({ id: "a", title: " ", example: { met: "" } })).toEqual(["title", "example.met"]);
});

/** The places of texts without a word in them, at any depth. */
function emptyTexts(value: unknown, path = ""): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyTexts(inner, path === "" ? key : `${path}.${key}`));
}
