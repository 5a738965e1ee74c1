import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { partNamed } from "./text-results.js";
import { grouped } from "../../model/grouped.js";

type Measurement = Extract<Statement, { kind: "measurement" }>;

/** A statement with the headings above it, outermost first. */
export interface Headed {
  readonly statement: Statement;
  readonly under: readonly string[];
}

function quantityOf({
  raw_metric,
  dataset,
  split,
  slice,
  protocol,
  about,
  fold,
  step,
  threshold,
}: Measurement): string {
  const said = interpretMetric(raw_metric);
  const named = [dataset, split ?? said.split, protocol ?? said.protocol, about, fold, step, threshold];
  return JSON.stringify([said.metric, slice ?? said.slice, ...named.map((field) => field ?? null)]);
}

/** The outermost heading in which two numbers of one quantity differ; null where they stand below the same ones. */
function differing(under: readonly string[], others: readonly (readonly string[])[]): string | null {
  const at = under.findIndex((title, depth) => others.some((other) => other[depth] !== title));
  return at < 0 ? null : (under[at] ?? null);
}

const namesData = /\b(sets?|data|data ?sets?|splits?|subsets?|periods?|cohorts?|corpus)\b/i;

/**
 * What is stated several times and differently below several headings is as many quantities, and the headings tell them
 * apart. What stands twice below one heading is left for what it is.
 */
export function toldApart(stated: readonly Headed[]): readonly Statement[] {
  const groups = grouped(stated, ({ statement }) => (statement.kind === "measurement" ? quantityOf(statement) : null));
  return stated.map(({ statement, under }) => {
    if (statement.kind !== "measurement") return statement;
    const group = groups.get(quantityOf(statement)) ?? [];
    const others = group.filter(
      (other) => other.statement.kind === "measurement" && other.statement.value !== statement.value,
    );
    if (others.length === 0) return statement;
    const title = differing(
      under,
      others.map((other) => other.under),
    );
    if (title === null) return statement;
    if (namesData.test(title) && (statement.dataset ?? null) === null) return { ...statement, dataset: title };
    const { protocol, ...said } = partNamed(title, true);
    const own = statement.protocol ?? interpretMetric(statement.raw_metric).protocol;
    return {
      ...statement,
      ...said,
      ...(protocol === undefined ? {} : { protocol: own === null ? protocol : `${own} ${protocol}` }),
    };
  });
}
