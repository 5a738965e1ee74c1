import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, scalarText, text } from "../read/shape.js";
import { jsonInText } from "./families/json-text.js";
import { writtenText } from "./families/mlflow-store.js";
import { columnsOf } from "./families/mlflow-words.js";

const isModel = (file: EvidenceFile): boolean =>
  isRecord(member(file.value, "flavors")) &&
  (file.name === "MLmodel" ||
    ["utc_time_created", "model_uuid", "artifact_path", "mlflow_version", "run_id"].some((key) =>
      hasKeys(file.value, key),
    ));

interface Flavor {
  readonly name: string;
  readonly pointer: string;
}

/** The flavour of the library that trained the model; `python_function` is only a way to call it. */
function flavorOf(value: Value | undefined): Flavor | null {
  const flavors = members(member(value, "flavors"));
  const own = flavors.find(([name]) => name !== "python_function");
  if (own !== undefined) return { name: own[0], pointer: pointer("/flavors", own[0]) };
  const generic = flavors[0];
  if (generic === undefined) return null;
  const loader = text(member(generic[1], "loader_module"));
  const library = /^mlflow\.(?!pyfunc)(\w+)$/.exec(loader ?? "")?.[1];
  return { name: library ?? generic[0], pointer: pointer("/flavors", generic[0]) };
}

/** Versions of Python, of MLflow and of the libraries that the flavours name. */
function environmentOf(value: Value | undefined): Readonly<Record<string, ParameterValue>> {
  const ofFlavors = members(member(value, "flavors")).flatMap(([, options]) => members(options));
  const versions = ofFlavors.filter(([key]) => key.endsWith("_version"));
  const mlflow = text(member(value, "mlflow_version"));
  const known = mlflow === undefined ? versions : [["mlflow_version", mlflow] as const, ...versions];
  return Object.fromEntries(known.map(([key, version]) => [key, scalarText(version) ?? null]));
}

const artifactKeys = ["pickled_model", "model_path", "model_data", "model_binary", "data"];

/** Files that hold the model, as the flavours name them: how it is serialised can be told by their endings. */
function artifactsOf(value: Value | undefined): readonly string[] {
  const named = members(member(value, "flavors")).flatMap(([, options]) =>
    artifactKeys.flatMap((key) => text(member(options, key)) ?? []),
  );
  return [...new Set(named)];
}

/** Name and version in the registry, which MLflow writes beside the model where it knows them. */
function registryNote(file: EvidenceFile): { readonly name: string | null; readonly version: string | null } {
  const note = file.neighbour("registered_model_meta")?.text ?? "";
  const line = (key: string): string | null => {
    const written = new RegExp(`^${key}:[ \\t]*(.*?)[ \\t]*$`, "m").exec(note)?.[1] ?? "";
    const plain = written.replace(/^(['"])(.*)\1$/, "$2");
    return plain === "" || plain === "null" ? null : plain;
  };
  return { name: line("model_name"), version: line("model_version") };
}

function signatureOf(value: Value | undefined): readonly Statement[] {
  const inputs = text(member(member(value, "signature"), "inputs"));
  const columns = columnsOf(jsonInText(inputs));
  return columns === null ? [] : [{ kind: "dataset", columns, where: { pointer: "/signature/inputs" } }];
}

/** The description that MLflow keeps beside a saved model. */
export const mlflowModel: Adapter = {
  id: "mlflow-model",
  title: "MLflow model (`MLmodel`)",
  definedAt: "https://mlflow.org/docs/latest/ml/model/",
  versions: "1.x, 2.2.2, 2.22.5, 3.17.2",
  reads:
    "The library it was made with, its run, the time it was made (UTC without a zone), versions of the libraries, the files that hold it, and the columns that its signature takes.",
  leaves: "How to load it, the example of an input, and the signature's outputs and parameters.",
  syntax: ["yaml"],
  gives: ["model", "run", "dataset"],
  marksModel: true,
  recognises: isModel,

  read(file): readonly Statement[] {
    const { value } = file;
    const flavor = flavorOf(value);
    const run = writtenText(file, "run_id");
    const created = text(member(value, "utc_time_created")) ?? null;
    const environment = environmentOf(value);
    const model: Statement = {
      kind: "model",
      ...registryNote(file),
      framework: flavor?.name ?? null,
      created,
      run,
      at: created,
      where: { pointer: flavor?.pointer ?? "/flavors" },
    };
    const modelId = text(member(value, "model_id"));
    const outputs = [...(modelId === undefined ? [] : [modelId]), ...artifactsOf(value)];
    const origin: Statement = {
      kind: "run",
      run_id: run,
      outputs: outputs.length === 0 ? null : outputs,
      environment,
      at: created,
      where: { pointer: run === null ? "/flavors" : "/run_id" },
    };
    return [model, ...(run === null && Object.keys(environment).length === 0 ? [] : [origin]), ...signatureOf(value)];
  },
};
