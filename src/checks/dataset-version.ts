import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { missing } from "../judging/verdict.js";
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
  parts: [
    {
      one: "data set",
      several: "data sets",
      of: ({ subject: roles, evidence }) =>
        roles
          .filter((role) => role !== "any")
          .flatMap((role) =>
            [...new Map(setsOf(role, evidence).map((fact) => [fact.name, fact])).values()].map(({ name, source }) => ({
              name: name ?? "without a name",
              source,
              subject: role,
              exchanged: true,
            })),
          ),
    },
  ],

  plain: (roles) =>
    roles.includes("any")
      ? "at least one data set is named by a digest"
      : `the ${listed(roles)} data set is named by a digest`,

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
    return roles.map((role) => judge(role, evidence));
  },
});

/** What a card calls the data is a claim; where the tools name it, they are asked. */
function setsOf(role: string, evidence: Evidence): readonly FactOf<"dataset">[] {
  const ofRole = evidence.of("dataset").filter((fact) => role === "any" || fact.role === role);
  const byTools = ofRole.filter(({ format }) => format?.endsWith("-card") !== true);
  return byTools.length > 0 ? byTools : ofRole;
}

function judge(role: string, evidence: Evidence): Verdict {
  // Any data set will do: the finding is of the model.
  const subject = role === "any" ? null : role;
  const found = setsOf(role, evidence);
  const versioned = found.find(({ digest }) => digest !== null);
  const bare = found.find(({ digest, name }) => digest === null && !found.some((other) => isVersionOf(other, name)));
  const empty = found.find(({ rows }) => rows === 0);
  if (empty !== undefined)
    return {
      subject,
      outcome: "not-met",
      message: `${empty.name ?? "a data set"} has no rows: a digest of nothing names nothing`,
      sources: [empty.source],
    };
  if (versioned !== undefined && (bare === undefined || role === "any"))
    return {
      subject,
      outcome: "met",
      message: `${versioned.name ?? "a data set"} is ${versioned.digest ?? ""}`,
      sources: [versioned.source],
    };
  const first = bare ?? found[0];
  if (first === undefined)
    return missing(
      `no evidence names ${role === "any" ? "a" : `the ${role}`} data set`,
      "track the data with DVC, or log it as an input of the run",
      subject,
    );
  return {
    subject,
    outcome: "not-met",
    message: `${first.name ?? "a data set"} has no digest`,
    sources: [first.source],
  };
}

/** The same data set, named with its digest by another file. */
const isVersionOf = ({ name, digest }: FactOf<"dataset">, other: string | null): boolean =>
  digest !== null && name !== null && name === other;
