import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, members, scalarText, text } from "../read/shape.js";
import { protoOfJson } from "./families/proto-tree.js";
import { blessingChecks } from "./families/tfx.js";

interface Artifact {
  readonly value: Value;
  readonly base: string;
}

const artifactsOf = (value: Value | undefined, base: string): readonly Artifact[] =>
  members(member(value, "artifacts")).flatMap(([key, group]) =>
    (list(member(group, "artifacts")) ?? []).map((artifact, index) => ({
      value: artifact,
      base: pointer(base, "artifacts", key, "artifacts", index),
    })),
  );

const isOfTfx = ({ value }: Artifact): boolean =>
  hasKeys(member(value, "metadata"), "tfx_version") ||
  text(below(value, "type", "schemaTitle"))?.startsWith("tfx.") === true ||
  text(below(value, "type", "instanceSchema"))?.startsWith("title: tfx.") === true;

const allOf = (value: Value | undefined): readonly Artifact[] => [
  ...artifactsOf(value, ""),
  ...artifactsOf(member(value, "inputs"), "/inputs"),
  ...artifactsOf(member(value, "outputs"), "/outputs"),
];

const locations = (artifacts: readonly Artifact[]): readonly string[] =>
  artifacts.map(({ value }) => text(member(value, "uri"))).filter((uri) => uri !== undefined);

/** Parameters, bare or typed. */
function parametersOf(inputs: Value | undefined): Readonly<Record<string, ParameterValue>> | null {
  const bare = member(inputs, "parameterValues") ?? member(inputs, "parameter_values");
  const typed = members(member(inputs, "parameters")).map(([key, value]) => [key, members(value)[0]?.[1]] as const);
  const stated = [...members(bare), ...(bare === undefined ? typed : [])];
  const scalars = stated.flatMap(([key, value]) => {
    const scalar = scalarText(value);
    return scalar === undefined ? [] : [[key, scalar] as const];
  });
  return scalars.length === 0 ? null : Object.fromEntries(scalars);
}

const invocation = (value: Value | undefined): Statement => ({
  kind: "run",
  params: parametersOf(member(value, "inputs")),
  inputs: locations(artifactsOf(member(value, "inputs"), "/inputs")),
  outputs: locations(artifactsOf(member(value, "outputs"), "/outputs")),
  where: { pointer: "/inputs" },
});

/** What a step of a TFX pipeline on Vertex AI is given and gives out: lineage, and whether a model was blessed. */
export const tfxArtifacts: Adapter = {
  id: "tfx-artifacts",
  title: "TFX executor artifacts",
  definedAt: "https://www.tensorflow.org/tfx/guide/custom_component",
  versions: "TFX 1.x for Vertex AI",
  reads: "The blessings that a step gives out, and the artifacts and parameters of an invocation.",
  leaves: "Other properties of artifacts: a number there is no metric of a model.",
  syntax: ["json"],
  gives: ["check", "run"],
  recognises: ({ value }) => isRecord(value) && !hasKeys(value, "events") && allOf(value).some(isOfTfx),

  read({ value }) {
    const given = [...artifactsOf(value, ""), ...artifactsOf(member(value, "outputs"), "/outputs")];
    return [
      ...given.flatMap((artifact) => {
        const blessed = below(artifact.value, "metadata", "blessed");
        return blessed === undefined
          ? []
          : blessingChecks(protoOfJson(blessed, pointer(artifact.base, "metadata", "blessed")));
      }),
      ...(hasKeys(value, "inputs") ? [invocation(value)] : []),
    ];
  },
};
