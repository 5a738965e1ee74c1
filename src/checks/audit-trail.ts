import { chosenRun } from "../judging/chosen-run.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { Verdict } from "../model/finding.js";

const links = ["artifact", "run", "code", "data", "result", "approval", "history"] as const;
type Link = (typeof links)[number];

export const auditTrail = defineCheck({
  id: "audit-trail",
  area: "governance",
  title: "The model can be traced from its weights to who approved it",
  why: "Years later somebody asks which data, which code and whose word stand behind a decision of the model.",
  mend: "Commit the record that is missing, with the digest or id that ties it to the next.",
  whenNot: "For what a single run records, ask `reproducibility`; for the path of the data, `lineage`.",
  subject: {
    kind: "texts",
    description:
      "Links of the trail: artifact (a digest), run (the artifact's run is there), code (its commit), data (digests), result (of that run), approval, history (the results are committed); or all.",
    choices: [...links, "all"],
  },
  options: {},
  example: {
    rule: "traceable: { audit-trail: [artifact, run, code, data] }",
    met: "a model whose digest, run, commit and data are all there and name one another",
    notMet: "a model that names a run which nobody committed",
  },
  needs: ["model", "run", "dataset", "measurement", "approval"],

  plain: (asked) => `the trail of the model holds its ${listed(asked.includes("all") ? links : asked)}`,

  evaluate: (input) =>
    (input.subject.includes("all") ? links : links.filter((link) => input.subject.includes(link))).map((link) => ({
      ...judge(link, input),
      subject: link,
    })),
});

const absent = (message: string, mend: string): Verdict => missing(message, mend);

function judge(link: Link, input: CheckInput): Verdict {
  const { evidence, model, history } = input;
  switch (link) {
    case "artifact": {
      const broken = brokenFor(evidence, "model")[0];
      if (broken !== undefined) return unreadableFile(broken);
      const found = evidence.of("model").find(({ artifact_digest: digest }) => digest !== null);
      return found === undefined
        ? absent(
            "no digest names the model's artifact",
            "track the artifact with DVC or the registry, and state its digest",
          )
        : met(`the artifact is ${found.artifact_digest ?? ""}`, [found.source]);
    }
    case "run":
      return ofRun(input);
    case "code": {
      const run = chosenRun(evidence, model, null);
      if (run.kind === "verdict") return run.verdict;
      const revision = run.facts.find(({ code_revision: own }) => own !== null && /^[0-9a-f]{7,64}$/i.test(own));
      return revision === undefined
        ? { ...notMet("the run names no commit of the code"), sources: [run.facts[0].source] }
        : met(`made by the code of ${revision.code_revision ?? ""}`, [revision.source]);
    }
    case "data": {
      const broken = brokenFor(evidence, "dataset")[0];
      if (broken !== undefined) return unreadableFile(broken);
      const sets = evidence.of("dataset");
      const bare = sets.find(({ digest }) => digest === null);
      const [first] = sets;
      if (first === undefined)
        return absent("no evidence names the data", "commit dvc.lock, or log the inputs of the run");
      return sets.every(({ digest }) => digest === null)
        ? { ...notMet(`${bare?.name ?? "the data"} has no digest`), sources: [first.source] }
        : met(`${sets.filter(({ digest }) => digest !== null).length} data sets have a digest`, [first.source]);
    }
    case "result": {
      const broken = brokenFor(evidence, "measurement").find(({ claims }) => !claims);
      if (broken !== undefined) return unreadableFile(broken);
      const found = evidence.of("measurement").find(({ claimed, about }) => !claimed && about === null);
      return found === undefined
        ? absent("no evidence states a result of the model", "commit its evaluation")
        : met(`${found.metric} is stated`, [found.source]);
    }
    case "approval": {
      const found = input.approvals.find(({ state }) => state === "approved");
      if (found !== undefined) return met(`approved by ${found.by ?? "somebody"}`, [found.source]);
      const written = evidence.of("approval").length;
      return absent(
        `nobody has approved it${written === 0 ? "" : `; ${written} approvals in files of the change prove only who committed them`}`,
        "ask for a review of the pull request",
      );
    }
    case "history": {
      const paths = [...new Set(evidence.of("measurement").map(({ source }) => source.path))].sort();
      const [first] = paths;
      if (first === undefined)
        return absent("there are no results whose history could be told", "commit the evaluation");
      const untold = paths.find((path) => history.lastChange(path) === null);
      return untold === undefined
        ? met(`${paths.length} files of results are committed`, [])
        : absent(
            `who brought ${untold} cannot be told: ${history.cutOff ?? "it is not committed as it stands"}`,
            "commit it, and fetch the whole history",
          );
    }
  }
}

/** The run that the model's own files name must be there: what a package says of its own run is no record of it. */
function ofRun({ evidence, model }: CheckInput): Verdict {
  const run = chosenRun(evidence, model, null);
  const named = evidence.of("model").find(({ run: own }) => own !== null);
  const uncommitted = (): Verdict => ({
    ...notMet(`the model names the run ${named?.run ?? ""}, which nobody committed`),
    sources: named === undefined ? [] : [named.source],
  });
  if (run.kind === "verdict")
    return run.verdict.outcome !== "missing" || named === undefined ? run.verdict : uncommitted();
  if (named !== undefined && run.facts.every(({ format }) => format === "mlflow-model")) return uncommitted();
  if (named !== undefined && run.id !== null && named.run !== run.id)
    return {
      ...notMet(`the model names the run ${named.run ?? ""}, and the evidence is of ${run.id}`),
      sources: [named.source, run.facts[0].source],
    };
  return met(`made by the run ${run.id ?? "without an id"}`, [run.facts[0].source]);
}

const met = (message: string, sources: Verdict["sources"]): Verdict => ({
  subject: null,
  outcome: "met",
  message,
  sources,
});
const notMet = (message: string): Verdict => ({ subject: null, outcome: "not-met", message, sources: [] });
