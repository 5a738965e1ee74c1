import { posix } from "node:path";
import { configurationOfTree, preparedFrom, stagesOf, type Prepared } from "../prepare/prepared.js";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import { samePerson } from "../judging/person.js";
import { problemAt, UsageError, type Problem } from "../model/problem.js";
import type { Waiver } from "../model/waiver.js";
import type { FileSystem } from "../model/world.js";
import { loadConfiguration } from "../policy/configuration.js";
import { policyFilesOf } from "../policy/files.js";
import { loadAnyPolicies } from "../policy/load.js";
import { loadWaivers } from "../policy/waivers.js";
import { isFile, type RunPlace } from "./place.js";

/** Policies that are named, relative to the root; they are written relative to the folder that is asked for. */
export const namedPolicies = ({ root }: RunPlace, folder: string, policies: readonly string[]): readonly string[] =>
  policies.map((reference) =>
    reference.startsWith("referee:") ? reference : posix.normalize(posix.join(posix.relative(root, folder), reference)),
  );

/**
 * Configuration, policies and waivers of a tree.
 *
 * @param named policies relative to the root, in place of those that the configuration names
 * @throws UsageError with everything that is wrong with any of them
 */
export async function preparedOf(
  tree: FileSystem,
  { configuration: path }: RunPlace,
  named: readonly string[],
  now: number,
): Promise<Prepared> {
  const configuration = (path === null ? null : configurationOfTree(tree, path)) ?? defaultConfiguration;
  const beside = policyFilesOf(tree, besides(path));
  const [references, files] = named.length > 0 ? [named, policyFilesOf(tree)] : [configuration.policies, beside];
  const prepared = await preparedFrom(configuration, references, files, beside, now, path === null);
  const file = prepared.judgedBy.configuration;
  const judged = file === null || path === null ? file : { ...file, path };
  return { ...prepared, judgedBy: { ...prepared.judgedBy, configuration: judged, named } };
}

const besides = (path: string | null): string => (path === null ? "" : posix.dirname(path).replace(/^\.$/, ""));

/**
 * A change may not bring the policy that judges it where the base has others.
 *
 * @param mends what to do instead, by the named policies that the base has as well
 * @throws UsageError where one of the named is new
 */
export function refuseNew(
  named: readonly string[],
  baseTree: FileSystem,
  tree: FileSystem,
  mends: { newPolicy(kept: readonly string[]): string },
): void {
  const isNew = (path: string): boolean =>
    !path.startsWith("referee:") && !isFile(baseTree, path) && isFile(tree, path);
  const problems = named.filter(isNew).map((path) => {
    const mend = mends.newPolicy(named.filter((other) => !isNew(other)));
    return problemAt(
      "usage",
      `the change brings the policy ${path}, and the base, which judges it, does not have it`,
      mend,
    );
  });
  if (problems.length > 0) throw new UsageError(problems);
}

/** What a change would judge with once it is merged. */
export interface Proposal {
  readonly configuration: Configuration | null;
  /** Files of its policies and waivers, relative to the root. */
  readonly policies: readonly string[];
  /** What is wrong with them: it would stop every run once it is merged. */
  readonly problems: readonly Problem[];
  /** All that would judge; null where something is wrong with it. */
  readonly prepared: Pick<Prepared, "configuration" | "policies" | "waivers"> | null;
}

/** Deleting everything that judges is a proposal too: what is left is the pack that looks and does not gate. */
async function withoutAny(tree: FileSystem): Promise<Proposal> {
  const files = policyFilesOf(tree);
  const prepared = await preparedFrom(defaultConfiguration, [], files, files, 0, true);
  return { configuration: null, policies: [], problems: [], prepared };
}

/**
 * The change's own configuration, policies and waivers, which judge nothing yet.
 *
 * @param named policies relative to the root, in place of those that the configuration names
 */
export async function proposedBy(
  tree: FileSystem,
  path: string,
  named: readonly string[],
  now: number,
): Promise<Proposal> {
  if (!isFile(tree, path) && named.length === 0) return withoutAny(tree);
  const read = isFile(tree, path)
    ? loadConfiguration(path, policyFilesOf(tree))
    : { configuration: defaultConfiguration, problems: [] };
  const { policies, waivers, longestWaiver } = read.configuration;
  const beside = policyFilesOf(tree, besides(path));
  const references = named.length > 0 ? named : policies;
  const whole = read.problems.length === 0;
  const files = named.length > 0 ? policyFilesOf(tree) : beside;
  const loaded = whole
    ? await loadAnyPolicies(references.length === 0 ? ["referee:baseline"] : references, files, {
        stages: stagesOf(read.configuration),
      })
    : null;
  const waived = whole ? loadWaivers(waivers, beside, now, longestWaiver) : null;
  const problems = [...read.problems, ...(loaded?.problems ?? []), ...(waived?.problems ?? [])].map((problem) => ({
    ...problem,
    message: `the change's own ${problem.path ?? path} cannot judge once it is merged: ${problem.message}`,
  }));
  const sound = problems.length === 0 && loaded !== null && waived !== null;
  return {
    configuration: whole && isFile(tree, path) ? read.configuration : null,
    policies: [...policies, ...waivers].map((file) => posix.join(besides(path), file)),
    problems,
    prepared: sound ? { configuration: read.configuration, policies: loaded.policies, waivers: waived.waivers } : null,
  };
}

/** Waivers that the change brings and that nobody, or whoever brings it, approves: once merged they waive nothing. */
export function unapproved(
  proposed: readonly Waiver[],
  ofBase: readonly Waiver[],
  author: string | null,
): readonly Problem[] {
  const known = new Set(ofBase.map(sameWaiver));
  return proposed
    .filter((waiver) => !known.has(sameWaiver(waiver)))
    .flatMap(({ rule, model, path, line, approvedBy }) => {
      const brought = `the change brings a waiver of ${rule} for ${model}`;
      if (approvedBy === null)
        return [
          problemAt(
            "configuration",
            `${brought} that names nobody who approves it`,
            "add `approved-by:` with who agrees to it: not its owner, and not who writes it",
            { path, line },
          ),
        ];
      if (author === null || !samePerson(approvedBy, author)) return [];
      return [
        problemAt(
          "configuration",
          `${brought} that ${author} approves, who brings the change`,
          "let somebody else approve it: who makes an exception does not agree to it",
          { path, line },
        ),
      ];
    });
}

/** A waiver without its place. */
const sameWaiver = ({ path: _path, line: _line, approvalLine: _approval, ...said }: Waiver): string =>
  JSON.stringify(said);

/** Files that judge, on either side, among those that the change touches. */
export function editedRules(
  touched: readonly string[],
  { configuration: path }: RunPlace,
  { policies, configuration }: Prepared,
  proposed: readonly string[],
): readonly string[] {
  const written = policies.flatMap((policy) => [
    policy.path,
    ...policy.rules.flatMap(({ history }) => history.map((origin) => origin.path)),
  ]);
  const own = [...written, ...configuration.waivers].map((file) => posix.join(besides(path), file));
  const rules = new Set([...own, ...written, ...proposed, ...(path === null ? [] : [path])]);
  return touched.filter((file) => rules.has(file) || posix.basename(file) === "referee.yaml");
}

/** Said where a change may have edited the call of the gate. */
export function workflowNotes(touched: readonly string[]): readonly string[] {
  const workflows = touched.filter((path) => path.startsWith(".github/workflows/"));
  if (workflows.length === 0) return [];
  const named = workflows.slice(0, 3).join(", ");
  return [
    `The change edits ${named}, which may call this gate: only a ruleset that requires the workflow guards that.`,
  ];
}
