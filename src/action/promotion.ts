import type { Value } from "../model/adapter.js";
import type { Configuration } from "../model/configuration.js";
import type { DeployedDigest } from "../judge/request.js";
import { below, list, member, members, record, text } from "../read/shape.js";

/** What an event would put into service: the policies of the stage that is entered judge it. */
export interface Promotion {
  /** The event's own word for the stage; null where it names none. */
  readonly stage: string | null;
  /** How the stage is found where the event names none. */
  readonly otherwise: "last" | "before-last" | "as-configured";
  /** Only these models; empty is all. */
  readonly models: readonly string[];
  /** Digests of what is put into service. */
  readonly digests: readonly DeployedDigest[];
}

const promotion = (more: Partial<Promotion>): Promotion => ({
  stage: null,
  otherwise: "as-configured",
  models: [],
  digests: [],
  ...more,
});

/** A release puts into service what it holds; a preview does not get as far. */
export const ofRelease = (payload: Value): Promotion =>
  promotion({ otherwise: below(payload, "release", "prerelease") === true ? "before-last" : "last" });

/**
 * What a tag promotes. GTO writes `model@version` where it registers a version and `model#stage#number` where it gives
 * a version a stage; any other tag is a release of everything.
 */
export function ofTag(name: string): Promotion {
  const [, model = "", stage = ""] = /^([^@#]+)#([A-Za-z0-9._-]+)(?:#\d+)?$/.exec(name) ?? [];
  if (model !== "") return promotion({ stage, models: [model] });
  const [, registered] = /^([^@#]+)@v?\d[^@#]*$/.exec(name) ?? [];
  return registered === undefined ? promotion({ otherwise: "last" }) : promotion({ models: [registered] });
}

/** A deployment names its environment, and in its payload the digests of what is deployed. */
export const ofDeployment = (payload: Value): Promotion =>
  promotion({
    stage: text(below(payload, "deployment", "environment")) ?? null,
    otherwise: "last",
    digests: digestsIn(parsedOr(below(payload, "deployment", "payload"))),
  });

/** What a person or another program asks for by name. @param asked the inputs of a dispatch, or its payload */
export const ofDispatch = (asked: Value | undefined): Promotion =>
  promotion({
    stage: text(member(asked, "stage")) || null,
    models: wordsIn(member(asked, "model")),
    digests: digestsIn(asked),
  });

const wordsIn = (value: Value | undefined): readonly string[] =>
  (list(value) ?? (text(value) ?? "").split(/[\n,]/)).flatMap((entry) => text(entry)?.trim() || []);

/** GitHub passes a deployment's payload on as it was given: an object, or text that should be JSON. */
function parsedOr(payload: Value | undefined): Value | undefined {
  const written = text(payload);
  if (written === undefined) return payload;
  try {
    const parsed: Value = JSON.parse(written);
    return parsed;
  } catch {
    return undefined;
  }
}

/** `digest` for the one model, `digests` by name. */
function digestsIn(payload: Value | undefined): readonly DeployedDigest[] {
  const single = text(member(payload, "digest"));
  const named = members(record(member(payload, "digests"))).flatMap(([model, digest]) => {
    const written = text(digest);
    return written === undefined ? [] : [{ model, digest: written }];
  });
  return [...(single === undefined || single === "" ? [] : [{ model: null, digest: single }]), ...named];
}

/** Reads the input `digest`: one a line, `model=algorithm:value`, or the digest alone. */
export function readDigests(lines: readonly string[]): readonly DeployedDigest[] {
  return lines.map((line) => {
    const at = line.indexOf("=");
    return at < 0
      ? { model: null, digest: line }
      : { model: line.slice(0, at).trim(), digest: line.slice(at + 1).trim() };
  });
}

export interface StageEntered {
  /** Null keeps the stage that each model has. */
  readonly stage: string | null;
  readonly note: string | null;
}

/**
 * The stage that is entered. A name that is no stage of the configuration, as that of an environment may be, stands for
 * the last one: its policies ask the most.
 */
export function stageEntered({ stage, otherwise }: Promotion, { stages }: Configuration): StageEntered {
  const serving = stages.order.filter((name) => name !== "archived");
  const last = serving.at(-1) ?? stages.default;
  const known = stages.order.find((name) => name.toLowerCase() === stage?.toLowerCase());
  if (known !== undefined) return { stage: known, note: null };
  if (stage !== null) {
    const note = `${stage} is no stage of the configuration: judged as for ${last}. The stages are ${stages.order.join(", ")}.`;
    return { stage: last, note };
  }
  switch (otherwise) {
    case "last":
      return { stage: last, note: null };
    case "before-last":
      return { stage: serving.at(-2) ?? last, note: null };
    case "as-configured":
      return { stage: null, note: null };
  }
}
