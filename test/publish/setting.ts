import { createForge } from "../../src/publish/client.js";
import type { Forge, Repository } from "../../src/publish/forge.js";
import { directTransport } from "../../src/publish/direct.js";
import { startFake, type Fake } from "../github/fake.js";
import type { Right, Scope, Seed, Token } from "../github/state.js";

export const head = "a".repeat(40);
export const base = "b".repeat(40);
export const repository: Repository = { owner: "acme", name: "models" };

const rights: Readonly<Partial<Record<Scope, Right>>> = {
  contents: "read",
  issues: "write",
  pull_requests: "write",
  checks: "write",
};
const readOnly: Token["rights"] = { contents: "read", issues: "read", pull_requests: "read", checks: "read" };

/** As tokens are: one of a workflow, of a fork's workflow, of another app, of a person, of an app that reads members. */
export const tokens = {
  workflow: { login: "github-actions[bot]", app: "github-actions", rights },
  fork: { login: "github-actions[bot]", app: "github-actions", rights: readOnly },
  otherApp: { login: "other[bot]", app: "other", rights: { ...rights, members: "read" } },
  person: { login: "kim", app: null, rights: { ...rights, members: "read" } },
} as const satisfies Readonly<Record<string, Token>>;

export const seed: Seed = {
  owner: repository.owner,
  repo: repository.name,
  tokens,
  pulls: [
    { number: 7, author: "kim", head: { sha: head, ref: "better" }, base: { sha: base, ref: "main" } },
    { number: 8, author: "kim", head: { sha: head, ref: "locked" }, base: { sha: base, ref: "main" }, locked: true },
  ],
};

export interface Setting {
  readonly fake: Fake;
  /** A client with the named token; it notes waits and does not wait. */
  forge(token?: keyof typeof tokens): Promise<Forge>;
  readonly waits: number[];
}

export async function settingOf(given: Partial<Seed> = {}): Promise<Setting> {
  const fake = await startFake({ ...seed, ...given });
  const waits: number[] = [];
  return {
    fake,
    waits,
    forge: async (token = "workflow") =>
      createForge({
        transport: await directTransport({ token, apiUrl: fake.url }),
        now: () => Date.UTC(2026, 10, 23),
        wait: (milliseconds) => {
          waits.push(milliseconds);
          return Promise.resolve();
        },
      }),
  };
}
