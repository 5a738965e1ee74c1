import type { Adapter } from "../model/adapter.js";
import { hasKeys, isList } from "../read/shape.js";

/** What promptfoo is asked to do: a promise of tests, no result. */
export const promptfooConfig: Adapter = {
  id: "promptfoo-config",
  title: "promptfoo configuration",
  definedAt: "https://www.promptfoo.dev/docs/configuration/reference/",
  versions: "0.121",
  reads: "Nothing: tests that are asked for have not passed.",
  leaves: "Prompts, providers and tests.",
  syntax: ["yaml", "json"],
  gives: [],
  recognises: ({ value }) =>
    hasKeys(value, "prompts", "providers") &&
    (hasKeys(value, "tests") || hasKeys(value, "scenarios")) &&
    !isList(value),
  read: () => [],
};
