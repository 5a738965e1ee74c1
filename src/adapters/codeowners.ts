import type { Adapter } from "../model/adapter.js";
import { ownerLines } from "../normalise/code-owners.js";

const owner = /^(@[\w.-]{1,100}(\/[\w.-]{1,100})?|[^\s@]{1,100}@[^\s@]{1,200})$/;

/** Lines of patterns and owners; sections (`[Team]`, `^[Team]`) are GitLab's. */
function isCodeowners(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#") && !/^\^?\[/.test(line))
    .slice(0, 50);
  return (
    lines.length > 0 &&
    lines.some((line) => line.split(/\s+/).some((word, index) => index > 0 && owner.test(word))) &&
    lines.every((line) => {
      const [pattern = "", ...owners] = line.replace(/\s#.*$/, "").split(/(?<!\\)\s+/);
      return !pattern.startsWith("@") && owners.every((word) => owner.test(word));
    })
  );
}

/** Who owns which files, by lines of which the last that matches counts. That somebody may approve is no approval. */
export const codeowners: Adapter = {
  id: "codeowners",
  title: "CODEOWNERS",
  definedAt:
    "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
  versions: "GitHub's form; GitLab's sections from the documentation, not seen",
  reads:
    "Who owns the files of each pattern, as a field of a card: the check `owner` takes the last line that matches.",
  leaves: "Lines that GitHub passes over. Who may approve has approved nothing.",
  syntax: ["text"],
  gives: ["card"],
  recognises: ({ text, name }) => /CODEOWNERS$/i.test(name) && isCodeowners(text),
  read: ({ text }) =>
    ownerLines(text).map(({ pattern, owners, line }) => ({
      kind: "card",
      field: "code-owners",
      title: pattern,
      value: owners.join(" "),
      where: { line },
    })),
};
