import type { Finding } from "../model/finding.js";
import type { Report, ReportedModel } from "../model/report.js";
import type { View } from "../model/reporter.js";
import { markdownText } from "./escape.js";
import { plainText } from "./plain.js";
import { modelMarkdown } from "./forms/markdown.js";

const word = {
  block: "is over its bounds",
  undecided: "cannot be judged",
  warn: "is warned of",
  pass: "is well",
} as const;

/** The title of a model's issue. */
export const issueTitle = ({ name, stage, decision }: ReportedModel): string =>
  plainText(`${name} ${word[decision]} (${stage})`, 200);

/** What an issue says of one model: what is wrong, what to do, and whether to train it again. */
export function issueText(model: ReportedModel, report: Report, view: View, advice: readonly Finding[]): string {
  const retrain = advice.map(
    ({ retrain: said, rule }) =>
      `- **Retrain: ${said?.action ?? "none"}**: ${markdownText(said?.reason ?? "", 500)} (\`${markdownText(rule)}\`)`,
  );
  return [
    ...modelMarkdown(model, report, view),
    ...(retrain.length === 0 ? [] : ["", ...retrain]),
    "",
    `<sub>Kept up to date by the scheduled run, closed when it clears. model-referee ${report.tool.version}.</sub>`,
    "",
  ].join("\n");
}
