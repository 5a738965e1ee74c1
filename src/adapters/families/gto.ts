import type { Value } from "../../model/adapter.js";
import { hasKeys, list, member, text } from "../../read/shape.js";

/** Registers of GTO, whose truth is the tags of a git repository. */

export const isEvent = (event: Value | undefined): boolean =>
  hasKeys(event, "artifact", "event", "version") && (hasKeys(event, "commit") || hasKeys(event, "commit_hexsha"));

export const isVersion = (version: Value | undefined): boolean =>
  hasKeys(version, "artifact", "version", "registrations", "stages");

/** When something happened: newer outputs call it `created_at`, the history `timestamp`. */
export const momentOf = (entry: Value): string | null =>
  text(member(entry, "created_at")) ?? text(member(entry, "timestamp")) ?? null;

/** A version, or several where a stage may hold more than one. */
export const versionsOf = (held: Value | undefined): readonly string[] =>
  (list(held) ?? [held]).map((version) => text(version)).filter((version) => version !== undefined);
