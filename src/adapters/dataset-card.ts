import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isRecord, member, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { sectionStatements, templateProblem, tooLargeProblem } from "./families/card-sections-read.js";
import { featuresOf, rowsOf, splitStatements } from "./families/dataset-info.js";
import { markdownKind } from "./families/markdown-kind.js";

function datasetStatement(front: Value): Statement[] {
  const name = text(member(front, "pretty_name"));
  if (name === undefined) return [];
  const info = member(front, "dataset_info");
  return [
    { kind: "dataset", where: { pointer: "/pretty_name" }, name, rows: rowsOf(info), columns: featuresOf(info) },
    ...(info === undefined ? [] : splitStatements(info, "/dataset_info", name)),
  ];
}

export const datasetCard: Adapter = {
  id: "dataset-card",
  title: "Data set card",
  definedAt: "https://huggingface.co/docs/hub/datasets-cards",
  versions: "huggingface_hub 0.2 to 1.x; hand-written ones",
  reads:
    "The front matter's fields, the data set's name, rows and columns, the rows of its splits, and the body's sections.",
  leaves: "Tables and numbers of the body, which are about the data and not about a model.",
  syntax: ["front-matter"],
  gives: ["card", "dataset"],

  recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "dataset-card",

  read(file, wanted) {
    const front = isRecord(file.value) ? file.value : {};
    const known = [...fieldStatements(front, "", ""), ...datasetStatement(front)];
    const body = wanted.markdownBody ? file.markdown : undefined;
    if (body === undefined) return known;
    if (body.tooLarge === true) return [...known, tooLargeProblem];
    const template = templateProblem(body);
    return [...known, ...sectionStatements(body, "dataset"), ...(template === undefined ? [] : [template])];
  },
};
