#!/usr/bin/env node
// Runs a file of reference cases through src/statistics: `npm run reference -- FILE`. Each case that misses its
// tolerance is printed; the status is 1 where one does or the file holds none, 3 where it cannot be read.
import { readFileSync } from "node:fs";
import { register } from "node:module";

register("./typescript-loader.mjs", import.meta.url);

const { missesOf, parseCases } = await import("../test/statistics/reference/misses.ts");

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write("say which file: npm run reference -- FILE\n");
  process.exitCode = 3;
} else {
  try {
    const cases = parseCases(readFileSync(path, "utf8"));
    const missed = cases.map((one) => ({ one, misses: missesOf(one) })).filter(({ misses }) => misses.length > 0);
    for (const { one, misses } of missed)
      process.stdout.write(`${one.id} (${one.function})\n${misses.map((miss) => `  ${miss}\n`).join("")}`);
    process.stdout.write(`${cases.length - missed.length} of ${cases.length} cases agree\n`);
    process.exitCode = missed.length > 0 || cases.length === 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 3;
  }
}
