import type { Value } from "../model/adapter.js";
import { lockName, type Lock, type LockedFile } from "../model/lock.js";
import { problemAt, type Problem } from "../model/problem.js";
import type { FileSystem } from "../model/world.js";
import { parseJson } from "./json.js";
import { defaultLimits } from "./limits.js";
import { list, member, members, text } from "./shape.js";

export type ReadLock =
  | { readonly kind: "lock"; readonly lock: Lock }
  | { readonly kind: "none" }
  | { readonly kind: "problem"; readonly problem: Problem };

const MOST_BYTES = 16 * 1024 * 1024;
const FORM = 1;

/** The lock at the root of a tree. */
export function readLock(tree: FileSystem): ReadLock {
  const contents = tree.read(lockName, MOST_BYTES);
  if (contents.kind === "missing") return { kind: "none" };
  if (contents.kind !== "bytes") return broken(contents.kind === "refused" ? contents.why : "it is too large");
  const { value, broken: unreadable, faults } = parseJson(new TextDecoder().decode(contents.bytes), defaultLimits);
  if (unreadable || value === undefined) return broken(faults[0]?.message ?? "it is no JSON", faults[0]?.line ?? null);
  if (member(value, "version") !== FORM) return broken(`its version is not ${FORM}`);
  const files: LockedFile[] = [];
  for (const entry of list(member(value, "files")) ?? []) {
    const file = lockedFile(entry);
    if (file === null) return broken("an entry lacks its path, digest, kind, from or collected");
    files.push(file);
  }
  return { kind: "lock", lock: { files } };
}

const broken = (why: string, line: number | null = null): ReadLock => ({
  kind: "problem",
  problem: problemAt("configuration", `${lockName} cannot be read: ${why}`, "collect the evidence again", {
    path: lockName,
    line: line ?? 1,
  }),
});

function lockedFile(entry: Value): LockedFile | null {
  const [path, digest, kind, from, collected] = ["path", "digest", "kind", "from", "collected"].map((key) =>
    text(member(entry, key)),
  );
  if (path === undefined || digest === undefined || kind === undefined) return null;
  if (from === undefined || collected === undefined) return null;
  return {
    path,
    digest,
    kind,
    from,
    collected,
    asked: Object.fromEntries(
      members(member(entry, "asked")).flatMap(([key, value]) => {
        const many = list(value)?.flatMap((one) => text(one) ?? []);
        const asked = many ?? text(value);
        return asked === undefined ? [] : [[key, asked] as const];
      }),
    ),
    runs: (list(member(entry, "runs")) ?? []).flatMap((run) => text(run) ?? []),
  };
}

/** The text of a lock, files in path order: the same lock, the same bytes. */
export function lockText({ files }: Lock): string {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ version: FORM, files: ordered.map(inOrder) }, null, 2)}\n`;
}

const inOrder = ({ path, digest, kind, from, collected, asked, runs }: LockedFile): LockedFile => ({
  path,
  digest,
  kind,
  from,
  collected,
  asked: Object.fromEntries(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))),
  runs: [...runs].sort(),
});

/** A lock with these files in place of those of the same paths. */
export function withFiles(lock: Lock, files: readonly LockedFile[]): Lock {
  const renewed = new Set(files.map(({ path }) => path));
  return { files: [...lock.files.filter(({ path }) => !renewed.has(path)), ...files] };
}
