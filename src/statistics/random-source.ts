import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of random numbers, always passed in: the same seed gives the same answer on every machine. */
export interface RandomSource {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** A number from 0 to below 1. */
  share(): number;
}

/**
 * @param seed a whole number; say it in the report beside what was computed with it
 * @see Blackman & Vigna, xoroshiro128+
 */
export function seededRandom(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed);
  return {
    below: (bound) => uniformInt(generator, 0, bound - 1),
    share: () => uniformFloat64(generator),
  };
}
