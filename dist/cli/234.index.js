export const id = 234;
export const ids = [234];
export const modules = {

/***/ 1234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  treeOfCommit: () => (/* binding */ treeOfCommit)
});

// EXTERNAL MODULE: ./build/src/model/problem.js
var problem = __webpack_require__(1684);
;// CONCATENATED MODULE: ./build/src/git/commit.js

const decoder = new TextDecoder();
/** Output of git as text, without the line end; null where git fails. */
function gitText(git, args, input) {
    const output = git.run(args, input);
    return output === null ? null : decoder.decode(output).replace(/\r?\n$/, "");
}
/**
 * The commit that a branch, tag or digest names.
 *
 * @param ref as a person or an event gives it; what begins with `-` is no name and is refused
 */
function findCommit(git, ref) {
    const plain = ref !== "" && !ref.startsWith("-") && !/[\s\0]/.test(ref);
    const sha = plain ? gitText(git, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]) : null;
    if (sha !== null && /^[0-9a-f]{40,64}$/.test(sha))
        return { kind: "commit", sha };
    return { kind: "problem", problem: commitNotThere(git, ref) };
}
function commitNotThere(git, ref) {
    if (gitText(git, ["rev-parse", "--git-dir"]) === null) {
        return (0,problem/* problemAt */.l)("git", `no git repository is here, so that ${ref} cannot be read`, "run inside a git repository");
    }
    if (isShallow(git)) {
        return (0,problem/* problemAt */.l)("git", `${ref} is not in this shallow clone`, "check out the whole history: set `fetch-depth: 0` on actions/checkout");
    }
    return (0,problem/* problemAt */.l)("git", `git knows no commit ${ref}`, "name a commit, branch or tag that has been fetched");
}
/** True where the clone has only the newest part of the history. */
const isShallow = (git) => gitText(git, ["rev-parse", "--is-shallow-repository"]) === "true";
/** The newest commit that both have; null where there is none, or where a shallow clone does not reach it. */
function mergeBase(git, one, other) {
    const sha = gitText(git, ["merge-base", one, other]);
    return sha === null || sha === "" ? null : (sha.split("\n")[0] ?? null);
}
/** Where the repository begins, and the path from there to the folder that git runs in: empty, or ending in `/`. */
function repositoryAt(git) {
    const top = gitText(git, ["rev-parse", "--show-toplevel"]);
    const prefix = gitText(git, ["rev-parse", "--show-prefix"]);
    return top === null || prefix === null ? null : { top, prefix };
}
/** The parents of a commit, in order; empty for the first commit, and at the edge of a shallow clone. */
function parentsOf(git, commit) {
    const line = gitText(git, ["rev-list", "--parents", "--max-count=1", commit]);
    return line === null ? [] : line.split(" ").slice(1);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/src/git/run.js

/** Configuration that no repository may override: no program is run, no name is quoted, nothing is asked. */
const safeConfiguration = [
    "core.quotePath=false",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "diff.external=",
    "log.showSignature=false",
    "diff.ignoreSubmodules=all",
    "color.ui=false",
];
const longestOutput = 1 << 30;
const longestRun = 120_000;
/** Runs git with fixed arguments, without a shell, without locks that others would wait for, never changing anything. */
function gitIn({ folder, environment, trusted }) {
    const settings = [...safeConfiguration, ...(trusted ? [`safe.directory=*`] : [])];
    const before = ["--no-optional-locks", "--literal-pathspecs", ...settings.flatMap((setting) => ["-c", setting])];
    return {
        run(args, input) {
            const { status, stdout, error } = (0,external_node_child_process_.spawnSync)("git", [...before, ...args], {
                cwd: folder,
                env: gitEnvironment(environment),
                stdio: [input === undefined ? "ignore" : "pipe", "pipe", "ignore"],
                ...(input === undefined ? {} : { input }),
                maxBuffer: longestOutput,
                timeout: longestRun,
                windowsHide: true,
            });
            return error !== undefined || status !== 0 ? null : stdout;
        },
    };
}
/** The environment without what would turn git to another repository or make it speak another language. */
function gitEnvironment(environment) {
    const kept = Object.entries(environment).filter(([name]) => !/^(GIT_|LC_|LANG$|LANGUAGE$)/i.test(name));
    return { ...Object.fromEntries(kept), LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_ATTR_NOSYSTEM: "1" };
}

// EXTERNAL MODULE: ./build/src/read/syntax.js
var syntax = __webpack_require__(5091);
;// CONCATENATED MODULE: ./build/src/git/objects.js
const objects_decoder = new TextDecoder();
const kindByMode = { "100644": "file", "100755": "file", "120000": "link" };
/**
 * Every file below a folder of a commit, in path order, paths relative to that folder; null where git fails.
 *
 * @param below relative to the top of the repository, without a slash at its end; empty is everything
 */
function listBlobs(git, commit, below) {
    const tree = below === "" ? `${commit}^{tree}` : `${commit}:${below}`;
    const output = git.run(["ls-tree", "-r", "-z", "-l", "--full-tree", tree]);
    if (output === null)
        return null;
    const blobs = objects_decoder.decode(output).split("\0").flatMap(readEntry);
    return blobs.sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** `<mode> <type> <digest> <size>\t<path>`; another repository inside this one has no size and no content here. */
function readEntry(entry) {
    const match = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(entry);
    if (match === null)
        return [];
    const [, mode = "", , oid = "", size = "-", path = ""] = match;
    return [{ path, oid, size: Number(size === "-" ? 0 : size), kind: kindByMode[mode] ?? "other" }];
}
/** The contents of many objects with one run of git, by digest; what is not there is left out. */
function readObjects(git, oids) {
    const contents = new Map();
    if (oids.length === 0)
        return contents;
    const output = git.run(["cat-file", "--batch"], `${oids.join("\n")}\n`);
    if (output === null)
        return contents;
    for (let at = 0; at < output.length;) {
        const end = output.indexOf(10, at);
        if (end < 0)
            break;
        const [oid = "", kind, size] = objects_decoder.decode(output.subarray(at, end)).split(" ");
        at = end + 1;
        if (kind === "missing" || size === undefined)
            continue;
        // A copy: a view would keep the whole output alive.
        contents.set(oid, output.slice(at, at + Number(size)));
        at += Number(size) + 1;
    }
    return contents;
}

;// CONCATENATED MODULE: ./build/src/git/tree.js




/** The files of a commit, read from git's objects: nothing is checked out. */
function gitTree({ git, commit: ref, below }) {
    const found = findCommit(git, ref);
    if (found.kind === "problem")
        return found;
    const blobs = listBlobs(git, found.sha, below);
    if (blobs !== null)
        return { kind: "tree", tree: treeOf(git, found.sha, blobs), commit: found.sha };
    // A folder that the commit does not have is an empty tree; anything else is a commit that cannot be read.
    if (below !== "" && listBlobs(git, found.sha, "") !== null) {
        return { kind: "tree", tree: treeOf(git, found.sha, []), commit: found.sha };
    }
    const message = `the files of commit ${found.sha} cannot be read`;
    return {
        kind: "problem",
        problem: (0,problem/* problemAt */.l)("git", message, "set `fetch-depth: 0` on actions/checkout, without a filter"),
    };
}
const mostLinksFollowed = 40;
function treeOf(git, sha, blobs) {
    const byPath = new Map(blobs.map((blob) => [blob.path, blob]));
    const folders = foldersOf(blobs);
    const contents = contentsAhead(git, blobs);
    /** Follows the links in every segment of a path, never out of the tree. */
    const place = (path) => {
        let rest = path.split("/").filter((segment) => segment !== "" && segment !== ".");
        let here = [];
        let followed = 0;
        while (rest.length > 0) {
            const [segment = "", ...further] = rest;
            rest = further;
            if (segment === "..") {
                if (here.length === 0)
                    return { kind: "refused", why: "it is a link out of the checked tree" };
                here = here.slice(0, -1);
                continue;
            }
            const blob = byPath.get([...here, segment].join("/"));
            if (blob?.kind !== "link") {
                here = [...here, segment];
                continue;
            }
            followed += 1;
            if (followed > mostLinksFollowed)
                return { kind: "refused", why: "it is a link that leads back to itself" };
            const target = new TextDecoder().decode(contents(blob) ?? new Uint8Array());
            if (target.startsWith("/"))
                return { kind: "refused", why: "it is a link out of the checked tree" };
            rest = [...target.split("/").filter((part) => part !== "" && part !== "."), ...rest];
        }
        const resolved = here.join("/");
        const blob = byPath.get(resolved);
        if (blob !== undefined)
            return { kind: "blob", blob };
        return folders.has(resolved) ? { kind: "folder", path: resolved } : { kind: "missing" };
    };
    const read = (path, limit) => {
        const at = place(path);
        if (at.kind === "missing" || at.kind === "refused")
            return at;
        if (at.kind === "folder")
            return { kind: "refused", why: "it is no regular file" };
        if (at.blob.kind !== "file")
            return { kind: "refused", why: "it is another repository" };
        if (at.blob.size > limit)
            return { kind: "too-large", size: at.blob.size };
        const bytes = contents(at.blob);
        return bytes === null ? { kind: "refused", why: "git could not give its content" } : { kind: "bytes", bytes };
    };
    return {
        label: `commit ${sha.slice(0, 12)}`,
        list(folder) {
            const at = place(folder);
            return at.kind === "folder" ? (folders.get(at.path) ?? []) : [];
        },
        read,
        head(path, length) {
            const found = read(path, largestHead);
            return found.kind === "bytes" ? found.bytes.subarray(0, length) : null;
        },
    };
}
function foldersOf(blobs) {
    const folders = new Map([["", new Map()]]);
    for (const { path, kind } of blobs) {
        const segments = path.split("/");
        let folder = "";
        for (const [index, name] of segments.entries()) {
            const last = index === segments.length - 1;
            folders.get(folder)?.set(name, { name, kind: last ? kind : "folder" });
            folder = folder === "" ? name : `${folder}/${name}`;
            if (!last && !folders.has(folder))
                folders.set(folder, new Map());
        }
    }
    return new Map([...folders].map(([folder, entries]) => [folder, inNameOrder([...entries.values()])]));
}
const inNameOrder = (entries) => [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
const aheadFiles = 512;
const aheadBytes = 16 * 1_048_576;
const smallFile = 1_048_576;
/** Git gives an object whole or not at all. */
const largestHead = 64 * 1_048_576;
/**
 * Contents by file. A run of git costs more than the reading, and trees are read in path order: with the file asked
 * for come those after it that may hold evidence, within bounds of memory.
 */
function contentsAhead(git, blobs) {
    const order = new Map(blobs.map((blob, index) => [blob.path, index]));
    let held = new Map();
    return (blob) => {
        const known = held.get(blob.oid);
        if (known !== undefined)
            return known;
        const ahead = [blob.oid];
        let bytes = blob.size;
        const start = (order.get(blob.path) ?? blobs.length) + 1;
        for (let index = start; index < blobs.length && ahead.length < aheadFiles; index++) {
            const next = blobs[index];
            if (next === undefined || next.kind === "other" || next.size > smallFile || !(0,syntax/* mayHoldEvidence */.m3)(next.path))
                continue;
            if (bytes + next.size > aheadBytes)
                break;
            bytes += next.size;
            ahead.push(next.oid);
        }
        held = readObjects(git, [...new Set(ahead)]);
        return held.get(blob.oid) ?? null;
    };
}

// EXTERNAL MODULE: ./build/src/model/configuration.js
var configuration = __webpack_require__(1349);
// EXTERNAL MODULE: ./build/src/commands/prepare.js + 7 modules
var prepare = __webpack_require__(894);
;// CONCATENATED MODULE: ./build/src/commands/base-commit.js






/** A commit's files below the checked root. @throws UsageError where git or the commit is not there */
function treeOfCommit(ref, root, environment) {
    const git = gitIn({ folder: root, environment, trusted: false });
    const repository = repositoryAt(git);
    if (repository === null) {
        throw new problem/* UsageError */.e([
            (0,problem/* problemAt */.l)("git", `${ref} is no folder, and ${root} is in no git repository`, "name a folder, or run inside a repository"),
        ]);
    }
    const below = repository.prefix.replace(/\/$/, "");
    const found = gitTree({ git, commit: ref, below });
    if (found.kind === "problem")
        throw new problem/* UsageError */.e([found.problem]);
    return {
        tree: found.tree,
        label: `${ref} (${found.commit.slice(0, 7)})`,
        configuration: (0,prepare/* configurationOfTree */.m0)(found.tree) ?? configuration/* defaultConfiguration */._,
    };
}


/***/ })

};
