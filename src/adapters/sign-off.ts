import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, scalarText, text } from "../read/shape.js";
import { approvalState } from "./families/approval-words.js";
import { isPlaceholder, notFilledIn } from "./families/placeholder.js";

const lists = ["approvals", "sign_offs", "signoffs", "signOffs", "sign-offs", "signatures"] as const;
const people = [
  "by",
  "approver",
  "approved_by",
  "approvedBy",
  "name",
  "user",
  "reviewer",
  "signed_by",
  "email",
] as const;
const times = ["at", "date", "approved_at", "approvedAt", "timestamp", "signed_at", "on"] as const;
const states = ["state", "status", "decision", "outcome", "approved"] as const;
const revisions = ["commit", "revision", "sha", "git_sha"] as const;

function first(entry: Value, keys: readonly string[]): { readonly key: string; readonly words: string } | undefined {
  for (const key of keys) {
    const stated = scalarText(member(entry, key));
    if (stated !== undefined && stated.trim() !== "") return { key, words: stated.trim() };
  }
  return undefined;
}

const isEntry = (entry: Value): boolean =>
  isRecord(entry) &&
  people.some((key) => hasKeys(entry, key)) &&
  [...states, ...times].some((key) => hasKeys(entry, key));

const listOf = (value: Value | undefined): (typeof lists)[number] | undefined =>
  lists.find((key) => {
    const entries = list(member(value, key));
    return entries !== undefined && entries.length > 0 && entries.every(isEntry);
  });

const targets = ["to_stage", "toStage", "target_stage", "promoted_to", "new_stage", "to"] as const;
const promotedAt = ["promoted_at", "promotedAt"] as const;

/** One name, `approved_by`, at the top of a promotion record. */
const isSingle = (value: Value | undefined): boolean =>
  (hasKeys(value, "approved_by") || hasKeys(value, "approvedBy")) &&
  ["approved_at", "approvedAt", "status", ...targets, ...promotedAt].some((key) => hasKeys(value, key));

/** The version that a promotion record is of, with the stage that it goes to. */
function promoted(value: Value | undefined): readonly Statement[] {
  const to = value === undefined ? undefined : first(value, targets);
  const version = scalarText(member(value, "version")) ?? scalarText(member(value, "model_version"));
  if (value === undefined || to === undefined || version === undefined) return [];
  const name = scalarText(member(value, "model")) ?? scalarText(member(value, "model_name")) ?? null;
  const at = first(value, promotedAt)?.words ?? null;
  return [{ kind: "model", name, version, stage: to.words.toLowerCase(), at, where: { pointer: pointer("", to.key) } }];
}

/** An entry without a name, or with a template's filler for one, is nobody's approval. */
function entryStatements(entry: Value, base: string, top: Value | undefined): Statement[] {
  const by = first(entry, people);
  const where = { pointer: pointer(base, ...(by === undefined ? [] : [by.key])) };
  if (by !== undefined && isPlaceholder(by.words)) return [notFilledIn("the approver", where)];
  const state = first(entry, states);
  return [
    {
      kind: "approval",
      by: by?.words ?? null,
      role: text(member(entry, "role")) ?? text(member(entry, "team")) ?? null,
      commit: (first(entry, revisions) ?? (top === undefined ? undefined : first(top, revisions)))?.words ?? null,
      state:
        by === undefined
          ? "pending"
          : state === undefined
            ? // Who "approved" something has approved it, where nothing else is said of it.
              /^(approved_?by|signed_by)$/i.test(by.key)
              ? "approved"
              : null
            : approvalState(state.words),
      version: scalarText(member(entry, "version")) ?? scalarText(member(top, "version")) ?? null,
      at: first(entry, times)?.words ?? null,
      where,
    },
  ];
}

/**
 * Approvals written into a file by hand or by a registry. Whoever can change the file can write them, so that they
 * count from the base of a change at most, and never from the change itself.
 */
export const signOff: Adapter = {
  id: "sign-off",
  title: "Sign-off or promotion record",
  definedAt: "https://www.federalreserve.gov/supervisionreg/srletters/sr1107.htm",
  versions: "a list `approvals` or `sign_offs`, or `approved_by` with its date, as teams write them, not seen",
  reads:
    "Who approved or rejected, in which role, when, and which version or commit; the stage that a version goes to.",
  leaves: "Comments and conditions.",
  syntax: ["yaml", "json"],
  gives: ["approval", "model"],
  recognises: ({ value }) => listOf(value) !== undefined || isSingle(value),

  read({ value }) {
    const key = listOf(value);
    const single = value !== undefined && isSingle(value) ? entryStatements(value, "", undefined) : [];
    const listed = key === undefined ? [] : (list(member(value, key)) ?? []);
    return [
      ...promoted(value),
      ...single,
      ...listed.flatMap((entry, index) => entryStatements(entry, pointer("", key ?? "", index), value)),
    ];
  },
};
