import { afterAll, describe, expect, test } from "vitest";
import { changeHere } from "../../src/change/checkout.js";
import { changeSource, type ChangeRequest, type JudgingSource } from "../../src/change/source.js";
import { startUntracked, type ChangedPath } from "../../src/git/changes.js";
import { gitIn } from "../../src/git/run.js";
import { UsageError } from "../../src/model/problem.js";
import { createRepository, type Repository } from "../git/repository.js";

const made: Repository[] = [];
afterAll(() => {
  for (const repository of made) repository.remove();
});

const fact = '{"kind":"measurement","metric":"recall","value":0.9}\n';

/** A change whose files that git does not know are found when the test says so. */
function begun(
  untracked: (found: Promise<readonly ChangedPath[] | null>) => Promise<readonly ChangedPath[] | null>,
): ChangeRequest {
  const repository = createRepository();
  made.push(repository);
  repository.commit({
    "referee.yaml": "policies: [gate.yaml]\n",
    "gate.yaml": "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80% }\n",
    "models/a/run.facts.jsonl": fact,
  });
  repository.git("checkout", "-q", "-b", "change");
  repository.write({ "models/a/run.facts.jsonl": `${fact}\n`, "models/b/run.facts.jsonl": fact });
  const git = gitIn({ folder: repository.folder, environment: process.env, trusted: false });
  const sought = startUntracked(git);
  if (sought === null) throw new Error("nothing runs beside");
  const change = changeHere(git, repository.folder, "main", untracked(sought));
  if (change === null) throw new Error("there is no change");
  return {
    checkout: change.checkout,
    base: change.base,
    head: null,
    branch: null,
    name: "models",
    asked: [""],
    config: null,
    policies: [],
    author: null,
    mends: { history: "fetch it", newPolicy: () => "merge it", newConfiguration: "merge it" },
    now: Date.parse("2026-11-23T09:00:00Z"),
  };
}

const touchedBy = ({ touched }: JudgingSource): readonly string[] => [...(touched ?? [])].sort();
const all = ["models/a/run.facts.jsonl", "models/b/run.facts.jsonl"];

describe("files that git does not know", () => {
  test("belong to the change from the start where they are found in time: nothing is judged twice", async () => {
    const request = begun((found) => found);
    await request.checkout.untracked;
    const source = await changeSource(request);
    expect(touchedBy(source)).toEqual(all);
    expect(await source.complete()).toBe(source);
  });

  test("belong to it once they are found, and before anything is decided", async () => {
    let find = (): void => undefined;
    const request = begun(async (found) => {
      await new Promise<void>((resolve) => (find = resolve));
      return found;
    });
    const source = await changeSource(request);
    expect(touchedBy(source)).toEqual(all.slice(0, 1));
    find();
    const whole = await source.complete();
    expect(touchedBy(whole)).toEqual(all);
    expect(await whole.complete()).toBe(whole);
  });

  test("stop the run where git cannot tell them", async () => {
    const early = changeSource(begun(() => Promise.resolve(null)));
    await expect(early).rejects.toThrow(UsageError);
    const late = await changeSource(begun(() => new Promise((resolve) => setTimeout(() => resolve(null), 1_000))));
    await expect(late.complete()).rejects.toThrow(UsageError);
  });
});
