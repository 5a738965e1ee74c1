import { plainText, shownLength, withoutEntities } from "./plain.js";

/** Letters that look like those that GitHub acts on, and on which it does not act. */
const inert = { at: "\uFF20", hash: "\uFF03", hyphen: "\u2011", colon: "\uFF1A", slash: "\uFF0F", stop: "\uFF0E" };

/**
 * Takes the life out of what GitHub turns into a link or a call by itself, in prose and in HTML alike: mentions and
 * addresses, references to issues, addresses of pages, emoji. A backslash or an entity would not help, since GitHub
 * looks for them after it has read the Markdown.
 */
const lifeless = (text: string): string =>
  text
    .replaceAll("@", inert.at)
    .replace(/#(?=\d)/g, inert.hash)
    .replace(/\b(GH)-(?=\d)/gi, `$1${inert.hyphen}`)
    .replaceAll("://", `:${inert.slash}${inert.slash}`)
    .replace(/\b(www)\./gi, `$1${inert.stop}`)
    .replace(/:(?=[\d_+-]*[a-z][\w+-]*:)/gi, inert.colon);

/** What GitHub would take for a commit: hexadecimal, with a letter, 7 digits or more. */
const commitLike = /(?<![\p{L}\p{N}_])(?=\d*[a-f])[0-9a-f]{7,64}(?![\p{L}\p{N}_])/giu;

/** What Markdown or HTML gives a meaning to, anywhere in a line. */
const marked = /[\\`*_[\]()<>~|!&#^]/g;

/** The beginnings of lists, headings and rules. */
const leading = /^([-+=])(?=[-+=\s]|$)|^(\d{1,9})([.)])(?=\s|$)/;

/** The prose of a line, with commits apart, so that each part is escaped once. */
function partsOf(text: string, prose: (part: string) => string, commit: (part: string) => string): string {
  let escaped = "";
  let at = 0;
  for (const match of text.matchAll(commitLike)) {
    escaped += prose(text.slice(at, match.index)) + commit(match[0]);
    at = match.index + match[0].length;
  }
  return escaped + prose(text.slice(at));
}

/**
 * A text from outside as Markdown that shows it and does nothing: no mention, reference, link, image, markup, HTML or
 * formula. It stays in its table cell. Not for use inside HTML tags or code: see `htmlInMarkdown` and `markdownCode`.
 */
export function markdownText(text: string, limit = shownLength): string {
  const plain = plainText(withoutEntities(text), limit);
  const prose = (part: string): string => lifeless(part).replace(marked, "\\$&").replaceAll("$", "&#36;");
  return partsOf(plain, prose, (commit) => `\`${commit}\``).replace(
    leading,
    (_, sign?: string, digits = "", dot = "") => (sign === undefined ? `${digits}\\${dot}` : `\\${sign}`),
  );
}

/** The same between HTML tags of a Markdown text, such as in `<summary>`, where backslashes mean nothing. */
export function htmlInMarkdown(text: string, limit = shownLength): string {
  const plain = plainText(withoutEntities(text), limit);
  const prose = (part: string): string => escapeHtml(lifeless(part)).replace(/[`*_~[\]\\$|]/g, numericEntity);
  return partsOf(plain, prose, (commit) => `<code>${commit}</code>`);
}

const numericEntity = (letter: string): string => `&#${letter.codePointAt(0) ?? 32};`;

/** A text as the content or the quoted attribute of an HTML element. Its length and unseen characters are kept. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, numericEntity);

/**
 * A text from outside as code within a line, exact but for unseen characters; a bar, which would end a table's cell,
 * is shown broken. Inside code GitHub acts on nothing; programs that pass a comment on without its Markdown may, so
 * that a mention is broken here too.
 */
export function markdownCode(text: string, limit = shownLength): string {
  const plain = plainText(text, limit)
    .replaceAll("|", "\u00A6")
    .replace(/@(?=[a-z\d])/gi, inert.at);
  if (plain === "") return "` `";
  const fence = "`".repeat(longestRun(plain) + 1);
  const padding = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${fence}${padding}${plain}${padding}${fence}`;
}

/** Lines from outside as a block of code. Unseen characters are taken out of each line. */
export function markdownBlock(text: string, lineLimit = 1000): string {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => plainIndented(line, lineLimit));
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return `${fence}text\n${lines.join("\n")}\n${fence}`;
}

function plainIndented(line: string, limit: number): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return indent.slice(0, 40) + plainText(line, limit);
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

/** The message of a workflow command. */
export const workflowData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** A property of a workflow command, such as `file` or `title`. */
export const workflowProperty = (text: string): string =>
  workflowData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** A text from outside on a terminal or in a log: one line, and nothing that the terminal would obey. */
export const terminalText = (text: string, limit = 1000): string => plainText(text, limit);

/**
 * Lines for a workflow's log, of which none is taken for a command. The runner also obeys commands after blanks, and
 * an older form that may stand anywhere in a line.
 */
export const logLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^(\s*):(?=:)/, "$1\uFF1A").replaceAll("##[", "#\uFF03["))
    .join("\n");

/** What spreadsheets take for the beginning of a formula, in either width, at the beginning of a cell. */
const formula = /^(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/** The same behind what a program of another country takes for the end of a cell; a plain number is none. */
const innerFormula = /([;,]\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])(?![+-]\d+(?:\.\d+)?(?:[\s,;\])]|$))/g;

/**
 * A cell of a comma-separated table. A text from outside is one line, and no spreadsheet computes it: what could begin
 * a formula has an apostrophe before it. Numbers stay numbers; null is empty.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const plain = plainText(value, 4000).replace(formula, "'").replace(innerFormula, "$1'");
  return /[",;']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** What XML 1.0 cannot hold, even as a reference. */
const outsideXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text from outside as the content or the quoted attribute of an XML element, on one line. */
export const xmlText = (text: string, limit = 4000): string =>
  escapeHtml(plainText(text, limit).replace(outsideXml, ""));

/**
 * A text from outside in a SARIF message: one line, without the links that SARIF itself knows and without placeholders,
 * dead to what GitHub would act on where it shows the message in a comment, and never empty, which it refuses.
 */
export const sarifText = (text: string, limit = shownLength): string =>
  lifeless(plainText(withoutEntities(text), limit))
    .replaceAll("](", "] (")
    .replace(/\{(\d+)\}/g, "{{$1}}")
    .replaceAll("<", "\u2039")
    .replaceAll(">", "\u203A") || "–";
