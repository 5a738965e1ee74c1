/** A scale of a chart, in per cent of its width, so that a chart never distorts. */
export interface Scale {
  readonly lower: number;
  readonly upper: number;
  readonly ticks: readonly number[];
  /** Per cent from the left. */
  at(value: number): number;
}

const MARGIN = 2;

const steps = [1, 2, 2.5, 5, 10];

/** A step that a person would choose, so that about `wanted` of them span the range. */
function niceStep(range: number, wanted: number): number {
  const rough = range / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (steps.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/**
 * A scale over values, from zero where they are near it, ending at ticks that a person would choose. Values that are
 * not finite are passed over; without any, it is 0 to 1.
 */
export function scaleOver(values: readonly number[], fromZero: boolean): Scale {
  const finite = values.filter((value) => Number.isFinite(value) && Math.abs(value) < 1e15);
  const least = Math.min(...finite);
  const most = Math.max(...finite);
  const [low, high] = finite.length === 0 ? [0, 1] : least === most ? around(least) : [least, most];
  const start = fromZero && low > 0 ? 0 : low;
  const step = niceStep(high - start || 1, 4);
  const lower = Math.floor(start / step + 1e-9) * step;
  const upper = Math.ceil(high / step - 1e-9) * step;
  const count = Math.round((upper - lower) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((lower + index * step).toPrecision(12)));
  return scale(lower, upper, ticks);
}

function around(value: number): readonly [number, number] {
  if (value === 0) return [0, 1];
  return value > 0 ? [0, value] : [value, 0];
}

/** Shares: all of 0 to 1, unless every value lies close together far from one end. */
export function shareScale(values: readonly number[]): Scale {
  const finite = values.filter(Number.isFinite);
  const most = Math.max(0, ...finite);
  const least = Math.min(1, ...finite);
  if (finite.length > 0 && (most <= 0.4 || least >= 0.8)) return scaleOver(finite, most <= 0.4);
  return scale(Math.min(0, least), Math.max(1, most), [0, 0.25, 0.5, 0.75, 1]);
}

const scale = (lower: number, upper: number, ticks: readonly number[]): Scale => ({
  lower,
  upper,
  ticks,
  at: (value) => {
    const inside = Math.min(upper, Math.max(lower, value));
    return MARGIN + ((inside - lower) / (upper - lower)) * (100 - 2 * MARGIN);
  },
});
