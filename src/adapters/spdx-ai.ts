import type { Adapter, Value } from "../model/adapter.js";
import type { DatasetRole, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isList, list, member, numeric, scalarText, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { sectionOfKey } from "./families/structured-sections.js";
import { valueAndUnit } from "./families/stated-number.js";

interface Element {
  readonly value: Value;
  readonly at: string;
}

const elementsOf = (value: Value | undefined): readonly Element[] =>
  (list(member(value, "@graph")) ?? []).map((element, index) => ({ value: element, at: pointer("/@graph", index) }));

const typeOf = (element: Value): string => text(member(element, "type")) ?? text(member(element, "@type")) ?? "";

const isModel = ({ value }: Element): boolean => typeOf(value) === "ai_AIPackage";
const isDataset = ({ value }: Element): boolean => typeOf(value) === "dataset_DatasetPackage";

const contextOf = (value: Value | undefined): readonly Value[] => {
  const context = member(value, "@context");
  return context === undefined ? [] : isList(context) ? context : [context];
};

const isSpdx = (value: Value | undefined): boolean =>
  contextOf(value).some((context) => /spdx\.org\/rdf\/3\./.test(text(context) ?? ""));

const firstDigest = (element: Value): string | null => {
  const [hash] = list(member(element, "verifiedUsing")) ?? [];
  const algorithm = text(member(hash, "algorithm"));
  const held = text(member(hash, "hashValue"));
  return algorithm === undefined || held === undefined ? null : `${algorithm}:${held}`;
};

/** Entries of a dictionary: metrics by name, their values in text. */
const entries = (
  element: Element,
  key: string,
): readonly { readonly name: string; readonly value: Value; readonly at: string }[] =>
  (list(member(element.value, key)) ?? []).flatMap((entry, index) => {
    const name = text(member(entry, "key"));
    const value = member(entry, "value");
    return name === undefined || value === undefined
      ? []
      : [{ name, value, at: pointer(element.at, key, index, "value") }];
  });

/** What the profile calls by other names than cards do. */
const sections: Readonly<Record<string, string>> = {
  ai_limitation: "limitations",
  ai_informationAboutTraining: "training data",
  ai_informationAboutApplication: "intended use",
  ai_safetyRiskAssessment: "risks",
  ai_modelExplainability: "explainability",
};

function sectionStatements(element: Element): Statement[] {
  return Object.entries(sections).flatMap(([key, called]) => {
    const held = member(element.value, key);
    const written = isList(held) ? held.map((part) => scalarText(part) ?? "").join("\n") : scalarText(held);
    return written === undefined ? [] : sectionOfKey(called, written, { pointer: pointer(element.at, key) });
  });
}

const leavesOut = (name: string): boolean =>
  /^(ai_metric|ai_hyperparameter|creationInfo|verifiedUsing|spdxId|type)(\.|$)/.test(name);

function modelStatements(element: Element): Statement[] {
  const { value, at } = element;
  const version = text(member(value, "software_packageVersion")) ?? null;
  const limits = new Map(entries(element, "ai_metricDecisionThreshold").map((entry) => [entry.name, entry.value]));
  const parameters = entries(element, "ai_hyperparameter").map(
    (entry) => [entry.name, scalarText(entry.value) ?? null] as const,
  );
  return [
    {
      kind: "model",
      name: text(member(value, "name")) ?? null,
      version,
      artifact_digest: firstDigest(value),
      created: text(member(value, "releaseTime")) ?? text(member(value, "builtTime")) ?? null,
      where: { pointer: at },
    },
    ...(parameters.length === 0
      ? []
      : [
          {
            kind: "run",
            params: Object.fromEntries(parameters),
            version,
            where: { pointer: pointer(at, "ai_hyperparameter") },
          } satisfies Statement,
        ]),
    ...fieldStatements(value, "", at, leavesOut),
    ...sectionStatements(element),
    ...entries(element, "ai_metric").map((entry): Statement => {
      const limit = numeric(limits.get(entry.name));
      return {
        kind: "measurement",
        raw_metric: entry.name,
        ...valueAndUnit(entry.value),
        ...(limit === undefined ? {} : { threshold: limit }),
        version,
        where: { pointer: entry.at },
      };
    }),
  ];
}

/** How data sets are related to models. */
function rolesOf(all: readonly Element[]): ReadonlyMap<string, DatasetRole> {
  const found = new Map<string, DatasetRole>();
  for (const { value } of all) {
    const kind = text(member(value, "relationshipType"));
    const role = kind === "trainedOn" ? "train" : kind === "testedOn" ? "test" : undefined;
    if (role === undefined) continue;
    for (const to of list(member(value, "to")) ?? []) found.set(text(to) ?? "", role);
  }
  return found;
}

const datasetStatements = (all: readonly Element[]): Statement[] => {
  const roles = rolesOf(all);
  return all.filter(isDataset).map(({ value, at }) => ({
    kind: "dataset",
    name: text(member(value, "name")) ?? null,
    role: roles.get(text(member(value, "spdxId")) ?? "") ?? null,
    digest: firstDigest(value),
    location: text(member(value, "software_downloadLocation")) ?? null,
    where: { pointer: at },
  }));
};

/** A bill of materials by SPDX 3 that describes models and data sets. */
export const spdxAi: Adapter = {
  id: "spdx-ai",
  title: "SPDX 3 bill of materials with its AI and Dataset profiles (JSON-LD)",
  definedAt: "https://spdx.github.io/spdx-spec/v3.0.1/model/AI/AI/",
  versions: "3.0 and 3.0.1, from the schema, not seen",
  reads:
    "Every field of each AI package, the sections that limitations, training and application are, metrics with their decision thresholds as claims, hyperparameters, and data sets with what they were used for.",
  leaves: "Licences as relationships, agents, and packages that are no model.",
  syntax: ["json"],
  gives: ["card", "model", "measurement", "run", "dataset"],
  claims: true,
  numbersAsText: true,
  recognises: ({ value }) =>
    isSpdx(value) && elementsOf(value).some((element) => isModel(element) || isDataset(element)),

  read: ({ value }) => {
    const all = elementsOf(value);
    return [...all.filter(isModel).flatMap(modelStatements), ...datasetStatements(all)];
  },
};
