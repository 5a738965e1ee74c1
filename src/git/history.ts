import { posix } from "node:path";
import type { FileChange, History } from "../model/history.js";
import type { Git } from "../model/world.js";
import { gitText, isShallow, repositoryAt } from "./commit.js";

export interface HistoryPlace {
  readonly git: Git;
  /** The commit that is judged; null for the working tree, whose changed files have no date yet. */
  readonly commit: string | null;
  /** Folder of the judged root relative to the top of the repository; null finds it from where git runs. */
  readonly below: string | null;
  /** Files that git does not know, relative to the top, where they were found already: they are not sought again. */
  readonly untracked?: readonly string[];
}

const decoder = new TextDecoder();

/** The history of a judged tree's files. Nothing is asked of git before somebody asks here. */
export function gitHistory({ git, commit, below, untracked }: HistoryPlace): History {
  const byFolder = new Map<string, ReadonlyMap<string, readonly FileChange[]>>();
  const lines = new Map<string, FileChange | null>();
  const standing = once(() => repositoryAt(git)?.prefix ?? null);
  const prefix = (): string | null => {
    const found = standing();
    return below === null || found === null ? found : below === "" ? "" : `${below}/`;
  };
  // Git takes paths from the folder that it runs in.
  const named = (whole: string): string => posix.relative(`/${standing() ?? ""}`, `/${whole}`) || ".";
  const shallow = once(() => isShallow(git));
  const edited = once(() => (commit === null ? changedFiles(git, untracked) : new Set<string>()));

  const changes = (path: string): readonly FileChange[] => {
    const before = prefix();
    if (before === null || edited().has(before + path)) return [];
    const whole = before + path;
    const folder = whole.slice(0, Math.max(0, whole.lastIndexOf("/")));
    let known = byFolder.get(folder);
    if (known === undefined)
      byFolder.set(folder, (known = changesBelow(git, commit ?? "HEAD", named(folder), shallow())));
    return known.get(whole) ?? [];
  };

  return {
    get cutOff() {
      if (prefix() === null) return "there is no git repository here";
      return shallow() ? "the clone is shallow: set `fetch-depth: 0` on actions/checkout" : null;
    },
    changes,
    lastChange: (path) => changes(path)[0] ?? null,
    lineChange(path, line) {
      const before = prefix();
      if (before === null || !Number.isInteger(line) || line < 1) return null;
      const key = `${line} ${path}`;
      const known = lines.get(key);
      if (known !== undefined) return known;
      const found = blamed(git, commit, named(before + path), line, shallow());
      lines.set(key, found);
      return found;
    },
  };
}

function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: ask() }).value;
}

/** Paths that the working tree has otherwise than the last commit, relative to the top. */
function changedFiles(git: Git, untracked: readonly string[] | undefined): ReadonlySet<string> {
  if (untracked !== undefined) {
    const known = git.run([
      "diff",
      "--name-only",
      "-z",
      "--no-renames",
      "--no-ext-diff",
      "--no-relative",
      "HEAD",
      "--",
    ]);
    return new Set([...untracked, ...decoder.decode(known ?? new Uint8Array()).split("\0")]);
  }
  const output = git.run(["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"]);
  const entries = decoder.decode(output ?? new Uint8Array()).split("\0");
  return new Set(entries.map((entry) => entry.slice(3)).filter((path) => path !== ""));
}

/**
 * The changes of every file directly or indirectly below a folder. A commit without parents in a shallow clone is its
 * edge, which seems to add every file, and tells nothing.
 */
function changesBelow(
  git: Git,
  commit: string,
  folder: string,
  shallow: boolean,
): ReadonlyMap<string, readonly FileChange[]> {
  const fixed = [
    "log",
    "--format=%x01%H %ct %ae %P",
    "--name-only",
    "-z",
    "-c",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
  ];
  const output = git.run([...fixed, commit, "--", folder]);
  const found = new Map<string, FileChange[]>();
  let change: FileChange | null = null;
  for (const part of decoder.decode(output ?? new Uint8Array()).split("\0")) {
    // eslint-disable-next-line no-control-regex -- the mark that the format above writes
    const header = /^\n?\x01([0-9a-f]+) (\d+) (\S*) ([0-9a-f ]*)$/.exec(part);
    if (header !== null) {
      const [, sha = "", seconds = "", author = "", parents = ""] = header;
      change = shallow && parents === "" ? null : { commit: sha, at: Number(seconds) * 1000, author };
      continue;
    }
    const path = part.replace(/^\n/, "");
    if (path === "" || change === null) continue;
    const before = found.get(path);
    if (before === undefined) found.set(path, [change]);
    else before.push(change);
  }
  return found;
}

/** The commit of a line, by git's own blame; null for a line that is not committed or lies beyond a shallow clone. */
function blamed(git: Git, commit: string | null, path: string, line: number, shallow: boolean): FileChange | null {
  const range = `${line},${line}`;
  const asked = [
    "blame",
    "--no-textconv",
    "--porcelain",
    "-L",
    range,
    ...(commit === null ? [] : [commit]),
    "--",
    path,
  ];
  const text = gitText(git, asked);
  if (text === null) return null;
  const [, sha = ""] = /^([0-9a-f]{40,64}) /.exec(text) ?? [];
  if (sha === "" || /^0+$/.test(sha)) return null;
  if (shallow && /^boundary$/m.test(text)) return null;
  const seconds = /^committer-time (\d+)$/m.exec(text)?.[1];
  const author = /^author-mail <(.*)>$/m.exec(text)?.[1] ?? "";
  return seconds === undefined ? null : { commit: sha, at: Number(seconds) * 1000, author };
}
