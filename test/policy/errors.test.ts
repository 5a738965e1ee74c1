import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { loadAnyPolicies } from "../../src/policy/load.js";
import { loadWaivers } from "../../src/policy/waivers.js";
import { memory } from "../../src/world/memory.js";
import { clock, ran, type Files } from "../commands/ran.js";
import { errorKinds } from "./error-kinds.js";
import { meantInConfigurations, meantInWaivers } from "./meant-elsewhere.js";
import { meantInPolicies, type Meant } from "./meant-in-policies.js";
import { inConfigurations, inPolicies, inWaivers } from "./mistakes.js";

const gate = "rules:\n  a: { metric: recall, at-least: 0.9 }\n";
const model = { "m/README.md": "---\nlicense: mit\n---\n# M\n" };

interface Place {
  /** The files around a text. */
  readonly around: (text: string) => Files;
  /** What the loader of the file says by itself. */
  readonly load: (files: Files) => Promise<readonly { readonly message: string }[]>;
}

const policies: Place = {
  around: (text) => ({ "referee.yaml": "policies: [gate.yaml]\n", "gate.yaml": text }),
  load: async (files) => (await loadAnyPolicies(["gate.yaml"], policyFilesOf(memory(files)))).problems,
};
const configurations: Place = {
  around: (text) => ({ "referee.yaml": text }),
  load: (files) => Promise.resolve(loadConfiguration("referee.yaml", policyFilesOf(memory(files))).problems),
};
const waivers: Place = {
  around: (text) => ({
    "referee.yaml": "policies: [gate.yaml]\nwaivers: [w.yaml]\n",
    "gate.yaml": gate,
    "w.yaml": text,
  }),
  load: (files) => Promise.resolve(loadWaivers(["w.yaml"], policyFilesOf(memory(files)), Date.parse(clock)).problems),
};

/** Lists of known names grow; that there is one is enough. */
const shortened = (problem: string): string =>
  problem
    .replace(/use one of: .*/, "use one of: …")
    .replace(/name one: .*/, "name one: …")
    .replace(/(a mapping with policies, ).*/, "$1…");

const tables: readonly (readonly [where: string, place: Place, cases: readonly Meant[]])[] = [
  ["a policy", policies, meantInPolicies],
  ["the configuration", configurations, meantInConfigurations],
  ["waivers", waivers, meantInWaivers],
];

describe.each(tables)(
  "%s that says what cannot be is refused, each error at its place",
  (_where, { around, load }, cases) => {
    test.each(cases.map(([mistake, text, said, others = {}]) => ({ mistake, text, said, others })))(
      "$mistake",
      async ({ text, said, others }) => {
        const files = { ...model, ...around(text), ...others };
        const { status, problems } = await ran(files, check);
        expect([status, problems.map(shortened)]).toEqual([3, said]);
        // What the loader itself says is no more than the command line tells, and no less where the file stands alone.
        const loaded = (await load(files)).map(({ message }) => message);
        const shown = problems.map((problem) => /^\S+ (.*) \| /s.exec(problem)?.[1] ?? problem);
        // A folder in memory is none.
        const known = loaded.filter((message) => !message.startsWith("there is no policy file"));
        expect(known.filter((message) => !shown.includes(message))).toEqual([]);
      },
    );
  },
);

/** What is told of a run and not of a file; their cases stand beside the command line and the check `expression`. */
const ofRuns = [
  "the configuration `…`: …",
  "… facts are too many for macros inside one another",
  "it gives …, not true or false",
];

describe("every kind of error of the language", () => {
  const mistaken: readonly (readonly [place: Place, cases: readonly Meant[]])[] = [
    [policies, [...inPolicies, ...meantInPolicies]],
    [configurations, [...inConfigurations, ...meantInConfigurations]],
    [waivers, [...inWaivers, ...meantInWaivers]],
  ];

  test("has a case, is told with file, line and column, and with what to write instead", async () => {
    const told: string[] = [];
    for (const [{ around }, cases] of mistaken)
      for (const [, text, , others] of cases)
        told.push(...(await ran({ ...model, ...around(text), ...others }, check)).problems);
    const messages = told.map((problem) => /^\S+:\d+:\d+ (.*) \| .+$/s.exec(problem)?.[1] ?? `no place: ${problem}`);
    expect(messages.filter((message) => message.startsWith("no place"))).toEqual([]);
    const kinds = errorKinds().filter(({ template }) => !ofRuns.includes(template));
    expect(kinds.length).toBeGreaterThan(70);
    const without = kinds.filter(({ matches }) => !messages.some((message) => matches.test(message)));
    expect(without.map(({ file, template }) => `${file}: ${template}`)).toEqual([]);
  }, 60_000);
});
