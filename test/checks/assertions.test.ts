import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { facts } from "../judge/judged.js";

const card = { "m/README.md": cardOf("license: mit") };
const from = "from: [facts-jsonl]";
const asserted = (...passed: readonly (boolean | null)[]) => ({
  "m/a.facts.jsonl": facts(...passed.map((one, index) => ({ kind: "check", name: `answer ${index}`, passed: one }))),
});
const many = (held: number, failed: number) =>
  asserted(...Array<boolean>(held).fill(true), ...Array<boolean>(failed).fill(false));
const promptfoo = (scenario: string) => ({
  ...card,
  ...corpusFiles({ "m/output.json": `generated/promptfoo/${scenario}/output.json` }),
});

describeCheck("assertions", {
  met: {
    "all hold": { files: asserted(true, true), rule: `{ assertions: all, ${from} }`, says: "2 of 2 assertions hold" },
    "as many as are asked": { files: many(95, 5), rule: `{ assertions: all, at-least: 95%, ${from} }` },
    "the share is shown": {
      files: many(995, 5),
      rule: `{ assertions: all, at-least: 95%, ${from} }`,
      policy: "confidence: 95%",
    },
    ...(corpusIsThere ? { "what promptfoo wrote": { files: promptfoo("all-pass"), rule: "{ assertions: all }" } } : {}),
  },
  "not-met": {
    "one fails": {
      files: asserted(true, false),
      rule: `{ assertions: all, ${from} }`,
      says: "1 of 2 assertions hold, at least 100 %; answer 1 fails",
      at: "m/a.facts.jsonl:2",
    },
    "one that was named fails": { files: asserted(true, false), rule: `{ assertions: ["*0", "*1"], ${from} }` },
    "too few hold, and it is shown": {
      files: many(800, 200),
      rule: `{ assertions: all, at-least: 95%, ${from} }`,
      policy: "confidence: 95%",
    },
    ...(corpusIsThere
      ? { "what promptfoo wrote": { files: promptfoo("mixed-fail"), rule: "{ assertions: all }" } }
      : {}),
  },
  inconclusive: {
    "too few were written": {
      files: asserted(true, true),
      rule: `{ assertions: all, min-assertions: 50, ${from} }`,
      says: "at least 50 are asked",
    },
    "twenty show little of 95 %": {
      files: many(20, 0),
      rule: `{ assertions: all, at-least: 95%, ${from} }`,
      policy: "confidence: 95%",
      says: /; Wilson \[.*\], n 20; about \d+ more examples would settle it/,
    },
  },
  missing: {
    "no assertion was run": { files: card, rule: "{ assertions: all }" },
    "checks of the data are no assertions": { files: asserted(true), rule: "{ assertions: all }" },
    "none of the name": { files: asserted(true), rule: `{ assertions: "*leak*", ${from} }`, says: "*leak*" },
  },
  unreadable: {
    "one gave an error": {
      files: asserted(true, null),
      rule: `{ assertions: all, ${from} }`,
      says: "1 did not run",
    },
    "the results are cut off": {
      files: { ...card, "m/a.facts.jsonl": `${asserted(true)["m/a.facts.jsonl"]}{"kind": "che` },
      rule: `{ assertions: all, ${from} }`,
    },
  },
});
