import type { EvidenceFile, MarkdownBody } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { proseResults } from "./prose-results.js";
import { tableResults } from "./table-results.js";
import type { Teller } from "./table-row.js";

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const ours = /\b(ours?|this (model|work|repo(sitory)?|release)|our model|proposed( model)?)\b/i;

/** Names of the model that a document is about: those given, and what its first heading says. */
export function tellerOf(body: MarkdownBody, file: EvidenceFile, names: readonly string[]): Teller {
  const title = body.sections[0]?.heading.title ?? "";
  const folder = file.segments.at(-2) ?? "";
  const own = [...names, title, ...names.map((name) => name.split("/").at(-1) ?? ""), folder]
    .map(letters)
    .filter((name) => name !== "");
  const inTitle = letters(title);
  return {
    isOwn: (label) => {
      const plain = letters(label);
      return ours.test(label) || own.includes(plain) || (plain.length >= 5 && inTitle.includes(plain));
    },
  };
}

/** The results that a card's body states in its tables and plainly in its prose. */
export const cardResults = (body: MarkdownBody, teller: Teller): Statement[] => [
  ...reportResults(body, teller),
  ...proseResults(body.lines),
];

/** The results that the tables of a report state. Its prose argues about them. */
export const reportResults = (body: MarkdownBody, teller: Teller): Statement[] =>
  body.tables.flatMap((table) => tableResults(table, teller));
