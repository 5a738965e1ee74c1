import { readCard } from "../judging/card.js";
import { statedFields } from "../judging/stated-fields.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { matchesWildcard } from "../judging/wildcard.js";
import { listed, shownSpan } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile, type Source } from "../model/source.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { readInstant } from "../normalise/instant.js";

const parts = ["section", "columns", "assessment"] as const;
type Part = (typeof parts)[number];

/** Columns that name a person by themselves. */
const directIdentifiers: readonly string[] = [
  "email",
  "e_mail",
  "*_email",
  "email_*",
  "phone",
  "phone_*",
  "*_phone",
  "mobile",
  "ssn",
  "*_ssn",
  "social_security*",
  "passport*",
  "national_id*",
  "tax_id*",
  "iban",
  "*_iban",
  "card_number",
  "credit_card*",
  "first_name",
  "last_name",
  "full_name",
  "surname",
  "ip_address",
  "street",
  "street_*",
  "postal_address",
  "date_of_birth",
  "birth_date",
  "dob",
];

const options = {
  forbidden: {
    kind: "texts",
    description:
      "Columns that may not be there, for `columns`; by default those that name a person, such as email or iban.",
  },
  "min-words": { kind: "count", description: "Words below which the section is not written; 8 by default." },
  "max-age": { kind: "duration", description: "The oldest assessment that counts, where its field has a date." },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

/** Where cards point to the data protection impact assessment. */
const assessmentField =
  /(?:^|\.)(?:dpia|pia|privacy_assessment|privacy_impact_assessment|data_protection_impact_assessment)(?:\.(?:link|url|path|id|reference|date|reviewed|status))?$/i;

export const privacy = defineCheck({
  id: "privacy",
  area: "governance",
  title: "Personal data are accounted for",
  why: "What a model learnt from people, people may ask about; and a column that names a person is learnt by heart.",
  mend: "Write the card's section on privacy, drop the column, or state the assessment in the front matter.",
  whenNot: "Whether data are personal is for a person to judge: a column called x7 may hold anything.",
  subject: {
    kind: "texts",
    description:
      "section: the card's section on privacy; columns: no column that names a person among data sets, tables and features; assessment: the card names a data protection impact assessment.",
    choices: parts,
  },
  options,
  example: {
    rule: "private: { privacy: [section, columns] }",
    met: "a written section on privacy, and columns such as amount and hour",
    notMet: "a table of predictions with the column email",
  },
  needs: ["card", "dataset", "table", "attribution"],
  needsMarkdownBody: true,

  plain(asked, { "max-age": age }) {
    const said: Readonly<Record<Part, string>> = {
      section: "the card has a section on privacy",
      columns: "no column names a person",
      assessment: `the card names its data protection impact assessment${age === undefined ? "" : `, not older than ${shownSpan(age)}`}`,
    };
    return listed(asked.map((part) => (isPart(part) ? said[part] : part)));
  },

  evaluate: (input) => input.subject.filter(isPart).map((part) => judges[part](input)),
});

const isPart = (text: string): text is Part => parts.some((part) => part === text);

const judges: Readonly<Record<Part, (input: Input) => Verdict>> = { section, columns, assessment };

function section({ evidence, options: asked }: Input): Verdict {
  const subject = "section";
  const card = readCard(evidence);
  if (card.kind === "verdict") return { ...card.verdict, subject };
  const found = card.facts.filter(({ section: id }) => id === "privacy");
  const [first] = found;
  if (first === undefined)
    return {
      subject,
      outcome: "not-met",
      message: "the card has no section on privacy",
      sources: [wholeFile(card.path)],
    };
  const least = asked["min-words"] ?? 8;
  const written = found.find(({ placeholder, words }) => placeholder !== true && (words ?? 0) >= least);
  if (written !== undefined)
    return { subject, outcome: "met", message: `${written.words ?? 0} words`, sources: [written.source] };
  const why =
    first.placeholder === true
      ? "is still the template's text"
      : `has ${first.words ?? 0} words, and at least ${least} are asked`;
  return { subject, outcome: "not-met", message: `the section on privacy ${why}`, sources: [first.source] };
}

function columns({ evidence, options: asked }: Input): Verdict {
  const subject = "columns";
  const broken = (["dataset", "table", "attribution"] as const).flatMap((kind) => brokenFor(evidence, kind))[0];
  if (broken !== undefined) return unreadableFile(broken, subject);
  const seen: readonly { readonly names: readonly string[]; readonly source: Source }[] = [
    ...evidence.of("table").map(({ columns: names, source }) => ({ names, source })),
    ...evidence
      .of("dataset")
      .flatMap(({ columns: names, source }) =>
        names === null || typeof names === "number" ? [] : [{ names, source }],
      ),
    ...evidence.of("attribution").map(({ feature, source }) => ({ names: [feature], source })),
  ];
  const [first] = seen;
  if (first === undefined)
    return missing(
      "no evidence lists the columns of the data",
      "commit a schema, a sample of predictions, or the features' importance",
      subject,
    );
  const patterns = asked.forbidden ?? directIdentifiers;
  const naming = seen.flatMap(({ names, source }) =>
    names
      .filter((name) => patterns.some((pattern) => matchesWildcard(pattern, name.trim().replace(/[\s-]+/g, "_"))))
      .map((name) => ({ name, source })),
  );
  const names = [...new Set(naming.map(({ name }) => name))].sort();
  if (names.length === 0)
    return {
      subject,
      outcome: "met",
      message: `none of ${new Set(seen.flatMap(({ names: own }) => own)).size} columns names a person`,
      sources: [first.source],
    };
  return {
    subject,
    outcome: "not-met",
    message: `${listed(names.slice(0, 6))} ${names.length === 1 ? "names" : "name"} a person`,
    sources: naming.slice(0, 20).map(({ source }) => source),
  };
}

function assessment({ evidence, options: asked, now }: Input): Verdict {
  const subject = "assessment";
  const card = readCard(evidence);
  if (card.kind === "verdict") return { ...card.verdict, subject };
  const fields = statedFields(evidence, assessmentField);
  const named = fields.find(({ filled, value }) => filled && value !== "false");
  const sources = fields.length === 0 ? [wholeFile(card.path)] : fields.map(({ fact }) => fact.source);
  if (named === undefined)
    return { subject, outcome: "not-met", message: "the card names no data protection impact assessment", sources };
  const oldest = asked["max-age"];
  if (oldest === undefined) return { subject, outcome: "met", message: `assessed: ${named.value}`, sources };
  const dates = fields.flatMap(({ value }) => readInstant(value) ?? []).sort();
  const latest = dates.at(-1);
  if (latest === undefined)
    return missing(
      "the assessment has no date",
      "state `dpia: { reference, date }` in the front matter",
      subject,
      sources,
    );
  const age = now - Date.parse(latest);
  if (age < 0)
    return {
      subject,
      outcome: "unreadable",
      message: `the assessment is dated ${latest}, beyond the run's clock`,
      sources,
    };
  return {
    subject,
    outcome: age <= oldest ? "met" : "not-met",
    message: `the assessment is ${shownSpan(age)} old, at most ${shownSpan(oldest)}`,
    ...(age <= oldest ? {} : { byTime: true }),
    sources,
  };
}
