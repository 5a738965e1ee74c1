import type { Value } from "../model/adapter.js";
import { fault, type Fault } from "./fault.js";
import { parseJson } from "./json.js";
import type { Limits } from "./limits.js";

/** To tell of each costs far more than to read it, and nobody reads so many. */
const MOST_BROKEN = 1_000;

export interface ParsedLines {
  readonly values: readonly { readonly value: Value; readonly line: number }[];
  readonly faults: readonly Fault[];
  readonly broken: boolean;
}

/** Parses JSON values that stand one a line; empty lines are passed over, of a broken line its fault is told. */
export function parseJsonLines(text: string, limits: Limits): ParsedLines {
  const values: { value: Value; line: number }[] = [];
  const faults: Fault[] = [];
  let broken = 0;
  for (const [index, written] of text.split("\n").entries()) {
    if (written.trim() === "") continue;
    const line = index + 1;
    const parsed = parseJson(written, limits);
    for (const found of parsed.faults) faults.push({ ...found, line });
    if (!parsed.broken && parsed.value !== undefined) values.push({ value: parsed.value, line });
    if (!parsed.broken || ++broken < MOST_BROKEN) continue;
    const message = `${MOST_BROKEN} lines are broken; what stands below this one is not read`;
    faults.push(fault("unreadable", message, "write the file anew", { line, column: 1 }));
    return { values, faults, broken: true };
  }
  return { values, faults, broken: values.length === 0 };
}

/** True where the text is several JSON values, one a line; numbers that are none do not change that. */
export function looksLikeLines(text: string, limits: Limits): boolean {
  const lines = text.split("\n", 3).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.every((line) => /^\s*[{[].*[}\]]\s*$/.test(line) && !parseJson(line, limits).broken);
}
