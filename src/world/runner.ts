import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import type { Environment } from "../model/world.js";

/** An input of the action as the runner passes it; empty where it is not given. */
export const inputOf = (environment: Environment, name: string): string =>
  (environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();

/**
 * Adds an output to the file that the runner names.
 *
 * @returns false where the runner names none
 */
export function addOutput(environment: Environment, name: string, value: string): boolean {
  const path = environment["GITHUB_OUTPUT"] ?? "";
  if (path === "") return false;
  // The mark cannot be guessed, so that no value ends its own output and begins another.
  const mark = `ghadelimiter_${randomUUID()}`;
  appendFileSync(path, `${name}<<${mark}\n${value}\n${mark}\n`, "utf8");
  return true;
}
