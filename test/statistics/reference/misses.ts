import { disagreements, type Tolerance } from "../agreement.js";
import { predictions } from "./predictions.js";
import { proportions } from "./proportions.js";
import { referenceInput, type ReferenceInput } from "./reference-input.js";
import { samples } from "./samples.js";

export interface ReferenceCase {
  readonly id: string;
  readonly function: string;
  readonly source: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
}

/** Expected of an input that the function must refuse. */
const INVALID = "invalid-input";

/** How every function of the reference is asked of ours. */
export const referenceFunctions: Readonly<Record<string, (given: ReferenceInput) => unknown>> = {
  ...proportions,
  ...samples,
  ...predictions,
};

/** What our answer to a case misses; empty where it agrees. An unknown function and a refused input are misses too. */
export function missesOf(reference: ReferenceCase): readonly string[] {
  const ours = Object.hasOwn(referenceFunctions, reference.function)
    ? referenceFunctions[reference.function]
    : undefined;
  if (ours === undefined) return [`there is no function ${reference.function}`];
  try {
    return disagreements(ours(referenceInput(reference.input)), reference.expected, reference.tolerance);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return reference.expected === INVALID && message.startsWith("invalid:") ? [] : [message];
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTolerance = (value: unknown): value is Tolerance =>
  isRecord(value) && typeof value.abs === "number" && typeof value.rel === "number";

/** The cases of a file. @throws Error naming the first entry that has another form */
export function parseCases(text: string): readonly ReferenceCase[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new Error("a file of cases is a list");
  return parsed.map((entry: unknown, index) => {
    if (!isRecord(entry) || typeof entry.id !== "string" || typeof entry.function !== "string")
      throw new Error(`case ${index + 1} lacks an id or a function`);
    if (!isTolerance(entry.tolerance) || !Object.hasOwn(entry, "expected"))
      throw new Error(`case ${entry.id} lacks a tolerance or what is expected`);
    const { id, function: name, source, input, expected, tolerance } = entry;
    return { id, function: name, source: typeof source === "string" ? source : "", input, expected, tolerance };
  });
}
