/** Which result a comment shows: of which commit, by which run. */
export interface Stamp {
  /** The commit that was judged. */
  readonly head: string;
  /** Number of the workflow's run, which grows, and its attempt. */
  readonly run: number;
  readonly attempt: number;
}

/** The hidden first line of a gate's comment. */
export const markerOf = (gateId: string): string => `<!-- model-referee:${gateId}:v1 -->`;

const stampLine = ({ head, run, attempt }: Stamp): string =>
  `<!-- model-referee head=${head} run=${run} attempt=${attempt} -->`;

/** A comment's text: two hidden lines, then what is seen. */
export const stamped = (gateId: string, stamp: Stamp, markdown: string): string =>
  `${markerOf(gateId)}\n${stampLine(stamp)}\n${markdown}`;

/** True where a text begins as this gate's comments do; a marker further down is a quotation. */
export const isMarked = (gateId: string, body: string): boolean =>
  /^[^\r\n]*/.exec(body)?.[0].trim() === markerOf(gateId);

/** The stamp of a marked text; null where it has none, as one that was edited by hand. */
export function stampOf(body: string): Stamp | null {
  const line = body.split(/\r?\n/, 2)[1] ?? "";
  const match = /^<!-- model-referee head=([0-9a-f]*) run=(\d{1,15}) attempt=(\d{1,9}) -->$/.exec(line.trim());
  if (match === null) return null;
  return { head: match[1] ?? "", run: Number(match[2]), attempt: Number(match[3]) };
}

/** Below 0 where `one` is the older result; 0 for the same run. What has no stamp is older than everything. */
export function compareStamps(one: Stamp | null, other: Stamp | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return one.run - other.run || one.attempt - other.attempt;
}
