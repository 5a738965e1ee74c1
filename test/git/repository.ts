import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What a path becomes in a commit: text, bytes, a link, or nothing any more. */
export type Content = string | Uint8Array | { readonly link: string } | null;

/** A real git repository in a temporary folder. */
export interface Repository {
  readonly folder: string;
  git(...args: readonly string[]): string;
  write(files: Readonly<Record<string, Content>>): void;
  /** Writes the files and commits everything, an hour after the commit before; gives the commit's digest. */
  commit(files: Readonly<Record<string, Content>>, message?: string): string;
  remove(): void;
}

const firstCommit = Date.UTC(2026, 0, 1) / 1000;

/** Names git's identity and settings in the environment, so that nothing of the machine's own configuration is read. */
function environment(commits: number): NodeJS.ProcessEnv {
  const when = `${firstCommit + commits * 3600} +0000`;
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "kim",
    GIT_AUTHOR_EMAIL: "kim@example.test",
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_NAME: "kim",
    GIT_COMMITTER_EMAIL: "kim@example.test",
    GIT_COMMITTER_DATE: when,
  };
}

export function createRepository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), "referee-"));
  let commits = 0;
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, {
      cwd: folder,
      env: environment(commits),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  const write = (files: Readonly<Record<string, Content>>): void => {
    for (const [path, content] of Object.entries(files)) put(join(folder, path), content);
  };
  git("init", "-q", "-b", "main");
  return {
    folder,
    git,
    write,
    commit(files, message = "A change") {
      write(files);
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", message);
      commits += 1;
      return git("rev-parse", "HEAD");
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function put(path: string, content: Content): void {
  rmSync(path, { recursive: true, force: true });
  if (content === null) return;
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === "object" && "link" in content) symlinkSync(content.link, path);
  else writeFileSync(path, content);
}

/** Seconds since 1970 of the n-th commit of a repository, from 0. */
export const secondsOf = (commit: number): number => firstCommit + commit * 3600;
