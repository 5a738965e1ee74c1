/** What templates leave to be filled in: `{{ x }}`, `${X}`, `$(X)`, `<x>`, `%X%`, `@X@`. */
const marks =
  /\{\{[^}]{0,200}\}\}|\{%|\$\{[^}]{0,200}\}|\$\([^)]{0,200}\)|<[A-Za-z][\w .-]{0,200}>|%[A-Z_]{1,200}%|@[A-Z_]{2,200}@/;

/** True for a text that a template left to be filled in. */
export const holdsTemplateMark = (text: string): boolean => marks.test(text.slice(0, 1_000));
