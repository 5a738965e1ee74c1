/** What approvals are held against: the change as it stands now. */
export interface ChangeUnderReview {
  /** Null where nobody tells. */
  readonly head: string | null;
  /** Who pushed last, `@login`; null where nobody tells. */
  readonly lastPusher: string | null;
  /** True where a commit changes the base as the head does, as after a mere update from the base. */
  sameDifference(commit: string): boolean;
  /** Owners of a file of the checked root by the base's CODEOWNERS; null where the base has none. */
  owners(path: string): readonly string[] | null;
}

/** Outside a pull request. */
export const noReview: ChangeUnderReview = {
  head: null,
  lastPusher: null,
  sameDifference: () => false,
  owners: () => null,
};
