import { afterEach, describe, expect, test } from "vitest";
import { actOn, type Acted, type Play } from "./acted.js";
import { fact, sound, stageOf, type Stage } from "./stage.js";

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const scheduled: Play = { event: "schedule", payload: () => ({ schedule: "0 3 * * *" }) };
const base = { ...sound, "models/reco/run.facts.jsonl": fact("recall", 0.9) };
const now = (fraud: number, reco = 0.9): Readonly<Record<string, string>> => ({
  "models/fraud/run.facts.jsonl": fact("recall", fraud),
  "models/reco/run.facts.jsonl": fact("recall", reco),
});

/** Runs the schedule on each state of the evidence, one after another. */
async function days(states: readonly Readonly<Record<string, string>>[], play: Play = {}): Promise<readonly Acted[]> {
  stage = await stageOf({ base, ...(play.who === undefined ? {} : { who: play.who }) });
  const runs: Acted[] = [];
  for (const state of states) {
    stage.repository.commit(state);
    runs.push(await actOn(stage, { ...scheduled, ...play }));
  }
  return runs;
}

const issues = (): readonly (readonly [string, string, number])[] =>
  (stage?.fake.state.issues ?? []).map(({ title, state, number }) => [
    title,
    state,
    stage?.fake.state.comments.filter(({ issue }) => issue === number).length ?? 0,
  ]);

const writes = (): readonly string[] =>
  (stage?.fake.requests ?? [])
    .filter(({ method, path }) => method !== "GET" && path !== "/graphql")
    .map(({ method, path }) => `${method} ${path.replace("/repos/acme/models", "")}`);

describe("on a schedule", () => {
  test("a model that stops has one issue, opened, kept up to date, closed when it clears, opened when it returns", async () => {
    await days([now(0.5)]);
    expect(issues()).toEqual([["fraud is over its bounds (production)", "open", 0]]);
    expect(stage?.fake.state.issues[0]?.labels).toEqual([{ name: "model-referee" }]);
    expect(stage?.fake.state.issues[0]?.body).toContain("recall-floor");
    await stage?.close();

    await days([now(0.5), now(0.4)]);
    expect(issues()).toEqual([["fraud is over its bounds (production)", "open", 0]]);
    expect(stage?.fake.state.issues[0]?.body).toContain("0.4");
    await stage?.close();

    await days([now(0.5), now(0.9)]);
    expect(issues()).toEqual([["fraud is over its bounds (production)", "closed", 1]]);
    await stage?.close();

    await days([now(0.5), now(0.9), now(0.3)]);
    expect(issues()).toEqual([["fraud is over its bounds (production)", "open", 2]]);
  });

  test("a state that stays the same writes nothing", async () => {
    await days([now(0.5), {}, {}]);
    expect(writes().filter((write) => write.includes("/issues"))).toEqual(["POST /issues"]);
  });

  test("each model has its own, and a model that is well has none", async () => {
    await days([now(0.5, 0.4), now(0.5, 0.9)]);
    expect(issues()).toEqual([
      ["fraud is over its bounds (production)", "open", 0],
      ["reco is over its bounds (production)", "closed", 1],
    ]);
  });

  test("what a person closed as not planned stays closed, until something else is wrong", async () => {
    await days([now(0.5)]);
    const issue = stage?.fake.state.issues[0];
    Object.assign(issue ?? {}, { state: "closed", state_reason: "not_planned" });
    if (stage !== undefined) await actOn(stage, scheduled);
    expect(issues()[0]?.[1]).toBe("closed");
    stage?.repository.commit({ "models/fraud/run.facts.jsonl": fact("precision", 0.5) });
    if (stage !== undefined) await actOn(stage, scheduled);
    expect(issues()).toEqual([
      ["fraud is over its bounds (production)".replace("is over its bounds", "cannot be judged"), "open", 1],
    ]);
  });

  test("an issue that somebody else wrote with the same first line is left alone", async () => {
    await days([now(0.5)]);
    const own = stage?.fake.state.issues[0];
    Object.assign(own ?? {}, { user: { ...own?.user, login: "mallory" } });
    if (stage !== undefined) await actOn(stage, scheduled);
    expect(stage?.fake.state.issues).toHaveLength(2);
  });

  test("without the right to write issues it is said, and the decision stands", async () => {
    const [run] = await days([now(0.5)], { who: "fork" });
    expect([run?.status, issues()]).toEqual([1, []]);
    expect(run?.log).toMatch(/^::warning .*issues: write/m);
  });

  test("a lost reply leaves one issue", async () => {
    stage = await stageOf({ base });
    stage.fake.inject({ method: "POST", path: /\/issues$/, times: 1, fault: { kind: "lost-reply" } });
    stage.repository.commit(now(0.5));
    await actOn(stage, scheduled);
    expect(stage.fake.state.issues).toHaveLength(1);
  });

  test("hundreds of models that stop are written over several runs, and it is said", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`models/m${index}/run.facts.jsonl`, fact("recall", 0.1)]),
    );
    const [first] = await days([many]);
    expect(stage?.fake.state.issues).toHaveLength(60);
    expect(first?.log).toContain("30 models more have issues to write");
    if (stage !== undefined) await actOn(stage, scheduled);
    expect(stage?.fake.state.issues).toHaveLength(90);
  });

  test("is the only event that opens issues, unless it is asked for", async () => {
    await days([now(0.5)], { event: "push", payload: () => ({}) });
    expect(issues()).toEqual([]);
    if (stage !== undefined) await actOn(stage, { event: "push", payload: () => ({}), inputs: { issues: "true" } });
    expect(issues()).toHaveLength(1);
    if (stage !== undefined) await actOn(stage, { ...scheduled, inputs: { issues: "false" } });
    expect(issues()).toHaveLength(1);
  });

  test("hostile names neither end the hidden lines nor act in title and text", async () => {
    const name = "x --> @octocat <img src=x> #1";
    await days([{ [`models/${name}/run.facts.jsonl`]: fact("recall", 0.1) }, {}]);
    expect(stage?.fake.state.issues).toHaveLength(1);
    const [issue] = stage?.fake.state.issues ?? [];
    expect(issue?.body?.split("\n")[0]).toMatch(/^<!-- model-referee:default:issue:[\w%.~!*'()]+:v1 -->$/);
    expect(issue?.body?.replace(/`[^`\n]*`/g, "")).not.toMatch(/@octocat|(?<!\\)<img/);
  });
});
