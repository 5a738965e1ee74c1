import { plainHeading } from "../../normalise/card-sections.js";

/** Tests that are no part of the data: "stress test results", "A/B test results". */
const otherTest =
  /\b(?:stress|load|a ?b|unit|integration|system|smoke|end to end|e2e|penetration|pen|red team|regression|robustness|acceptance|hypothesis|significance|statistical|t|z|chi squared?|ks|sanity|user|usability|cross|external|temporal|clinical|model|data|schema|back) (?:tests?|testing|validations?)\b/g;

/** "The held-out test set" is the test set. */
const heldOutPart = /\b(?:hold ?out|held out) (test|validation)\b/g;

const told = String.raw`(?:accuracy|performance|results?|metrics?|scores?|evaluation|report)`;
const part = String.raw`(?:data ?)?(?:sets?|splits?|partitions?|data)`;

/** "Training results" of a trainer are what the evaluation set gave while it trained: training tells only of its own set. */
const splitPatterns: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`\btest(?:ing)? (?:${part}|${told})\b`), "test"],
  [new RegExp(String.raw`\b(?:validation|valid|val|dev|development) (?:${part}|${told})\b`), "validation"],
  [new RegExp(String.raw`\b(?:hold ?out|held out) (?:${part}|${told})\b`), "holdout"],
  [new RegExp(String.raw`\btrain(?:ing)? (?:(?:data ?)?(?:sets?|splits?|partitions?)|accuracy|scores?)\b`), "train"],
];

/** In other languages, whose words for the data are no other words for anything else. */
const spokenElsewhere: readonly (readonly [RegExp, string])[] = [
  [
    /(?:conjunto|dados|datos|base|amostra|muestra|partici[oó]n) de (?:teste?|prueba)(?!\p{L})|(?:rendimiento|desempe[nñ]o|desempenho|m[eé]tricas|resultados|evaluaci[oó]n|avaliação) (?:de|en|em|del|do|no) (?:teste?|prueba)(?!\p{L})|(?:jeu|donn[eé]es|ensemble) de test(?!\p{L})|testdaten|testdatensatz|testmenge|测试集|測試集|テストセット|テストデータ|тестов\p{L}+ (?:выбор|набор|данн|множ)/u,
    "test",
  ],
  [
    /(?:conjunto|dados|datos) de valida(?:ção|cao|ción|cion)(?!\p{L})|(?:jeu|donn[eé]es|ensemble) de validation(?!\p{L})|validierungsdaten|验证集|驗證集|検証データ|валидационн\p{L}+ (?:выбор|набор|данн|множ)/u,
    "validation",
  ],
  [
    /(?:conjunto|dados|datos) de (?:treino|treinamento|entrenamiento)(?!\p{L})|(?:jeu|donn[eé]es|ensemble) d.entra[iî]nement|trainingsdaten(?!\p{L})|训练集|訓練集|学習データ|обучающ\p{L}+ (?:выбор|набор|данн|множ)/u,
    "train",
  ],
];

/**
 * The part of the data that the nearest heading above names which names any: "Results on the test set". Null where none
 * does, and where one names several.
 *
 * @param under titles of the headings above, outermost first
 */
export function headedSplit(under: readonly string[]): string | null {
  for (const title of [...under].reverse()) {
    const heading = plainHeading(title).replaceAll("-", " ").replace(otherTest, " ").replace(heldOutPart, "$1");
    const named = new Set(
      [...splitPatterns, ...spokenElsewhere].flatMap(([pattern, split]) => (pattern.test(heading) ? [split] : [])),
    );
    // "Train/test metrics", "validation vs. test set": whose numbers they are is said elsewhere.
    if (named.size > 1 || severalParts.test(heading)) return null;
    const [split] = named;
    if (split !== undefined) return split;
  }
  return null;
}

const severalParts =
  /\b(?:train(?:ing)?|val(?:id(?:ation)?)?|dev|test(?:ing)?|hold ?out|held out)(?: (?:set|split|data))?(?: (?:and|vs|versus|or|to|\/) | )(?:train(?:ing)?|val(?:id(?:ation)?)?|dev|test(?:ing)?|hold ?out)\b/;
