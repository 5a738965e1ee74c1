import { defineCheck } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import { listed } from "../judging/wording.js";

export const approval = defineCheck({
  id: "approval",
  area: "governance",
  title: "The people who must agree have agreed",
  why: "Some risks are for a person to take, and the record must show who took them.",
  mend: "Ask for a review of the pull request.",
  whenNot: "For approvals kept in files: a file proves only who committed it, so files of the change never count.",
  subject: { kind: "count", description: "How many approvals." },
  options: {
    from: {
      kind: "texts",
      description: "People or teams whose approval counts: @name or @org/team; anybody's by default.",
    },
    "not-by": { kind: "text", description: "author: the author's own approval does not count.", choices: ["author"] },
  },
  example: {
    rule: 'signed-off: { approval: 1, from: ["@acme/model-risk"], not-by: author }',
    met: "a review that approves, by a member of the team",
    notMet: "a review by the author alone",
  },
  needs: ["approval"],

  plain: (count, { from, "not-by": notBy }) =>
    `at least ${count} ${count === 1 ? "person" : "people"}${from === undefined ? "" : ` of ${listed(from, "or")}`} approved${notBy === undefined ? "" : ", the author not counted"}`,

  evaluate({ subject: count, options, approvals, author }) {
    const from = options.from;
    const counted = new Map<string, FactOf<"approval">>();
    for (const fact of approvals) {
      if (fact.by === null || fact.state !== "approved") continue;
      if (options["not-by"] === "author" && author !== null && same(fact.by, author)) continue;
      if (
        from !== undefined &&
        !from.some((who) => same(who, fact.by ?? "") || (fact.role ?? "").split(",").some((role) => same(who, role)))
      )
        continue;
      counted.set(fact.by.toLowerCase(), fact);
    }
    const people = [...counted.keys()].sort();
    const of = from === undefined ? "" : ` from ${listed(from, "or")}`;
    const message = `${people.length} of ${count}${of}${people.length === 0 ? "" : `: ${people.join(", ")}`}`;
    const unverifiable = approvals.filter(({ state }) => state === "not-verifiable");
    const sources = [...counted.values()].map(({ source }) => source);
    if (people.length >= count) return [{ subject: null, outcome: "met", message, sources }];
    if (unverifiable.length > 0)
      return [
        {
          subject: null,
          outcome: "missing",
          message: `${message}; ${unverifiable.length} cannot be verified: the token may not ask who is in the team`,
          mend: "name the people in the policy, or give a token that may read the organisation's members",
          sources: [],
        },
      ];
    return [{ subject: null, outcome: "missing", message, sources }];
  },
});

const same = (a: string, b: string): boolean =>
  a.replace(/^@/, "").toLowerCase() === b.trim().replace(/^@/, "").toLowerCase();
