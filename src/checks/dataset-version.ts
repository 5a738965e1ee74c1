import { defineCheck } from "../model/check.js";
import { brokenFor } from "../judging/selection.js";
import { listed } from "../judging/wording.js";

export const datasetVersion = defineCheck({
  id: "dataset-version",
  area: "data",
  title: "Data sets are named by version",
  why: "Without a digest nobody can tell whether two results are of the same data, or make either again.",
  mend: "Track the data with DVC, log it as an MLflow input, or state its digest.",
  whenNot: "For data that is streamed and never stored.",
  subject: {
    kind: "texts",
    description: "Roles whose data sets must have a digest: train, validation, test, reference, current; or any.",
  },
  options: {},
  example: {
    rule: "versioned-data: { dataset-version: [train, test] }",
    met: "a run whose train and test inputs have digests",
    notMet: "a run whose test input has only a name",
  },
  needs: ["dataset"],

  plain: (roles) => `the ${listed(roles)} data set is named by a digest`,

  evaluate({ subject: roles, evidence }) {
    const broken = brokenFor(evidence, "dataset")[0];
    if (broken !== undefined)
      return [
        {
          subject: null,
          outcome: "unreadable",
          message: `${broken.source.path}: ${broken.message}`,
          mend: broken.mend,
          sources: [broken.source],
        },
      ];
    return roles.map((role) => {
      const found = evidence.of("dataset").filter((fact) => role === "any" || fact.role === role);
      const versioned = found.find(({ digest }) => digest !== null);
      const first = found[0];
      if (versioned !== undefined)
        return {
          subject: role,
          outcome: "met" as const,
          message: `${versioned.name ?? role} is ${versioned.digest ?? ""}`,
          sources: [versioned.source],
        };
      if (first !== undefined)
        return {
          subject: role,
          outcome: "not-met" as const,
          message: `${first.name ?? role} has no digest`,
          sources: [first.source],
        };
      return {
        subject: role,
        outcome: "missing" as const,
        message: `no evidence names the ${role} data set`,
        sources: [],
      };
    });
  },
});
