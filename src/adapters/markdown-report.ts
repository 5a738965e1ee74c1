import type { Adapter } from "../model/adapter.js";
import { tooLargeProblem } from "./families/card-sections-read.js";
import { isTitledAsModel, markdownKind } from "./families/markdown-kind.js";
import { reportResults, tellerOf } from "./families/markdown-results.js";

export const markdownReport: Adapter = {
  id: "markdown-report",
  title: "Evaluation report in Markdown",
  definedAt: "https://github.github.com/gfm/#tables-extension-",
  versions: "reports that people and scripts write; no fixed form",
  reads: "Results in tables whose rows or columns name metrics.",
  leaves: "The prose, which argues about the numbers, and the sections, which are no card's.",
  syntax: ["front-matter"],
  gives: ["measurement", "card"],
  numbersAsText: true,
  fallback: true,

  recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "markdown-report",

  read(file, wanted) {
    const body = wanted.markdownBody || wanted.has("measurement") ? file.markdown : undefined;
    if (body === undefined) return [];
    if (body.tooLarge === true) return [tooLargeProblem];
    const results = reportResults(body, tellerOf(body, file, []));
    const title = body.sections[0]?.heading;
    // A text that only calls itself a model has a title, and lacks every section of a card.
    const titled = title !== undefined && isTitledAsModel([title.title]);
    return titled ? [{ kind: "card", where: { line: title.line }, title: title.title }, ...results] : results;
  },
};
