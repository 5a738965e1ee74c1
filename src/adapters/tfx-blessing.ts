import type { Adapter } from "../model/adapter.js";

/** The name itself, or at the end of one that was flattened from a path. */
const verdictName = /^(?:.*(?:__|[-.]))?(INFRA_)?(NOT_)?BLESSED$/;

interface Verdict {
  readonly name: string;
  readonly passed: boolean;
}

/** The verdict of a file's name; undefined where it is none, or where another word before it may deny it. */
function verdictOf(fileName: string): Verdict | undefined {
  const match = verdictName.exec(fileName);
  if (match === null) return undefined;
  const [, infrastructure, denied] = match;
  if (denied === undefined && /(not|un|dis)[-_.]*(infra_)?blessed$/i.test(fileName)) return undefined;
  return { name: infrastructure === undefined ? "blessing" : "infrastructure blessing", passed: denied === undefined };
}

/** The empty files by which TFX's Evaluator and InfraValidator say whether a model may be pushed. */
export const tfxBlessing: Adapter = {
  id: "tfx-blessing",
  title: "TFX blessing",
  definedAt: "https://www.tensorflow.org/tfx/guide/evaluator",
  versions: "TFX 1.x; infrastructure blessings from the source, not seen",
  reads: "The verdict, which is the file's name: `BLESSED`, `NOT_BLESSED`, `INFRA_BLESSED` or `INFRA_NOT_BLESSED`.",
  leaves: "Nothing: the files are empty.",
  syntax: ["text"],
  gives: ["check"],
  speaksByName: true,
  recognises: ({ name, size }) => size === 0 && verdictOf(name) !== undefined,

  read({ name }) {
    const verdict = verdictOf(name);
    return verdict === undefined ? [] : [{ kind: "check", ...verdict, suite: true, where: { line: 1 } }];
  },
};
