/** About so many characters are given at once. */
const PART_CHARACTERS = 1 << 16;

/** Pieces of a text, joined to parts of a size that is worth writing. A text of nothing has one part, which is empty. */
export function* inParts(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < PART_CHARACTERS) continue;
    yield text;
    text = "";
  }
  yield text;
}
