import type { Adapter, EvidenceFile, Value, Wanted } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, list, member, members, scalarText, text } from "../read/shape.js";
import { approvalsIn } from "./families/approval-table.js";
import { fieldStatements, isApart } from "./families/card-fields.js";
import { sectionStatements, templateProblem, tooLargeProblem } from "./families/card-sections-read.js";
import { markdownKind } from "./families/markdown-kind.js";
import { cardResults, tellerOf } from "./families/markdown-results.js";
import { withTablesInCode } from "./families/printed-in-code.js";
import { modelIndexStatements } from "./families/model-index.js";

/** The results of the index are measurements; its names are fields. */
const ofResults = (name: string): boolean => /^model-index\.\d+\.results$/.test(name);

function frontMatterFields(front: Value, { has, cardFields }: Wanted): Statement[] {
  const all = (): Statement[] => fieldStatements(front, "", "", ofResults);
  if (cardFields === null) return all();
  if (!has("card")) return [];
  const apart = isApart(cardFields);
  const asked = fieldStatements(front, "", "", (name) => apart(name) || ofResults(name));
  return asked.length > 0 ? asked : all().slice(0, 1);
}

function ownNames(front: Value): string[] {
  const names = [member(front, "model_name"), member(list(member(front, "model-index"))?.[0], "name")];
  return names.flatMap((name) => text(name) ?? []);
}

function modelStatements(front: Value): Statement[] {
  const [name] = ownNames(front);
  const framework = scalarText(member(front, "library_name"));
  if (name === undefined) return [];
  const at = text(member(front, "model_name")) === name ? "/model_name" : "/model-index/0/name";
  return [{ kind: "model", where: { pointer: at }, name, ...(framework === undefined ? {} : { framework }) }];
}

/** What the model was trained on, as the card lists it. */
function datasetStatements(front: Value): Statement[] {
  const datasets = member(front, "datasets");
  const names = list(datasets) ?? (datasets === undefined ? [] : [datasets]);
  return names.flatMap((named, index): Statement[] => {
    const name = scalarText(named);
    if (name === undefined) return [];
    const at = list(datasets) === undefined ? "/datasets" : pointer("/datasets", index);
    return [{ kind: "dataset", where: { pointer: at }, name, role: "train" }];
  });
}

const notAMap: Statement = {
  kind: "problem",
  where: { pointer: "" },
  problem: "unreadable",
  message: "the front matter is a list or a text where a mapping of keys to values is due",
  mend: "write it as lines of `key: value`",
};

const unfilled: Statement = {
  kind: "problem",
  where: { pointer: "" },
  problem: "template",
  message: "the front matter is a template that nobody filled in",
  mend: "replace what stands in braces by its value",
};

/** `{license}` is a template's mark, and in YAML a mapping with a key and nothing else. */
const isBraced = (value: Value): boolean =>
  isRecord(value) && Object.keys(value).length === 1 && Object.values(value)[0] === null;

const isTemplate = (front: Value): boolean =>
  members(front).some(([, value]) => isBraced(value) || (list(value) ?? []).some(isBraced));

function bodyStatements(file: EvidenceFile, front: Value): Statement[] {
  const body = file.markdown;
  if (body === undefined) return [];
  if (body.tooLarge === true) return [tooLargeProblem];
  const template = templateProblem(body);
  return [
    ...sectionStatements(body, "model"),
    ...cardResults(withTablesInCode(body, file.text), tellerOf(body, file, ownNames(front))),
    ...approvalsIn(body.tables, false),
    ...(template === undefined ? [] : [template]),
  ];
}

export const huggingfaceCard: Adapter = {
  id: "huggingface-card",
  title: "Hugging Face model card",
  definedAt: "https://huggingface.co/docs/hub/model-cards",
  versions: "huggingface_hub 0.2 to 1.x, transformers Trainer, skops; hand-written ones",
  reads:
    "The front matter's fields, the results of `model-index` as claims, the data sets, the body's sections, results stated in its tables and plainly in its prose, and who signed it in a table below such a heading.",
  leaves: "Matrices and curves as values, widgets, and numbers in sentences that compare or limit.",
  syntax: ["front-matter"],
  gives: ["card", "measurement", "dataset", "model", "approval"],
  marksModel: true,
  claims: true,
  numbersAsText: true,

  recognises: (file) => file.syntax === "front-matter" && markdownKind(file) === "huggingface-card",

  read(file, wanted) {
    const front = file.value;
    const body = wanted.markdownBody ? bodyStatements(file, front ?? null) : [];
    if (!isRecord(front)) return front === undefined ? body : [notAMap, ...body];
    if (isTemplate(front)) return [unfilled, ...body];
    return [
      ...frontMatterFields(front, wanted),
      ...modelStatements(front),
      ...datasetStatements(front),
      ...modelIndexStatements(front, wanted),
      ...body,
    ];
  },
};
