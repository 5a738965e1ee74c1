import type { Adapter, EvidenceFile, Syntax } from "./model/adapter.js";

/** `asTable` is true where the configuration says that the file is a table of rows, whatever it looks like. */
export type Recogniser = (file: EvidenceFile, asTable?: boolean) => Adapter | null;

/** Asks the formats of a file's syntax, the fallbacks last. */
export function createRecogniser(adapters: readonly Adapter[]): Recogniser {
  const bySyntax = new Map<Syntax, readonly Adapter[]>();
  const ordered = [
    ...adapters.filter(({ fallback }) => fallback !== true),
    ...adapters.filter(({ fallback }) => fallback === true),
  ];
  return (file, asTable = false) => {
    const { syntax } = file;
    let asked = bySyntax.get(syntax);
    if (asked === undefined)
      bySyntax.set(syntax, (asked = ordered.filter((adapter) => adapter.syntax.includes(syntax))));
    const plain = asTable ? asked.find(({ fallback, gives }) => fallback === true && gives.includes("table")) : null;
    return plain ?? asked.find((adapter) => adapter.recognises(file)) ?? null;
  };
}
