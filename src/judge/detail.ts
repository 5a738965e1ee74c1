import type { Evidence } from "../model/evidence.js";
import type { Source } from "../model/source.js";
import { modelDetail, withSources, type Champion } from "../report/detail/model-detail.js";
import { metricRows } from "../report/metric-rows.js";
import { createLocator, loadYamlPlaces, needsYamlPlaces } from "../read/locate.js";
import { wantEverything, type SurveyedModel } from "../survey.js";
import { baselineSide, type Declared } from "./baseline.js";
import { locateRows } from "./places.js";
import { evidenceFrom, sidesOf, type JudgedModel, type Run } from "./run.js";
import type { TablesAsked } from "./tables.js";

/** Of more models than this, only those that do not pass are shown whole, and no more than this. */
export const MODELS_SHOWN_WHOLE = 400;

/** How many models are still shown whole. */
export interface Showing {
  readonly complete: boolean;
  /** True where there are too many to show all. */
  readonly fleet: boolean;
  left: number;
}

const predictions: TablesAsked = new Map([["predictions", []]]);

/**
 * A judged model with all that its evidence holds, where the run's forms show it. The evidence is read a second time,
 * wholly: what rules judged was read for them alone, and must not differ by the form that shows it.
 */
export async function withDetail(
  judged: JudgedModel,
  { identity, files }: SurveyedModel,
  run: Run,
  showing: Showing,
): Promise<JudgedModel> {
  const passes = judged.reported.decision === "pass";
  if (!showing.complete || showing.left === 0 || (showing.fleet && passes)) return judged;
  showing.left -= 1;
  const { surveyed } = run;
  const whole: Run = { ...run, wanted: wantEverything };
  const { candidate, declared } = sidesOf(files, identity.name, surveyed, whole);
  await run.tables.load(candidate, files, surveyed, predictions);
  const before: Declared = { gathered: declared, files: files.filter(({ baseline }) => baseline), from: surveyed };
  const champion = await championOf(identity, before, whole);
  const evidence = evidenceFrom(candidate, surveyed, whole);
  const approvals = [...evidence.of("approval"), ...run.request.approvals];
  const detail = modelDetail({
    evidence,
    model: identity,
    champion,
    approvals,
    before: onBase(identity, whole),
    past: run.past.byModel.get(identity.name) ?? [],
  });
  const metrics = metricRows(evidence, identity, champion?.evidence ?? null);
  run.tables.forget();
  const sources: Source[] = [];
  withSources(detail, (source) => {
    sources.push(source);
    return source;
  });
  const { reader } = surveyed;
  const yamlPlaces = needsYamlPlaces(sources, reader) ? await loadYamlPlaces() : null;
  const places = createLocator(reader, yamlPlaces, true).locate(sources);
  let at = 0;
  return {
    ...judged,
    brief: judged.reported.metrics,
    reported: {
      ...judged.reported,
      metrics: await locateRows(metrics, surveyed),
      detail: withSources(detail, (source) => places[at++] ?? source),
    },
  };
}

/** The model on the base, whole; null where there is none. */
function onBase({ name }: SurveyedModel["identity"], run: Run): Evidence | null {
  const { baseSurvey } = run;
  const found = baseSurvey?.models.find(({ identity }) => identity.name === name);
  if (baseSurvey === null || found === undefined) return null;
  return evidenceFrom(sidesOf(found.files, name, baseSurvey, run).candidate, baseSurvey, run);
}

/** The champion's name and evidence; null where there is none, or the model is its own. */
async function championOf(model: SurveyedModel["identity"], before: Declared, run: Run): Promise<Champion | null> {
  const side = baselineSide("champion", model, before, run);
  if (side.kind !== "side") return null;
  await run.tables.load(side.gathered, side.files, side.from, predictions);
  return { name: model.champion ?? side.label, evidence: evidenceFrom(side.gathered, side.from, run) };
}
