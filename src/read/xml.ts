import type { XmlElement } from "../model/adapter.js";
import { fault, placeOf, type Fault } from "./fault.js";

/**
 * Reads XML without entities of its own making, external references or processing: elements, attributes, text and
 * lines. The tree keeps positions, which the libraries at hand do not give.
 */
export function parseXml(
  text: string,
  maximumDepth: number,
): { readonly root: XmlElement | undefined; readonly faults: readonly Fault[] } {
  const stack: MutableElement[] = [];
  let root: MutableElement | undefined;
  const token =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:(\[[^\]]*\])[^>]*)?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let line = 1;
  let counted = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const found = token.exec(text);
    if (found === null) return { root, faults: [broken(text, start, "a tag is not closed or not well-formed")] };
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 10) line++;
    const [, cdata, internal, closing, opening, attributes, selfClosing, plain] = found;
    if (internal !== undefined)
      return {
        root,
        faults: [
          fault(
            "limit",
            "an XML document type with its own entities is refused",
            "write it without",
            placeOf(text, start),
          ),
        ],
      };
    const parent = stack.at(-1);
    if (cdata !== undefined) parent?.write(cdata);
    else if (plain !== undefined) {
      if (parent === undefined && plain.trim() !== "")
        return { root, faults: [broken(text, start, "text stands outside the root")] };
      parent?.write(decodeEntities(plain));
    } else if (closing !== undefined) {
      if (parent === undefined || parent.name !== closing)
        return { root, faults: [broken(text, start, `</${closing.slice(0, 60)}> closes nothing`)] };
      stack.pop();
    } else if (opening !== undefined) {
      const element = new MutableElement(opening, attributesOf(attributes ?? ""), line);
      if (parent !== undefined) parent.add(element);
      else if (root === undefined) root = element;
      else return { root, faults: [broken(text, start, "a second root")] };
      if (selfClosing === "") stack.push(element);
      if (stack.length > maximumDepth)
        return {
          root,
          faults: [fault("limit", "the XML is nested too deep", "write it flatter", placeOf(text, start))],
        };
    }
  }
  if (root === undefined)
    return { root, faults: [fault("empty", "the file holds no XML element", "write the file anew")] };
  const open = stack.at(-1);
  if (open !== undefined)
    return {
      root,
      faults: [
        fault("truncated", `the XML is cut short: <${open.name}> is never closed`, "write the file anew, whole", {
          line: open.line,
          column: 1,
        }),
      ],
    };
  return { root, faults: [] };
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>);
const none: readonly MutableElement[] = [];

/** Small: a file of four bytes an element is a file like any other. */
class MutableElement implements XmlElement {
  #children: MutableElement[] | null = null;
  #text = "";

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
    readonly line: number,
  ) {}

  get children(): readonly MutableElement[] {
    return this.#children ?? none;
  }

  get text(): string {
    return this.#text.trim();
  }

  add(child: MutableElement): void {
    (this.#children ??= []).push(child);
  }

  write(text: string): void {
    this.#text += text;
  }
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  if (written === "") return noAttributes;
  const own: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, key = "", double, single] of written.matchAll(
    /(?<![^\s=/>])([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    own[key] = decodeEntities(double ?? single ?? "");
  }
  return own;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, name) => {
    if (typeof name === "string") return named[name] ?? whole;
    const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const broken = (text: string, offset: number, why: string): Fault =>
  fault("unreadable", `this is not XML: ${why}`, "write it with an XML writer", placeOf(text, offset));
