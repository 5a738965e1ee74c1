import type { Finding } from "../../../model/finding.js";
import { mark, type Mark } from "../marks.js";
import { table, text, type Group } from "../table.js";
import { places, type ModelContext, type Section } from "../context.js";
import { marked, type Html } from "../tags.js";

type State = "evidence found" | "missing" | "failed" | "waived" | "not judged";

const markOf: Readonly<Record<State, Mark>> = {
  "evidence found": "met",
  missing: "mis",
  failed: "not",
  waived: "waived",
  "not judged": "small",
};

/** Clauses of frameworks that rules name, and what the evidence says to each. */
export function clausesSection({ model, findings, report, view, id }: ModelContext): Section | null {
  const byClause = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const clause of finding.references) byClause.set(clause, [...(byClause.get(clause) ?? []), finding]);
  const asked = report.policies
    .filter(({ id: policy }) => model.policies.includes(policy))
    .flatMap(({ asks }) => asks.flatMap(({ references }) => references));
  for (const clause of asked) if (!byClause.has(clause)) byClause.set(clause, []);
  if (byClause.size === 0) return null;
  const clauses = [...byClause.keys()].sort();
  const states = clauses.map((clause) => stateOf(byClause.get(clause) ?? []));
  const counts = (Object.keys(markOf) as readonly State[])
    .map((state) => ({ state, count: states.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${state} ${count}`);
  const frameworks = [...new Set(clauses.map(frameworkOf))];
  const groups = frameworks.map((framework): Group => ({
    title: framework === "" ? "Other references" : framework,
    rows: clauses
      .filter((clause) => frameworkOf(clause) === framework)
      .map((clause) => {
        const own = byClause.get(clause) ?? [];
        return {
          cells: [
            clause.slice(framework === "" ? 0 : framework.length + 1).trim(),
            stateMark(stateOf(own)),
            marked`${[...new Set(own.map(({ rule }) => rule))].map((rule) => marked`<code>${rule}</code> `)}`,
            places(
              own.flatMap(({ sources }) => sources),
              view,
              2,
            ),
          ],
        };
      }),
  }));
  return {
    id: `${id}-clauses`,
    title: "Clauses of frameworks",
    body: marked`<p>This says where evidence was found. It does not say that the model complies with anything.</p>
      ${table({
        kind: "plain fw",
        caption: `${clauses.length} clauses: ${counts.join(", ")}.`,
        columns: [
          { title: "Clause", label: "", kind: "name" },
          text("State", ""),
          text("Rules", ""),
          text("Evidence", ""),
        ],
        groups,
      })}`,
  };
}

/** What stands before the colon names the framework. */
const frameworkOf = (clause: string): string => {
  const at = clause.indexOf(":");
  return at > 0 && !clause.startsWith("http") ? clause.slice(0, at) : "";
};

function stateOf(findings: readonly Finding[]): State {
  const asked = findings.filter(({ outcome }) => outcome !== "not-applicable");
  if (asked.length === 0) return "not judged";
  const open = asked.filter(({ outcome }) => outcome !== "met");
  if (open.length === 0) return "evidence found";
  if (open.every(({ waived }) => waived !== null)) return "waived";
  return open.some(({ outcome, waived }) => outcome === "not-met" && waived === null) ? "failed" : "missing";
}

const stateMark = (state: State): Html => mark(markOf[state], state);
