import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { list, member, hasKeys } from "../read/shape.js";
import { beginsWith, messageOf, pathText } from "./families/proto-file.js";
import { every, numberOf, one, placeOf, type ProtoNode, scalar } from "./families/proto-tree.js";

const FIRST_FIELDS = new Set(["datasets"]);

const featureName = (feature: ProtoNode): string | null =>
  scalar(one(feature, "name")) ?? pathText(every(one(feature, "path"), "step").map(scalar));

function datasetStatement(dataset: ProtoNode): Statement {
  const rows = one(dataset, "num_examples");
  return {
    kind: "dataset",
    name: scalar(one(dataset, "name")),
    rows: numberOf(rows),
    columns: every(dataset, "features")
      .map(featureName)
      .filter((name) => name !== null),
    where: placeOf(rows ?? dataset),
  };
}

/** Statistics of TensorFlow Data Validation: how many examples and which features a data set has. */
export const tfdvStatistics: Adapter = {
  id: "tfdv-statistics",
  title: "TensorFlow Data Validation statistics",
  definedAt: "https://github.com/tensorflow/metadata/blob/master/tensorflow_metadata/proto/v0/statistics.proto",
  versions: "TFDV 1.17",
  reads: "For each data set its name, number of examples and features.",
  leaves:
    "Distributions of the features: a statistic of a column is neither a metric nor drift. The binary form is not read.",
  syntax: ["json", "text"],
  gives: ["dataset"],

  recognises(file) {
    if (file.syntax !== "json")
      return beginsWith(file, FIRST_FIELDS) && /\b(num_examples:|features\s*\{)/.test(file.text.slice(0, 4096));
    const [first] = list(member(file.value, "datasets")) ?? [];
    return (
      (hasKeys(first, "numExamples") || hasKeys(first, "num_examples")) && list(member(first, "features")) !== undefined
    );
  },

  read(file) {
    const { message, problem } = messageOf(file);
    if (message === null) return [problem];
    return every(message, "datasets").map(datasetStatement);
  },
};
