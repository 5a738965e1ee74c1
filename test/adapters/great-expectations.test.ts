import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText } from "./described.js";

interface Result {
  readonly success: boolean;
  readonly result?: object;
  readonly exception_info?: object;
  readonly severity?: string;
}

const calm = { raised_exception: false, exception_traceback: null, exception_message: null };

/** A validation as Great Expectations 1 writes it. */
const validation = (success: boolean, ...results: readonly Result[]): string =>
  JSON.stringify({
    success,
    results: results.map(({ success: met, result = {}, exception_info = calm, severity = "critical" }) => ({
      success: met,
      expectation_config: { type: "expect_column_values_to_be_between", kwargs: { column: "amount" }, severity },
      result,
      meta: {},
      exception_info,
    })),
    suite_name: "transactions",
    suite_parameters: {},
    statistics: {
      evaluated_expectations: results.length,
      successful_expectations: results.filter((result) => result.success).length,
      unsuccessful_expectations: results.filter((result) => !result.success).length,
      success_percent: null,
    },
    meta: { great_expectations_version: "1.24.1" },
  });

const checksOf = async (text: string) => ofKind(await factsOfText("validation.json", text), "check");

describe("a validation of Great Expectations", () => {
  test("without expectations is not a pass", async () => {
    const [suite] = await checksOf(validation(true));
    expect(suite).toMatchObject({ name: "transactions", suite: true, passed: null });
  });

  test.each([
    [
      "1.x, by the metric that raised",
      { "MetricConfigurationID(a)": { raised_exception: true, exception_message: "no column" } },
    ],
    ["0.18, at once", { raised_exception: true, exception_message: "no column" }],
  ])("an expectation that raised was not checked: %s", async (_, exception_info) => {
    const [, raised] = await checksOf(validation(false, { success: false, exception_info }));
    expect(raised).toMatchObject({ passed: null, message: "no column", column: "amount" });
  });

  test("a divergence that is infinite is written as null and has failed", async () => {
    const [, failed] = await checksOf(validation(false, { success: false, result: { observed_value: null } }));
    expect(failed).toMatchObject({ passed: false, observed: null });
  });

  test("a warning that failed keeps its severity, though the whole has failed", async () => {
    const [suite, failed] = await checksOf(validation(false, { success: false, severity: "warning" }));
    expect(suite?.passed).toBe(false);
    expect(failed).toMatchObject({ passed: false, severity: "warning" });
  });

  test("only a boolean is written where no more was asked for", async () => {
    const [suite, met] = await checksOf(validation(true, { success: true }));
    expect(suite).toMatchObject({ passed: true, observed: 1, expected: 1 });
    expect(met).toMatchObject({ passed: true, observed: null });
  });
});

test("results of single expectations that stand in a list are checks of their own", async () => {
  const result = (column: string, success: boolean): object => ({
    success,
    expectation_config: { type: "expect_column_values_to_not_be_null", kwargs: { column } },
    result: { element_count: 10, unexpected_count: success ? 0 : 3 },
    exception_info: { raised_exception: false },
    meta: {},
  });
  const checks = await checksOf(JSON.stringify([result("a", true), result("b", false)]));
  expect(checks.map(({ column, passed, source }) => [column, passed, source.pointer])).toEqual([
    ["a", true, "/0/success"],
    ["b", false, "/1/success"],
  ]);
});
