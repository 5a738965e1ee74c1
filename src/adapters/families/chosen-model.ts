import type { MarkdownBody } from "../../model/adapter.js";

/** The model that a document of several says it chose. */

const chosen = String.raw`(?:selected|chosen|best|final|recommended|winning|deployed|primary|champion)`;
const kind = String.raw`(?:model|algorithm|classifier|estimator)`;
const title = new RegExp(String.raw`^(?:the )?${chosen}(?: best)?(?:[- ]performing)? ${kind}$`, "i");
const line = new RegExp(
  String.raw`^(?:the )?${chosen}(?: best)?(?:[- ]performing)? ${kind}(?: (?:selected|chosen))?\s*(?::|=|\bis\b)\s*(?:the )?(\S.{0,80})$`,
  "i",
);

/** The name at the start of a text: "XGBoost (highest F1)", "XGBoost with an AUC of 0.93". */
function nameAt(text: string): string | undefined {
  const name =
    text
      .split(/(?<!\s)\s*[(,;:—–|]|(?<!\s)\s+-\s+|\.(?:\s|$)|\s(?:with|by|based|because|as|at|on|for|achiev\w*)\s/i)[0]
      ?.trim() ?? "";
  return name.length >= 2 && name.length <= 50 && name.split(/\s+/).length <= 5 && /\p{L}/u.test(name)
    ? name
    : undefined;
}

/** "Selected model: `xgboost`", or a section "Best model" of one name. Undefined where none is named, or several are. */
export function chosenModelIn({ lines, sections }: MarkdownBody): string | undefined {
  const stated = lines.flatMap(({ text }) => {
    const name = text.length > 160 ? undefined : line.exec(text)?.[1];
    return name === undefined ? [] : (nameAt(name) ?? []);
  });
  const headed = sections.flatMap(({ heading, text }) => {
    if (!title.test(heading.title.replace(/^[\d.\s]+/, ""))) return [];
    const told = text.split("\n").filter((part) => part.trim() !== "" && !/:\s*$/.test(part));
    return told.length === 1 ? (nameAt(told[0] ?? "") ?? []) : [];
  });
  const names = new Set([...stated, ...headed].map((name) => name.toLowerCase()));
  return names.size === 1 ? [...names][0] : undefined;
}
