import type { Adapter } from "../model/adapter.js";
import { hasKeys, isRecord, list, member, text } from "../read/shape.js";
import { suiteStatements, suiteVerdict } from "./families/evidently-suite.js";

/** The result of a test suite, which versions before 0.7 (and the legacy part of it) write. */
export const evidentlyTestSuite: Adapter = {
  id: "evidently-test-suite",
  title: "Evidently test suite",
  definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
  versions: "0.2.8, 0.4.0, 0.4.40, 0.5.1 and the legacy part of 0.7.2; 0.1.5x from the source, not seen",
  reads:
    "Each test as a check with its column, value and condition, the suite's verdict, drift of columns and of the data set, and the model quality that was tested.",
  leaves: "Descriptions of tests that passed; scores of drift stand there rounded to three decimals.",
  syntax: ["json"],
  gives: ["check", "drift", "measurement", "dataset"],

  recognises: ({ value }) => {
    const first = list(member(value, "tests"))?.[0];
    return (
      hasKeys(member(value, "summary"), "all_passed", "by_status") &&
      isRecord(first) &&
      hasKeys(first, "name", "status", "group")
    );
  },

  read({ value }) {
    const at = text(member(value, "timestamp")) ?? text(member(value, "datetime")) ?? null;
    return [
      ...suiteStatements(member(value, "tests"), "/tests"),
      ...suiteVerdict(member(value, "summary"), "/summary"),
    ].map((statement) => ({ ...statement, at }));
  },
};
