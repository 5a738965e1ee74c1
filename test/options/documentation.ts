import { configured } from "../checks/configured.js";
import { acts, card, changed, real, type OptionCases } from "./on-corpus.js";

const v1 = "huggingface/fraud/v1/README.md";
const withSection = (heading: string, text: string) =>
  changed("m/README.md", v1, (written) => `${written}\n## ${heading}\n\n${text}\n`);

export const documentation: OptionCases = {
  "card-sections.min-words": acts(
    card,
    "{ card-sections: [limitations] }",
    "{ card-sections: [limitations], min-words: 20 }",
    ["met", "not-met"],
  ),
  "intended-use.min-words": acts(card, "{ intended-use: use, min-words: 5 }", "{ intended-use: use, min-words: 20 }", [
    "met",
    "not-met",
  ]),
  "licence.never": acts(card, "{ licence: [apache-2.0, mit] }", "{ licence: [apache-2.0, mit], never: [apache-*] }", [
    "met",
    "not-met",
  ]),
  "licence.own": acts(
    changed("m/README.md", v1, (text) => text.replace("license: apache-2.0", "license: acme-internal")),
    "{ licence: ['*'] }",
    "{ licence: ['*'], own: [acme-internal] }",
    ["not-met", "met"],
  ),
  "licence.of-data": acts(
    {
      ...card,
      ...changed("m/data/README.md", "huggingface/fraud/dataset_card/README.md", (text) =>
        text.replace("license: other", "license: cc-by-4.0"),
      ),
    },
    "{ licence: [apache-2.0], of-data: [cc-by-*] }",
    "{ licence: [apache-2.0], of-data: [mit] }",
    ["met", "met not-met"],
  ),
  "contamination-statement.min-words": acts(
    withSection("Contamination", "The test rows were searched for in the training rows, and none was found there."),
    "{ contamination-statement: stated }",
    "{ contamination-statement: stated, min-words: 40 }",
    ["met", "not-met"],
  ),
  "privacy.min-words": acts(
    withSection("Privacy", "No person is named; accounts are hashed before they are stored anywhere."),
    "{ privacy: section }",
    "{ privacy: section, min-words: 40 }",
    ["met", "not-met"],
  ),
  "privacy.forbidden": acts(
    real({ "m/README.md": v1, "m/reference.csv": "data/fraud-a/reference.csv" }),
    "{ privacy: columns }",
    "{ privacy: columns, forbidden: [country] }",
    ["met", "not-met"],
  ),
  "privacy.max-age": acts(
    changed("m/README.md", v1, (text) =>
      text.replace("---\n", "---\nprivacy_assessment: {date: 2026-06-01, by: dpo}\n"),
    ),
    "{ privacy: assessment }",
    "{ privacy: assessment, max-age: 90d }",
    ["met", "not-met"],
  ),
  "risk-class.in-card": acts(
    card,
    "{ risk-class: [high] }",
    "{ risk-class: [high], in-card: true }",
    ["met", "not-met"],
    { circumstances: configured({ risk: "high" }) },
  ),
};
