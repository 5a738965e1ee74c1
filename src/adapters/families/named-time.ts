const words: Readonly<Record<string, string>> = {
  ns: "ns",
  us: "us",
  ms: "ms",
  msec: "ms",
  millis: "ms",
  milliseconds: "ms",
  sec: "s",
  secs: "s",
  seconds: "s",
};

/**
 * The unit of time that a metric's name states, and the name without it.
 *
 * @example namedTime("latency_ms_p95") // { name: "latency_p95", unit: "ms" }
 */
export function namedTime(name: string): { readonly name: string; readonly unit: string } | undefined {
  const parts = name.split("_");
  const at = parts.findIndex((part) => Object.hasOwn(words, part.toLowerCase()));
  if (at < 1 || parts.length > 12) return undefined;
  const unit = words[parts[at]?.toLowerCase() ?? ""];
  return unit === undefined ? undefined : { name: parts.filter((_, index) => index !== at).join("_"), unit };
}

/** The fields of a measurement that a name with a unit of time fixes. */
export function timeFields(name: string): { readonly metric_name?: string; readonly unit?: string } {
  const time = namedTime(name);
  return time === undefined ? {} : { metric_name: time.name, unit: time.unit };
}
