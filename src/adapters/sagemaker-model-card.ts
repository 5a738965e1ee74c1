import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { parseJson } from "../read/json.js";
import { defaultLimits } from "../read/limits.js";
import { below, hasKeys, isRecord, list, member, number, scalarText, text } from "../read/shape.js";
import { fieldStatements } from "./families/card-fields.js";
import { metricGroupStatements } from "./families/sagemaker-metric-groups.js";
import { structuredSections } from "./families/structured-sections.js";

const PARTS = ["intended_uses", "business_details", "training_details", "evaluation_details", "additional_information"];

const isContent = (value: Value | undefined): boolean =>
  isRecord(member(value, "model_overview")) && !hasKeys(value, "properties")
    ? PARTS.some((part) => hasKeys(value, part)) || hasKeys(member(value, "model_overview"), "model_creator")
    : isRecord(member(value, "intended_uses")) &&
      (hasKeys(value, "evaluation_details") || hasKeys(value, "training_details"));

/** The answer of the API has the card as JSON text. */
const isDescribed = (value: Value | undefined): boolean =>
  text(member(value, "Content")) !== undefined && hasKeys(value, "ModelCardName", "ModelCardStatus");

function modelStatement(card: Value): Statement[] {
  const overview = member(card, "model_overview");
  const name = text(member(overview, "model_name")) ?? text(member(overview, "model_id"));
  const version = scalarText(member(overview, "model_version")) ?? null;
  if (name === undefined && version === null) return [];
  const key = hasKeys(overview, "model_name") ? "model_name" : "model_id";
  return [{ kind: "model", name: name ?? null, version, where: { pointer: pointer("/model_overview", key) } }];
}

function datasets(locations: Value | undefined, base: string, role: "train" | "test"): Statement[] {
  return (list(locations) ?? []).flatMap((location, index): Statement[] =>
    typeof location === "string" ? [{ kind: "dataset", role, location, where: { pointer: pointer(base, index) } }] : [],
  );
}

function training(card: Value): Statement[] {
  const base = "/training_details/training_job_details";
  const job = below(card, "training_details", "training_job_details");
  if (job === undefined) return [];
  const settings = ["hyper_parameters", "user_provided_hyper_parameters"].flatMap(
    (key) => list(member(job, key)) ?? [],
  );
  const params = settings.map((each): [string, ParameterValue] => [
    text(member(each, "name")) ?? "",
    scalarText(member(each, "value")) ?? null,
  ]);
  const metrics = ["training_metrics", "user_provided_training_metrics"].flatMap((key) =>
    (list(member(job, key)) ?? []).flatMap((metric, index): Statement[] => {
      const name = text(member(metric, "name"));
      const where = { pointer: pointer(base, key, index, "value") };
      return name === undefined
        ? []
        : [{ kind: "measurement", raw_metric: name, value: member(metric, "value"), split: "train", where }];
    }),
  );
  return [
    {
      kind: "run",
      run_id: text(member(job, "training_arn")) ?? null,
      params: params.length === 0 ? null : Object.fromEntries(params),
      where: { pointer: base },
    },
    ...metrics,
    ...datasets(member(job, "training_datasets"), pointer(base, "training_datasets"), "train"),
  ];
}

const evaluations = (card: Value): Statement[] =>
  (list(member(card, "evaluation_details")) ?? []).flatMap((evaluation, index) => {
    const base = pointer("/evaluation_details", index);
    const dataset = text(below(evaluation, "datasets", 0)) ?? null;
    return [
      ...metricGroupStatements(member(evaluation, "metric_groups"), pointer(base, "metric_groups"), dataset),
      ...datasets(member(evaluation, "datasets"), pointer(base, "datasets"), "test"),
    ];
  });

const leavesOut = (name: string): boolean => /(^|\.)(metric_groups|hyper_parameters|training_metrics)$/.test(name);

const contentStatements = (card: Value): Statement[] => [
  ...fieldStatements(card, "", "", leavesOut),
  ...structuredSections(card, ""),
  ...modelStatement(card),
  ...training(card),
  ...evaluations(card),
];

/** The card inside an API's answer: every statement stands in the one text. */
function describedStatements(value: Value): Statement[] {
  const { value: content, broken } = parseJson(text(member(value, "Content")) ?? "", defaultLimits);
  const where = { pointer: "/Content" };
  const at = text(member(value, "LastModifiedTime")) ?? null;
  const version = number(member(value, "ModelCardVersion"));
  const status: Statement = {
    kind: "approval",
    by: text(below(value, "LastModifiedBy", "UserProfileName")) ?? null,
    state: text(member(value, "ModelCardStatus")) ?? null,
    version: version === undefined ? null : String(version),
    at,
    where: { pointer: "/ModelCardStatus" },
  };
  if (broken || content === undefined)
    return [
      status,
      {
        kind: "problem",
        problem: "unreadable",
        message: "The card's content is no JSON.",
        mend: "Save the answer of describe-model-card unchanged.",
        where,
      },
    ];
  return [status, ...contentStatements(content).map((statement) => ({ ...statement, where }))];
}

/** A model card of Amazon SageMaker: its content as a file, or as the API answers. */
export const sagemakerModelCard: Adapter = {
  id: "sagemaker-model-card",
  title: "SageMaker model card",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-cards-json-schema.html",
  versions: "from the schema, not seen",
  reads:
    "Every field, the sections that the keys are, the model's name and version, evaluation metrics by facet and training metrics as claims, data sets, hyperparameters, and the card's status.",
  leaves: "Graphs, charts and matrices.",
  syntax: ["json"],
  gives: ["card", "measurement", "attribution", "model", "dataset", "run", "approval"],
  marksModel: true,
  claims: true,
  recognises: ({ value }) => isContent(value) || isDescribed(value),

  read({ value }) {
    if (value === undefined) return [];
    return isDescribed(value) ? describedStatements(value) : contentStatements(value);
  },
};
