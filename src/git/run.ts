import type { Environment, Git } from "../model/world.js";

export interface GitPlace {
  /** Folder in which git runs; it looks upward from there for its repository. */
  readonly folder: string;
  readonly environment: Environment;
  /**
   * True where the folder may belong to another user, as in a container of a workflow. Git otherwise refuses it,
   * because a stranger's configuration may name programs to run; those that git would run here are switched off.
   */
  readonly trusted: boolean;
}

/** Configuration that no repository may override: no program is run, no name is quoted, nothing is asked. */
const safeConfiguration: readonly string[] = [
  "core.quotePath=false",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "diff.external=",
  "log.showSignature=false",
  "diff.ignoreSubmodules=all",
  "color.ui=false",
];

const longestOutput = 1 << 30;
const longestRun = 120_000;

/** Runs git with fixed arguments, without a shell, without locks that others would wait for, never changing anything. */
export function gitIn({ folder, environment, trusted }: GitPlace): Git {
  const settings = [...safeConfiguration, ...(trusted ? [`safe.directory=*`] : [])];
  const before = [
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    ...settings.flatMap((setting) => ["-c", setting]),
  ];
  return {
    run(args, input) {
      // Looked up when git is first asked: most runs of the command line never ask, and loading it is felt at the start.
      const { spawnSync } = process.getBuiltinModule("node:child_process");
      const { status, stdout, error } = spawnSync("git", [...before, ...args], {
        cwd: folder,
        env: gitEnvironment(environment),
        stdio: [input === undefined ? "ignore" : "pipe", "pipe", "ignore"],
        ...(input === undefined ? {} : { input }),
        maxBuffer: longestOutput,
        timeout: longestRun,
        windowsHide: true,
      });
      return error !== undefined || status !== 0 ? null : stdout;
    },
    start(args) {
      const { spawn } = process.getBuiltinModule("node:child_process");
      const child = spawn("git", [...before, ...args], {
        cwd: folder,
        env: gitEnvironment(environment),
        stdio: ["ignore", "pipe", "ignore"],
        timeout: longestRun,
        windowsHide: true,
      });
      const parts: Uint8Array[] = [];
      let length = 0;
      child.stdout.on("data", (part: Uint8Array) => {
        parts.push(part);
        if ((length += part.length) > longestOutput) child.kill();
      });
      return new Promise((resolve) => {
        child.on("error", () => resolve(null));
        child.on("close", (status) => resolve(status === 0 ? Buffer.concat(parts) : null));
      });
    },
  };
}

/** The environment without what would turn git to another repository or make it speak another language. */
function gitEnvironment(environment: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^(GIT_|LC_|LANG$|LANGUAGE$)/i.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_ATTR_NOSYSTEM: "1" };
}
