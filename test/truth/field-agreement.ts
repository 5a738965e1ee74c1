import { type Fields, isFields } from "./truth-line.js";

/** How a field is compared: `whole` takes a name that stands whole within another, `exact` the same name only. */
export interface Comparison {
  readonly names: "whole" | "exact";
  /** Relative, of numbers. */
  readonly tolerance: number;
}

const names = new Set(["raw_metric", "name"]);
const caseless = new Set(["method", "status", "scope", "stage"]);
const instants = new Set(["at", "created", "started", "ended"]);
const digests = new Set(["digest", "artifact_digest"]);

/** Whether a fact's field agrees with what a line of the truth says of it. */
export function fieldAgrees(field: string, got: unknown, want: unknown, comparison: Comparison): boolean {
  if (want === null) return got === null || got === undefined;
  if (typeof want === "boolean") return got === want;
  if (typeof want === "number") return numberAgrees(field, got, want, comparison.tolerance);
  if (typeof want === "string") return typeof got === "string" && textAgrees(field, got, want, comparison);
  if (Array.isArray(want)) return Array.isArray(got) && listAgrees(field, got, want, comparison);
  if (!isFields(want) || !isFields(got)) return false;
  return field === "slice" ? sliceAgrees(got, want) : membersAgree(got, want, comparison);
}

/** A number in a text is that number; but a fact's `value` must be one already. */
function numberAgrees(field: string, got: unknown, want: number, tolerance: number): boolean {
  const number = typeof got === "string" && field !== "value" && got.trim() !== "" ? Number(got) : got;
  return typeof number === "number" && (number === want || Math.abs(number - want) <= tolerance * Math.abs(want));
}

function textAgrees(field: string, got: string, want: string, comparison: Comparison): boolean {
  if (names.has(field)) return comparison.names === "exact" ? got === want : standsWhole(got, want);
  if (caseless.has(field)) return got.toLowerCase() === want.toLowerCase();
  if (field === "field") return keysOf(got) === keysOf(want);
  if (digests.has(field)) return got === want || valueOfDigest(got) === want || got === valueOfDigest(want);
  if (instants.has(field)) return sameInstant(got, want);
  return got === want;
}

/** Upper and lower case agree; what borders on it is an end, a space, or one of . / : , ( ) @ = { } */
function standsWhole(got: string, want: string): boolean {
  const escaped = want.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(^|[\\s./:,()@={}])${escaped}($|[\\s./:,()@={}])`, "i").test(got);
}

const keysOf = (field: string): string => field.replace(/^\//, "").replaceAll("/", ".");

const valueOfDigest = (digest: string): string => digest.slice(digest.indexOf(":") + 1);

const zone = /(Z|[+-]\d{2}:?\d{2})$/i;

/** The same moment; a time without a zone agrees with itself with any zone. */
function sameInstant(got: string, want: string): boolean {
  if (zone.test(got) && zone.test(want)) return Date.parse(got) === Date.parse(want);
  const [left, right] = [got, want].map((time) => Date.parse(`${time.replace(zone, "").replace(" ", "T")}Z`));
  return left !== undefined && left === right;
}

/** Element by element; arms in any order. */
function listAgrees(field: string, got: readonly unknown[], want: readonly unknown[], comparison: Comparison): boolean {
  if (got.length !== want.length) return false;
  const agrees = (element: unknown, wanted: unknown): boolean => fieldAgrees("element", element, wanted, comparison);
  if (field !== "arms") return want.every((wanted, index) => agrees(got[index], wanted));
  return want.every((wanted) => got.some((arm) => agrees(arm, wanted)));
}

/** Whole: `{}` is overall, and equals no other. */
function sliceAgrees(got: Fields, want: Fields): boolean {
  const keys = Object.keys(want);
  return (
    Object.keys(got).length === keys.length &&
    keys.every((key) => Object.hasOwn(got, key) && String(got[key]) === String(want[key]))
  );
}

const membersAgree = (got: Fields, want: Fields, comparison: Comparison): boolean =>
  Object.entries(want).every(([key, member]) =>
    fieldAgrees(key, Object.hasOwn(got, key) ? got[key] : null, member, comparison),
  );
