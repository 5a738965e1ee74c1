import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isRecord, list, member, members, text } from "../../read/shape.js";
import { roleOfPath } from "./data-role.js";
import { isCodePath, isDescribed, isModelPath } from "./path-kind.js";
import { withoutTrailingSlashes } from "../../model/trailing-slashes.js";

/** Files of DVC: outputs and dependencies with their digests. */

const contentKeys = ["md5", "sha256", "sha1", "blake3"];

/** True for an entry of `outs` or `deps` as `dvc.lock` and `.dvc` files hold them. */
export const isTracked = (entry: Value | undefined): boolean =>
  text(member(entry, "path")) !== undefined &&
  [...contentKeys, "etag", "checksum", "hash", "cloud", "files", "size", "repo", "remote"].some((key) =>
    hasKeys(entry, key),
  );

interface Digest {
  readonly digest: string | null;
  readonly key: string;
}

/** The content's digest. An etag, a checksum of a cloud or a version id is none. */
function digestOf(entry: Value): Digest {
  for (const key of contentKeys) {
    const value = text(member(entry, key));
    if (value !== undefined) return { digest: `${key}:${value}`, key };
  }
  return { digest: null, key: "path" };
}

/** A file that DVC follows, as a data set or a model; null for source code, settings and results. */
export function trackedStatement(entry: Value, base: string, isOutput: boolean): Statement | null {
  const path = text(member(entry, "path"));
  if (path === undefined || path === "") return null;
  const { digest, key } = digestOf(entry);
  const where = { pointer: pointer(base, key) };
  if (isModelPath(path)) {
    if (!isOutput || digest === null) return null;
    return { kind: "model", artifact_digest: digest, where };
  }
  if (isCodePath(path) || isDescribed(path)) return null;
  const name = withoutTrailingSlashes(path).split("/").at(-1) ?? path;
  return { kind: "dataset", name, role: roleOfPath(path), digest, location: path, where };
}

/** Paths that a list of `dvc.yaml` names: texts, or records of one path and its options. */
function declaredPaths(entries: Value | undefined): readonly string[] {
  return (list(entries) ?? []).flatMap((entry) => {
    const written = text(entry);
    return written === undefined ? members(entry).map(([path]) => path) : [written];
  });
}

interface Declared {
  readonly path: string;
  /** Folder of the stage that declares it, relative to the `dvc.yaml`. */
  readonly folder: string;
}

/** What a `dvc.yaml` declares under a key such as `metrics`, in its stages and on its own. */
export function declaredUnder(value: Value | undefined, key: string): readonly Declared[] {
  const ofStages = members(member(value, "stages")).flatMap(([, stage]) => {
    const body = member(stage, "do") ?? stage;
    const folder = text(member(body, "wdir")) ?? "";
    return declaredPaths(member(body, key)).map((path) => ({ path, folder }));
  });
  return [...ofStages, ...declaredPaths(member(value, key)).map((path) => ({ path, folder: "" }))];
}

const plainPath = ({ path, folder }: Declared): string =>
  (folder === "" ? path : `${folder}/${path}`)
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/");

/** True where the segment is what a template such as `scores_${item}.json` may become. */
function fitsTemplate(template: string, segment: string): boolean {
  const parts = template.split(/\$\{[^{}]*\}/);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return template === segment;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return false;
  const end = segment.length - last.length;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = segment.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= end;
}

/** True where the path is the declared one, or lies in the declared folder. */
function isDeclared(declared: string, path: string): boolean {
  const [templates, segments] = [declared.split("/"), path.split("/")];
  return (
    templates.length <= segments.length &&
    templates.every((template, index) => fitsTemplate(template, segments[index] ?? ""))
  );
}

const levelsUp = 4;

/** True where a `dvc.yaml` beside or above the file declares it under the key. */
export function isDeclaredInDvc(file: EvidenceFile, key: string): boolean {
  for (let up = 0; up < Math.min(levelsUp, file.segments.length); up++) {
    const pipeline = file.neighbour(`${"../".repeat(up)}dvc.yaml`);
    if (pipeline === null || !isRecord(pipeline.value)) continue;
    const path = file.segments.slice(file.segments.length - 1 - up).join("/");
    if (declaredUnder(pipeline.value, key).some((declared) => isDeclared(plainPath(declared), path))) return true;
  }
  return false;
}
