import { defineCheck } from "../model/check.js";
import type { EvidenceFileSummary } from "../model/evidence.js";
import { wholeFile } from "../model/source.js";
import { listed } from "../judging/wording.js";

export const evidenceLock = defineCheck({
  id: "evidence-lock",
  area: "governance",
  title: "Collected evidence is locked",
  why: "A copy of what a tracking server holds is worth what its origin is: where from, when, and unchanged since.",
  mend: "Collect it with `model-referee collect`, and commit it with referee.lock.",
  whenNot: "For evidence that the team's own tools write into the repository in the change that is judged.",
  subject: {
    kind: "text",
    description: "own-facts: the files *.facts.jsonl; all: every file that facts are read from.",
    choices: ["own-facts", "all"],
  },
  options: {},
  example: {
    rule: "collected: { evidence-lock: own-facts }",
    met: "mlflow.facts.jsonl, with its digest in referee.lock",
    notMet: "a facts file that somebody wrote by hand",
  },
  needs: [],

  plain: (subject) =>
    `${subject === "all" ? "every file that facts are read from" : "every file of own facts"} was collected, and is unchanged since`,

  evaluate({ subject, evidence }) {
    const asked = evidence.files.filter((file) => isAsked(file, subject));
    if (asked.length === 0)
      return [
        {
          subject: null,
          outcome: "missing",
          message: subject === "all" ? "no file gives any fact" : "there is no file of own facts",
          sources: [],
        },
      ];
    const loose = asked.filter(({ locked }) => !locked);
    if (loose.length === 0)
      return [
        {
          subject: null,
          outcome: "met",
          message: `${asked.length} of ${asked.length} files are as referee.lock has them`,
          sources: asked.slice(0, 1).map(({ path }) => wholeFile(path)),
        },
      ];
    const named = loose.slice(0, 4).map(({ path }) => path);
    return [
      {
        subject: null,
        outcome: "not-met",
        message: `${loose.length} of ${asked.length} files are not in referee.lock as they are: ${listed(named)}${loose.length > 4 ? " …" : ""}`,
        sources: loose.slice(0, 20).map(({ path }) => wholeFile(path)),
      },
    ];
  },
});

const isAsked = ({ path, facts, problems }: EvidenceFileSummary, subject: string): boolean =>
  subject === "all" ? facts > 0 : path.endsWith(".facts.jsonl") && (facts > 0 || problems > 0);
