import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { defineCheck } from "../model/check.js";

/** True where what is logged, `all`, `request` or `response`, holds what is asked. */
const covers = (logging: string, asked: string): boolean => {
  const mode = logging.split(/\s/, 1)[0]?.toLowerCase() ?? "";
  return asked === "any" || mode === "all" || mode === asked;
};

export const predictionLogging = defineCheck({
  id: "prediction-logging",
  area: "monitoring",
  title: "Predictions are logged",
  why: "Drift, decay and complaints can only be looked into where somebody kept what was asked and answered.",
  mend: "Give the predictor a logger (KServe, Seldon), or state the logging in a facts file.",
  whenNot: "Where the law forbids to keep requests.",
  subject: {
    kind: "text",
    description: "What must be logged: any, request, response, or all of both.",
    choices: ["any", "request", "response", "all"],
  },
  options: {},
  example: {
    rule: "kept: { prediction-logging: all }",
    met: "an InferenceService whose predictor has a logger of mode all",
    notMet: "an InferenceService without a logger",
  },
  needs: ["rollout"],

  plain: (asked) =>
    asked === "any"
      ? "predictions are logged"
      : `${asked === "all" ? "requests and responses are" : `every ${asked} is`} logged`,

  evaluate({ subject: asked, evidence }) {
    const broken = brokenFor(evidence, "rollout")[0];
    if (broken !== undefined) return [unreadableFile(broken)];
    const rollouts = evidence.of("rollout");
    if (rollouts.length === 0)
      return [missing("no manifest says what serves the model", "commit the manifest that serves it")];
    const logged = rollouts.filter(({ logging }) => logging !== null);
    const enough = logged.find(({ logging }) => covers(logging ?? "", asked));
    if (enough !== undefined)
      return [{ subject: null, outcome: "met", message: `it logs ${enough.logging ?? ""}`, sources: [enough.source] }];
    const [first] = logged;
    return [
      {
        subject: null,
        outcome: "not-met",
        message: first === undefined ? "no manifest logs predictions" : `it logs ${first.logging ?? ""} alone`,
        sources: (first === undefined ? rollouts.slice(0, 5) : [first]).map(({ source }) => source),
      },
    ];
  },
});
