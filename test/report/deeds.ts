import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** What GitHub acts on in the prose that a browser would show. */
export const active: readonly RegExp[] = [
  /@[a-z\d]/i,
  /#\d/,
  /\bGH-\d/i,
  /\b(?:https?|ftp):\/\//i,
  /\bwww\.\S/i,
  /(?<![\p{L}\p{N}_])(?=\d*[a-f])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/iu,
];
/** Letters that nobody sees, and that change what is seen or obeyed. */
export const unseen = /[\p{Cf}\p{Cs}\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/u;
const ownHtml = /^(?:<details><summary>[\w ,:.]*<\/summary>|<\/details>|<\/?sub>|<br>|<!-- [^>]* -->)$/;

/** Everything that a text does on GitHub beyond showing letters, tables and links to the repository's own places. */
export function deedsOf(text: string): readonly string[] {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const deeds: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "text") for (const one of active) if (one.test(node.value)) deeds.push(`text ${node.value}`);
    if (node.type === "html") {
      for (const line of node.value.split("\n"))
        if (line.trim() !== "" && !ownHtml.test(line.trim())) deeds.push(`html ${line}`);
    }
    if (node.type === "link" && !node.url.startsWith("https://github.test/acme/models/"))
      deeds.push(`link ${node.url}`);
    if (["image", "imageReference", "linkReference", "definition", "footnoteReference", "code"].includes(node.type))
      deeds.push(node.type);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  if (unseen.test(text)) deeds.push(`unseen ${JSON.stringify(unseen.exec(text)?.[0])}`);
  return deeds;
}
