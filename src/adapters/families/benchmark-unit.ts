/** Units as benchmarks write them, in the words of the facts; others stay as they are written. */
const known: Readonly<Record<string, string>> = {
  "%": "percent",
  percent: "percent",
  ns: "ns",
  nsec: "ns",
  nanoseconds: "ns",
  us: "us",
  µs: "us",
  μs: "us",
  usec: "us",
  microseconds: "us",
  ms: "ms",
  msec: "ms",
  milliseconds: "ms",
  s: "s",
  sec: "s",
  secs: "s",
  seconds: "s",
};

/** `ns/iter`, `ms/op`: a time for each turn is a time. */
const perTurn = /^(.*\S)\s*\/\s*(iter|op|ops|iteration|invocation)$/i;

/** The unit of a benchmark's value; null where none is written. */
export function benchmarkUnit(written: string | undefined): string | null {
  const plain = written?.trim() ?? "";
  if (plain === "") return null;
  const turn = plain.length > 40 ? null : perTurn.exec(plain);
  const name = (turn?.[1] ?? plain).trim().toLowerCase();
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? plain;
}
