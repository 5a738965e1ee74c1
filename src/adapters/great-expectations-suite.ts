import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, list, member, record, text } from "../read/shape.js";

const isExpectation = (value: Value | undefined): boolean =>
  !hasKeys(value, "success") &&
  record(member(value, "kwargs")) !== undefined &&
  (text(member(value, "expectation_type")) ?? text(member(value, "type"))) !== undefined;

/** Expectations without results: what would be checked, of which nothing is a check that ran. */
export const greatExpectationsSuite: Adapter = {
  id: "great-expectations-suite",
  title: "Great Expectations expectation suite",
  definedAt: "https://docs.greatexpectations.io/docs/reference/api/ExpectationSuite_class",
  versions: "0.7, 0.9, 0.13, 0.17, 0.18.22, 1.24.1",
  reads: "Nothing beyond the format: a suite says what to check and holds no result.",
  leaves: "The expectations and their limits.",
  syntax: ["json", "yaml"],
  gives: [],

  recognises({ value }) {
    if (!hasKeys(value, "expectations") || hasKeys(value, "success")) return false;
    if (!hasKeys(value, "expectation_suite_name") && !hasKeys(value, "name")) return false;
    const expectations = list(member(value, "expectations"));
    if (expectations === undefined) return false;
    return expectations.length === 0
      ? hasKeys(member(value, "meta"), "great_expectations_version")
      : expectations.slice(0, 3).every(isExpectation);
  },

  read: () => [],
};
