import type { EvidenceFile, MarkdownBody, MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isKnownMetric } from "./card-context.js";
import { evaluatedCounts, withCount } from "./evaluated-count.js";
import { headedSplit } from "./headed-split.js";
import { listedResults } from "./listed-parts.js";
import { proseResults } from "./prose-results.js";
import { tableResults } from "./table-results.js";
import { headedRole } from "./table-columns.js";
import type { Teller } from "./table-row.js";

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const ours =
  /\b(ours?|this (model|work|repo(sitory)?|release)|our model|proposed( model)?)\b|\((selected|served|chosen|final|deployed|in production|released)\)/i;

/** Names of the model that a document is about: those given, and what its first heading says. */
export function tellerOf(body: MarkdownBody, file: EvidenceFile, names: readonly string[]): Teller {
  const title = body.sections[0]?.heading.title ?? "";
  const folder = file.segments.at(-2) ?? "";
  const own = [...names, title, ...names.map((name) => name.split("/").at(-1) ?? ""), folder]
    .map(letters)
    .filter((name) => name !== "");
  const inTitle = letters(title);
  return {
    compares: modelsNamed(body).size > 1,
    isOwn: (label) => {
      const plain = letters(label);
      return ours.test(label) || own.includes(plain) || (plain.length >= 5 && inTitle.includes(plain));
    },
  };
}

const mostRows = 200;

/** The models that the tables of results name, in columns that say so. */
function modelsNamed({ tables }: MarkdownBody): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { header, rows } of tables) {
    const column = header.findIndex(({ text }) => headedRole(text)?.kind === "model");
    if (column < 0 || !header.some(({ text }) => isKnownMetric(text))) continue;
    for (const row of rows.slice(0, mostRows)) named.add(letters(row[column]?.text ?? ""));
  }
  named.delete("");
  return named;
}

/** Numbers that name no part of the data themselves are of the part that their heading names. */
function withHeadedSplit(statements: readonly Statement[], under: readonly string[]): readonly Statement[] {
  const split = statements.length === 0 ? null : headedSplit(under);
  if (split === null) return statements;
  return statements.map((statement) =>
    statement.kind === "measurement" && saysNoSplit(statement) ? { ...statement, split } : statement,
  );
}

const saysNoSplit = ({ split = null, raw_metric }: Extract<Statement, { kind: "measurement" }>): boolean =>
  split === null && interpretMetric(raw_metric ?? "").split === null;

/** The results that a card's body states in its tables and plainly in its prose, with the number of examples that it tells. */
export function cardResults(body: MarkdownBody, teller: Teller): Statement[] {
  let countAt: ReturnType<typeof evaluatedCounts> | undefined;
  const counted = (statements: readonly Statement[], under: readonly string[]): readonly Statement[] =>
    statements.length === 0 ? statements : withCount(statements, (countAt ??= evaluatedCounts(body))(under));
  return [
    ...body.tables.flatMap((table) => counted(tableOf(table, teller), table.under)),
    ...listedResults(body.lines, (line) => proseResults([line])).flatMap((results, at) => {
      const under = body.lines[at]?.under ?? [];
      return counted(withHeadedSplit(results, under), under);
    }),
  ];
}

/** The results that the tables of a report state. Its prose argues about them. */
export const reportResults = (body: MarkdownBody, teller: Teller): Statement[] =>
  body.tables.flatMap((table) => tableOf(table, teller));

const tableOf = (table: MarkdownTable, teller: Teller): readonly Statement[] =>
  withHeadedSplit(tableResults(table, teller), table.under);
