import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, member, text } from "../read/shape.js";
import { garakName } from "./families/garak.js";

/** The attacks that got through, one a line. */
export const garakHitlog: Adapter = {
  id: "garak-hitlog",
  title: "garak hit log",
  definedAt: "https://reference.garak.ai/en/latest/reporting.html",
  versions: "0.17",
  reads: "A failed check for each probe and detector, with the number of its hits.",
  leaves: "Prompts and outputs: attacks that work are not repeated. What was withstood is not in the file.",
  syntax: ["json-lines"],
  gives: ["check"],

  recognises: ({ values }) => {
    const first = values[0]?.value;
    return hasKeys(first, "probe", "detector", "attempt_id", "prompt") && hasKeys(first, "score", "generator");
  },

  read: ({ values }) => {
    const hits = new Map<string, { readonly line: number; count: number }>();
    for (const { value, line } of values) {
      const probe = text(member(value, "probe"));
      const detector = text(member(value, "detector"));
      if (probe === undefined || detector === undefined) continue;
      const name = garakName(probe, detector);
      const known = hits.get(name);
      if (known === undefined) hits.set(name, { line, count: 1 });
      else known.count++;
    }
    return [...hits].map(([name, { line, count }]): Statement => ({
      kind: "check",
      name,
      passed: false,
      message: `the attack hit ${count} output${count === 1 ? "" : "s"}; the first stands here`,
      where: { line },
    }));
  },
};
