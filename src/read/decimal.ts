const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const ZERO = 48;
const LOWER_E = 101;

/** Digits that a 32-bit integer holds whatever they are; two such parts are read. */
const PART = 9;
/** The greatest power of ten that a double holds whole. */
const MOST_SCALE = 22;
const powersOfTen = Float64Array.from({ length: MOST_SCALE + 1 }, (_, exponent) => Number(`1e${exponent}`));
/** Dekker's factor, which splits a double into two halves. */
const SPLITTER = 2 ** 27 + 1;
/** Wider than the rounding of the correction, and far narrower than what two neighbouring doubles lie apart. */
const DOUBT = 2 ** -48;

/**
 * A decimal number of up to 18 digits, with a point or an exponent, as `Number` reads its text, without making the text:
 * the digits as an exact sum of two doubles, divided by an exact power of ten with one correction. Where the correction
 * lies too near to the middle between two doubles to tell, and for all else that it does not know, the answer is NaN.
 *
 * @param bytes a cell, from its first byte to before its last, without quotes and spaces around it
 * @see Dekker (1971), Numerische Mathematik 18, 224-242
 */
export function readDecimal(bytes: Uint8Array, from: number, until: number): number {
  let at = from;
  let byte = bytes[at] ?? 0;
  const negative = byte === MINUS;
  if (negative) byte = bytes[++at] ?? 0;
  const firstDigit = at;
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let scale = 0;
  let point = -1;
  for (; at < until; byte = bytes[++at] ?? 0) {
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (digits > 0 || digit > 0) {
        if (++digits <= PART) upper = upper * 10 + digit;
        else lower = lower * 10 + digit;
      }
    } else if (byte === POINT && point < 0) point = at;
    else break;
  }
  const end = at;
  if (end - firstDigit - (point < 0 ? 0 : 1) < 1 || digits > 2 * PART) return NaN;
  if (point >= 0) scale = end - point - 1;
  const exponent = at < until ? exponentOf(bytes, at, until) : 0;
  const whole = point < 0 && at === until;
  // A code with leading zeros, a whole number too wide for a double, and what is no number are told apart elsewhere.
  if (whole && (digits > 15 || (bytes[firstDigit] === ZERO && end - firstDigit > 1))) return NaN;
  scale -= exponent;
  if (!(scale >= 0 && scale <= MOST_SCALE)) return NaN;
  const magnitude =
    digits <= PART ? upper / (powersOfTen[scale] ?? 1) : quotient(upper, lower, digits - PART, powersOfTen[scale] ?? 1);
  return negative ? -magnitude : magnitude;
}

/** The exponent of ten from its letter on; NaN where that is none. */
function exponentOf(bytes: Uint8Array, from: number, until: number): number {
  if (((bytes[from] ?? 0) | 32) !== LOWER_E) return NaN;
  const sign = bytes[from + 1] ?? 0;
  let at = sign === MINUS || sign === PLUS ? from + 2 : from + 1;
  if (at >= until || until - at > 3) return NaN;
  let exponent = 0;
  for (; at < until; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    exponent = exponent * 10 + digit;
  }
  return sign === MINUS ? -exponent : exponent;
}

/** (upper · 10^digits + lower) / divisor, rounded once; NaN in doubt. */
function quotient(upper: number, lower: number, digits: number, divisor: number): number {
  const power = powersOfTen[digits] ?? 1;
  const product = upper * power;
  const productRest = productError(upper, power, product);
  const sum = product + lower;
  const part = sum - product;
  const rest = product - (sum - part) + (lower - part) + productRest;
  const high = sum + rest;
  const low = sum - high + rest;
  const guess = high / divisor;
  const back = guess * divisor;
  const remainder = high - back - productError(guess, divisor, back) + low;
  const correction = remainder / divisor;
  const value = guess + correction;
  const doubt = correction * DOUBT;
  return guess + (correction - doubt) === guess + (correction + doubt) ? value : NaN;
}

/** What rounding has lost of a product. */
function productError(one: number, other: number, product: number): number {
  const oneScaled = one * SPLITTER;
  const oneHigh = oneScaled - (oneScaled - one);
  const oneLow = one - oneHigh;
  const otherScaled = other * SPLITTER;
  const otherHigh = otherScaled - (otherScaled - other);
  const otherLow = other - otherHigh;
  return oneHigh * otherHigh - product + oneHigh * otherLow + oneLow * otherHigh + oneLow * otherLow;
}
