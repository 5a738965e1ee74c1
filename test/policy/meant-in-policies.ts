/** A file whose YAML is sound and which says what cannot be: all that the command line says, with the file's name. */
export type Meant = readonly [
  mistake: string,
  text: string,
  said: readonly string[],
  others?: Readonly<Record<string, string>>,
];

const gate = "rules:\n  a: { metric: recall, at-least: 0.9 }\n";

export const meantInPolicies: readonly Meant[] = [
  ["nothing", "", ["gate.yaml:1:1 the file is empty | write what it should say, or delete it"]],
  ["a comment alone", "# nothing\n", ["gate.yaml:1:1 the file is empty | write what it should say, or delete it"]],
  [
    "bounds that exclude one another",
    "rules:\n  a: { metric: recall, at-least: 90%, at-most: 80% }\n",
    [
      "gate.yaml:2:48 nothing is `at-least` 90 % and `at-most` 80 % at once | change one of them, or make two rules of it",
    ],
  ],
  [
    "an alias",
    "rules:\n  a: &a { metric: recall, at-least: 80% }\n  b: *a\n",
    [
      "gate.yaml:3:6 the alias `*a` stands for what is elsewhere | write it out; name a value once in `parameters`, and take rules over with `extends`",
    ],
  ],
  [
    "a merge key",
    "rules:\n  a: &a { metric: recall, at-least: 80% }\n  b: { <<: *a, at-least: 90% }\n",
    [
      "gate.yaml:3:8 the merge key `<<` takes over what stands elsewhere | write it out; name a value once in `parameters`, and take rules over with `extends`",
      "gate.yaml:3:12 the alias `*a` stands for what is elsewhere | write it out; name a value once in `parameters`, and take rules over with `extends`",
    ],
  ],
  [
    "a merge key with a mapping",
    "rules:\n  b: { <<: { metric: recall }, at-least: 90% }\n",
    [
      "gate.yaml:2:8 the merge key `<<` takes over what stands elsewhere | write it out; name a value once in `parameters`, and take rules over with `extends`",
    ],
  ],
  [
    "a name with a slash",
    "policy: a/b\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "gate.yaml:1:9 `policy` is `a/b`; expected a name without spaces and slashes | write a name without spaces and slashes",
    ],
  ],
  [
    "an expression of many pages",
    "rules:\n  a:\n    expression: true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true || true\n",
    ["gate.yaml:3:17 the expression is longer than 4000 characters | make two rules of it"],
  ],
  [
    "an expression that is a number",
    "rules:\n  a: { expression: 'facts.size()' }\n",
    ["gate.yaml:2:21 the expression gives int; expected true or false | compare it with something"],
  ],
  [
    "a field misspelt in an expression",
    "rules:\n  a: { expression: 'facts.exists(f, f.metricc == \"a\")' }\n",
    ["gate.yaml:2:39 there is no field `metricc` | did you mean `metric`?"],
  ],
  [
    "a variable misspelt in an expression",
    "rules:\n  a: { expression: 'fact.size() > 1' }\n",
    ["gate.yaml:2:21 there is no `fact` | did you mean `facts`?"],
  ],
  [
    "types that do not fit in an expression",
    "rules:\n  a: { expression: 'facts[0].value >= \"high\"' }\n",
    [
      "gate.yaml:2:21 the types do not fit: no such overload: double >= string | compare alike with alike: fields of facts are numbers, texts, true or false",
    ],
  ],
  [
    "a pattern that is none in an expression",
    "rules:\n  a: { expression: 're_match(\"(\", model.name)' }\n",
    ["gate.yaml:2:30 `(` is no pattern | write it in the syntax of RE2"],
  ],
  [
    "a kind misspelt in an expression",
    "rules:\n  a: { expression: 'facts.exists(f, f.kind == \"measurment\")' }\n",
    ["gate.yaml:2:47 no fact is of kind `measurment` | did you mean `measurement`?"],
  ],
  [
    "a moment that does not exist in an expression",
    "rules:\n  a: { expression: 'timestamp(\"2026-02-30T00:00:00Z\") < now' }\n",
    [
      "gate.yaml:2:31 `2026-02-30T00:00:00Z` is no moment | write a day of the calendar and a time, such as 2026-12-31T00:00:00Z",
    ],
  ],
  [
    "matches in an expression",
    "rules:\n  a: { expression: 'model.name.matches(\"a\")' }\n",
    ["gate.yaml:2:21 `matches` is not offered | write `re_match(pattern, text)`, whose time is bounded"],
  ],
  [
    "double in an expression",
    "rules:\n  a: { expression: 'double(\"NaN\") < 0.5' }\n",
    [
      "gate.yaml:2:21 `double` is not offered: it reads `NaN` | write `number(x)`, which is an error for what is no number",
    ],
  ],
  [
    "a quotient in an expression",
    "rules:\n  a: { expression: 'facts[0].value / facts[1].value > 1.0' }\n",
    [
      "gate.yaml:2:21 a quotient may come out as no number | write `ratio(a, b)`, which is an error where b is 0, or divide by a number",
    ],
  ],
  [
    "macros three deep",
    "rules:\n  a: { expression: 'facts.all(a, facts.all(b, facts.all(c, a.n == c.n)))' }\n",
    ["gate.yaml:2:21 macros stand more than 2 deep in one another | make two rules of it, or filter first"],
  ],
  [
    "nine macros",
    "rules:\n  a: { expression: 'facts.all(f, true) && facts.all(f, true) && facts.all(f, true) && facts.all(f, true) && facts.all(f, true) && facts.all(f, true) && facts.all(f, true) && facts.all(f, true) && facts.all(f, true)' }\n",
    ["gate.yaml:2:197 more than 8 macros in one expression | make two rules of it"],
  ],
  [
    "lists that grow",
    "rules:\n  a: { expression: '[facts].map(a, a + a + a + a + a).map(a, a + a + a + a + a).map(a, a + a + a).size() > 1' }\n",
    ["gate.yaml:2:21 it may build lists or texts without bound | use fewer `+` inside macros"],
  ],
  [
    "a number for a text",
    "description: 5\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ['gate.yaml:1:14 `description` is 5; expected a text | write "5", in quotes'],
  ],
  [
    "a list for a text",
    "owner: [a]\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["gate.yaml:1:8 `owner` is a list; expected a text | write a text"],
  ],
  [
    "a rule's name with a space",
    "rules:\n  'a b': { metric: recall, at-least: 0.9 }\n",
    ["gate.yaml:2:3 `a b` is no name | write it without spaces and slashes"],
  ],
  [
    "a policy that extends itself",
    "extends: gate.yaml\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["gate.yaml:1:10 the policy extends itself: gate.yaml → gate.yaml | take one `extends` of the circle out"],
  ],
  [
    "a circle of three",
    "extends: b.yaml\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "c.yaml:1:10 the policy extends itself: gate.yaml → b.yaml → c.yaml → gate.yaml | take one `extends` of the circle out",
    ],
    {
      "b.yaml": "extends: c.yaml\nrules: { b: disabled }\n",
      "c.yaml": "extends: gate.yaml\nrules: { c: disabled }\n",
    },
  ],
  [
    "a folder in extends",
    "extends: m\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["gate.yaml:1:10 the policy file `m` cannot be read: it is no regular file | name a file of the repository"],
  ],
  [
    "a file outside in extends",
    "extends: ../x.yaml\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "gate.yaml:1:10 the policy file `../x.yaml` cannot be read: it lies outside the checked tree | name a file of the repository",
    ],
  ],
  [
    "no rule that is not disabled",
    "extends: b.yaml\nrules: { a: disabled }\n",
    [
      "gate.yaml:1:1 the policy has no rules | write `rules:` with at least one rule, such as `recall-floor: { metric: recall, at-least: 80% }`",
    ],
    {
      "b.yaml": gate,
    },
  ],
  [
    "no rules",
    "policy: gate\n",
    [
      "gate.yaml:1:1 the policy has no rules | write `rules:` with at least one rule, such as `recall-floor: { metric: recall, at-least: 80% }`",
    ],
  ],
  [
    "an empty mapping of rules",
    "rules: {}\n",
    ["gate.yaml:1:8 `rules` is an empty mapping; expected a mapping of at least one | write a mapping of at least one"],
  ],
  [
    "a share above the whole",
    "rules:\n  a: { data-quality: checks, allowed-over: 110% }\n",
    [
      "gate.yaml:2:44 `allowed-over` is `110%`; expected a proportion from 0 to 1, such as 10% or 0.1 | write it as 10% or 0.1",
    ],
  ],
  [
    "a share without its sign",
    "rules:\n  a: { data-quality: checks, allowed-over: 10 }\n",
    ["gate.yaml:2:44 `allowed-over` is 10; expected a proportion from 0 to 1, such as 10% or 0.1 | write 10%"],
  ],
  [
    "a half for a count",
    "rules:\n  a: { metric: recall, at-least: 0.9, min-samples: 2.5 }\n",
    ["gate.yaml:2:52 `min-samples` is 2.5; expected a whole number, 0 or more | write a whole number, 0 or more"],
  ],
  [
    "a text for fields",
    "rules:\n  a: { metric: recall, at-least: 0.9, where: test }\n",
    [
      "gate.yaml:2:46 `where` is `test`; expected fields and the values that they must have, such as { split: test } | write fields and the values that they must have, such as { split: test }",
    ],
  ],
  [
    "a field misspelt",
    "rules:\n  a: { metric: recall, at-least: 0.9, where: { splitt: test } }\n",
    ["gate.yaml:2:48 no fact has a field `splitt` | did you mean `split`?"],
  ],
  [
    "a mapping for a parameter",
    "parameters: { x: { y: 1 } }\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "gate.yaml:1:18 `x` is a mapping; expected a text, a number, true or false, or a list of these | write a text, a number, true or false, or a list of these",
    ],
  ],
  [
    "a parameter misspelt",
    "parameters: { floor: 80% }\nrules:\n  a: { metric: recall, at-least: $flor }\n",
    ["gate.yaml:3:34 `$flor` is no parameter of this policy | did you mean `$floor`?"],
  ],
  [
    "a parameter where there is none",
    "rules:\n  a: { metric: recall, at-least: $floor }\n",
    ["gate.yaml:2:34 `$floor` is no parameter of this policy | name its value: `parameters: { floor: … }`"],
  ],
  [
    "a bound above the metric's highest",
    "rules:\n  a: { metric: recall, at-least: 80 }\n",
    ["gate.yaml:2:34 `at-least` is 80, and recall never lies above 1 | write 80%"],
  ],
  ["no check", "rules:\n  a: { at-least: 0.9 }\n", ["gate.yaml:2:6 the rule `a` names no check | name one: …"]],
  [
    "no check, where something is extended",
    "extends: b.yaml\nrules:\n  z: { at-least: 0.9 }\n",
    ["gate.yaml:3:6 the rule `z` names no check, and nothing that the policy extends has this rule | name one: …"],
    {
      "b.yaml": gate,
    },
  ],
  [
    "an end before the beginning",
    "rules:\n  a: { metric: recall, at-least: 0.9, effective: { from: 2026-12-01, until: 2026-11-01 } }\n",
    ["gate.yaml:2:50 `effective` ends before it begins | write a day for `until` that is not before `from`"],
  ],
  [
    "an option that is required",
    "rules:\n  a: { report-freshness: drift }\n",
    ["gate.yaml:2:6 the rule `a` has no `max-age` | write `max-age`: The oldest report that counts."],
  ],
  [
    "numbers for names",
    "rules:\n  a: { class-balance: y, classes: [0, 1] }\n",
    [
      'gate.yaml:2:36 entry 1 is 0; expected a text | write "0", in quotes',
      'gate.yaml:2:39 entry 2 is 1; expected a text | write "1", in quotes',
    ],
  ],
  [
    "brackets that close nothing",
    "applies: { risk: [high) ] }\nrules: { a: }] }\n",
    ["gate.yaml:2:14 the `]` closes nothing | delete it", "gate.yaml:2:16 the `}` closes nothing | delete it"],
  ],
  [
    "a bracket that closes another",
    "description: x\nrules: { a: { metric: recall ] }\n",
    [
      "gate.yaml:2:8 the `{` that opens here is never closed | write `}` where it ends",
      "gate.yaml:2:30 the `]` closes nothing that is open | delete it",
    ],
  ],
  [
    "a mapping in extends",
    "extends: { a: b }\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "gate.yaml:1:10 `extends` is a mapping; expected one value, or a list of them | write one, or [ … ] around several",
    ],
  ],
  [
    "a list of effects",
    "rules:\n  a: { metric: recall, at-least: 0.9, then: [warn] }\n",
    ["gate.yaml:2:45 `then` is a list; expected block, undecided, warn or note | use one of: …"],
  ],
  [
    "a check without its subject",
    "rules:\n  a: { metric: , at-least: 0.9 }\n",
    ["gate.yaml:2:8 `metric` is empty; expected a text | write a text"],
  ],
  [
    "a mapping of slices",
    "rules:\n  a: { metric: recall, at-least: 0.9, for-each: { a: b } }\n",
    [
      "gate.yaml:2:49 `for-each` is a mapping; expected one value, or a list of them | write one, or [ … ] around several",
    ],
  ],
  [
    "bytes that are no text",
    "rules: \u0000\n",
    [
      "referee.yaml:1:12 the policy file `gate.yaml` cannot be read: the file is binary, not text | name a file of the repository",
    ],
  ],
  [
    "a month that does not exist",
    "rules:\n  a: { metric: recall, at-least: 0.9, effective: { from: 2026-13-01 } }\n",
    [
      "gate.yaml:2:58 `from` is `2026-13-01`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "a day of a leap year in another",
    "rules:\n  a: { metric: recall, at-least: 0.9, effective: { from: 2025-02-29 } }\n",
    [
      "gate.yaml:2:58 `from` is `2025-02-29`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "a tag of a language",
    "rules: !!python/object:os.system\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "gate.yaml:1:8 this is not YAML: unknown mapping tag !<tag:yaml.org,2002:python/object:os.system> | mend the line",
    ],
  ],
  [
    "a section misspelt",
    "rules:\n  a: { card-sections: [limitatons] }\n",
    ["gate.yaml:2:24 entry 1 is `limitatons`, which is not known | did you mean `limitations`?"],
  ],
  [
    "a section misspelt in a clause",
    "rules:\n  a: { framework: X, clause: '1', needs: ['section:limitatons'] }\n",
    ["gate.yaml:2:43 entry 1 is `section:limitatons`, which is not known | did you mean `section:limitations`?"],
  ],
  [
    "evidence that there is not in a clause",
    "rules:\n  a: { framework: X, clause: '1', needs: [metrik] }\n",
    ["gate.yaml:2:43 entry 1 is `metrik`, which is no kind of evidence | did you mean `metric`?"],
  ],
  [
    "an adjustment that there is not",
    "adjust: bonferroni\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["gate.yaml:1:9 `adjust` is `bonferroni`; expected holm, hochberg, benjamini-hochberg or none | use one of: …"],
  ],
];
