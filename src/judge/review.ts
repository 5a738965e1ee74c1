import type { ReportedReview } from "../model/report-run.js";
import type { ChangeUnderReview } from "../model/review.js";

/** The change under review, and what was answered of it. */
export interface RecordedReview {
  /** Null outside a pull request. */
  readonly review: ChangeUnderReview | null;
  answers(): ReportedReview | null;
}

/** Keeps what rules are told of a change, so that a later run needs neither forge nor git. */
export function recordedReview(review: ChangeUnderReview | undefined): RecordedReview {
  if (review === undefined) return { review: null, answers: () => null };
  const same = new Map<string, boolean>();
  const owners = new Map<string, readonly string[] | null>();
  return {
    review: {
      head: review.head,
      lastPusher: review.lastPusher,
      sameDifference(commit) {
        const answer = same.get(commit) ?? review.sameDifference(commit);
        same.set(commit, answer);
        return answer;
      },
      owners(path) {
        const answer = owners.has(path) ? (owners.get(path) ?? null) : review.owners(path);
        owners.set(path, answer);
        return answer;
      },
    },
    answers: () => ({
      head: review.head,
      last_pusher: review.lastPusher,
      same_difference: Object.fromEntries(same),
      owners: Object.fromEntries(owners),
    }),
  };
}

/** The change as a report tells of it; of what no rule asked it knows nothing. */
export const answeredReview = (told: ReportedReview): ChangeUnderReview => ({
  head: told.head,
  lastPusher: told.last_pusher,
  sameDifference: (commit) => Object.hasOwn(told.same_difference, commit) && told.same_difference[commit] === true,
  owners: (path) => (Object.hasOwn(told.owners, path) ? (told.owners[path] ?? null) : null),
});
