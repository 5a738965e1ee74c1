import type { Waiver } from "../model/waiver.js";

/** What can be told of who approves a waiver: it must be somebody, and another than who wrote it. */
export type WaiverApproval =
  | { readonly kind: "nobody" }
  | { readonly kind: "writer"; readonly writer: string }
  | { readonly kind: "another" }
  /** A name that cannot be held against those of its writers: it counts, and that is said. */
  | { readonly kind: "untold"; readonly why: string };

/**
 * Holds the approver that a waiver names against the addresses of who wrote it.
 *
 * @param writers e-mail addresses, as git has them; empty where nobody can tell
 */
export function approvalOf({ approvedBy }: Pick<Waiver, "approvedBy">, writers: readonly string[]): WaiverApproval {
  if (approvedBy === null) return { kind: "nobody" };
  const approver = nameOf(approvedBy);
  const writer = writers.find((address) => isAddressOf(address, approver));
  if (writer !== undefined) return { kind: "writer", writer };
  if (isTeam(approver)) return { kind: "untold", why: "who is in a team is not known here" };
  if (writers.length > 0 && writers.every((address) => isComparable(address, approver))) return { kind: "another" };
  const why = isAddress(approver)
    ? "git does not tell under which address it was written"
    : "the name of an account is no address that git knows";
  return { kind: "untold", why };
}

/** An address out of `Kim Lee <kim@example.org>`, an account or a team without its `@`; in small letters. */
const nameOf = (approver: string): string =>
  (/<([^<>]+)>/.exec(approver)?.[1] ?? approver).trim().toLowerCase().replace(/^@/, "");

const isTeam = (name: string): boolean => name.includes("/");

const isAddress = (name: string): boolean => name.includes("@");

/** The account to which GitHub gave an address, such as `1234+kim@users.noreply.github.com`; null of any other. */
const accountOf = (address: string): string | null =>
  /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/.exec(address.trim().toLowerCase())?.[1] ?? null;

/**
 * True where an address is that of an approver: their own address, the one that GitHub gives them, or one whose part
 * before the `@` is the account's name.
 */
function isAddressOf(address: string, approver: string): boolean {
  const email = address.trim().toLowerCase();
  const local = email.slice(0, Math.max(0, email.lastIndexOf("@"))).replace(/^\d+\+/, "");
  return approver !== "" && (email === approver || local === approver || accountOf(approver) === local);
}

/** Addresses can be held against addresses, and accounts against the addresses that GitHub gives to accounts. */
const isComparable = (address: string, approver: string): boolean =>
  isAddress(approver) ? accountOf(approver) === null || accountOf(address) !== null : accountOf(address) !== null;
