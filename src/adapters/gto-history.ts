import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { readInstant } from "../normalise/instant.js";
import { isList, list, member, text } from "../read/shape.js";
import { isEvent, momentOf } from "./families/gto.js";

interface Event {
  readonly artifact: string;
  readonly event: string;
  readonly version: string;
  readonly stage: string | null;
  readonly at: string | null;
  readonly pointer: string;
}

const eventOf = (event: Value, place: string): Event => ({
  artifact: text(member(event, "artifact")) ?? "",
  event: text(member(event, "event")) ?? "",
  version: text(member(event, "version")) ?? "",
  stage: text(member(event, "stage")) ?? null,
  at: momentOf(event),
  pointer: place,
});

const eventsOf = (value: Value | undefined): readonly Event[] => {
  const events = isList(value)
    ? value.map((event, index) => [event, pointer("", index)] as const)
    : [[value, ""] as const];
  return events.flatMap(([event, place]) => (event !== undefined && isEvent(event) ? [eventOf(event, place)] : []));
};

const moment = ({ at }: Event): number => Date.parse(readInstant(at) ?? "") || 0;

/** Oldest first. GTO lists the newest first, and events of one second in that order too. */
const inOrder = (events: readonly Event[]): readonly Event[] =>
  [...events].reverse().sort((one, other) => moment(one) - moment(other));

/** What holds after all events: registered versions, and the version that each stage was given last. */
function presentOf(events: readonly Event[]): readonly Event[] {
  const versions = new Map<string, Event>();
  const stages = new Map<string, Event>();
  for (const event of inOrder(events)) {
    const version = JSON.stringify([event.artifact, event.version]);
    const stage = JSON.stringify([event.artifact, event.stage]);
    if (event.event === "registration") versions.set(version, event);
    if (event.event === "deregistration") versions.delete(version);
    if (event.event === "assignment") stages.set(stage, event);
    if (event.event === "unassignment" && stages.get(stage)?.version === event.version) stages.delete(stage);
    if (event.event === "deprecation") {
      for (const [key, held] of versions) if (held.artifact === event.artifact) versions.delete(key);
      for (const [key, held] of stages) if (held.artifact === event.artifact) stages.delete(key);
    }
  }
  const staged = new Set([...stages.values()].map(({ artifact, version }) => JSON.stringify([artifact, version])));
  return [...stages.values(), ...[...versions].filter(([key]) => !staged.has(key)).map(([, event]) => event)];
}

/** What happened to artifacts: registrations, assignments to stages, and their ends. */
export const gtoHistory: Adapter = {
  id: "gto-history",
  title: "GTO history (`gto history --json`, `gto check-ref --json`)",
  definedAt: "https://dvc.org/doc/gto/command-reference/history",
  versions: "gto 1.10.1; ends of registrations and assignments from the source, not seen",
  reads:
    "What holds after all events: the version that each stage was given last, and registered versions without a stage.",
  leaves: "Events that later ones undid, commits of artifacts' descriptions, authors and messages.",
  syntax: ["json"],
  gives: ["model"],
  recognises: ({ value }) => isEvent(list(value)?.[0]) || isEvent(value),

  read: ({ value }): readonly Statement[] =>
    presentOf(eventsOf(value)).map(({ artifact, version, stage, at, pointer: place }) => ({
      kind: "model",
      name: artifact,
      version,
      stage,
      at,
      where: { pointer: pointer(place, stage === null ? "version" : "stage") },
    })),
};
