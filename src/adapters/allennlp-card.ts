import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, isList, isRecord, member, members, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { structuredSections } from "./families/structured-sections.js";

const parts = ["intended_use", "metrics", "evaluation_data", "training_data", "quantitative_analyses"];

const isCard = (value: Value | undefined): boolean =>
  hasKeys(value, "id", "model_details") &&
  (hasKeys(value, "registered_model_name") || hasKeys(value, "model_usage")) &&
  parts.some((part) => member(value, part) !== undefined);

const isEmpty = (value: Value): boolean =>
  value === null ||
  value === "" ||
  (isList(value) ? value.every(isEmpty) : isRecord(value) && members(value).every(([, held]) => isEmpty(held)));

/** A template keeps its id, how to install the library and whom to ask, and says nothing else. */
const isTemplate = (value: Value): boolean =>
  text(member(value, "id")) === "model-id" ||
  members(value).every(
    ([key, held]) =>
      ["id", "model_usage"].includes(key) ||
      (key === "model_details"
        ? members(held).every(([name, detail]) => name === "contact" || isEmpty(detail))
        : isEmpty(held)),
  );

const unfilled: Statement = {
  kind: "problem",
  where: { pointer: "/id" },
  problem: "template",
  message: "the card is a template that nobody filled in",
  mend: "say what the model is, what it is for and how it was evaluated, or delete the card",
};

function modelStatement(value: Value): Statement {
  const details = member(value, "model_details");
  return {
    kind: "model",
    name: text(member(value, "id")) ?? null,
    version: text(member(details, "version")) ?? null,
    framework: "allennlp",
    created: text(member(details, "date")) ?? null,
    where: { pointer: "/id" },
  };
}

/** The data set by name, or in one sentence. */
const datasetStatements = (value: Value, part: string, role: "train" | "test"): Statement[] => {
  const held = member(member(value, part), "dataset");
  const name = text(held) ?? text(member(held, "name"));
  const location = text(member(held, "url")) ?? null;
  return name === undefined ? [] : [{ kind: "dataset", name, role, location, where: { pointer: `/${part}/dataset` } }];
};

/** A card of AllenNLP's gallery of models. */
export const allennlpCard: Adapter = {
  id: "allennlp-card",
  title: "AllenNLP model card (`modelcards/*.json`)",
  definedAt: "https://docs.allennlp.org/main/api/common/model_card/",
  versions: "allennlp-models 2.0 to 2.10",
  reads: "Every field, the sections that the keys are, name and version, and the data sets.",
  leaves: "Numbers in sentences: results stand in prose, which a person has to read.",
  syntax: ["json"],
  gives: ["card", "model", "dataset"],
  marksModel: true,
  claims: true,
  recognises: ({ value }) => isCard(value),

  read: ({ value }) => {
    if (value === undefined) return [];
    return [
      ...(isTemplate(value) ? [unfilled] : []),
      ...fieldStatements(value, "", ""),
      ...structuredSections(value, ""),
      modelStatement(value),
      ...datasetStatements(value, "training_data", "train"),
      ...datasetStatements(value, "evaluation_data", "test"),
    ];
  },
};
