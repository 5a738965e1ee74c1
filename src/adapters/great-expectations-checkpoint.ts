import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, boolean, hasKeys, list, member, members, text } from "../read/shape.js";
import { isValidation, validationStatements } from "./families/great-expectations.js";

interface Validation {
  readonly value: Value;
  readonly base: string;
}

/** The validations of a checkpoint: a map by identifier, wrapped or bare, or the list that `describe()` writes. */
function validationsOf(value: Value | undefined): readonly Validation[] {
  const described = list(member(value, "validation_results"));
  if (described !== undefined) {
    return described.map((validation, index) => ({ value: validation, base: pointer("/validation_results", index) }));
  }
  return members(member(value, "run_results")).map(([id, run]) => {
    const base = pointer("/run_results", id);
    const inner = member(run, "validation_result");
    return inner === undefined ? { value: run, base } : { value: inner, base: pointer(base, "validation_result") };
  });
}

/** A checkpoint without any validation has shown nothing, whatever its `success` says. */
function verdict(value: Value | undefined, validations: readonly Validation[], at: string | null): Statement {
  return {
    kind: "check",
    name: text(below(value, "checkpoint_config", "name")) ?? text(member(value, "name")) ?? "checkpoint",
    passed: validations.length === 0 ? null : (boolean(member(value, "success")) ?? null),
    message: validations.length === 0 ? "No validation was run." : null,
    suite: true,
    at,
    where: { pointer: "/success" },
  };
}

function unknownValidation(base: string): Statement {
  return {
    kind: "problem",
    problem: "wrong-type",
    message: "A validation of the checkpoint has no list of expectation results.",
    mend: "Save the checkpoint's result again, with the validation results in it.",
    where: { pointer: base },
  };
}

/** Result of a checkpoint, or of a validation operator before it: several validations and one verdict. */
export const greatExpectationsCheckpoint: Adapter = {
  id: "great-expectations-checkpoint",
  title: "Great Expectations checkpoint result",
  definedAt: "https://docs.greatexpectations.io/docs/reference/api/checkpoint/CheckpointResult_class",
  versions: "0.18.22 and 1.24.1 `describe()`; validation operators of 0.10 to 0.13 from the schema, not seen",
  reads: "The checkpoint's overall `success` and, for each validation, what a validation result states.",
  leaves: "Actions, the checkpoint's configuration, and exceptions that `describe()` itself leaves out.",
  syntax: ["json"],
  gives: ["check", "dataset"],

  recognises({ value }) {
    if (!hasKeys(value, "success")) return false;
    if (!hasKeys(value, "run_results") && !hasKeys(value, "validation_results")) return false;
    const [first] = validationsOf(value);
    return first === undefined ? hasKeys(value, "checkpoint_config") : isValidation(first.value);
  },

  read({ value }) {
    const validations = validationsOf(value);
    const at = text(below(value, "run_id", "run_time")) ?? null;
    return [
      verdict(value, validations, at),
      ...validations.flatMap((validation) =>
        isValidation(validation.value)
          ? validationStatements(validation.value, validation.base, at)
          : [unknownValidation(validation.base)],
      ),
    ];
  },
};
