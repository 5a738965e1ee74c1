import { list, member, members, text } from "../../src/read/shape.js";
import { created, invalidField, noContent, notFound, ok, paged, refusal, type Call, type Reply } from "./reply.js";
import { commentShape, issueShape, repositoryShape, userShape } from "./shapes.js";
import { nextMoment, pullOf, type IssueShape, type State } from "./state.js";

const longestBody = 65_536;

function bodyFault(resource: string, body: string | undefined): Reply | null {
  if (body === undefined || body.trim() === "") return invalidField(resource, "body", "missing_field");
  if (body.length <= longestBody) return null;
  return invalidField(resource, "data", "unprocessable", `Body is too long (maximum is ${longestBody} characters)`);
}

const issueNumber = (call: Call): number => Number(call.path.number);

const issueExists = (state: State, number: number): boolean =>
  pullOf(state, number) !== undefined || state.issues.some((issue) => issue.number === number);

export function listComments(call: Call): Reply {
  if (!issueExists(call.state, issueNumber(call))) return notFound;
  const since = Date.parse(call.query.get("since") ?? "1970-01-01T00:00:00Z");
  const comments = call.state.comments.filter(
    ({ issue, shape }) => issue === issueNumber(call) && Date.parse(shape.updated_at) >= since,
  );
  return paged(
    call,
    comments.map(({ shape }) => shape),
  );
}

export function createComment(call: Call): Reply {
  const { state, token } = call;
  const number = issueNumber(call);
  if (!issueExists(state, number)) return notFound;
  if (pullOf(state, number)?.locked === true) return refusal(403, "Unable to create comment because issue is locked.");
  const body = text(member(call.body, "body"));
  const fault = bodyFault("IssueComment", body);
  if (fault !== null) return fault;
  const shape = commentShape(state, token, number, body ?? "");
  state.comments.push({ issue: number, shape });
  return created(shape);
}

export function getComment(call: Call): Reply {
  const stored = call.state.comments.find(({ shape }) => String(shape.id) === call.path.id);
  return stored === undefined ? notFound : ok(stored.shape);
}

export function updateComment(call: Call): Reply {
  const { state, token } = call;
  const stored = state.comments.find(({ shape }) => String(shape.id) === call.path.id);
  if (stored === undefined) return notFound;
  // Anyone who may write may edit, as on GitHub: telling whose comment it is falls to the caller.
  if (pullOf(state, stored.issue)?.locked === true && token.app !== null) {
    return refusal(403, "Unable to update comment because issue is locked.");
  }
  const body = text(member(call.body, "body"));
  const fault = bodyFault("IssueComment", body);
  if (fault !== null) return fault;
  stored.shape = { ...stored.shape, body: body ?? "", updated_at: nextMoment(state).at };
  return ok(stored.shape);
}

export function deleteComment(call: Call): Reply {
  const index = call.state.comments.findIndex(({ shape }) => String(shape.id) === call.path.id);
  if (index < 0) return notFound;
  call.state.comments.splice(index, 1);
  return noContent;
}

const labelsOf = (issue: IssueShape): readonly string[] =>
  issue.labels.flatMap((label) => (typeof label === "string" ? [label] : label.name === undefined ? [] : [label.name]));

/** Issues and, as on GitHub, pull requests too, newest first. */
export function listIssues(call: Call): Reply {
  const state = call.query.get("state") ?? "open";
  const labels = (call.query.get("labels") ?? "").split(",").filter((label) => label !== "");
  const creator = call.query.get("creator");
  const pulls = (call.state.seed.pulls ?? []).map((pull): IssueShape => {
    const { html_url, url } = repositoryShape(call.state);
    const html = `${html_url}/pull/${pull.number}`;
    const token = { login: pull.author, app: null, rights: {} };
    return {
      ...issueShape({ ...call.state }, token, pull.number, pull.title ?? `Pull request ${pull.number}`, ""),
      state: pull.state ?? "open",
      pull_request: {
        url: `${url}/pulls/${pull.number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
      },
    };
  });
  const found = [...call.state.issues, ...pulls]
    .filter((issue) => state === "all" || issue.state === state)
    .filter((issue) => labels.every((label) => labelsOf(issue).includes(label)))
    .filter((issue) => creator === null || issue.user?.login === creator);
  return paged(
    call,
    found.sort((a, b) => b.number - a.number),
  );
}

export function createIssue(call: Call): Reply {
  const { state, token } = call;
  const title = text(member(call.body, "title"));
  if (title === undefined || title === "") return invalidField("Issue", "title", "missing_field");
  if (title.length > 256)
    return invalidField("Issue", "title", "custom", "title is too long (maximum is 256 characters)");
  const body = text(member(call.body, "body")) ?? "";
  if (body.length > longestBody) return bodyFault("Issue", body) ?? notFound;
  const taken = [...state.issues, ...(state.seed.pulls ?? [])].map(({ number }) => number);
  const shape = issueShape(state, token, Math.max(0, ...taken) + 1, title, body);
  shape.labels = labelNames(call).map((name) => ({ name }));
  state.issues.push(shape);
  return created(shape);
}

const labelNames = (call: Call): string[] =>
  (list(member(call.body, "labels")) ?? []).flatMap((label) => {
    const name = text(label) ?? text(member(label, "name"));
    return name === undefined ? [] : [name];
  });

export function updateIssue(call: Call): Reply {
  const { state, token } = call;
  const issue = state.issues.find(({ number }) => number === issueNumber(call));
  if (issue === undefined) return notFound;
  const asked = text(member(call.body, "state"));
  if (asked !== undefined && asked !== "open" && asked !== "closed") return invalidField("Issue", "state", "invalid");
  const body = text(member(call.body, "body"));
  if (body !== undefined && body.length > longestBody) return bodyFault("Issue", body) ?? notFound;
  const { at } = nextMoment(state);
  issue.title = text(member(call.body, "title")) ?? issue.title;
  issue.body = body ?? issue.body ?? "";
  if (member(call.body, "labels") !== undefined) issue.labels = labelNames(call).map((name) => ({ name }));
  if (asked !== undefined && asked !== issue.state) {
    issue.state = asked;
    const reason = text(member(call.body, "state_reason"));
    issue.state_reason = asked === "open" ? "reopened" : reason === "not_planned" ? "not_planned" : "completed";
    issue.closed_at = asked === "closed" ? at : null;
    issue.closed_by = asked === "closed" ? userShape(state, token.login) : null;
  }
  issue.updated_at = at;
  return ok(issue);
}

export function dispatch(call: Call): Reply {
  const eventType = text(member(call.body, "event_type"));
  if (eventType === undefined || eventType === "" || eventType.length > 100) {
    return invalidField("RepositoryDispatch", "event_type", "invalid");
  }
  const payload = member(call.body, "client_payload");
  if (members(payload).length > 10) {
    return refusal(422, "No more than 10 properties are allowed; 11 or more were supplied.");
  }
  if (JSON.stringify(payload ?? {}).length > 65_535) return refusal(422, "client_payload is too large.");
  call.state.dispatches.push({ event_type: eventType, client_payload: payload ?? {} });
  return noContent;
}
