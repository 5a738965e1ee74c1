import { readCard } from "../judging/card.js";
import { statedFields, type StatedField } from "../judging/stated-fields.js";
import { missing } from "../judging/verdict.js";
import { matchesWildcard } from "../judging/wildcard.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { readLicence } from "../normalise/spdx-expression.js";

const options = {
  never: { kind: "texts", description: "Licences that may not be chosen or must not hold, such as *-NC-*." },
  "of-data": { kind: "texts", description: "Licences that the cards of the data sets may have." },
  own: {
    kind: "texts",
    description: "Names beside the SPDX list that count, such as openrail or llama3; `other` with `license_name` too.",
  },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof options>;

/** Where cards state the licence. */
const licenceField =
  /^(?:(?:model_details|model|metadata)\.)?licen[sc]es?(?:\.\d+)?(?:\.(?:identifier|id|spdx_id|name|license\.(?:id|name)))?$/i;

export const licence = defineCheck({
  id: "licence",
  area: "documentation",
  title: "The licence is one that may be used",
  why: "A model under a licence that nobody can name, or that forbids what it is used for, cannot be shipped.",
  mend: "State an SPDX id in the card's front matter, or choose another base model or data set.",
  whenNot: "Whether a licence fits a use is for a lawyer to say; this holds what is stated against your lists.",
  subject: {
    kind: "texts",
    description:
      "spdx: any licence of the SPDX list; or the licences allowed, such as Apache-2.0; `*` stands for anything.",
  },
  options,
  example: {
    rule: 'licensed: { licence: [MIT, Apache-2.0, BSD-*], never: ["*-NC-*"] }',
    met: "license: apache-2.0 in the card",
    notMet: "license: cc-by-nc-4.0 in the card",
  },
  needs: ["card"],

  plain: (allowed, asked) =>
    `the model's licence is ${allowed.includes("spdx") ? "one of the SPDX list" : listed(allowed, "or")}${asked.never === undefined ? "" : `, and none of ${listed(asked.never)}`}${asked["of-data"] === undefined ? "" : `; those of its data sets are ${listed(asked["of-data"], "or")}`}`,

  evaluate({ subject: allowed, options: asked, evidence }) {
    const card = readCard(evidence);
    if (card.kind === "verdict" && card.verdict.outcome === "unreadable") return [card.verdict];
    const fields = statedFields(evidence, licenceField);
    const ofData = fields.filter(({ fact }) => fact.format === "dataset-card");
    const ofModel = fields.filter(({ fact }) => fact.format !== "dataset-card");
    const verdicts =
      ofModel.length === 0
        ? [
            card.kind === "verdict"
              ? { ...card.verdict, subject: "model" }
              : missing(
                  "no card states the model's licence",
                  "write `license: <SPDX id>` into the front matter",
                  "model",
                ),
          ]
        : ofModel.map((field) => judge(field, allowed, asked, "model"));
    const dataAllowed = asked["of-data"];
    if (dataAllowed === undefined) return verdicts;
    if (ofData.length === 0)
      return [
        ...verdicts,
        missing("no card states a data set's licence", "write `license: <SPDX id>` into the data set's card", "data"),
      ];
    return [...verdicts, ...ofData.map((field) => judge(field, dataAllowed, asked, `data, ${field.fact.source.path}`))];
  },
});

function judge(
  { value, filled, fact }: StatedField,
  allowed: readonly string[],
  asked: Options,
  subject: string,
): Verdict {
  const sources = [fact.source];
  if (!filled)
    return { subject, outcome: "not-met", message: `the licence is “${value.trim()}”, which is none`, sources };
  const own = asked.own ?? [];
  const read = readLicence(value);
  if (read.kind === "not-spdx" && !own.some((name) => matchesWildcard(name, value)))
    return {
      subject,
      outcome: "not-met",
      message: `“${value}” is no licence of the SPDX list`,
      mend: "write its SPDX id, such as Apache-2.0, or name it in `own`",
      sources,
    };
  const choices = read.kind === "licences" ? read.choices : [[value]];
  const may = (id: string): boolean =>
    (allowed.includes("spdx") || allowed.some((pattern) => matchesWildcard(pattern, id))) &&
    !(asked.never ?? []).some((pattern) => matchesWildcard(pattern, id));
  const chosen = choices.find((ids) => ids.every(may));
  if (chosen !== undefined) return { subject, outcome: "met", message: `licensed under ${listed(chosen)}`, sources };
  const refused = [...new Set(choices.flat().filter((id) => !may(id)))];
  return { subject, outcome: "not-met", message: `${listed(refused)} may not be used: ${value}`, sources };
}
