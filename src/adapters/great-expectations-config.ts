import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, list, member, text } from "../read/shape.js";

const isCheckpoint = (value: Value | undefined): boolean =>
  hasKeys(value, "name") &&
  !hasKeys(value, "success") &&
  (list(member(value, "validation_definitions")) !== undefined ||
    (text(member(value, "module_name"))?.startsWith("great_expectations.") === true && hasKeys(value, "class_name")));

const isValidationDefinition = (value: Value | undefined): boolean =>
  hasKeys(value, "data", "suite", "name") && hasKeys(member(value, "data"), "batch_definition", "datasource");

/** A checkpoint or validation definition as it is configured, before any run. */
export const greatExpectationsConfig: Adapter = {
  id: "great-expectations-config",
  title: "Great Expectations checkpoint or validation definition",
  definedAt:
    "https://docs.greatexpectations.io/docs/core/trigger_actions_based_on_results/create_a_checkpoint_with_actions",
  versions: "0.18.22, 1.24.1",
  reads: "Nothing beyond the format: it says what would run, and holds no result.",
  leaves: "The whole configuration.",
  syntax: ["json", "yaml"],
  gives: [],
  recognises: ({ value }) => isCheckpoint(value) || isValidationDefinition(value),
  read: () => [],
};
