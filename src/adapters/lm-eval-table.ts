import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { harnessResults, holdsHarnessTable } from "./families/harness-table.js";
import { printedTables } from "./families/printed-tables.js";

export const lmEvalTable: Adapter = {
  id: "lm-eval-table",
  title: "lm-evaluation-harness tables as printed",
  definedAt: "https://github.com/EleutherAI/lm-evaluation-harness",
  versions: "0.3 and 0.4, and harnesses that print the same table, in text and logs, from the source, not seen",
  reads:
    "Each row's metric of its task with the standard error and the filter; a group stands in a second table, and is told once.",
  leaves: "Everything else in the text, and versions and numbers of shots.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ text }) => holdsHarnessTable(text),

  read: ({ text }): readonly Statement[] => {
    const told = new Set<string>();
    return printedTables(text)
      .flatMap((table) => harnessResults(table) ?? [])
      .filter(({ dataset, raw_metric, protocol, value, standard_error }) => {
        const said = JSON.stringify([dataset, raw_metric, protocol, value, standard_error]);
        if (told.has(said)) return false;
        told.add(said);
        return true;
      });
  },
};
