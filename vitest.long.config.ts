import { defineConfig } from "vitest/config";

/** The tests that take minutes: fuzzing, and comparisons over large grids. */
export default defineConfig({
  test: {
    include: ["test/**/*.long.test.ts"],
    passWithNoTests: true,
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 1_200_000,
    hookTimeout: 600_000,
  },
});
