import type { Adapter } from "../model/adapter.js";
import { writtenExperiments } from "./families/experiment-table.js";
import { tooLargeProblem } from "./families/card-sections-read.js";
import { isTitledAsModel, markdownKind, tellsHow } from "./families/markdown-kind.js";
import { reportResults, tellerOf } from "./families/markdown-results.js";
import { printedInCode, withTablesInCode } from "./families/printed-in-code.js";

export const markdownReport: Adapter = {
  id: "markdown-report",
  title: "Evaluation report in Markdown",
  definedAt: "https://github.github.com/gfm/#tables-extension-",
  versions: "reports that people and scripts write; no fixed form",
  reads:
    "Results in tables whose rows or columns name metrics, and in lines of labels and their numbers; classification reports printed into blocks of code; drift in tables of a row a column of the inputs. Headings that name several kinds of model say which one the numbers are of.",
  leaves:
    "The sentences, which argue about the numbers, the lists of guides and templates, and the sections, which are no card's.",
  syntax: ["front-matter"],
  gives: ["measurement", "drift", "card", "experiment"],
  numbersAsText: true,
  fallback: true,

  recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "markdown-report",

  read(file, wanted) {
    const asked = wanted.markdownBody || wanted.has("measurement") || wanted.has("drift") || wanted.has("experiment");
    const body = asked ? file.markdown : undefined;
    if (body === undefined) return [];
    if (body.tooLarge === true) return [tooLargeProblem];
    const title = body.sections[0]?.heading;
    const lists = !tellsHow(file.name, title?.title ?? "");
    const results = [
      ...reportResults(withTablesInCode(body, file.text), tellerOf(body, file, []), lists),
      ...(lists ? printedInCode(file.text) : []),
      ...writtenExperiments(body),
    ];
    // A text that only calls itself a model has a title, and lacks every section of a card.
    const titled = title !== undefined && isTitledAsModel([title.title]);
    return titled ? [{ kind: "card", where: { line: title.line }, title: title.title }, ...results] : results;
  },
};
