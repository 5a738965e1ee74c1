import type { Adapter, Value } from "../model/adapter.js";
import { isRecord, member, members } from "../read/shape.js";
import { isDiff, metricsDiffStatements, paramsDiffStatements } from "./families/dvc-diff.js";

const parts = ["metrics", "params"];

const isEmptyOrDiff = (part: Value | undefined): boolean =>
  part === undefined || (isRecord(part) && (members(part).length === 0 || isDiff(part)));

/** How an experiment differs from another, as `dvc exp diff --json` prints it. */
export const dvcExpDiff: Adapter = {
  id: "dvc-exp-diff",
  title: "DVC difference of experiments (`dvc exp diff --json`)",
  definedAt: "https://dvc.org/doc/command-reference/exp/diff",
  versions: "DVC 3.67.1 by a trial, files of teams not seen",
  reads: "The new value of each metric and parameter.",
  leaves: "Old values and differences.",
  syntax: ["json"],
  gives: ["measurement", "run"],
  recognises: ({ value }) =>
    isRecord(value) &&
    members(value).every(([key]) => parts.includes(key)) &&
    parts.every((key) => isEmptyOrDiff(member(value, key))) &&
    parts.some((key) => isDiff(member(value, key))),
  read: ({ value }) => [
    ...metricsDiffStatements(member(value, "metrics"), "/metrics"),
    ...paramsDiffStatements(member(value, "params"), "/params"),
  ],
};
