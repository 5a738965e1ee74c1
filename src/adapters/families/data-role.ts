import type { DatasetRole } from "../../model/fact.js";
import { withoutTrailingSlashes } from "../../model/trailing-slashes.js";

const roleOf: Readonly<Record<string, DatasetRole>> = {
  train: "train",
  training: "train",
  val: "validation",
  valid: "validation",
  validation: "validation",
  dev: "validation",
  test: "test",
  testing: "test",
  eval: "test",
  evaluation: "test",
  holdout: "test",
  reference: "reference",
  current: "current",
};

/** What a word of a tool says a data set is for; null where it says nothing. */
export function roleOfWord(word: string | undefined): DatasetRole | null {
  const key = (word ?? "").toLowerCase().replace(/(?<!_)_+$/, "");
  return Object.hasOwn(roleOf, key) ? (roleOf[key] ?? null) : null;
}

/** The role that a file's own name states (`X_train.csv`, `test/`); null where it states none, or two. */
export function roleOfPath(path: string): DatasetRole | null {
  const name = withoutTrailingSlashes(path).split("/").at(-1) ?? "";
  const words = name.split(/[^A-Za-z]+/).map(roleOfWord);
  const roles = new Set(words.filter((role) => role !== null));
  return roles.size === 1 ? ([...roles][0] ?? null) : null;
}
