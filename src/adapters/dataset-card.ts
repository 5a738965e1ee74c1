import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isRecord, list, member, number, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { sectionStatements, templateProblem, tooLargeProblem } from "./families/card-sections-read.js";
import { markdownKind } from "./families/markdown-kind.js";

/** Rows of a data set as its card's `dataset_info` counts them; null where it has several configurations or no count. */
function rowsOf(front: Value): number | null {
  const info = member(front, "dataset_info");
  const splits = list(member(info, "splits")) ?? [];
  const counts = splits.map((split) => number(member(split, "num_examples")));
  if (counts.length === 0 || counts.some((count) => count === undefined)) return null;
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function columnsOf(front: Value): readonly string[] | null {
  const features = list(member(member(front, "dataset_info"), "features")) ?? [];
  const names = features.flatMap((feature) => text(member(feature, "name")) ?? []);
  return names.length === 0 ? null : names;
}

function datasetStatement(front: Value): Statement[] {
  const name = text(member(front, "pretty_name"));
  if (name === undefined) return [];
  return [
    { kind: "dataset", where: { pointer: "/pretty_name" }, name, rows: rowsOf(front), columns: columnsOf(front) },
  ];
}

export const datasetCard: Adapter = {
  id: "dataset-card",
  title: "Data set card",
  definedAt: "https://huggingface.co/docs/hub/datasets-cards",
  versions: "huggingface_hub 0.2 to 1.x; hand-written ones",
  reads: "The front matter's fields, the data set's name, rows and columns, and the body's sections.",
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
