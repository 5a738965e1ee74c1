import { basename, dirname, relative, resolve, sep } from "node:path";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import { policyFilesOf } from "../policy/files.js";
import { lazily, preparedFrom, readConfiguration, type Prepared } from "../prepare/prepared.js";
import { disk } from "../world/disk.js";
import type { Place } from "./place.js";

/** The configuration of a place; the default one where there is none. @throws UsageError with all that is wrong with it */
export function configurationFor(place: Place): Configuration {
  if (place.configuration === null) return defaultConfiguration;
  return readConfiguration(basename(place.configuration), policyFilesOf(disk(dirname(place.configuration))));
}

/**
 * Configuration, policies and waivers of a place.
 *
 * @param named policies of the command line, relative to `folder`; they replace those of the configuration
 * @throws UsageError with everything that is wrong with any of them
 */
export async function prepare(place: Place, named: readonly string[], folder: string, now: number): Promise<Prepared> {
  const configuration = configurationFor(place);
  const beside = place.configuration === null ? place.root : dirname(place.configuration);
  const files = policyFilesOf(disk(beside));
  const fromRoot = (path: string): string => relative(place.root, path).split(sep).join("/");
  const judgedIn = (prepared: Prepared, asNamed: readonly string[]): Prepared => {
    const file = prepared.judgedBy.configuration;
    const placed = place.configuration;
    const judged = file === null || placed === null ? file : lazily(fromRoot(placed), () => file.digest);
    return { ...prepared, judgedBy: { ...prepared.judgedBy, configuration: judged, named: asNamed } };
  };
  if (named.length === 0) {
    const own = configuration.policies;
    return judgedIn(await preparedFrom(configuration, own, files, files, now, place.configuration === null), []);
  }
  // Policies of the command line may lie anywhere: they are read from the folder that holds them and the root, so that
  // a path in the report says where each lies.
  const isPack = (reference: string): boolean => reference.startsWith("referee:");
  const common = named.filter((reference) => !isPack(reference)).map((path) => resolve(folder, path));
  const from = place.root;
  const outermost = common.reduce((top, path) => (path.startsWith(top + sep) ? top : commonFolder(top, path)), from);
  const references = named.map((reference) =>
    isPack(reference) ? reference : relative(outermost, resolve(folder, reference)).split(sep).join("/"),
  );
  const outer = policyFilesOf(disk(outermost));
  const prepared = await preparedFrom(configuration, references, outer, files, now, place.configuration === null);
  const asNamed = named.map((reference) => (isPack(reference) ? reference : fromRoot(resolve(folder, reference))));
  return judgedIn(prepared, asNamed);
}

function commonFolder(one: string, other: string): string {
  let shared = one;
  while (!other.startsWith(shared.endsWith(sep) ? shared : shared + sep)) shared = dirname(shared);
  return shared;
}
