import type { Adapter } from "../model/adapter.js";
import { isRecord } from "../read/shape.js";
import { approvalsIn } from "./families/approval-table.js";
import { fieldStatements } from "./families/card-fields.js";
import { sectionStatements, templateProblem, tooLargeProblem } from "./families/card-sections-read.js";
import { markdownKind } from "./families/markdown-kind.js";
import { cardResults, tellerOf } from "./families/markdown-results.js";
import { withTablesInCode } from "./families/printed-in-code.js";

export const markdownCard: Adapter = {
  id: "markdown-card",
  title: "Model card in Markdown",
  definedAt: "https://arxiv.org/abs/1810.03993",
  versions:
    "Cards after Mitchell et al., of Model Card Toolkit, VerifyML, skops, OpenVINO, NVIDIA, MONAI; hand-written ones",
  reads:
    "The sections by the names that cards give them, and the results stated in Markdown and HTML tables and plainly in prose, as claims; results of other models are about them. Who signed the card, in a table below such a heading.",
  leaves: "Pictures, and numbers in sentences that compare or limit.",
  syntax: ["front-matter"],
  gives: ["card", "measurement", "approval"],
  marksModel: true,
  claims: true,
  numbersAsText: true,

  recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "markdown-card",

  read(file, wanted) {
    const fields = isRecord(file.value) ? fieldStatements(file.value, "", "") : [];
    const body = wanted.markdownBody ? file.markdown : undefined;
    if (body === undefined) return fields;
    if (body.tooLarge === true) return [...fields, tooLargeProblem];
    const template = templateProblem(body);
    return [
      ...fields,
      ...sectionStatements(body, "model"),
      ...cardResults(withTablesInCode(body, file.text), tellerOf(body, file, [])),
      ...approvalsIn(body.tables, false),
      ...(template === undefined ? [] : [template]),
    ];
  },
};
