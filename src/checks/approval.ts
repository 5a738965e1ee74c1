import { ownersVerdict, OWNERS } from "../judging/owners.js";
import { samePerson } from "../judging/person.js";
import { listed } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { noReview, type ChangeUnderReview } from "../model/review.js";

const options = {
  from: {
    kind: "texts",
    description:
      "Whose approval counts: @name, @org/team, or CODEOWNERS for the owners of the model's files; anybody's by default.",
  },
  roles: {
    kind: "fields",
    description: "Roles that must each have approved, and who holds them: { data: @org/data, business: @name }.",
  },
  "not-by": {
    kind: "text",
    description: "author: the author's own approval does not count; last-pusher: nor that of who pushed last.",
    choices: ["author", "last-pusher"],
  },
  on: {
    kind: "text",
    description:
      "head: of the newest commit alone; diff: of a commit that changes the same; any commit of the change by default.",
    choices: ["head", "diff", "any"],
  },
  "each-by-another": { kind: "flag", description: "True asks that no person approve in two roles." },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof options>;
type Input = CheckInput<number, Options>;
/** With the approvals that stand for the change as it is; `stale` counts all that were given. */
type Standing = Input & { readonly stale: number };
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

  plain: (count, { from, roles, "not-by": notBy, on }) =>
    `at least ${count} ${count === 1 ? "person" : "people"}${from === undefined ? "" : ` of ${listed(from, "or")}`} approved${on === "head" ? " the newest commit" : on === "diff" ? " what the change is now" : ""}${roles === undefined ? "" : `, for each of ${listed(Object.keys(roles))}`}${notBy === undefined ? "" : notBy === "author" ? ", the author not counted" : ", the author and who pushed last not counted"}`,

  evaluate(whole) {
    const { from, roles, on, "not-by": notBy } = whole.options;
    const { review = noReview, approvals } = whole;
    if (notBy === "last-pusher" && review.lastPusher === null && approvals.length > 0) {
      const message = "who pushed last cannot be told, so that nobody's approval is known to be another's";
      return [{ subject: null, outcome: "missing", message, mend: asPush, sources: [] }];
    }
    const pusher = notBy === "last-pusher" ? review.lastPusher : null;
    const standing = approvals.filter(
      (fact) => covers(fact, on, review) && !(pusher !== null && samePerson(fact.by ?? "", pusher)),
    );
    const input: Standing = { ...whole, approvals: standing, stale: approvals.filter(isApproval).length };
    if (from?.includes(OWNERS) === true) {
      const counting = standing.filter((fact) => isApproval(fact) && !isAuthors(fact, input));
      return [ownersVerdict(whole.subject, whole.evidence.files, counting, review)];
    }
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
  input: Standing,
): { readonly verdict: Verdict; readonly people: readonly string[] } {
  const { subject: count, approvals, evidence } = input;
  const counted = new Map<string, Approval>();
  for (const fact of approvals) {
    if (fact.by === null || !isApproval(fact) || isAuthors(fact, input)) continue;
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
      : { subject: role, outcome: "missing", ...lacking(message, input, evidence.of("approval")), sources };
  return { verdict, people };
}

const asPush = "run the gate when commits are pushed (`types: [opened, synchronize, reopened]`)";

const isApproval = ({ state }: Approval): boolean => state === "approved";

const isAuthors = ({ by }: Approval, { options: asked, author }: Input): boolean =>
  asked["not-by"] !== undefined && author !== null && samePerson(by ?? "", author);

/** Whether an approval is of the change as it is now, as far as the rule asks for that. */
function covers({ commit }: Approval, on: string | undefined, review: ChangeUnderReview): boolean {
  if (on === undefined || on === "any") return true;
  if (commit === null) return false;
  return commit === review.head || (on === "diff" && review.sameDifference(commit));
}

const isOf = ({ by, role }: Approval, who: string): boolean =>
  samePerson(who, by ?? "") || (role ?? "").split(",").some((team) => samePerson(who, team));

/** What stands in the way: teams that nobody may ask about, or approvals that prove nothing. */
function lacking(
  message: string,
  { approvals, stale }: Standing,
  written: readonly Approval[],
): Pick<Verdict, "message" | "mend"> {
  const unverifiable = approvals.filter(({ state }) => state === "not-verifiable").length;
  if (unverifiable > 0)
    return {
      message: `${message}; ${unverifiable} cannot be verified: the token may not ask who is in the team, or who may write`,
      mend: "name the people in the policy, or give a token that may read the organisation's members",
    };
  const earlier = stale - approvals.filter(isApproval).length;
  if (earlier > 0)
    return {
      message: `${message}; ${earlier} ${earlier === 1 ? "is" : "are"} of an earlier state of the change, or by who pushed last`,
    };
  const [file] = written;
  return file === undefined
    ? { message }
    : { message: `${message}; an approval in ${file.source.path} does not count: a file proves only who committed it` };
}
