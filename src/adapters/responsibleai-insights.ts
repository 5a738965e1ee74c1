import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, members, scalarText, text } from "../read/shape.js";
import { errorTreeStatements } from "./families/error-analysis.js";

const isMeta = (value: Value | undefined): boolean =>
  hasKeys(value, "target_column", "task_type") &&
  (hasKeys(value, "feature_columns") || hasKeys(value, "categorical_features"));

const isVersion = ({ name, value }: EvidenceFile): boolean =>
  name === "rai_version.json" && text(member(value, "responsibleai")) !== undefined;

const parts = ["modelExplanationData", "errorAnalysisData", "causalAnalysisData", "counterfactualData"];

const isDashboard = (value: Value | undefined): boolean =>
  parts.filter((part) => list(member(value, part)) !== undefined).length > 1;

/** The saved insights' own data, of which every part lies in a file beside `meta.json`. */
function metaStatements(file: EvidenceFile): Statement[] {
  const { value } = file;
  const columns = (list(member(value, "feature_columns")) ?? []).flatMap((name) => scalarText(name) ?? []);
  const target = text(member(value, "target_column"));
  const version = text(member(file.neighbour("rai_version.json")?.value, "responsibleai"));
  const parameters: Record<string, string> = {};
  for (const key of ["task_type", "target_column"]) {
    const held = text(member(value, key));
    if (held !== undefined) parameters[key] = held;
  }
  const tested = list(member(file.neighbour("data/test.json")?.value, "data"))?.length;
  return [
    {
      kind: "run",
      params: parameters,
      ...(version === undefined ? {} : { environment: { responsibleai: version } }),
      where: { pointer: "" },
    },
    {
      kind: "dataset",
      role: "test",
      columns: target === undefined ? columns : [...columns, target],
      ...(tested === undefined ? {} : { rows: tested }),
      location: "data/test.json",
      where: { pointer: "/feature_columns" },
    },
  ];
}

function importanceStatements(explanation: Value, base: string): Statement[] {
  const method = text(member(explanation, "method")) ?? null;
  const at = pointer(base, "precomputedExplanations", "globalFeatureImportance");
  const held = below(explanation, "precomputedExplanations", "globalFeatureImportance");
  const names = list(member(held, "feature_list")) ?? list(member(held, "featureList")) ?? [];
  return (list(member(held, "scores")) ?? []).flatMap((importance, index): Statement[] =>
    // One list for each class, in older versions: what they have in common is not stated.
    typeof importance === "number"
      ? [
          {
            kind: "attribution",
            method,
            feature: scalarText(names[index]) ?? `#${index}`,
            importance,
            where: { pointer: pointer(at, "scores", index) },
          },
        ]
      : [],
  );
}

/** Differences that treatments make on the whole, from causal analysis. */
function effectStatements(analysis: Value, base: string): Statement[] {
  return (list(member(analysis, "global_effects")) ?? []).flatMap((effect, index): Statement[] => {
    const feature = text(member(effect, "feature"));
    return feature === undefined || !isRecord(effect)
      ? []
      : [
          {
            kind: "attribution",
            method: "causal-effect",
            feature,
            importance: member(effect, "point") ?? null,
            where: { pointer: pointer(base, "global_effects", index, "point") },
          },
        ];
  });
}

const dashboardStatements = (value: Value | undefined): Statement[] => {
  const each = (part: string, read: (item: Value, base: string) => Statement[]): Statement[] =>
    (list(member(value, part)) ?? []).flatMap((item, index) => read(item, pointer("", part, index)));
  return [
    ...each("modelExplanationData", importanceStatements),
    ...each("errorAnalysisData", (item, base) => errorTreeStatements(member(item, "tree"), pointer(base, "tree"))),
    ...each("causalAnalysisData", effectStatements),
  ];
};

/** A responsibleai dashboard: the data of it in one file, or what describes the folder that it was saved to. */
export const responsibleaiInsights: Adapter = {
  id: "responsibleai-insights",
  title: "responsibleai insights (`meta.json`, `rai_version.json`, the dashboard's data)",
  definedAt: "https://github.com/microsoft/responsible-ai-toolbox/tree/main/responsibleai",
  versions: "responsibleai 0.36.0",
  reads:
    "Task, target, columns and rows of the test data, the version of the library; of a dashboard's data the global importances, the error tree and causal effects.",
  leaves: "Importances, effects and counterfactuals of single examples, and the data themselves.",
  syntax: ["json"],
  gives: ["run", "dataset", "attribution", "measurement"],
  recognises: (file) => isMeta(file.value) || isVersion(file) || isDashboard(file.value),

  read: (file) => {
    if (isDashboard(file.value)) return dashboardStatements(file.value);
    if (isMeta(file.value)) return metaStatements(file);
    const environment = members(file.value).flatMap(([name, version]) =>
      typeof version === "string" ? [[name, version] as const] : [],
    );
    return [{ kind: "run", environment: Object.fromEntries(environment), where: { pointer: "" } }];
  },
};
