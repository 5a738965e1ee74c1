import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRepository, type Content, type Repository } from "../git/repository.js";
import { startFake, type Fake } from "../github/fake.js";
import type { PullSeed, Seed, Token } from "../github/state.js";

/** A repository with a model and a policy that it meets, on the branch `main`. */
export const sound: Readonly<Record<string, Content>> = {
  "referee.yaml": "policies: [policies/gate.yaml]\nwaivers: [policies/waivers.yaml]\n",
  "policies/gate.yaml": "policy: gate\nrules:\n  recall-floor: { metric: recall, at-least: 80% }\n",
  "policies/waivers.yaml": "[]\n",
  "models/fraud/run.facts.jsonl": fact("recall", 0.9),
};

/** One measurement as a line of a facts file. */
export function fact(metric: string, value: number, more: object = {}): string {
  return `${JSON.stringify({ kind: "measurement", metric, value, ...more })}\n`;
}

const workflow: Token = {
  login: "github-actions[bot]",
  app: "github-actions",
  rights: { contents: "read", issues: "write", pull_requests: "write", checks: "write" },
};
const fork: Token = {
  login: "github-actions[bot]",
  app: "github-actions",
  rights: { contents: "read", issues: "read", pull_requests: "read", checks: "read" },
};
const person: Token = { ...workflow, login: "lee", app: null, rights: { ...workflow.rights, members: "read" } };

/** A secret that must be seen nowhere. */
const secret = "ghs_0123456789abcdefghijSECRET";
const forkSecret = "ghs_fork456789abcdefghijSECRET";
const personSecret = "ghp_person6789abcdefghijSECRET";

export interface Stage {
  readonly repository: Repository;
  readonly fake: Fake;
  /** Folder for the runner's files. */
  readonly temporary: string;
  readonly base: string;
  readonly head: string;
  readonly secret: string;
  close(): Promise<void>;
}

export interface Scene {
  readonly base?: Readonly<Record<string, Content>>;
  /** What the change makes of the base's files. */
  readonly change?: Readonly<Record<string, Content>>;
  readonly who?: "workflow" | "fork" | "person";
  readonly pull?: Partial<PullSeed>;
  readonly seed?: Partial<Seed>;
}

/** A repository with a change in it, checked out at its head, and a GitHub that knows of both. */
export async function stageOf({ base = sound, change = {}, who = "workflow", pull, seed }: Scene): Promise<Stage> {
  const repository = createRepository();
  const baseSha = repository.commit(base, "The base");
  repository.git("checkout", "-q", "-b", "change");
  const headSha = repository.commit(change, "The change");
  const fake = await startFake({
    owner: "acme",
    repo: "models",
    tokens: { [secret]: workflow, [forkSecret]: fork, [personSecret]: person },
    commits: [{ sha: headSha, parents: [baseSha] }],
    pulls: [
      {
        number: 7,
        author: "kim",
        head: { sha: headSha, ref: "change", ...(who === "fork" ? { fork: "kim/models" } : {}) },
        base: { sha: baseSha, ref: "main" },
        ...pull,
      },
    ],
    ...seed,
  });
  const temporary = mkdtempSync(join(tmpdir(), "referee-runner-"));
  return {
    repository,
    fake,
    temporary,
    base: baseSha,
    head: headSha,
    secret: { workflow: secret, fork: forkSecret, person: personSecret }[who],
    close: async () => {
      await fake.close();
      repository.remove();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** The file of a pull request's event, as GitHub writes it where it matters here. */
export const pullEvent = ({ base, head }: Stage, from = "acme/models"): object => ({
  action: "synchronize",
  number: 7,
  pull_request: {
    number: 7,
    user: { login: "kim" },
    head: { sha: head, ref: "change", repo: { full_name: from, fork: from !== "acme/models" } },
    base: { sha: base, ref: "main", repo: { full_name: "acme/models", fork: false } },
  },
});

export interface Environment {
  readonly [name: string]: string;
}

/** The variables that a runner gives, and the files that they name. @param event text is written as it is */
export function runnerOf(
  stage: Stage,
  name: string | null,
  event: object | string | null,
  inputs: Readonly<Record<string, string>> = {},
): Environment {
  const path = join(stage.temporary, "event.json");
  rmSync(path, { force: true });
  if (event !== null) writeFileSync(path, typeof event === "string" ? event : JSON.stringify(event));
  for (const file of ["output", "summary"]) writeFileSync(join(stage.temporary, file), "");
  const given = Object.entries({ "github-token": stage.secret, ...inputs });
  return {
    ...(name === null ? {} : { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path }),
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: stage.fake.url,
    GITHUB_SERVER_URL: "https://github.test",
    GITHUB_REPOSITORY: "acme/models",
    GITHUB_SHA: stage.head,
    GITHUB_RUN_ID: "900",
    GITHUB_RUN_NUMBER: "12",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_WORKSPACE: stage.repository.folder,
    GITHUB_OUTPUT: join(stage.temporary, "output"),
    GITHUB_STEP_SUMMARY: join(stage.temporary, "summary"),
    RUNNER_TEMP: stage.temporary,
    ...Object.fromEntries(given.map(([input, text]) => [`INPUT_${input.toUpperCase()}`, text])),
  };
}

export const summaryOf = ({ temporary }: Stage): string => read(join(temporary, "summary"));

const read = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** Outputs as the runner reads them from the file. */
export function outputsOf({ temporary }: Stage): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const form = /^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gm;
  for (const [, name = "", , value = ""] of read(join(temporary, "output")).matchAll(form)) outputs[name] = value;
  return outputs;
}
