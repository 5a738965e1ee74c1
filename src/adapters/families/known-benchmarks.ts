/** Data sets that language models are compared on: below such a name stand the scores on it. */

/** Names that are no words of anything else. */
const telling =
  /^(hella_?swag|arc_?(easy|challenge|e|c)|piqa|wino_?grande|c?mmlu(_?(pro|redux|5shot))?|gsm_?8k|gsm_?plus|truthful_?qa(_?mc[12]?|_?gen)?|human_?eval(_?plus|_?x)?|mbpp(_?plus)?|bool_?q|open_?book_?qa|obqa|lambada(_openai|_standard)?|trivia_?qa|sciq|bbh|big_?bench(_?hard)?|agi_?eval|c_?eval|if_?eval|gpqa(_?diamond)?|math_?500|aime_?(20)?2\d|live_?code_?bench|mt_?bench|alpaca_?eval(_?2)?|arena_?hard|wikitext_?(2|103)?|superglue|multirc|mnli|qnli|qqp|sst_?2|mrpc|cola|sts_?b|wnli|xnli|paws_?x|xcopa|xwinograd|xstorycloze|nq_?open|natural_?questions|web_?qs|common_?sense_?qa|csqa|siqa|social_?iqa|logiqa|medqa|medmcqa|pubmedqa|mmmu|docvqa|chartqa|textvqa|scienceqa|mathvista|hotpot_?qa|musique|narrative_?qa|qasper|mgsm|swe_?bench(_?verified|_?lite)?|squad(_?v?2)?|belebele|longbench|ruler|needlebench|toxigen|crows_?pairs|bbq|advbench|harmbench|xstest)$/i;

const plain = (name: string): string => name.trim().replace(/[\s.-]+/g, "_");

/** True for the name of a benchmark that is the name of nothing else. */
export const isBenchmark = (name: string): boolean => name.length <= 40 && telling.test(plain(name));
