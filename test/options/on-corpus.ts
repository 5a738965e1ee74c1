import { corpusFiles, changedCorpusFile } from "../checks/corpus.js";
import { rules, type Circumstances, type Files } from "../judge/judged.js";

/** One rule without an option (or with another value of it) and with it, over the same files of the corpus. */
export interface OptionCase {
  readonly files: Files;
  readonly without: string;
  readonly given: string;
  /** The distinct outcomes of the rule's findings, in alphabetical order: they must differ. */
  readonly outcomes: readonly [without: string, given: string];
  /** Lines of the policy above its rules. */
  readonly policy?: string;
  readonly circumstances?: Circumstances;
  /** Of an option that is there for its words alone: what a finding says with it, and not without it. */
  readonly tells?: string;
}

export type OptionCases = Readonly<Record<string, OptionCase>>;

/** A case in one line. */
export const acts = (
  files: Files,
  without: string,
  given: string,
  outcomes: OptionCase["outcomes"],
  more: Pick<OptionCase, "policy" | "circumstances" | "tells"> = {},
): OptionCase => ({ files, without, given, outcomes, ...more });

/** The policy of a case, with one of its rules under the id `a`. */
export const policyOf = ({ policy }: Pick<OptionCase, "policy">, rule: string): string =>
  `${policy === undefined ? "" : `${policy}\n`}${rules(`a: ${rule}`)}`;

const placed = (path: string): string => (path.startsWith("public/") ? path : `generated/${path}`);

/** Files of the corpus below a model, by the path that they get: tools' own output below `generated/`, unless told. */
export const real = (paths: Readonly<Record<string, string>>): Files =>
  corpusFiles(Object.fromEntries(Object.entries(paths).map(([to, from]) => [to, placed(from)])));

/** A file of the corpus with a change that says what none of them says. */
export const changed = (to: string, from: string, change: (text: string) => string): Files => ({
  [to]: changedCorpusFile(placed(from), change),
});

/** The card that makes a folder a model: that of the fraud model, as the Hub's library wrote it. */
export const card = real({ "m/README.md": "huggingface/fraud/v1/README.md" });

/** Only the model `m` is judged: what it is compared with lies beside it. */
export const onlyM: Circumstances = { only: ["m"] };

const tables = "data-champion-challenger/fraud/predictions";
export const champion = real({ "m/predictions.csv": `${tables}/champion_v1.csv` });
export const better = real({ "m/predictions.csv": `${tables}/challenger_v2.csv` });
export const worse = real({ "m/predictions.csv": `${tables}/challenger_v3.csv` });

/** Results over all and by slice of one version of the fraud model, as scikit-learn gave them. */
export const slices = (version: string, folder = "m"): Files =>
  real({
    [`${folder}/slices.csv`]: `sklearn/fraud/${version}/slices.csv`,
    [`${folder}/metrics.json`]: `sklearn/fraud/${version}/metrics.json`,
  });

export const v1 = { ...card, ...slices("v1") };

/** A version beside the first, which is `old`. */
export const againstV1 = (version: string): Files => ({
  ...card,
  ...slices(version),
  ...real({ "old/README.md": "huggingface/fraud/v1/README.md" }),
  ...slices("v1", "old"),
});

/** A promise over all rules of the policy. */
export const sure = { policy: "confidence: 95%" };
export const only = { circumstances: onlyM };
