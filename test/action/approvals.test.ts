import { describe, expect, test } from "vitest";
import { acted, type Acted, type Play } from "./acted.js";
import { pullEvent, sound, type Stage } from "./stage.js";

type States = readonly (readonly [string, "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED", "head" | "older" | "base"])[];

const change = { "models/fraud/notes.md": "x\n" };
const seed = {
  teams: { "acme/model-risk": { lee: "active" } },
  collaborators: { lee: "write", sam: "admin", kim: "admin", ann: "read" },
} as const;

interface Case {
  readonly rule: string;
  readonly reviews: States;
  readonly base?: Play["base"];
  readonly who?: Play["who"];
  readonly event?: (stage: Stage) => object;
  readonly eventName?: string;
  /** Between the approved commit and the head, one that merges the base, or one that changes more. */
  readonly after?: "update" | "more";
  readonly pushes?: readonly string[];
}

/** A pull request of two commits, its reviews on the first or the second. */
function under({ rule, reviews, base, who, event, eventName, after = "more", pushes }: Case): Promise<Acted> {
  return acted({
    base: { ...sound, ...base, "policies/gate.yaml": `policy: gate\nrules:\n  signed-off: { approval: 1${rule} }\n` },
    change,
    event: eventName ?? "pull_request",
    ...(who === undefined ? {} : { who }),
    seed: { ...seed },
    prepare: (stage) => {
      const { repository, fake } = stage;
      const older = stage.head;
      if (after === "update") {
        repository.git("checkout", "-q", "main");
        repository.commit({ "docs/elsewhere.md": "y\n" });
        repository.git("checkout", "-q", "change");
        repository.git("merge", "-q", "--no-ff", "-m", "update", "main");
      } else repository.commit({ "models/fraud/notes.md": "x\ny\n" });
      const head = repository.git("rev-parse", "HEAD");
      const at = { head, older, base: stage.base };
      Object.assign(stage, { head, base: repository.git("rev-parse", "main") });
      Object.assign(fake.state, {
        seed: {
          ...fake.state.seed,
          commits: [{ sha: head }, { sha: older }],
          pushes: (pushes ?? []).map((login) => ({ login, ref: "change", after: head })),
          pulls: fake.state.seed.pulls?.map((pull) => ({
            ...pull,
            head: { ...pull.head, sha: head },
            reviews: reviews.map(([login, state, commit]) => ({ login, state, commit: at[commit] })),
          })),
        },
      });
    },
    payload: (stage) => event?.(stage) ?? pullEvent(stage),
  });
}

const pushedBy =
  (login: string) =>
  (stage: Stage): object => ({ ...pullEvent(stage), action: "synchronize", sender: { login } });
const reviewed = (stage: Stage): object => ({ ...pullEvent(stage), action: "submitted", sender: { login: "lee" } });

describe("an approval counts", () => {
  test.each<[string, Case, number]>([
    ["of an earlier commit, unless the rule asks for more", { rule: "", reviews: [["lee", "APPROVED", "older"]] }, 0],
    [
      "of an earlier commit, not where the head is asked for",
      { rule: ", on: head", reviews: [["lee", "APPROVED", "older"]] },
      2,
    ],
    ["of the head", { rule: ", on: head", reviews: [["lee", "APPROVED", "head"]] }, 0],
    [
      "of an earlier commit that changes the same",
      { rule: ", on: diff", reviews: [["lee", "APPROVED", "older"]], after: "update" },
      0,
    ],
    ["of an earlier commit that changed less, not", { rule: ", on: diff", reviews: [["lee", "APPROVED", "older"]] }, 2],
    [
      "of a commit that GitHub does not know any more, not",
      { rule: ", on: diff", reviews: [["lee", "APPROVED", "base"]] },
      2,
    ],
    [
      "of an update, not where the head is asked for",
      { rule: ", on: head", reviews: [["lee", "APPROVED", "older"]], after: "update" },
      2,
    ],
    [
      "of somebody else than who pushed last",
      { rule: ", not-by: last-pusher", reviews: [["lee", "APPROVED", "head"]], event: pushedBy("sam") },
      0,
    ],
    [
      "of who pushed last, not",
      { rule: ", not-by: last-pusher", reviews: [["lee", "APPROVED", "head"]], event: pushedBy("lee") },
      2,
    ],
    [
      "after a review, where GitHub tells who pushed",
      {
        rule: ", not-by: last-pusher",
        reviews: [["lee", "APPROVED", "head"]],
        event: reviewed,
        eventName: "pull_request_review",
        pushes: ["sam"],
      },
      0,
    ],
    [
      "after a review, not where GitHub tells that it was the reviewer",
      {
        rule: ", not-by: last-pusher",
        reviews: [["lee", "APPROVED", "head"]],
        event: reviewed,
        eventName: "pull_request_review",
        pushes: ["lee"],
      },
      2,
    ],
    [
      "not where nobody tells who pushed",
      {
        rule: ", not-by: last-pusher",
        reviews: [["lee", "APPROVED", "head"]],
        event: reviewed,
        eventName: "pull_request_review",
      },
      2,
    ],
    ["of one who may write", { rule: "", reviews: [["ann", "APPROVED", "head"]] }, 2],
  ])("%s", async (_, play, expected) => {
    const { status, summary } = await under(play);
    expect([status, summary.includes("Undecided")]).toEqual([expected, expected === 2]);
  });

  test("and what is of an earlier state is said", async () => {
    const { comments } = await under({ rule: ", on: head", reviews: [["lee", "APPROVED", "older"]] });
    expect(comments[0]).toContain("1 is of an earlier state of the change");
  });
});

describe("owners", () => {
  const from = ", from: [CODEOWNERS]";
  const owned = (text: string): Play["base"] => ({ ".github/CODEOWNERS": text });
  test.each<[string, Case, number]>([
    [
      "are those of the base",
      { rule: from, base: owned("/models/ @lee\n"), reviews: [["lee", "APPROVED", "head"]] },
      0,
    ],
    ["are not just anybody", { rule: from, base: owned("/models/ @sam\n"), reviews: [["lee", "APPROVED", "head"]] }, 2],
    [
      "may be a team",
      { rule: from, base: owned("/models/ @acme/model-risk\n"), reviews: [["lee", "APPROVED", "head"]], who: "person" },
      0,
    ],
    [
      "of a team that the token cannot see are not verified",
      { rule: from, base: owned("/models/ @acme/model-risk\n"), reviews: [["lee", "APPROVED", "head"]] },
      2,
    ],
    [
      "are missing where nobody is named",
      { rule: from, base: owned("/docs/ @lee\n"), reviews: [["lee", "APPROVED", "head"]] },
      2,
    ],
    ["are missing where there is no file", { rule: from, reviews: [["lee", "APPROVED", "head"]] }, 2],
    [
      "of each file must agree",
      { rule: from, base: owned("/models/ @lee\n*.facts.jsonl @sam\n"), reviews: [["lee", "APPROVED", "head"]] },
      2,
    ],
    [
      "of each file have agreed",
      {
        rule: from,
        base: owned("/models/ @lee\n*.facts.jsonl @sam\n"),
        reviews: [
          ["lee", "APPROVED", "head"],
          ["sam", "APPROVED", "head"],
        ],
      },
      0,
    ],
  ])("%s", async (_, play, expected) => {
    expect((await under(play)).status).toBe(expected);
  });

  test("that the change itself names do not count", async () => {
    const { status } = await acted({
      base: {
        ...sound,
        "policies/gate.yaml": `policy: gate\nrules:\n  signed-off: { approval: 1${from} }\n`,
        CODEOWNERS: "* @sam\n",
      },
      change: { ...change, CODEOWNERS: "* @lee\n" },
      seed,
      pull: { reviews: [{ login: "lee", state: "APPROVED", commit: "c".repeat(40) }] },
    });
    expect(status).toBe(2);
  });
});
