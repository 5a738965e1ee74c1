/** Decimals that a number is written with. */
export function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).toLowerCase().split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}

/**
 * The successes behind a rate: the whole number of them that gives it, as far as it is written.
 *
 * @param rate 0 to 1
 * @returns null where no whole number explains the rate: rows are then stated where trials are due
 * @example successesOf(0.67, 3) // 2
 * @example successesOf(0.85, 3) // null
 */
export function successesOf(rate: number, trials: number): number | null {
  if (!Number.isInteger(trials) || trials <= 0 || !(rate >= 0 && rate <= 1)) return null;
  const successes = Math.round(rate * trials);
  // Twelve digits leave out what scaling from per cent adds.
  const step = 10 ** -decimalsOf(Number(rate.toPrecision(12)));
  return Math.abs(successes / trials - rate) <= (step / 2) * (1 + 1e-9) + 1e-12 ? successes : null;
}
