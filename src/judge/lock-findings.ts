import { modelFolderOf } from "../discover/models.js";
import type { ModelIdentity } from "../model/evidence.js";
import type { Finding } from "../model/finding.js";
import { lockName, lockWords } from "../model/lock.js";
import { wholeFile } from "../model/source.js";
import type { Survey } from "../survey.js";
import { ownFinding } from "./own-findings.js";

/**
 * Collected files of a model that are not what was collected, or are gone. That stops a merge whatever the policies ask:
 * an edited copy is no evidence of what the tracking server holds.
 */
export function lockFindings(model: ModelIdentity, { locked, models, reader }: Survey): readonly Finding[] {
  if (locked.size === 0) return [];
  const folders = new Set(models.map(({ identity }) => identity.path));
  return [...locked].flatMap(([path, digest]) => {
    if (modelFolderOf(path, folders) !== model.path) return [];
    const file = reader.open(path);
    if (file?.digest === digest) return [];
    const gone = file === null;
    return [
      ownFinding(model.name, "evidence-locked", {
        subject: path,
        outcome: gone ? "missing" : "not-met",
        effect: gone ? "undecided" : "block",
        message: `${path} ${gone ? lockWords.gone : lockWords.changed}`,
        mend: lockWords.mend,
        sources: [gone ? wholeFile(lockName) : wholeFile(path)],
      }),
    ];
  });
}
