import { describe, expect, test } from "vitest";
import { ownersIn, readOwners } from "../../src/git/codeowners.js";
import { memory } from "../../src/world/memory.js";

describe("CODEOWNERS", () => {
  // The cases of GitHub's own page on code owners.
  const file = `# a comment
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/github
/with\\ blank/ @blank
`;
  test.each<[string, readonly string[]]>([
    ["README.md", ["@global-owner1", "@global-owner2"]],
    ["src/x.js", ["@js-owner"]],
    ["notes/a.txt", ["@octo-org/octocats"]],
    ["build/logs/x.md", ["@octocat"]],
    ["build/logs.md", ["@global-owner1", "@global-owner2"]],
    ["docs/getting-started.md", []],
    ["docs/build-app/troubleshooting.md", ["@global-owner1", "@global-owner2"]],
    ["deep/apps/x.md", ["@octocat"]],
    ["scripts/deep/x.sh", ["@doctocat", "@octocat"]],
    ["deeply/nested/logs/x.md", ["@octocat"]],
    ["apps/github", []],
    ["apps/github/x.md", []],
    ["with blank/x.md", ["@blank"]],
    [".hidden/x.js", ["@js-owner"]],
  ])("of %s are %j", (path, owners) => {
    expect(readOwners(file).of(path)).toEqual(owners);
  });

  test("in lines that GitHub does not understand are passed over, the others count", () => {
    const owners = readOwners("*.md @docs\n!*.md @nobody\n[ab].md @nobody\n*.md nobody\n{a,b}.md @braces\n");
    expect(owners.of("a.md")).toEqual(["@docs"]);
    expect(owners.of("{a,b}.md")).toEqual(["@braces"]);
  });

  test("are read from the first place that GitHub looks in, and not from a file that is too large", () => {
    const three = { ".github/CODEOWNERS": "* @first", CODEOWNERS: "* @second", "docs/CODEOWNERS": "* @third" };
    expect(ownersIn(memory(three))?.of("x")).toEqual(["@first"]);
    expect(ownersIn(memory({ "docs/CODEOWNERS": "* @acme/Team @third" }))?.teams).toEqual(["acme/team"]);
    expect(ownersIn(memory({ CODEOWNERS: "# ".repeat(2_000_000) }))).toBeNull();
    expect(ownersIn(memory({ "README.md": "" }))).toBeNull();
  });
});
