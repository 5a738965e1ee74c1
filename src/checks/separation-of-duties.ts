import { samePerson } from "../judging/person.js";
import { missing } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";

const duties = {
  author: "who brings the change",
  owner: "who owns the model",
} as const;
type Duty = keyof typeof duties;

export const separationOfDuties = defineCheck({
  id: "separation-of-duties",
  area: "governance",
  title: "Whoever makes or owns the model does not approve it alone",
  why: "Nobody finds the fault in their own work; challenge is only effective where it comes from another.",
  mend: "Ask somebody for a review who neither wrote the change nor owns the model.",
  whenNot:
    "For how many must approve, and of which team, ask `approval`. Accounts are compared, and two accounts may be one person.",
  subject: {
    kind: "texts",
    description: "Whose approval does not count: author (of the change), owner (of the model).",
    choices: ["author", "owner"],
  },
  options: {
    "not-of": {
      kind: "texts",
      description: "People or teams whose approval does not count either: @name or @org/team.",
    },
  },
  example: {
    rule: "four-eyes: { separation-of-duties: [author, owner] }",
    met: "a change by ana, a model owned by @acme/fraud, approved by bo of @acme/model-risk",
    notMet: "a change by ana that ana alone approved",
  },
  needs: ["approval"],

  plain: (asked, { "not-of": from }) =>
    `somebody approved who is neither ${listed(
      asked.map((duty) => (isDuty(duty) ? duties[duty] : duty)),
      "nor",
    )}${from === undefined ? "" : ` nor one of ${listed(from)}`}`,

  evaluate: (input) => [judge(input)],
});

const isDuty = (text: string): text is Duty => Object.hasOwn(duties, text);

function judge({
  subject,
  options,
  approvals,
  author,
  model,
  evidence,
}: CheckInput<readonly string[], { readonly "not-of": readonly string[] | undefined }>): Verdict {
  if (subject.includes("author") && author === null)
    return missing("who brings the change is not known: this is no pull request", "ask this rule on pull requests");
  if (subject.includes("owner") && model.owner === null)
    return missing("nobody is named as the model's owner", "name the owner in referee.yaml");
  const barred = [
    ...(subject.includes("author") && author !== null ? [author] : []),
    ...(subject.includes("owner") && model.owner !== null ? [model.owner] : []),
    ...(options["not-of"] ?? []),
  ];
  const approved = approvals.filter(({ state, by }) => state === "approved" && by !== null);
  const independent = approved.find((fact) => !barred.some((who) => isOf(fact, who)));
  if (independent !== undefined)
    return {
      subject: null,
      outcome: "met",
      message: `approved by ${independent.by ?? ""}, who has neither duty`,
      sources: [independent.source],
    };
  if (approved.length > 0)
    return {
      subject: null,
      outcome: "not-met",
      message: `approved by ${listed(approved.map(({ by }) => by ?? ""))} alone, who may not: ${listed(barred)}`,
      sources: approved.map(({ source }) => source),
    };
  const written = evidence.of("approval");
  return missing(
    `nobody has approved it${written.length === 0 ? "" : `; an approval in ${written[0]?.source.path ?? ""} proves only who committed the file`}`,
    "ask for a review of the pull request",
  );
}

/** An approval is somebody's by name, or by a team that the person is in. */
const isOf = ({ by, role }: FactOf<"approval">, who: string): boolean =>
  samePerson(by ?? "", who) || (role ?? "").split(",").some((team) => team.trim() !== "" && samePerson(team, who));
