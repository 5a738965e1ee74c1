import { gather } from "../gather/gather.js";
import type { Fact } from "../model/fact.js";
import { wholeFile } from "../model/source.js";
import { createLocator, loadYamlPlaces, needsYamlPlaces } from "../read/locate.js";
import { wantEverything, type Survey } from "../survey.js";

/** Facts of one file at a time, places and digests filled in, in path order: `file` first, then what it states. */
export async function* inspectFacts(surveyed: Survey): AsyncGenerator<readonly Fact[]> {
  const owned = surveyed.models.flatMap(({ identity, files }) =>
    files.map((file) => ({ model: identity.name as string | null, file })),
  );
  const all = [...owned, ...surveyed.unowned.map((file) => ({ model: null, file }))].sort((a, b) =>
    a.file.path < b.file.path ? -1 : 1,
  );
  const { reader, recognise } = surveyed;
  for (const [index, { model, file }] of all.entries()) {
    if (index % 64 === 0) reader.forget();
    const {
      facts: own,
      ofOthers,
      files,
    } = gather([file], {
      reader,
      recognise,
      wanted: wantEverything,
      model,
      vouchedFor: () => "committed",
      lockedDigest: (path) => surveyed.locked.get(path),
    });
    const facts = [...own, ...ofOthers];
    const summary = files[0];
    if (summary === undefined) continue;
    const digest = reader.open(file.path)?.digest ?? null;
    const sources = facts.map(({ source }) => source);
    const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
    const located = createLocator(reader, yamlPlaces, true).locate(sources);
    const fileFact: Fact = {
      kind: "file",
      model,
      version: null,
      format: summary.format,
      at: null,
      vouched: "committed",
      source: wholeFile(file.path, digest),
      facts: summary.facts,
      problems: summary.problems,
    };
    yield [fileFact, ...facts.map((fact, at) => ({ ...fact, source: located[at] ?? fact.source }))];
  }
}
