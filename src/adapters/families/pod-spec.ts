import type { Value } from "../../model/adapter.js";
import type { ParameterValue, Statement, StatementOf } from "../../model/fact.js";
import { below, isRecord, list, member, members, scalarText, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { isPlaceholder, notFilledIn } from "./placeholder.js";

type Path = readonly (string | number)[];
type Resources = Readonly<Record<string, ParameterValue>>;

/** What a part that serves needs and offers; empty records and lists where it states nothing. */
export interface Served {
  readonly image: string | null;
  readonly resources: Resources;
  readonly probes: readonly string[];
  /** Path of the container below its object. */
  readonly path: Path;
  readonly problems: readonly Statement[];
}

/** `requests.cpu`, `limits.memory`, …, as they are written. */
export function resourcesOf(value: Value | undefined): Resources {
  const entries = ["requests", "limits"].flatMap((part) =>
    members(member(value, part)).flatMap(([name, amount]): [string, ParameterValue][] =>
      typeof amount === "object" || isPlaceholder(String(amount)) ? [] : [[`${part}.${name}`, amount]],
    ),
  );
  return Object.fromEntries(entries);
}

export const probesOf = (container: Value | undefined): readonly string[] =>
  ["liveness", "readiness", "startup"].filter((probe) => isRecord(member(container, `${probe}Probe`)));

/** One container: its image, unless a template's filler stands in its place. */
export function servedBy(container: Value | undefined, object: KubernetesObject, path: Path): Served {
  const image = text(member(container, "image")) ?? null;
  const filler = image !== null && isPlaceholder(image);
  return {
    image: filler ? null : image,
    resources: resourcesOf(member(container, "resources")),
    probes: probesOf(container),
    path,
    problems: filler ? [notFilledIn("the image", object.where(...path, "image"))] : [],
  };
}

/** The containers of a pod, without those that run before it serves. */
export const containersOf = (object: KubernetesObject, ...path: Path): readonly Served[] =>
  (list(below(object.value, ...path, "containers")) ?? []).map((container, index) =>
    servedBy(container, object, [...path, "containers", index]),
  );

export type RolloutFields = Omit<StatementOf["rollout"], "image" | "resources" | "probes">;

/**
 * The facts of something that is rolled out: one that says how, with what its first part needs, where the manifest
 * says how; and one for each part, at its image.
 */
export function rolledOut(
  object: KubernetesObject,
  parts: readonly Served[],
  { fields, at, extra = {} }: { readonly fields: RolloutFields; readonly at: Path | null; readonly extra?: Resources },
): Statement[] {
  const version = versionLabel(object.value);
  const of = ({ image, resources, probes }: Served) => ({ image, resources: { ...resources, ...extra }, probes });
  const first = parts[0];
  return [
    ...(at === null
      ? []
      : [
          {
            kind: "rollout" as const,
            version,
            ...fields,
            ...(first === undefined ? { resources: extra } : of(first)),
            where: object.where(...at),
          },
        ]),
    ...parts.map((part) => ({
      kind: "rollout" as const,
      version,
      logging: fields.logging ?? null,
      ...of(part),
      where: object.where(...part.path, ...(part.image === null ? [] : ["image"])),
    })),
    ...parts.flatMap(({ problems }) => problems),
  ];
}

/** The version that a manifest's own labels state. */
function versionLabel(value: Value): string | null {
  const stated =
    below(value, "metadata", "labels", "app.kubernetes.io/version") ?? below(value, "metadata", "labels", "version");
  const version = scalarText(stated);
  return version === undefined || isPlaceholder(version) ? null : version;
}
