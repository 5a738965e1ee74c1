import { samePerson } from "../judging/person.js";
import { listed } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  from: {
    kind: "texts",
    description: "People or teams whose approval counts: @name or @org/team; anybody's by default.",
  },
  roles: {
    kind: "fields",
    description: "Roles that must each have approved, and who holds them: { data: @org/data, business: @name }.",
  },
  "not-by": { kind: "text", description: "author: the author's own approval does not count.", choices: ["author"] },
  "each-by-another": { kind: "flag", description: "True asks that no person approve in two roles." },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof options>;
type Input = CheckInput<number, Options>;
type Approval = FactOf<"approval">;

export const approval = defineCheck({
  id: "approval",
  area: "governance",
  title: "The people who must agree have agreed",
  why: "Some risks are for a person to take, and the record must show who took them.",
  mend: "Ask for a review of the pull request.",
  whenNot: "For approvals kept in files: a file proves only who committed it, so files of the change never count.",
  subject: { kind: "count", description: "How many approvals; with roles, how many of each." },
  options,
  example: {
    rule: 'signed-off: { approval: 1, from: ["@acme/model-risk"], not-by: author }',
    met: "a review that approves, by a member of the team",
    notMet: "a review by the author alone",
  },
  needs: ["approval"],

  plain: (count, { from, roles, "not-by": notBy }) =>
    `at least ${count} ${count === 1 ? "person" : "people"}${from === undefined ? "" : ` of ${listed(from, "or")}`} approved${roles === undefined ? "" : `, for each of ${listed(Object.keys(roles))}`}${notBy === undefined ? "" : ", the author not counted"}`,

  evaluate(input) {
    const { from, roles } = input.options;
    if (roles === undefined) return [judge(null, from ?? null, new Set(), input).verdict];
    const taken = new Set<string>();
    return Object.entries(roles).map(([role, holder]) => {
      const { verdict, people } = judge(role, [String(holder)], taken, input);
      if (input.options["each-by-another"] === true)
        for (const person of people.slice(0, input.subject)) taken.add(person);
      return verdict;
    });
  },
});

/** Who has approved in one role, and whether that is enough. */
function judge(
  role: string | null,
  from: readonly string[] | null,
  taken: ReadonlySet<string>,
  { subject: count, options: asked, approvals, author, evidence }: Input,
): { readonly verdict: Verdict; readonly people: readonly string[] } {
  const counted = new Map<string, Approval>();
  for (const fact of approvals) {
    if (fact.by === null || fact.state !== "approved") continue;
    if (asked["not-by"] === "author" && author !== null && samePerson(fact.by, author)) continue;
    if (from !== null && !from.some((who) => isOf(fact, who))) continue;
    if (!taken.has(fact.by.toLowerCase())) counted.set(fact.by.toLowerCase(), fact);
  }
  const people = [...counted.keys()].sort();
  const of = from === null ? "" : ` from ${listed(from, "or")}`;
  const message = `${people.length} of ${count}${of}${people.length === 0 ? "" : `: ${people.join(", ")}`}`;
  const sources = [...counted.values()].map(({ source }) => source);
  const verdict: Verdict =
    people.length >= count
      ? { subject: role, outcome: "met", message, sources }
      : { subject: role, outcome: "missing", ...lacking(message, approvals, evidence.of("approval")), sources };
  return { verdict, people };
}

const isOf = ({ by, role }: Approval, who: string): boolean =>
  samePerson(who, by ?? "") || (role ?? "").split(",").some((team) => samePerson(who, team));

/** What stands in the way: teams that nobody may ask about, or approvals that prove nothing. */
function lacking(
  message: string,
  approvals: readonly Approval[],
  written: readonly Approval[],
): Pick<Verdict, "message" | "mend"> {
  const unverifiable = approvals.filter(({ state }) => state === "not-verifiable").length;
  if (unverifiable > 0)
    return {
      message: `${message}; ${unverifiable} cannot be verified: the token may not ask who is in the team`,
      mend: "name the people in the policy, or give a token that may read the organisation's members",
    };
  const [file] = written;
  return file === undefined
    ? { message }
    : { message: `${message}; an approval in ${file.source.path} does not count: a file proves only who committed it` };
}
