import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, scalarText, text } from "../read/shape.js";
import { sectionOfKey } from "./families/structured-sections.js";

/** The kind of asset by the schema that the file names: `model`, `commandJob`, `pipelineJob`, `data`, … */
const schemaOf = (value: Value | undefined): string | undefined =>
  /azureml(?:schemas(?:prod)?|sdk2)\.(?:azureedge\.net|blob\.core\.windows\.net)\/(?:[\w.]+\/){1,3}(\w+)\.schema\.json/.exec(
    text(member(value, "$schema")) ?? "",
  )?.[1];

/** A step that jobs are made of: it holds no values of a run. */
const isComponent = (schema: string): boolean => /component$/i.test(schema);

const isJob = (schema: string): boolean => /job$/i.test(schema) || /^automl/i.test(schema);

/** What the SDK's `dump` writes names no schema; an asset has a type of its own, and all of its keys. */
const dumpedTypes: ReadonlyMap<string, "model" | "data"> = new Map([
  ...["mlflow_model", "custom_model", "triton_model"].map((type) => [type, "model"] as const),
  ...["uri_file", "uri_folder", "mltable"].map((type) => [type, "data"] as const),
]);

/** What the file describes; null where that is nothing of these. */
function kindOf(value: Value | undefined): "model" | "data" | "job" | "component" | null {
  if (!isRecord(value)) return null;
  const schema = schemaOf(value);
  if (schema === "model" || schema === "data") return schema;
  if (schema !== undefined) return isJob(schema) ? "job" : isComponent(schema) ? "component" : null;
  const type = text(member(value, "type")) ?? "";
  if (hasKeys(value, "name", "version", "path", "tags", "properties")) return dumpedTypes.get(type) ?? null;
  const component = member(value, "component");
  return /^(command|pipeline|sweep)$/.test(type) && hasKeys(component, "is_deterministic", "inputs") ? "job" : null;
}

const scalarsOf = (value: Value | undefined): Readonly<Record<string, ParameterValue>> => {
  const held = members(value).flatMap(([key, inner]): (readonly [string, ParameterValue])[] =>
    inner === null || ["string", "number", "boolean"].includes(typeof inner) ? [[key, scalarText(inner) ?? null]] : [],
  );
  return Object.fromEntries(held);
};

/** `azureml:name:version`, `azureml:name@label`, or a path: where an input lies. */
const locationOf = (input: Value): string | undefined =>
  text(member(input, "path")) ??
  (/^(azureml:|https?:|wasbs?:|abfss?:)/.test(text(input) ?? "") ? text(input) : undefined);

/** What a job of automated learning looks for: its task, the metric it goes by and the column it predicts. */
const automlParams = (value: Value): Readonly<Record<string, ParameterValue>> =>
  Object.fromEntries(
    ["task", "primary_metric", "target_column_name"].flatMap((key) => {
      const said = text(member(value, key));
      return said === undefined ? [] : [[key, said] as const];
    }),
  );

function inputStatements(value: Value, at: string): Statement[] {
  return members(member(value, "inputs")).flatMap(([name, input]): Statement[] => {
    const location = locationOf(input);
    return location === undefined
      ? []
      : [{ kind: "dataset", name, location, where: { pointer: pointer(at, "inputs", name) } }];
  });
}

/** The data that a job of automated learning names outside of its inputs. */
const automlData = [
  ["training_data", "train"],
  ["validation_data", "validation"],
  ["test_data", "test"],
] as const;

const automlStatements = (value: Value, at: string): Statement[] =>
  automlData.flatMap(([key, role]): Statement[] => {
    const location = locationOf(member(value, key) ?? null);
    return location === undefined
      ? []
      : [{ kind: "dataset", name: key, role, location, where: { pointer: pointer(at, key) } }];
  });

function jobStatements(value: Value, at: string): Statement[] {
  const environment = text(member(value, "environment"));
  const inner = members(member(value, "jobs")).flatMap(([name, job]) => jobStatements(job, pointer(at, "jobs", name)));
  const outputs = members(member(value, "outputs")).map(([name]) => name);
  return [
    {
      kind: "run",
      run_id: text(member(value, "name")) ?? null,
      params: { ...scalarsOf(member(value, "inputs")), ...automlParams(value) },
      ...(environment === undefined ? {} : { environment: { environment } }),
      outputs,
      where: { pointer: at },
    },
    ...inputStatements(value, at),
    ...automlStatements(value, at),
    ...inner,
  ];
}

function modelStatements(value: Value): Statement[] {
  const described = text(member(value, "description"));
  const stage = text(member(value, "stage")) ?? text(member(member(value, "tags"), "stage"));
  return [
    {
      kind: "model",
      name: text(member(value, "name")) ?? null,
      version: scalarText(member(value, "version")) ?? null,
      framework: text(member(value, "type")) ?? null,
      ...(stage === undefined ? {} : { stage }),
      where: { pointer: "/name" },
    },
    ...(described === undefined ? [] : sectionOfKey("description", described, { pointer: "/description" })),
    ...[...members(member(value, "tags")), ...members(member(value, "properties"))].flatMap(
      ([key, held]): Statement[] => {
        const said = scalarText(held);
        const below = member(member(value, "tags"), key) === held ? "tags" : "properties";
        return said === undefined
          ? []
          : [{ kind: "card", field: `${below}.${key}`, value: said, where: { pointer: pointer("", below, key) } }];
      },
    ),
  ];
}

const dataStatement = (value: Value): Statement => ({
  kind: "dataset",
  name: text(member(value, "name")) ?? null,
  version: scalarText(member(value, "version")) ?? null,
  location: text(member(value, "path")) ?? null,
  where: { pointer: "/name" },
});

/** A model, job or data asset of Azure Machine Learning, as its command line takes it. */
export const azuremlAsset: Adapter = {
  id: "azureml-asset",
  title: "Azure ML model, job or data asset (YAML)",
  definedAt: "https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-overview",
  versions: "command line v2 from the schema, `dump` of `azure-ai-ml` 1.35.2 by a trial, files of teams not seen",
  reads:
    "A model's name, version, type, stage, description, tags and properties; a job's parameters, environment, data inputs and outputs, steps of pipelines too; of automated learning the task, the metric, the column that is predicted and the data; a data asset's version and place.",
  leaves: "Compute, endpoints and environments; components are known, and hold no values of a run.",
  syntax: ["yaml", "json"],
  gives: ["model", "card", "run", "dataset"],
  recognises: ({ value }) => kindOf(value) !== null,

  read: ({ value }) => {
    const kind = kindOf(value);
    if (value === undefined || kind === null || kind === "component") return [];
    if (kind === "model") return modelStatements(value);
    return kind === "data" ? [dataStatement(value)] : jobStatements(value, "");
  },
};
