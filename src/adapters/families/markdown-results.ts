import type { EvidenceFile, MarkdownBody, MarkdownTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { plainHeading } from "../../normalise/card-sections.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isKnownMetric } from "./card-context.js";
import { chosenModelIn } from "./chosen-model.js";
import { withPlainThousands } from "./decimal-comma.js";
import { driftTable } from "./drift-table.js";
import { evaluatedCounts, withCount } from "./evaluated-count.js";
import { evaluatedSplits } from "./evaluated-split.js";
import { toldApart, type Headed } from "./headed-apart.js";
import { headedSplit } from "./headed-split.js";
import { modelHeaded } from "./headed-model.js";
import { listedResults } from "./listed-parts.js";
import { labelledLines, proseResults } from "./prose-results.js";
import { tableResults } from "./table-results.js";
import { headedRole, otherModel } from "./table-columns.js";
import type { Teller } from "./table-row.js";

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const ours =
  /\b(ours?|this (model|work|repo(sitory)?|release)|our model|proposed( model)?)\b|\((this( one)?|selected|served|chosen|final|primary|recommended|deployed|in production|released)\)/i;

/** Names of the model that a document is about: those given, what its first heading says, and the one that it chose. */
export function tellerOf(body: MarkdownBody, file: EvidenceFile, names: readonly string[]): Teller {
  const title = body.sections[0]?.heading.title ?? "";
  const folder = file.segments.at(-2) ?? "";
  const chosen = chosenModelIn(body) ?? "";
  const own = [...names, title, ...names.map((name) => name.split("/").at(-1) ?? ""), folder, chosen]
    .map(letters)
    .filter((name) => name !== "");
  const inTitle = letters(title);
  const titled = letters(title.replace(/\b(?:model|system) card\b/gi, " "));
  const named = modelsNamed(body);
  // "Aster v2 — model card" tells of the one row that begins so: "Aster v2 ensemble".
  const begun = [...named].filter((name) => titled.length >= 5 && name.startsWith(titled));
  // A model that is named as the document is leaves a name within its own to the model that it was made from.
  const exact = [...named].some((name) => own.includes(name));
  const challenged = body.lines.some(({ text }) => /\bchallenger\b/i.test(text));
  const versions = new Set(title.toLowerCase().match(/\bv\d[\d.]*/g) ?? []);
  return {
    compares: named.size > 1,
    isOwn: (label) => {
      const plain = letters(label);
      if (versions.has(label.trim().toLowerCase())) return true;
      if (!challenged && /\((?:the )?champion\)/i.test(label)) return true;
      if (begun.length === 1 && begun[0] === plain && !otherModel.test(plainHeading(label))) return true;
      return ours.test(label) || own.includes(plain) || (!exact && plain.length >= 5 && inTitle.includes(plain));
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

/** What the headings above numbers say of them, where the numbers say nothing else. */
type WithHeadings = (statements: readonly Statement[], under: readonly string[]) => readonly Statement[];

function withHeadings(body: MarkdownBody, teller: Teller): WithHeadings {
  const modelOf = modelHeaded(body, teller);
  let saidOf: ReturnType<typeof evaluatedSplits> | undefined;
  return (statements, under) => {
    if (statements.length === 0) return statements;
    const split = headedSplit(under) ?? (saidOf ??= evaluatedSplits(body))(under);
    const about = modelOf(under);
    if (split === null && about === null) return statements;
    return statements.map((statement) => {
      if (statement.kind !== "measurement") return statement;
      return {
        ...statement,
        ...(split !== null && saysNoSplit(statement) ? { split } : {}),
        ...(about !== null && (statement.about ?? null) === null ? { about } : {}),
      };
    });
  };
}

const saysNoSplit = ({ split = null, raw_metric }: Extract<Statement, { kind: "measurement" }>): boolean =>
  split === null && interpretMetric(raw_metric ?? "").split === null;

/** The results that a card's body states in its tables and plainly in its prose, with the number of examples that it tells. */
export function cardResults(written: MarkdownBody, teller: Teller): Statement[] {
  const body = withPlainThousands(written);
  return resultsOf(
    body,
    teller,
    (table) => tableResults(table, teller),
    (line) => proseResults([line]),
  );
}

/**
 * The results and the drift that a report states in tables and in lists of labels and numbers. Its sentences argue about
 * them.
 *
 * @param lists false where its lists hold examples
 */
export function reportResults(written: MarkdownBody, teller: Teller, lists: boolean): Statement[] {
  const body = withPlainThousands(written);
  return resultsOf(
    body,
    teller,
    (table) => driftTable(table) ?? tableResults(table, teller),
    (line) => (lists ? labelledLines([line]) : []),
  );
}

/** "By comparison, Borage gave:" right above a table tells of another model. */
function comparedAbove({ lines }: MarkdownBody, table: MarkdownTable): string | null {
  const above = lines.findLast(({ line }) => line < table.line);
  if (above === undefined || table.line - above.line > 2) return null;
  return /^(?:by|for|in) comparison\b[^:]{1,200}:$/i.test(above.text.trim()) ? above.text.trim() : null;
}

function ofCompared(statements: readonly Statement[], about: string | null): readonly Statement[] {
  if (about === null) return statements;
  return statements.map((statement) =>
    statement.kind === "measurement" && (statement.about ?? null) === null ? { ...statement, about } : statement,
  );
}

function resultsOf(
  body: MarkdownBody,
  teller: Teller,
  ofTable: (table: MarkdownTable) => readonly Statement[],
  ofLine: (line: MarkdownBody["lines"][number]) => readonly Statement[],
): Statement[] {
  const headed = withHeadings(body, teller);
  let countAt: ReturnType<typeof evaluatedCounts> | undefined;
  const told = (statements: readonly Statement[], under: readonly string[]): readonly Headed[] =>
    statements.length === 0
      ? []
      : withCount(headed(statements, under), (countAt ??= evaluatedCounts(body))(under)).map((statement) => ({
          statement,
          under,
        }));
  return [
    ...toldApart([
      ...body.tables.flatMap((table) => told(ofCompared(ofTable(table), comparedAbove(body, table)), table.under)),
      ...listedResults(body.lines, ofLine).flatMap((results, at) => told(results, body.lines[at]?.under ?? [])),
    ]),
  ];
}
