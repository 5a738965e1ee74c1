import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, text } from "../read/shape.js";
import { isPlaceholder, notFilledIn } from "./families/placeholder.js";

const own = ["python", "docker", "conda", "include", "exclude", "models", "labels", "envs"];
/** Keys of other tools whose files name a `service` too. */
const others = ["provider", "functions", "services", "apiVersion"];

/** Models by tag: `iris:latest`, or a record with the tag. */
function modelStatement(model: Value, index: number): Statement[] {
  const tag = text(model) ?? text(member(model, "tag"));
  if (tag === undefined) return [];
  const where = { pointer: pointer("/models", index, ...(text(model) === undefined ? ["tag"] : [])) };
  const [name = tag, version] = tag.split(":");
  return [{ kind: "model", name, version: version === undefined || version === "latest" ? null : version, where }];
}

/** What BentoML builds a service of: it serves nothing yet. */
export const bentofile: Adapter = {
  id: "bentofile",
  title: "BentoML build file (`bentofile.yaml`)",
  definedAt: "https://docs.bentoml.com/en/latest/reference/bentoml/bento-build-options.html",
  versions: "BentoML 1.x; models and base images from the documentation, not seen",
  reads: "The models that go into it, and the base image.",
  leaves: "Packages, files, labels and environment.",
  syntax: ["yaml"],
  gives: ["model", "rollout"],

  recognises: ({ value }) =>
    /^[\w./-]+(:\w+)?$/.test(text(member(value, "service")) ?? "") &&
    own.some((key) => hasKeys(value, key)) &&
    !others.some((key) => hasKeys(value, key)),

  read({ value }) {
    const image = text(below(value, "docker", "base_image"));
    const where = { pointer: "/docker/base_image" };
    return [
      ...(list(member(value, "models")) ?? []).flatMap(modelStatement),
      ...(image === undefined
        ? []
        : isPlaceholder(image)
          ? [notFilledIn("the base image", where)]
          : [{ kind: "rollout" as const, image, where }]),
    ];
  },
};
