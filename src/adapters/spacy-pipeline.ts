import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, text } from "../read/shape.js";

const ends = { p: "precision", r: "recall", f: "f1", acc: "accuracy", auc: "roc_auc" } as const;
type End = keyof typeof ends;
const isEnd = (word: string): word is End => Object.hasOwn(ends, word);

/** Scores of a part of speech, of an arc and the like: `ents_p`, `tag_acc`, `cats_macro_f`, `dep_las`. */
const scored =
  /^(token|tag|pos|morph|morph_micro|lemma|dep|sents|ents|nel|nel_micro|spans_\w{1,30}|cats|cats_micro|cats_macro)_(p|r|f|acc|auc)$/;
const attachment = /^dep_(uas|las)$/;
const byType = /^(ents|nel|spans_\w{1,30}|dep_las|morph|cats)_(?:(f|auc)_)?per_(?:type|feat)$/;

const protocolOf = (part: string): string => (part === "ents" ? "entity" : part.replaceAll("_", " "));

/** A score of everything; undefined for losses, descriptions and speed. */
function whole(name: string, value: Value, base: string): Statement | undefined {
  const where = { pointer: pointer(base, name) };
  const [, part, end] = scored.exec(name) ?? [];
  if (part !== undefined && end !== undefined && isEnd(end))
    return { kind: "measurement", raw_metric: name, metric_name: ends[end], protocol: protocolOf(part), value, where };
  return attachment.test(name) || name === "cats_score"
    ? { kind: "measurement", raw_metric: name, unit: "proportion", higher_is_better: true, value, where }
    : undefined;
}

/** Scores of each label: a record of `p`, `r`, `f`, or the one score that the name says. */
function ofTypes(name: string, types: Value, base: string): Statement[] {
  const [, part = "", only] = byType.exec(name) ?? [];
  return members(types).flatMap(([label, held]) => {
    const at = pointer(base, name, label);
    const cells = isRecord(held) ? members(held) : only === undefined ? [] : [[only, held] as const];
    return cells.flatMap(([end, value]): Statement[] =>
      isEnd(end)
        ? [
            {
              kind: "measurement",
              raw_metric: `${name}.${end}`,
              metric_name: ends[end],
              protocol: protocolOf(part),
              slice: { class: label },
              value,
              where: { pointer: isRecord(held) ? pointer(at, end) : at },
            },
          ]
        : [],
    );
  });
}

const scoresOf = (scores: Value | undefined, base: string): Statement[] =>
  members(scores).flatMap(([name, value]): Statement[] => {
    if (byType.test(name)) return ofTypes(name, value, base);
    const statement = value === null ? undefined : whole(name, value, base);
    return statement === undefined ? [] : [statement];
  });

const isMeta = (value: Value | undefined): boolean =>
  hasKeys(value, "lang", "pipeline", "spacy_version") ||
  (hasKeys(value, "lang", "pipeline", "vectors") && hasKeys(value, "labels"));

/** What `spacy evaluate --output` writes always begins with the tokens. */
const isEvaluation = (value: Value | undefined): boolean => hasKeys(value, "token_acc", "token_p", "speed");

function modelOf(value: Value | undefined): Statement {
  const [lang, name] = [text(member(value, "lang")), text(member(value, "name"))];
  return {
    kind: "model",
    name: [lang, name].filter((part) => part !== undefined && part !== "").join("_") || null,
    version: text(member(value, "version")) || null,
    framework: "spacy",
    where: { pointer: "/name" },
  };
}

export const spacyPipeline: Adapter = {
  id: "spacy-pipeline",
  title: "spaCy pipeline and its scores (`meta.json`, `spacy evaluate --output`)",
  definedAt: "https://spacy.io/api/data-formats#meta",
  versions: "2.x and 3.x, from files of spaCy's own models, not seen in the corpus",
  reads:
    "Scores of entities, categories, tags, arcs and spans, of all and of each label; the pipeline's name and version. In version 2 they were per cent.",
  leaves: "Losses of training, speed, labels and sources.",
  syntax: ["json"],
  gives: ["model", "measurement"],
  recognises: ({ value }) => isMeta(value) || isEvaluation(value),

  read({ value }) {
    if (isEvaluation(value)) return scoresOf(value, "");
    const key = hasKeys(value, "performance") ? "performance" : "accuracy";
    return [modelOf(value), ...scoresOf(member(value, key), pointer("", key))];
  },
};
