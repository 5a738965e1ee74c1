import { judgeAge } from "../judging/age.js";
import { checksNeeded, clauseNeeds, clauseTopics, evidenceFor, type Found } from "../judging/clause-evidence.js";
import { listed, shownSpan } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { readInstant } from "../normalise/instant.js";

const options = {
  clause: { kind: "text", description: "The clause, as the text numbers it, such as Annex IV 2(g).", required: true },
  asks: { kind: "text", description: "What the clause asks for, in a few words of your own.", wordsOnly: true },
  needs: {
    kind: "texts",
    description: `Evidence of it, all of which must be there: ${clauseNeeds.join(", ")}; with what it is about behind a colon, such as section:limitations, metric:recall, dataset:test, file:*risk*.`,
    topics: clauseTopics,
  },
  "any-of": { kind: "flag", description: "True where one of `needs` is enough." },
  "not-for-a-machine": {
    kind: "flag",
    description: "True where no file shows it: the finding says so, and counts as not applicable.",
  },
  "applies-from": { kind: "date", description: "The date from which the clause applies, such as 2027-12-02." },
  "source-version": {
    kind: "text",
    description: "The version of the text that the clause is numbered by.",
    wordsOnly: true,
  },
  verified: {
    kind: "flag",
    description: "False where the number has not been checked against the official text; the finding then says so.",
    wordsOnly: true,
  },
  "max-age": { kind: "duration", description: "The oldest evidence that counts, where it has a date." },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

export const framework = defineCheck({
  id: "framework",
  area: "governance",
  title: "A clause of a framework has its evidence",
  why: "An auditor asks clause by clause where the evidence is; whoever looks for it then looks for weeks.",
  mend: "Commit what the clause needs, or write down who judged it and when.",
  whenNot: "It never says that a model complies: whether evidence is true and enough is for a person to judge.",
  subject: { kind: "text", description: "The framework, such as EU AI Act." },
  options,
  example: {
    rule: 'annex-iv-2g: { framework: EU AI Act, clause: "Annex IV 2(g)", needs: [metric, "dataset:test", approval], applies-from: 2027-12-02 }',
    met: "results, the digest of the test data, and a review that approves",
    notMet: "a section on limitations that is still the template's text",
  },
  needs: [
    "card",
    "measurement",
    "drift",
    "check",
    "dataset",
    "run",
    "attribution",
    "experiment",
    "rollout",
    "model",
    "approval",
  ],
  needsMarkdownBody: true,
  parts: [
    {
      one: "check",
      several: "checks",
      of: ({ subject: name, options: asked, evidence }) =>
        (asked.needs ?? []).flatMap((need) =>
          checksNeeded(need, evidence).map((part) => ({ ...part, subject: asked.clause ?? name })),
        ),
    },
  ],

  plain(name, asked) {
    const clause = `${name}, ${asked.clause ?? ""}`;
    const from = asked["applies-from"] === undefined ? "" : ` from ${asked["applies-from"]} on`;
    if (asked["not-for-a-machine"] === true) return `${clause}${from} is for a person to judge`;
    const evidence = listed(asked.needs ?? [], asked["any-of"] === true ? "or" : "and");
    return `there is evidence for ${clause}${from}: ${evidence}${asked["max-age"] === undefined ? "" : `, not older than ${shownSpan(asked["max-age"])}`}`;
  },

  evaluate(input) {
    const { subject: name, options: asked } = input;
    const subject = asked.clause ?? name;
    return [{ ...judge(input), subject }];
  },
});

function judge(input: Input): Omit<Verdict, "subject"> {
  const { subject: name, options: asked, now } = input;
  const clause = [
    `${name}, ${asked.clause ?? ""}`,
    ...(asked.asks === undefined ? [] : [`(${asked.asks})`]),
    ...(asked.verified === false ? ["(its number is to be checked against the official text)"] : []),
  ].join(" ");
  const version = asked["source-version"] === undefined ? "" : `, by ${asked["source-version"]}`;
  const from = asked["applies-from"] === undefined ? null : readInstant(asked["applies-from"]);
  if (asked["not-for-a-machine"] === true)
    return { outcome: "not-applicable", message: `${clause}: not for a machine to judge${version}`, sources: [] };
  const needs = asked.needs ?? [];
  if (needs.length === 0)
    return {
      outcome: "missing",
      message: `${clause}: the rule names no evidence`,
      mend: "say `needs`, or `not-for-a-machine: true`",
      sources: [],
    };
  if (from !== null && now < Date.parse(from))
    return {
      outcome: "not-applicable",
      message: `${clause}: applies from ${asked["applies-from"] ?? ""}${version}`,
      sources: [],
    };
  const found = needs.map((need) => evidenceFor(need, input));
  return conclude(clause, version, found, input);
}

function conclude(
  clause: string,
  version: string,
  found: readonly Found[],
  { options: asked, now, history }: Input,
): Omit<Verdict, "subject"> {
  const inState = (state: Found["state"]): readonly Found[] => found.filter((one) => one.state === state);
  const said = (ones: readonly Found[]): string => listed(ones.map(({ what }) => what));
  const sourcesOf = (ones: readonly Found[]): Verdict["sources"] => ones.flatMap(({ sources }) => sources).slice(0, 20);
  const there = inState("found");
  const enough = asked["any-of"] === true && there.length > 0;
  const broken = inState("failed");
  const unreadable = inState("unreadable");
  const lacking = inState("lacking");
  if (!enough && broken.length > 0)
    return { outcome: "not-met", message: `${clause}: failed: ${said(broken)}${version}`, sources: sourcesOf(broken) };
  if (!enough && unreadable.length > 0)
    return { outcome: "unreadable", message: `${clause}: ${said(unreadable)}`, sources: sourcesOf(unreadable) };
  if (!enough && lacking.length > 0)
    return {
      outcome: "missing",
      message: `${clause}: no evidence of ${said(lacking)}${there.length === 0 ? "" : `; found: ${said(there)}`}${version}`,
      sources: sourcesOf(there),
    };
  const oldest = asked["max-age"];
  const dated = there.flatMap((one) => one.dated);
  if (oldest !== undefined && dated.length > 0) {
    const aged = judgeAge(dated, oldest, now, `the evidence of ${clause}`, history);
    if (aged.outcome !== "met") return aged;
  }
  return { outcome: "met", message: `${clause}: evidence found: ${said(there)}${version}`, sources: sourcesOf(there) };
}
