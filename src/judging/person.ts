/** True where two names are of one account or team: `@Acme/Fraud` and `acme/fraud`. */
export const samePerson = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (name: string): string => name.trim().replace(/^@/, "").toLowerCase();
