import type { Adapter, NamedMetric, Wanted } from "../model/adapter.js";
import type { TableDeclaration } from "../model/configuration.js";
import type { BrokenFile, EvidenceFileSummary } from "../model/evidence.js";
import type { Fact, FactKind, FactOf, ProblemKind, Statement, Vouched } from "../model/fact.js";
import { lockWords } from "../model/lock.js";
import { wholeFile } from "../model/source.js";
import { mapFile, mappedMetrics, type Mapping } from "../normalise/mapping.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { toFacts, type FileContext } from "../normalise/facts.js";
import { defaultLimits } from "../read/limits.js";
import type { OpenedFile } from "../read/opened-file.js";
import { raggedFault } from "../read/ragged.js";
import type { Reader } from "../read/reader.js";
import type { Recogniser } from "../recognise.js";
import { copiesAmong } from "./copies.js";
import { factAbout, otherEvaluated } from "./evaluated-models.js";
import { kindsByName } from "./kinds-by-name.js";

/** A file to read and the side of the model that it speaks for. */
export interface FileToRead {
  readonly path: string;
  readonly baseline: boolean;
  readonly mappings: readonly Mapping[];
  /** What the configuration says of a table of rows. */
  readonly table: TableDeclaration | null;
}

export interface Gathered {
  readonly facts: readonly Fact[];
  /** What the files state of other models by name. It lies where those who answer for them need not look: no rule judges it. */
  readonly ofOthers: readonly Fact[];
  readonly broken: readonly BrokenFile[];
  readonly files: readonly EvidenceFileSummary[];
}

export interface GatherContext {
  readonly reader: Reader;
  readonly recognise: Recogniser;
  readonly wanted: Wanted;
  readonly model: string | null;
  vouchedFor(path: string): Vouched;
  /** The digest that `referee.lock` has of a file; undefined for files that it does not know. */
  lockedDigest(path: string): string | undefined;
}

/** Kinds of problem after which a file's facts are not to be trusted to be all there. */
const breaking: ReadonlySet<ProblemKind> = new Set([
  "unreadable",
  "truncated",
  "python-repr",
  "empty",
  "duplicate-key",
  "limit",
  "template",
]);

/** Reads files into facts, in path order. What nobody recognised is listed with `format: null`. */
export function gather(files: readonly FileToRead[], context: GatherContext): Gathered {
  const facts: Fact[] = [];
  const ofOthers: Fact[] = [];
  const broken: BrokenFile[] = [];
  const summaries: EvidenceFileSummary[] = [];
  const reads = readFiles(files, context);
  const copies = copiesAmong(reads);
  for (const one of reads) {
    const { file, opened, read } = one;
    if (!copies.has(one)) for (const fact of read.facts) (fact.model === context.model ? facts : ofOthers).push(fact);
    if (read.broken !== null) broken.push(read.broken);
    const problems = read.facts.filter(({ kind }) => kind === "problem").length;
    summaries.push({
      path: file.path,
      format: read.format,
      facts: read.facts.length - problems,
      problems,
      baseline: file.baseline,
      locked: isLocked(context.lockedDigest(file.path), opened),
    });
  }
  return { facts, ofOthers, broken, files: summaries };
}

/** A file as it was read. */
interface FileRead {
  readonly file: FileToRead;
  readonly opened: OpenedFile;
  readonly read: ReadFile;
}

/** The files that are there; cards with what their bodies claim where nothing else states a metric that rules judge. */
function readFiles(files: readonly FileToRead[], context: GatherContext): readonly FileRead[] {
  const { wanted, model } = context;
  const found = files.flatMap((file): FileRead[] => {
    const opened = context.reader.open(file.path);
    return opened === null ? [] : [{ file, opened, read: readFile(opened, file, context) }];
  });
  const reads = withOthersNamed(found, model);
  if (reads.every(({ read }) => !read.isCard)) return reads;
  const own = reads.flatMap(({ read }) => read.facts.filter((fact) => fact.model === model));
  if (wanted.claimable.every((asked) => isStated(own, asked))) return reads;
  const bodies: GatherContext = { ...context, wanted: { ...wanted, markdownBody: true } };
  return reads.map((one) => (one.read.isCard ? { ...one, read: readFile(one.opened, one.file, bodies) } : one));
}

/** Results of several models beside one are about those that are not it. */
function withOthersNamed(reads: readonly FileRead[], model: string | null): readonly FileRead[] {
  const others = otherEvaluated(reads, model);
  if (others.size === 0) return reads;
  return reads.map((one) => {
    const other = others.get(one);
    if (other === undefined) return one;
    return { ...one, read: { ...one.read, facts: one.read.facts.map((fact) => factAbout(fact, other)) } };
  });
}

/** True where evidence, not a claim, states a metric over all data or the asked slices. */
function isStated(facts: readonly Fact[], { metric, keys }: NamedMetric): boolean {
  const canonical = interpretMetric(metric).metric;
  return facts.some((fact) => {
    if (fact.kind !== "measurement" || fact.claimed) return false;
    if (fact.raw_metric !== metric && fact.metric !== canonical) return false;
    const own = Object.keys(fact.slice);
    return own.length === (keys?.length ?? 0) && own.every((key) => keys?.includes(key) === true);
  });
}

interface ReadFile {
  /** True for a card whose body may claim more than was read. */
  readonly isCard: boolean;
  readonly facts: readonly Fact[];
  readonly broken: BrokenFile | null;
  readonly format: string | null;
}

function readFile(opened: OpenedFile, { mappings, table }: FileToRead, context: GatherContext): ReadFile {
  const declared = table?.role ?? null;
  const adapter = mappings.length > 0 ? null : context.recognise(opened, declared !== null);
  const takesCells = mappings.length > 0 || (adapter !== null && adapter.byExtent !== true);
  const file = takesCells ? opened.whole() : opened;
  const format = mappings.length > 0 ? "mapped" : (adapter?.id ?? null);
  const shared: FileContext = {
    path: file.path,
    model: context.model,
    format,
    vouched: context.vouchedFor(file.path),
    numbersAsText: adapter?.numbersAsText === true || file.syntax === "delimited",
    claims: adapter?.claims === true,
  };
  const complete = adapter?.speaksByName === true && file.size === 0;
  const strayed = strayedFrom(context.lockedDigest(file.path), file);
  const refused = strayed.length > 0 || !takesCells ? strayed : raggedIn(file);
  const statements =
    refused.length > 0 || (file.broken && !complete) ? refused : statementsOf(file, adapter, mappings, context.wanted);
  const stated = toFacts(statements, shared);
  const facts =
    declared === null ? stated : stated.map((fact) => (fact.kind === "table" ? { ...fact, role: declared } : fact));
  for (const { problem, message, mend, line, column } of complete ? [] : file.faults) {
    facts.push({
      kind: "problem",
      problem,
      message,
      mend,
      model: shared.model,
      version: null,
      format,
      at: null,
      vouched: shared.vouched,
      source: { ...wholeFile(file.path), line: line ?? 1, column },
    });
  }
  const broken = brokenFile(file, facts, adapter, mappings, format);
  const isCard = shared.claims && file.syntax === "front-matter" && !context.wanted.markdownBody;
  return { facts: [...facts, ...strangersIn(facts, context.model)], isCard, format, broken };
}

/** A problem for each other model that a file states anything of: it is believed of neither. */
function strangersIn(facts: readonly Fact[], model: string | null): readonly FactOf<"problem">[] {
  if (model === null || facts.every((fact) => fact.model === model)) return [];
  const strangers = new Map<string, Fact>();
  for (const fact of facts)
    if (fact.model !== null && fact.model !== model && !strangers.has(fact.model)) strangers.set(fact.model, fact);
  return [...strangers].map(([name, first]) => ({
    kind: "problem",
    problem: "conflict",
    message: `the file belongs to the model ${model}, and states something of ${name}: no rule judges it`,
    mend: `put it below the folder of ${name}, name the file in referee.yaml under \`evidence\` with that model, or leave \`model\` out`,
    model,
    version: null,
    format: first.format,
    at: null,
    vouched: first.vouched,
    source: first.source,
  }));
}

/** The digest is taken only of a file that the lock knows. */
const isLocked = (locked: string | undefined, file: OpenedFile): boolean =>
  locked !== undefined && locked === file.digest;

/** Told of a file that is no longer what was collected: nothing of it is believed. */
const strayedFrom = (locked: string | undefined, file: OpenedFile): readonly Statement[] =>
  locked === undefined || locked === file.digest
    ? []
    : [
        {
          kind: "problem",
          where: { line: 1 },
          problem: "unreadable",
          message: `the file ${lockWords.changed}`,
          mend: lockWords.mend,
        },
      ];

/** Of a table whose rows are not whole no cell is believed: it may stand under another column's name. */
function raggedIn({ table, text, broken }: OpenedFile): readonly Statement[] {
  const found = table === undefined || broken ? null : raggedFault(table, text);
  if (found === null) return [];
  const { problem, message, mend, line } = found;
  return [{ kind: "problem", where: { line: line ?? 1 }, problem, message, mend }];
}

function statementsOf(
  file: OpenedFile,
  adapter: Adapter | null,
  mappings: readonly Mapping[],
  wanted: Wanted,
): readonly Statement[] {
  if (mappings.length > 0)
    return mappings.filter(({ kind }) => wanted.has(kind)).flatMap((mapping) => mapFile(file, mapping, wanted.metrics));
  if (adapter === null) return [];
  try {
    return bounded(adapter.read(file, wanted));
  } catch (error) {
    // Depth and size are bounded before; what is left is a file that drives its reader out of its stack, or our fault.
    const message =
      error instanceof RangeError
        ? "the file is nested too deep for its reader"
        : `the reader of ${adapter.id} failed on this file: ${error instanceof Error ? error.message : "unknown"}`;
    return [
      {
        kind: "problem",
        where: { line: 1 },
        problem: "unreadable",
        message,
        mend: "report the file's shape to the project",
      },
    ];
  }
}

/** What states more than anyone can judge is refused whole: no part of it is believed. */
const bounded = (statements: readonly Statement[]): readonly Statement[] =>
  statements.length <= defaultLimits.facts
    ? statements
    : [
        {
          kind: "problem",
          where: { line: 1 },
          problem: "limit",
          message: `the file states ${statements.length} things, more than the ${defaultLimits.facts} that are read of one file`,
          mend: "commit a summary of it",
        },
      ];

function brokenFile(
  file: OpenedFile,
  facts: readonly Fact[],
  adapter: Adapter | null,
  mappings: readonly Mapping[],
  format: string | null,
): BrokenFile | null {
  const problem = facts.find(
    (fact): fact is FactOf<"problem"> => fact.kind === "problem" && breaking.has(fact.problem),
  );
  if (problem === undefined) return null;
  const gives: readonly FactKind[] =
    mappings.length > 0 ? mappings.map(({ kind }) => kind) : (adapter?.gives ?? kindsByName(file.name));
  const metrics = mappings.map(mappedMetrics);
  return {
    source: problem.source,
    problem: problem.problem,
    message: problem.message,
    mend: problem.mend,
    format,
    gives,
    claims: adapter?.claims === true || (adapter === null && mappings.length === 0 && gives.includes("card")),
    metrics:
      metrics.length > 0 && metrics.every((names) => names !== null)
        ? metrics.flat().filter((name) => name !== null)
        : null,
  };
}
