import { defaultConfiguration } from "../../src/model/configuration.js";
import { seededRandom, type RandomSource } from "../../src/statistics/random-source.js";
import { modelCard } from "../checks/rows.js";
import { judged, rules } from "../judge/judged.js";

const ROWS = 240;
const PARTS = 4;

/** Rows that two models answered, as good as each other, with most of their noise in common: `id,y_true,y_score,y_pred,part`. */
function drawTables(random: RandomSource): readonly [candidate: string, champion: string] {
  const tables: [string[], string[]] = [[], []];
  for (let row = 0; row < ROWS; row++) {
    const label = random.share() < 0.4 ? 1 : 0;
    const shared = random.share() + random.share();
    for (const table of tables) {
      const score = (shared + random.share() + label) / 4;
      table.push(`${row},${label},${score.toFixed(6)},${score >= 0.5 ? 1 : 0},${row % PARTS}`);
    }
  }
  const written = (lines: readonly string[]): string => ["id,y_true,y_score,y_pred,part", ...lines].join("\n");
  return [written(tables[0]), written(tables[1])];
}

const configuration = {
  ...defaultConfiguration,
  models: ["m", "old"].map((name) => ({
    ...{ name, path: name, stage: null, risk: null, owner: null, run: null },
    champion: name === "m" ? "old" : null,
  })),
};

/**
 * How often a model that is exactly as good as the one that serves is blocked, by a policy of eight bounds that holds
 * the two against each other row by row and allows no loss.
 */
export async function blockedOnPairedTables(adjust: string, runs: number, seed: number): Promise<number> {
  const random = seededRandom(seed);
  const policy = [
    "confidence: 95%",
    `adjust: ${adjust}`,
    "then: { inconclusive: note }",
    rules(
      "overall: { metric: [accuracy, recall, roc_auc, brier_score], against: champion, may-lose: 0 }",
      "parts: { metric: accuracy, for-each: part, against: champion, may-lose: 0 }",
    ),
  ].join("\n");
  let blocked = 0;
  for (let run = 0; run < runs; run++) {
    const [candidate, champion] = drawTables(random);
    const files = {
      ...modelCard,
      "m/predictions.csv": candidate,
      "old/README.md": modelCard["m/README.md"],
      "old/predictions.csv": champion,
    };
    const report = await judged(files, policy, { configuration, only: ["m"] });
    const paired = report.findings.filter(({ judged: numbers }) => numbers?.rung === "paired");
    if (paired.length !== 4 + PARTS) throw new Error(`${paired.length} of ${4 + PARTS} bounds are judged row by row`);
    if (report.decision === "block") blocked++;
  }
  return blocked / runs;
}
