import type { FileChange, History } from "../model/history.js";
import type { FileSystem } from "../model/world.js";
import { partsOf } from "../model/parts.js";

/** A tree that keeps every file that somebody reads whole. */
export interface RecordedTree {
  readonly tree: FileSystem;
  readonly read: ReadonlyMap<string, Uint8Array>;
}

export function recordedTree(tree: FileSystem): RecordedTree {
  const read = new Map<string, Uint8Array>();
  return {
    read,
    tree: {
      ...tree,
      read(path, limit) {
        const contents = tree.read(path, limit);
        if (contents.kind === "bytes") read.set(path, Uint8Array.from(contents.bytes));
        return contents;
      },
      parts(path) {
        const contents = tree.read(path, Number.POSITIVE_INFINITY);
        if (contents.kind !== "bytes") return null;
        read.set(path, Uint8Array.from(contents.bytes));
        return partsOf(contents.bytes);
      },
    },
  };
}

/** Answers of git about a tree's files, by question. */
export interface Answers {
  readonly cut_off: string | null;
  readonly last: Readonly<Record<string, FileChange | null>>;
  readonly all: Readonly<Record<string, readonly FileChange[]>>;
  readonly lines: Readonly<Record<string, FileChange | null>>;
}

/** A history that keeps its answers, so that a later run needs no git. */
export function recordedHistory(history: History): { readonly history: History; answers(): Answers } {
  const last = new Map<string, FileChange | null>();
  const all = new Map<string, readonly FileChange[]>();
  const lines = new Map<string, FileChange | null>();
  const kept = <Answer>(answers: Map<string, Answer>, key: string, ask: () => Answer): Answer => {
    const answer = ask();
    answers.set(key, answer);
    return answer;
  };
  return {
    history: {
      get cutOff() {
        return history.cutOff;
      },
      lastChange: (path) => kept(last, path, () => history.lastChange(path)),
      changes: (path) => kept(all, path, () => history.changes(path)),
      lineChange: (path, line) => kept(lines, `${line} ${path}`, () => history.lineChange(path, line)),
    },
    answers: () => ({
      cut_off: history.cutOff,
      last: Object.fromEntries(last),
      all: Object.fromEntries(all),
      lines: Object.fromEntries(lines),
    }),
  };
}

/** The history that gave these answers; of what nobody asked it knows nothing. */
export const answeredHistory = ({ cut_off: cutOff, last, all, lines }: Answers): History => ({
  cutOff,
  lastChange: (path) => own(last, path) ?? null,
  changes: (path) => own(all, path) ?? [],
  lineChange: (path, line) => own(lines, `${line} ${path}`) ?? null,
});

const own = <Answer>(answers: Readonly<Record<string, Answer>>, key: string): Answer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;
