/** Words for a decision, as people write them. */
const words: ReadonlyMap<string, string> = new Map([
  ["true", "approved"],
  ["approve", "approved"],
  ["approved", "approved"],
  ["accepted", "approved"],
  ["signed", "approved"],
  ["signed off", "approved"],
  ["yes", "approved"],
  ["false", "rejected"],
  ["reject", "rejected"],
  ["rejected", "rejected"],
  ["declined", "rejected"],
  ["no", "rejected"],
  ["pending", "pending"],
  ["open", "pending"],
  ["requested", "pending"],
  ["awaiting", "pending"],
  ["in review", "pending"],
]);

/** The state that a word is; the word itself where nobody knows it. */
export const approvalState = (word: string): string => words.get(word.trim().toLowerCase()) ?? word.trim();
