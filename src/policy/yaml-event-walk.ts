import { EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents, type Event, type ScalarEvent } from "js-yaml";
import type { MemberOffsets, YamlOutline } from "./yaml-events.js";

/** Where everything in a text's first YAML document stands, by the events of a whole parser; undefined where it does not parse. */
export function outlineByEvents(text: string, depth: number): YamlOutline | undefined {
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: depth });
  } catch {
    return undefined;
  }
  const walk = new OutlineWalk(text, events);
  walk.document();
  return { members: walk.members, doubles: walk.doubles, borrowed: walk.borrowed };
}

const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** Reads the outline off the events of a parser. */
class OutlineWalk {
  readonly members = new Map<string, MemberOffsets>();
  readonly doubles: { key: string; offset: number }[] = [];
  readonly borrowed: { written: string; offset: number }[] = [];
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  document(): void {
    if (this.events[0]?.type !== EVENT_ID.DOCUMENT) return;
    this.#at = 1;
    this.#value("", null);
  }

  #value(pointer: string, key: number | null): void {
    const event = this.events[this.#at++];
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return;
    this.members.set(pointer, { key, value: offsetOf(event) ?? key ?? 0 });
    if (event.type === EVENT_ID.ALIAS) {
      const offset = event.anchorStart - 1;
      this.borrowed.push({ written: /^\*[^\s,\]}]*/.exec(this.text.slice(offset, offset + 100))?.[0] ?? "*", offset });
    }
    if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) return;
    if (event.type === EVENT_ID.MAPPING) this.#mapping(pointer);
    else this.#sequence(pointer);
    this.#at++;
  }

  #mapping(pointer: string): void {
    const seen = new Set<string>();
    for (let event = this.#next(); event !== undefined; event = this.#next()) {
      const offset = offsetOf(event);
      const key = event.type === EVENT_ID.SCALAR ? getScalarValue(this.text, event) : null;
      if (key === null) this.#skip();
      else this.#at++;
      if (key !== null && seen.has(key) && key !== "<<") this.doubles.push({ key, offset: offset ?? 0 });
      if (key !== null) seen.add(key);
      if (key === "<<") this.borrowed.push({ written: key, offset: offset ?? 0 });
      this.#value(`${pointer}/${key === null ? "" : escaped(key)}`, offset);
    }
  }

  #sequence(pointer: string): void {
    for (let index = 0; this.#next() !== undefined; index++) this.#value(`${pointer}/${index}`, null);
  }

  /** The next event of the collection; undefined where it ends. */
  #next(): Event | undefined {
    const event = this.events[this.#at];
    return event === undefined || event.type === EVENT_ID.POP ? undefined : event;
  }

  /** Passes over a key that is no scalar. */
  #skip(): void {
    let depth = 0;
    do {
      const event = this.events[this.#at++];
      if (event === undefined) return;
      if (event.type === EVENT_ID.POP) depth--;
      else if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) depth++;
    } while (depth > 0);
  }
}

function offsetOf(event: Event): number | null {
  if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return null;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  return event.valueStart === -1 || isBlock(event) ? null : event.valueStart - (isQuoted(event) ? 1 : 0);
}

/** The parser's offset of a block scalar is that of its text, some lines below the `|` or `>` that begins it. */
const isBlock = ({ style }: ScalarEvent): boolean =>
  style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;

/** The parser's offset of a quoted scalar is that of its text, behind the quote. */
const isQuoted = ({ style }: ScalarEvent): boolean =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
