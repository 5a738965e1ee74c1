import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("statistics stand on the model, on each other and on the generator of random numbers only", () => {
  const folder = new URL("../../src/statistics/", import.meta.url);
  const imports = readdirSync(folder).flatMap((file) => {
    const code = readFileSync(new URL(file, folder), "utf8");
    return [...code.matchAll(/\bfrom "([^"]+)"/g)].map(([, from = ""]) => `${file} imports ${from}`);
  });
  expect(imports.length).toBeGreaterThan(150);
  expect(imports.filter((line) => !/ imports (\.\/|\.\.\/model\/|pure-rand\/)/.test(line))).toEqual([]);
});
