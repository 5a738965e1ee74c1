import type { Adapter, EvidenceFile } from "./model/adapter.js";
import { createRecogniser, type Recogniser } from "./recognise.js";

/** The formats of a run, loaded as its files need them: most repositories hold few of the many. */
export interface Formats {
  /** @throws Error for a file that was not prepared, which is our fault */
  readonly recognise: Recogniser;
  /** Loads what these files may be written in; afterwards `recognise` answers for them. */
  prepare(files: Iterable<EvidenceFile>): Promise<void>;
  /** Loads every format; afterwards `recognise` answers for any file. */
  all(): Promise<void>;
}

/** A format that is asked before all are loaded: recognisers exclude one another, so that asking it first is only sooner. */
interface Likely {
  suits(file: EvidenceFile): boolean;
  load(): Promise<Adapter>;
}

const likely: readonly Likely[] = [
  {
    suits: (file) => file.syntax === "front-matter" && (hasKey(file, "license") || hasKey(file, "model-index")),
    load: async () => (await import("./adapters/huggingface-card.js")).huggingfaceCard,
  },
  {
    suits: (file) => file.syntax === "json" && hasKey(file, "metrics") && hasKey(file, "tests"),
    load: async () => (await import("./adapters/evidently-report.js")).evidentlyReport,
  },
  {
    suits: (file) => file.syntax === "json" && hasKey(file, "results") && hasKey(file, "statistics"),
    load: async () => (await import("./adapters/great-expectations-validation.js")).greatExpectationsValidation,
  },
  {
    suits: ({ name }) => name.endsWith(".facts.jsonl"),
    load: async () => (await import("./adapters/facts-jsonl.js")).factsJsonl,
  },
];

function hasKey({ value }: EvidenceFile, key: string): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, key);
}

/** Formats of which none is loaded yet. */
export function createFormats(): Formats {
  const loaded = new Map<Likely, Adapter>();
  const answers = new WeakMap<EvidenceFile, Adapter>();
  let every: Recogniser | null = null;

  const all = async (): Promise<void> => {
    if (every !== null) return;
    every = createRecogniser((await import("./adapters/index.js")).adapters);
    // Asked first all the same: a model's files are mostly of these.
    for (const one of likely) if (!loaded.has(one)) loaded.set(one, await one.load());
  };
  const answerOf = (file: EvidenceFile): Adapter | undefined => {
    const known = answers.get(file);
    if (known !== undefined) return known;
    for (const adapter of loaded.values()) {
      if (!adapter.syntax.includes(file.syntax) || !adapter.recognises(file)) continue;
      answers.set(file, adapter);
      return adapter;
    }
    return undefined;
  };

  return {
    all,
    async prepare(files) {
      for (const file of files) {
        if (every !== null) return;
        for (const one of likely) if (!loaded.has(one) && one.suits(file)) loaded.set(one, await one.load());
        if (answerOf(file) === undefined) await all();
      }
    },
    recognise(file, asTable) {
      const found = asTable === true ? undefined : answerOf(file);
      if (found !== undefined) return found;
      if (every === null) throw new Error(`the format of ${file.path} was asked before it was loaded`);
      return every(file, asTable);
    },
  };
}
