import type { FileChange, History } from "../../src/model/history.js";

/** A history of some files: the days, newest first, on which each was committed. Of one day is one commit. */
export function historyOf(days: Readonly<Record<string, readonly string[]>>, cutOff: string | null = null): History {
  const changes = (path: string): readonly FileChange[] =>
    (days[path] ?? []).map((day) => ({
      commit: day.replaceAll("-", "").padEnd(40, "0"),
      at: Date.parse(`${day}T12:00:00Z`),
      author: "someone@example.com",
    }));
  return { cutOff, changes, lastChange: (path) => changes(path)[0] ?? null, lineChange: () => null };
}
