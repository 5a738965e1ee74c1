import { expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { readArguments } from "../../src/commands/command.js";
import { UsageError } from "../../src/model/problem.js";

function refusal(...argv: readonly string[]): string {
  try {
    readArguments(check, argv);
  } catch (error) {
    if (error instanceof UsageError) return error.problems.map(({ message, mend }) => `${message}; ${mend}`).join();
    throw error;
  }
  return "none";
}

test.each([
  [["--polcy", "x"], "check has no option --polcy; did you mean --policy? See model-referee check --help"],
  [["--quite-other"], "check has no option --quite-other; see model-referee check --help"],
  [["--policy"], "--policy needs a value; see model-referee check --help"],
  [["--policy", "--verbose"], "--policy needs a value; see model-referee check --help"],
  [["--policy", "gate.yaml", "--verbose"], "none"],
] as const)("the arguments %j are answered with: %s", (argv, said) => {
  expect(refusal(...argv)).toBe(said);
});
