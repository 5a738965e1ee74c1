import { changesBetween, effectOf } from "../impact/changes.js";
import { judge } from "../judge/judge.js";
import type { JudgeRequest } from "../judge/request.js";
import type { Report } from "../model/report.js";
import { outsideFolder, withOutsideEvidence } from "../prepare/outside-evidence.js";
import { effectNotes, MOST_TOLD } from "../report/effect.js";
import type { JudgingSource } from "./source.js";

/**
 * Judges by what git knows of a change, while it looks for the files that it does not know yet: mostly there are none.
 * Where there are, what was judged is nothing, and all is judged again.
 *
 * @param own before evidence from elsewhere is joined to it
 * @param known with it
 */
export async function judgedWhole(
  own: JudgingSource,
  known: JudgingSource,
  does: { join(by: JudgingSource): Promise<JudgingSource>; judge(by: JudgingSource): Promise<Report> },
): Promise<{ readonly report: Report; readonly source: JudgingSource }> {
  const report = await does.judge(known);
  const whole = await own.complete();
  if (whole === own) return { report, source: known };
  const source = await does.join(whole);
  return { report: await does.judge(source), source };
}

/** The report; where the change edits what judges, with what that would let through or stop. */
export async function withEffect(request: JudgeRequest, proposal: JudgingSource["proposal"]): Promise<Report> {
  const report = await judge(request);
  if (proposal === null) return report;
  // What stood on the base already hides nothing here: it is the rules that are compared.
  const plain = { ...request, onlyNew: false, complete: false };
  const before = await judge(plain);
  const after = await judge({ ...plain, ...proposal, riskOfNew: null });
  const effect = effectOf(changesBetween(before, after), MOST_TOLD);
  const shard = report.shard === null ? null : { ...report.shard, effect };
  return { ...report, shard, notes: [...report.notes, ...effectNotes(effect)] };
}

/**
 * A change with evidence from elsewhere, which belongs to it: its models are judged, whatever else the change touches.
 *
 * @param written `DIR` or `MODEL=DIR`, relative to `folder`, which is absolute
 * @throws UsageError where a folder or a model is not there, or a file would stand twice
 */
export async function withEvidence(
  source: JudgingSource,
  written: readonly string[],
  folder: string,
): Promise<JudgingSource> {
  const { tree, rootName, configuration, touched, at } = source;
  const outside = written.map(outsideFolder);
  const joined = await withOutsideEvidence(tree, outside, { root: at.root, folder }, rootName, configuration);
  return {
    ...source,
    outside,
    tree: joined.tree,
    touched: touched === null ? null : new Set([...touched, ...joined.paths]),
  };
}
