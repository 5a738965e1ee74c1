import type { Adapter, EvidenceFile, Syntax } from "./model/adapter.js";

export type Recogniser = (file: EvidenceFile) => Adapter | null;

/** Asks the formats of a file's syntax, the fallbacks last. */
export function createRecogniser(adapters: readonly Adapter[]): Recogniser {
  const bySyntax = new Map<Syntax, readonly Adapter[]>();
  const ordered = [
    ...adapters.filter(({ fallback }) => fallback !== true),
    ...adapters.filter(({ fallback }) => fallback === true),
  ];
  return (file) => {
    const { syntax } = file;
    let asked = bySyntax.get(syntax);
    if (asked === undefined)
      bySyntax.set(syntax, (asked = ordered.filter((adapter) => adapter.syntax.includes(syntax))));
    return asked.find((adapter) => adapter.recognises(file)) ?? null;
  };
}
