import type { Marks } from "../read/yaml-marks.js";
import { yamlSubsetMarks } from "../read/yaml-subset.js";
import { outlineByEvents } from "./yaml-event-walk.js";

/** Where a member stands: offsets of its key (null for elements of a list) and of its value, from 0. */
export interface MemberOffsets {
  readonly key: number | null;
  readonly value: number;
}

export interface YamlOutline {
  /** By RFC 6901 pointer; what an alias or a merge key brings is absent. */
  readonly members: ReadonlyMap<string, MemberOffsets>;
  /** Keys that stand twice in one mapping, where they stand again. */
  readonly doubles: readonly { readonly key: string; readonly offset: number }[];
  /** Aliases (`*name`) and merge keys (`<<`), in the order of the text. */
  readonly borrowed: readonly { readonly written: string; readonly offset: number }[];
}

const none: YamlOutline = { members: new Map(), doubles: [], borrowed: [] };

/** Where the keys and values of a text's first YAML document stand; nothing where the text does not parse. */
export function yamlOutline(text: string, depth: number): YamlOutline {
  const marks = yamlSubsetMarks(text);
  if (marks !== undefined) return { ...none, members: membersOf(marks) };
  return outlineByEvents(text, depth) ?? none;
}

function membersOf(marks: Marks): ReadonlyMap<string, MemberOffsets> {
  const members = new Map<string, MemberOffsets>();
  for (const [pointer, { key, value, block }] of marks) {
    members.set(pointer, { key, value: (block ? (key ?? value) : (value ?? key)) ?? 0 });
  }
  return members;
}
