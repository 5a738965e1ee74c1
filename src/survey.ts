import { findModels, isMarkerName, mayMarkModel, modelFolderOf, nameModels } from "./discover/models.js";
import { globs } from "./discover/glob.js";
import { withHolders } from "./discover/holders.js";
import { isReached, liesIn, type Reach } from "./discover/reach.js";
import { namesOtherSide } from "./discover/side-by-name.js";
import { walk } from "./discover/walk.js";
import { createFormats, type Formats } from "./formats.js";
import type { FileToRead } from "./gather/gather.js";
import type { Wanted } from "./model/adapter.js";
import type { Configuration, ConfiguredModel, EvidenceRule, TableDeclaration } from "./model/configuration.js";
import type { ModelIdentity } from "./model/evidence.js";
import { lockName } from "./model/lock.js";
import { UsageError } from "./model/problem.js";
import type { FileSystem } from "./model/world.js";
import { defaultLimits } from "./read/limits.js";
import { readLock } from "./read/lock.js";
import { loadParsers, type Parsed, type Parsers } from "./read/parsers.js";
import { createReader, type Reader } from "./read/reader.js";
import { extensionOf } from "./read/syntax.js";
import type { Recogniser } from "./recognise.js";

export interface SurveyedModel {
  readonly identity: ModelIdentity;
  readonly files: readonly FileToRead[];
}

/** What a tree holds: its models with their files, before any of them is read for facts. */
export interface Survey {
  readonly tree: FileSystem;
  readonly models: readonly SurveyedModel[];
  /** Files above every model folder. */
  readonly unowned: readonly FileToRead[];
  /** Files whose names say that they hold results, in a form that is never opened. */
  readonly sealed: readonly string[];
  /** Links to folders, which are not followed. */
  readonly links: readonly string[];
  readonly reader: Reader;
  /** What the files may be written in; what is to be read is prepared first. */
  readonly formats: Formats;
  readonly recognise: Recogniser;
  /** Digests of the files that were collected from elsewhere, by `referee.lock`. */
  readonly locked: ReadonlyMap<string, string>;
}

export interface SurveyRequest {
  readonly tree: FileSystem;
  readonly rootName: string;
  readonly configuration: Configuration;
  /** Folders and files relative to the root; `""` is everything. */
  readonly scope: readonly string[];
  /** The part that matters; absent or null where everything does. */
  readonly reach?: Reach | null;
  /** Whether files that hold models are looked into. */
  readonly modelFiles: boolean;
  /** Whether every format is loaded at once, or each as files need it. */
  readonly formats: "all" | "as-needed";
}

const syntaxByEnding: Readonly<Record<string, Parsed>> = {
  csv: "delimited",
  tsv: "delimited",
  jtl: "delimited",
  log: "delimited",
  md: "front-matter",
  markdown: "front-matter",
  mdx: "front-matter",
  qmd: "front-matter",
  toml: "toml",
  parquet: "parquet",
  eval: "archive",
};

/**
 * Walks a tree, finds its models and says which file belongs to which.
 *
 * @throws UsageError where its `referee.lock` cannot be read
 */
export async function survey({
  tree,
  rootName,
  configuration,
  scope,
  reach = null,
  ...asked
}: SurveyRequest): Promise<Survey> {
  const folders = scope.filter((path) => path === "" || tree.list(path).length > 0);
  const single = scope.filter((path) => !folders.includes(path));
  const {
    files: walked,
    sealed,
    links,
  } = walk(tree, withoutNested(folders), configuration.ignore, asked.modelFiles, reach);
  const files = [...new Set([...walked, ...single])].filter((path) => path !== lockName).sort();
  const lock = readLock(tree);
  if (lock.kind === "problem") throw new UsageError([lock.problem]);
  const locked = new Map(lock.kind === "lock" ? lock.lock.files.map(({ path, digest }) => [path, digest]) : []);
  const parsers = await parsersFor(files);
  const reader = createReader(tree, parsers, defaultLimits);
  const formats = createFormats();
  if (asked.formats === "all") await formats.all();
  const recognise = remembering(formats.recognise);

  // A file that is asked for by itself belongs to the model of its folder, whose card is not in the scope.
  const marking = [...files, ...single.flatMap((path) => cardsBeside(path, tree))];
  const candidates = [...new Set(marking)].filter(mayMarkModel).sort();
  tree.expect?.(candidates);
  const byPath = new Map(configuration.models.map((model) => [model.path, model]));
  const discovered = await findModels(candidates, {
    reader,
    recognise,
    configured: new Set(byPath.keys()),
    prepare: (opened) => formats.prepare(opened),
  });
  const modelFolders = [...new Set([...discovered.map(({ path }) => path), ...byPath.keys()])].sort();
  const given = new Map(configuration.models.map(({ path, name }) => [path, name]));
  const names = nameModels(modelFolders, rootName, given);
  const nameOf = (folder: string): string => names.get(folder) ?? folder;

  const matchers = await globs(configuration.evidence.map(({ files: pattern }) => pattern));
  const rules = configuration.evidence.map((rule, at) => ({ rule, matches: matchers[at] ?? matchesNothing }));
  const folderSet = new Set(modelFolders);
  const folderByName = new Map(modelFolders.map((folder) => [nameOf(folder), folder]));
  const owned = new Map<string, FileToRead[]>(modelFolders.map((folder) => [folder, []]));
  const unowned: FileToRead[] = [];
  const told = new Set<string>();
  for (const path of files) {
    const applying = rules.filter(({ matches }) => matches(path)).map(({ rule }) => rule);
    if (applying.some(tellsSide)) told.add(path);
    const folder = ownerOf(applying, folderByName) ?? modelFolderOf(path, folderSet);
    const files = folder === null ? unowned : owned.get(folder);
    for (const side of sidesOf(applying)) files?.push(fileToRead(path, side));
  }
  const models = modelFolders
    .filter((folder) => (owned.get(folder)?.length ?? 0) > 0 || isLookedFor(folder, byPath, reach, scope))
    .map((folder) => ({
      identity: identityOf(folder, nameOf(folder), byPath.get(folder), configuration),
      files: sidedByName(owned.get(folder) ?? [], told, folder, byPath.get(folder)),
    }))
    .sort((a, b) => (a.identity.name < b.identity.name ? -1 : 1));
  return { tree, models, unowned, sealed, links, reader, formats, recognise, locked };
}

const matchesNothing = (): boolean => false;

/** What files of these names may be written in. */
export const parsersFor = (files: readonly string[]): Promise<Parsers> =>
  loadParsers(new Set(files.flatMap((path) => syntaxByEnding[extensionOf(path)] ?? [])));

/** True for a model that the configuration names where nothing is to be read of it, and would have been seen. */
const isLookedFor = (
  folder: string,
  named: ReadonlyMap<string, ConfiguredModel>,
  reach: Reach | null,
  scope: readonly string[],
): boolean =>
  named.has(folder) && (reach === null || isReached(reach, folder)) && scope.some((asked) => liesIn(folder, asked));

/** What a file is was found out when models were sought: it is not asked again when the model is read. */
function remembering(recognise: Recogniser): Recogniser {
  const known = new Map<string, ReturnType<Recogniser>>();
  return (file, asTable) => {
    const before = isMarkerName(file.name) ? known.get(file.path) : undefined;
    if (before !== undefined) return before;
    const found = recognise(file, asTable);
    if (isMarkerName(file.name)) known.set(file.path, found);
    return found;
  };
}

function cardsBeside(path: string, tree: FileSystem): readonly string[] {
  const beside: string[] = [];
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    for (const kept of withHolders(tree, folder)) {
      for (const { name, kind } of tree.list(kept)) {
        if (kind === "file" && isMarkerName(name)) beside.push(kept === "" ? name : `${kept}/${name}`);
      }
    }
    if (folder === "") return beside;
  }
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

const withoutNested = (folders: readonly string[]): readonly string[] =>
  folders.filter((folder) => !folders.some((other) => other !== folder && liesIn(folder, other)));

/** A file that is named for both sides in the same words, as joint counts of two models are, is read for each. */
function sidesOf(rules: readonly EvidenceRule[]): readonly (readonly EvidenceRule[])[] {
  const forBoth = (rule: EvidenceRule): boolean =>
    rules.some(({ files, baseline }) => files === rule.files && baseline !== rule.baseline);
  if (!rules.some(forBoth)) return [rules];
  return [rules.filter(({ baseline }) => !baseline), rules.filter(({ baseline }) => baseline)];
}

/**
 * Files that call themselves the champion's are its side, where the configuration says neither of them nor of any other
 * file or model that it is what the model is compared with.
 *
 * @param told files whose side the configuration says
 */
function sidedByName(
  files: readonly FileToRead[],
  told: ReadonlySet<string>,
  folder: string,
  configured: ConfiguredModel | undefined,
): readonly FileToRead[] {
  if ((configured?.champion ?? null) !== null || files.some(({ baseline }) => baseline)) return files;
  return files.map((file) =>
    !told.has(file.path) && namesOtherSide(file.path, folder) ? { ...file, baseline: true } : file,
  );
}

const tellsSide = ({ baseline, candidate, mapping, table }: EvidenceRule): boolean =>
  baseline || candidate === true || mapping !== null || (table !== null && table.role !== null);

const fileToRead = (path: string, rules: readonly EvidenceRule[]): FileToRead => ({
  path,
  baseline: rules.some(({ baseline }) => baseline),
  mappings: rules.flatMap(({ mapping }) => (mapping === null ? [] : [mapping])),
  table: tableDeclared(rules),
});

/** What the rules say of a table together; the first that says a thing stands. */
function tableDeclared(rules: readonly EvidenceRule[]): TableDeclaration | null {
  const stated = rules.flatMap(({ table }) => table ?? []);
  if (stated.length === 0) return null;
  return {
    role: stated.find(({ role }) => role !== null)?.role ?? null,
    columns: stated.reduceRight<TableDeclaration["columns"]>((all, { columns }) => ({ ...all, ...columns }), {}),
  };
}

function ownerOf(rules: readonly EvidenceRule[], folderByName: ReadonlyMap<string, string>): string | null {
  for (const { model } of rules) {
    const folder = model === null ? undefined : folderByName.get(model);
    if (folder !== undefined) return folder;
  }
  return null;
}

const identityOf = (
  folder: string,
  name: string,
  configured: ConfiguredModel | undefined,
  configuration: Configuration,
): ModelIdentity => ({
  name,
  path: folder,
  stage: configured?.stage ?? configuration.stages.default,
  risk: configured?.risk ?? null,
  owner: configured?.owner ?? null,
  run: configured?.run ?? null,
  champion: configured?.champion ?? null,
});

/** Everything: what `inspect` asks for. */
export const wantEverything: Wanted = {
  has: () => true,
  markdownBody: true,
  claimable: [],
  modelFiles: true,
  metrics: null,
  cardFields: null,
  datasetDriftOnly: false,
  suitesOnly: false,
};
