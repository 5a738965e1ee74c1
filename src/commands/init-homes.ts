import { isHolder } from "../discover/holders.js";

/** Folders that tools and people keep results in, and what lies beside a project's model rather than being one. */
const workshop =
  /^(?:\.[^/]*|metrics?|eval|evals|evaluate|evaluations?|evaluators?|scores?|logs?|mlruns|mlartifacts|wandb|dvclive|lightning_logs|runs?|experiments?|data|datasets?|notebooks?|monitoring|tests?|configs?|scripts|app|api|k8s|deploy(?:ment)?s?|infra|ci|pipelines?|tools?|examples?|benchmarks?)$/i;

/** More folders than these are experiments of one project rather than projects. */
const MOST_HOMES = 12;

/**
 * The folders to call models, where no card says so: those that the results lie in or below, without the folders that are
 * called by what they hold. The root alone where any result is of the whole, and where the folders lie in one another.
 *
 * @param stating paths of files that state results
 */
export function homesOf(stating: readonly string[]): readonly string[] {
  const homes = [...new Set(stating.map(homeOf))].sort();
  const nested = homes.some((home) => homes.some((other) => other !== home && home.startsWith(`${other}/`)));
  return homes.includes("") || nested || homes.length > MOST_HOMES ? [""] : homes;
}

function homeOf(path: string): string {
  const folders = path.split("/").slice(0, -1);
  const end = folders.findIndex((name) => isHolder(name) || workshop.test(name));
  return folders.slice(0, end < 0 ? folders.length : end).join("/");
}
