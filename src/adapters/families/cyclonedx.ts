import type { CardFields, Statement } from "../../model/fact.js";
import { isPlaceholder } from "../../normalise/card-placeholder.js";
import { textAt, type BomNode } from "./cyclonedx-node.js";
import { isPicture, sectionOfKey } from "./structured-sections.js";

const deepest = 12;

const isPictureNode = (key: string, node: BomNode): boolean =>
  isPicture(key) && node.child("contentType") !== undefined;

const asText = (node: BomNode): string | undefined => (node.text === "" ? undefined : node.text);

function field(name: string, node: BomNode, value: CardFields["value"]): Statement {
  return {
    kind: "card",
    where: node.where,
    field: name,
    value,
    placeholder: typeof value === "string" ? isPlaceholder(value) : false,
  };
}

/** A fact for every single value beneath a node, named by its keys joined by dots; a list of texts is one. */
export function bomFields(node: BomNode, name: string, depth = 0): Statement[] {
  if (depth > deepest) return [];
  const { items } = node;
  const single = asText(node);
  if (single !== undefined) return [field(name, node, single)];
  const texts = items.flatMap((item) => asText(item) ?? []);
  if (items.length > 0 && texts.length === items.length) return [field(name, node, texts.join(", "))];
  return [
    ...items.flatMap((item, index) => bomFields(item, `${name}.${index}`, depth + 1)),
    ...node.members.flatMap(([key, child]) =>
      isPicture(key) || isPictureNode(key, child) ? [] : bomFields(child, `${name}.${key}`, depth + 1),
    ),
  ];
}

function textsOf(node: BomNode, depth = 0): string[] {
  if (depth > deepest) return [];
  const single = asText(node);
  if (single !== undefined) return [single];
  const children = [...node.items, ...node.members.flatMap(([key, child]) => (isPicture(key) ? [] : [child]))];
  return children.flatMap((child) => textsOf(child, depth + 1));
}

/** The sections of a model card in a bill of materials: its parts, and theirs, that are called as sections of cards are. */
export function bomSections(card: BomNode): Statement[] {
  const ofMembers = (node: BomNode): Statement[] =>
    node.members.flatMap(([key, child]) => sectionOfKey(key, textsOf(child).join("\n"), child.where));
  return [...ofMembers(card), ...card.members.flatMap(([, child]) => ofMembers(child))];
}

const algorithms: Readonly<Record<string, string>> = {
  "SHA-256": "sha256",
  "SHA-512": "sha512",
  "SHA-384": "sha384",
  "SHA-1": "sha1",
  MD5: "md5",
};

/** The strongest digest that a component states. */
export function digestOf(component: BomNode): string | null {
  const hashes = (component.child("hashes")?.items ?? []).flatMap((hash) => {
    const name = algorithms[textAt(hash, "alg") ?? ""];
    const content = textAt(hash, "content") ?? hash.text;
    return name === undefined || content === undefined ? [] : [{ name, content: content.trim().toLowerCase() }];
  });
  const best = Object.values(algorithms).find((name) => hashes.some((hash) => hash.name === name));
  const found = hashes.find(({ name }) => name === best);
  return found === undefined ? null : `${found.name}:${found.content}`;
}

/** When a bill of materials was written. */
export const writtenAt = (bom: BomNode): string | null => textAt(bom, "metadata", "timestamp") ?? null;
