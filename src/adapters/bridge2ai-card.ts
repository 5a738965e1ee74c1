import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isRecord, list, member, members, scalarText, text } from "../read/shape.js";
import { modelIndexStatements } from "./families/model-index.js";
import { isToolkitCard, toolkitCardStatements } from "./families/toolkit-card.js";

/** Other YAML has `model_details` as well; a card of the schema has nothing else, or parts that only it has. */
const isMinimal = (value: Value | undefined): boolean => {
  const details = member(value, "model_details");
  return (
    isRecord(details) &&
    text(member(details, "name")) !== undefined &&
    members(value).every(([key]) => key === "model_details" || key === "schema_version")
  );
};

const indexKey = (value: Value): string => (member(value, "model_index") === undefined ? "model-index" : "model_index");

/** The index of results has another spelling here than in front matter; its places are told as they are written. */
function indexStatements(card: Value): Statement[] {
  const key = indexKey(card);
  const index = member(card, key);
  if (index === undefined) return [];
  return modelIndexStatements({ "model-index": index }).map((statement) => ({
    ...statement,
    where:
      statement.where.pointer === undefined
        ? statement.where
        : { pointer: statement.where.pointer.replace(/^\/model-index/, `/${key}`) },
  }));
}

const frameworkStatements = (card: Value): Statement[] => {
  const framework = scalarText(member(card, "framework")) ?? scalarText(member(card, "library_name"));
  const at = member(card, "framework") === undefined ? "/library_name" : "/framework";
  return framework === undefined ? [] : [{ kind: "model", framework, where: { pointer: at } }];
};

const trainedOn = (card: Value): Statement[] =>
  (list(member(card, "datasets")) ?? []).flatMap((named, index): Statement[] => {
    const name = scalarText(named);
    return name === undefined
      ? []
      : [{ kind: "dataset", name, role: "train", where: { pointer: `/datasets/${index}` } }];
  });

/** A model card in YAML by the Bridge2AI schema: Model Card Toolkit's, with what front matter on the Hub has. */
export const bridge2aiCard: Adapter = {
  id: "bridge2ai-card",
  title: "Bridge2AI model card (YAML)",
  definedAt: "https://github.com/bridge2ai/model-card-schema",
  versions: "schema 0.0.2 with its extensions",
  reads:
    "Every field, the sections that the keys are, performance metrics with slice, unit and confidence interval and the results of `model_index` as claims, data sets, name, version and framework.",
  leaves: "Pictures, and datasheets that it refers to.",
  syntax: ["yaml"],
  gives: ["card", "measurement", "model", "dataset", "check"],
  marksModel: true,
  claims: true,
  numbersAsText: true,
  recognises: ({ value }) => isToolkitCard(value) || isMinimal(value),

  read: ({ value }) =>
    value === undefined
      ? []
      : [
          ...toolkitCardStatements(value, (name) => /^model[-_]index$/.test(name)),
          ...frameworkStatements(value),
          ...trainedOn(value),
          ...indexStatements(value),
        ],
};
