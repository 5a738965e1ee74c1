/** How near a number must come: either will do. */
export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
  readonly keys?: Readonly<Record<string, Tolerance>>;
}

/**
 * What disagrees with the expected value, by the rules of the reference: numbers within either tolerance, null equal
 * to null only, infinities as text, lists element by element, of objects the expected keys.
 *
 * @returns paths with what was got and wanted; empty where all agrees
 */
export function disagreements(got: unknown, want: unknown, tolerance: Tolerance, path = "result"): readonly string[] {
  const fault = [`${path}: got ${show(got)}, want ${show(want)}`];
  if (want === "Infinity" || want === "-Infinity") return got === Number(want) ? [] : fault;
  if (typeof want === "number") return typeof got === "number" && isNear(got, want, tolerance) ? [] : fault;
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return fault;
    return want.flatMap((element, index) => disagreements(got[index], element, tolerance, `${path}[${index}]`));
  }
  if (isRecord(want)) {
    if (!isRecord(got)) return fault;
    return Object.entries(want).flatMap(([key, member]) =>
      disagreements(got[key], member, tolerance.keys?.[key] ?? tolerance, `${path}.${key}`),
    );
  }
  return got === want ? [] : fault;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNear = (got: number, want: number, { abs, rel }: Tolerance): boolean =>
  Math.abs(got - want) <= abs || Math.abs(got - want) <= rel * Math.abs(want);

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);
