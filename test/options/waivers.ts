import { check } from "../../src/commands/check.js";
import type { Report } from "../../src/model/report.js";
import { ran } from "../commands/ran.js";
import { rules } from "../judge/judged.js";
import { decision, type Case, type Look } from "../policy/option-case.js";
import { v1 } from "./on-corpus.js";

/** Recall of DE is 11 of 52, 0.2115, and no other country with more than one case lies below a quarter. */
const project = {
  ...v1,
  "referee.yaml": "policies: gate.yaml\nwaivers: w.yaml\n",
  "gate.yaml": rules("a: { metric: recall, for-each: country, at-least: 25%, min-samples: 600 }"),
};
const sound = {
  rule: "gate/a",
  model: "m",
  reason: "r",
  owner: '"@o"',
  ticket: "T-1",
  expires: "2026-12-01",
  "approved-by": '"@p"',
};

const written = (changes: Readonly<Record<string, string | undefined>>): string =>
  `- { ${Object.entries({ ...sound, ...changes })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join(", ")} }\n`;

/** What a report says under a waiver with these changes; the first problem where the waiver is refused. */
const shown = (changes: Readonly<Record<string, string | undefined>>, look: Look) => async (): Promise<unknown> => {
  const { out, problems } = await ran({ ...project, "w.yaml": written(changes) }, check, "--format", "json");
  if (problems.length > 0) return problems[0]?.split(" | ")[0];
  const report: Report = JSON.parse(out);
  return look(report);
};

const decided = (changes: Readonly<Record<string, string | undefined>>) => shown(changes, decision);

const one = (
  without: Readonly<Record<string, string | undefined>>,
  given: Readonly<Record<string, string | undefined>>,
  expected: Case["expected"],
): Case => ({ without: decided(without), with: decided(given), expected });

/** The fingerprint that the report shows of the finding on DE. */
async function fingerprint(): Promise<string> {
  const { out } = await ran({ ...project, "w.yaml": "[]\n" }, check, "--format", "json");
  const report: Report = JSON.parse(out);
  return report.findings.find(({ subject }) => subject === "country=DE")?.fingerprint ?? "";
}

const ticketOf: Look = ({ findings }) => findings.find(({ waived }) => waived !== null)?.waived?.ticket;

export const waiverCases: Readonly<Record<string, Case>> = {
  rule: one({ rule: "gate/b" }, {}, ["block", "pass"]),
  model: one({ model: "n" }, {}, ["block", "pass"]),
  subject: one({ subject: "country=FR" }, { subject: "country=DE" }, ["block", "pass"]),
  fingerprint: {
    without: decided({ fingerprint: `"${"0".repeat(32)}"` }),
    with: async () => decided({ fingerprint: `"${await fingerprint()}"` })(),
    expected: ["block", "pass"],
  },
  value: one({ value: "0.22" }, { value: "0.2115" }, ["block", "pass"]),
  reason: one({ reason: undefined }, {}, ["w.yaml:1:3 entry 1 has no `reason`", "pass"]),
  owner: one({ owner: undefined }, {}, ["w.yaml:1:3 entry 1 has no `owner`", "pass"]),
  ticket: {
    without: shown({ ticket: undefined }, ticketOf),
    with: shown({}, ticketOf),
    expected: [null, "T-1"],
  },
  expires: one({ expires: "2026-11-22" }, { expires: "2026-11-23" }, ["block", "pass"]),
  "approved-by": one({ "approved-by": undefined }, {}, ["block", "pass"]),
};
