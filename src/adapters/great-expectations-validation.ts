import type { Adapter, Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { isList } from "../read/shape.js";
import {
  expectationCheck,
  isExpectationResult,
  isValidation,
  validationStatements,
} from "./families/great-expectations.js";

/** Scripts dump the results of single expectations, one behind the other. */
const areExpectationResults = (value: Value | undefined): value is readonly Value[] =>
  isList(value) && value.length > 0 && value.every(isExpectationResult);

/** Result of validating one batch against an expectation suite, or of single expectations. */
export const greatExpectationsValidation: Adapter = {
  id: "great-expectations-validation",
  title: "Great Expectations validation result",
  definedAt: "https://docs.greatexpectations.io/docs/reference/api/core/ExpectationSuiteValidationResult_class",
  versions:
    "0.4.5, 0.8, 0.9, 0.13, 0.15, 0.18.22, 1.24.1; a single expectation's result and `describe()` from the schema, not seen",
  reads:
    "The suite's overall `success`, each expectation with its column, outcome, observed value, limits and severity, and the validated batch; an expectation that raised is neither passed nor failed.",
  leaves: "Samples of unexpected values, tracebacks and rendered content.",
  syntax: ["json"],
  gives: ["check", "dataset"],

  recognises: ({ value }) => isValidation(value) || isExpectationResult(value) || areExpectationResults(value),

  read({ value }, { suitesOnly }) {
    if (isValidation(value) && value !== undefined) return validationStatements(value, "", null, suitesOnly);
    if (areExpectationResults(value))
      return value.map((result, index) => expectationCheck(result, pointer("", index), null));
    return isExpectationResult(value) ? [expectationCheck(value, "", null)] : [];
  },
};
