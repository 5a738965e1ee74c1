/** Names that CatBoost alone gives to what others call otherwise: its losses are called by their objective. */
const others: Readonly<Record<string, string>> = { MultiClass: "multi_logloss" };

/** What a metric of CatBoost's is called: parameters stand behind the name, as in `F1:use_weights=false`. */
export function catboostMetric(written: string): { readonly metric_name?: string } {
  const name = written.includes(":") ? written.slice(0, written.indexOf(":")) : written;
  const called = others[name] ?? name;
  return called === written ? {} : { metric_name: called };
}
