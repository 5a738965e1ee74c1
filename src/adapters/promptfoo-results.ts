import type { Adapter } from "../model/adapter.js";
import { isPromptfoo, isTestResult, promptfooStatements, testStatement } from "./families/promptfoo.js";
import { isPromptfooXml, promptfooXml } from "./families/promptfoo-xml.js";
import { isPromptfooTable, promptfooTable } from "./families/promptfoo-table.js";

/** What `promptfoo eval -o` writes. */
export const promptfooResults: Adapter = {
  id: "promptfoo-results",
  title: "promptfoo results",
  definedAt: "https://www.promptfoo.dev/docs/configuration/outputs/",
  versions:
    "0.121, version 3 of the results; version 2, and tables whose cells begin with the status, from the source, not seen",
  reads:
    "A check for each test, prompt and provider, and one over all; a provider's error is neither passed nor failed. What is asserted stands beside each as its limits. A test's threshold may let it pass with failed assertions.",
  leaves: "Scores as metrics: those of a prompt are sums.",
  syntax: ["json", "yaml", "json-lines", "delimited", "xml"],
  gives: ["check"],
  recognises: (file) => {
    if (file.syntax === "delimited") return isPromptfooTable(file.table);
    if (file.syntax === "xml") return isPromptfooXml(file.xml);
    if (file.syntax === "json-lines") return isTestResult(file.values[0]?.value);
    return isPromptfoo(file.value);
  },
  read: (file) => {
    if (file.table !== undefined) return promptfooTable(file.table);
    if (file.syntax === "xml") return promptfooXml(file.xml);
    if (file.syntax === "json-lines")
      return file.values.map(({ value, line }, index) => testStatement(value, { line }, null, index));
    return promptfooStatements(file.value);
  },
};
