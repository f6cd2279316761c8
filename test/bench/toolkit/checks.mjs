import { peopleOf } from "./names.mjs";

/** A handful of checks such as every language has, by the type of node that they look at. */
export const checks = {
  File: [itemsNamedOnce, requestsHandled],
  Team: [deputiesBelong],
  Request: [fieldsNamedOnce],
  Agreement: [clausesNamedOnce],
  Handle: [saidOnce, casesNamedOnce, servedByParty, answersFirst],
  Commit: [casesNamedOnce, promisedByParty],
  Comparison: [comparesAlike],
  Dates: [endsAfterStart],
};

function itemsNamedOnce(file, accept) {
  const items = file.items.flatMap((item) => {
    if (item.$type === "ChannelList") return item.channels;
    return item.$type === "Team" ? [item, ...peopleOf(item)] : [item];
  });
  namedOnce(items, accept);
}

function fieldsNamedOnce(request, accept) {
  namedOnce(request.fields, accept);
}

function clausesNamedOnce(agreement, accept) {
  const clauses = agreement.lines.filter(({ $type }) => $type === "Handle" || $type === "Commit");
  namedOnce(clauses, accept);
}

function casesNamedOnce(clause, accept) {
  const cases = clause.lines.filter(({ $type }) => $type === "HandleCase" || $type === "CommitCase");
  namedOnce(cases, accept);
}

function namedOnce(nodes, accept) {
  const seen = new Set();
  for (const node of nodes) {
    const key = `${node.$type} ${node.name}`;
    if (node.name && seen.has(key)) accept("error", `'${node.name}' is declared twice.`, { node, property: "name" });
    seen.add(key);
  }
}

function requestsHandled(file, accept) {
  const clauses = file.items.flatMap((item) => (item.$type === "Agreement" ? item.lines : []));
  const used = new Set(clauses.map((clause) => clause.kind?.ref));
  for (const node of file.items)
    if (node.$type === "Request" && !used.has(node))
      accept("warning", `No agreement handles '${node.name}'.`, { node, property: "name" });
}

function deputiesBelong(team, accept) {
  const people = new Set(peopleOf(team));
  for (const node of team.lines)
    if (node.$type === "Deputy" && node.deputy?.ref && !people.has(node.deputy.ref))
      accept("error", `'${node.deputy.ref.name}' is not in the team.`, { node, property: "deputy" });
}

const repeatable = new Set(["Via", "Escalate", "HandleCase"]);

function saidOnce(handle, accept) {
  const seen = new Set();
  for (const node of handle.lines) {
    if (seen.has(node.$type) && !repeatable.has(node.$type)) accept("error", "This is said twice.", { node });
    seen.add(node.$type);
  }
}

function servedByParty(handle, accept) {
  const { asking, serving } = handle.$container;
  for (const node of handle.lines)
    if (node.$type === "By" && node.team?.ref && node.team.ref !== serving?.ref && node.team.ref !== asking?.ref)
      accept("error", "Only a party of the agreement can handle a request.", { node, property: "team" });
}

function promisedByParty(commit, accept) {
  const { asking, serving } = commit.$container;
  if (commit.team?.ref && commit.team.ref !== asking?.ref && commit.team.ref !== serving?.ref)
    accept("error", "Only a party of the agreement can promise.", { node: commit, property: "team" });
}

function answersFirst(handle, accept) {
  const respond = minutesOf(handle.lines.find(({ $type }) => $type === "Respond")?.time);
  const resolve = handle.lines.find(({ $type }) => $type === "Resolve");
  if (respond > minutesOf(resolve?.time)) accept("warning", "Resolved before it is answered.", { node: resolve });
}

/** Minutes that can be compared, where a business day has at least eight hours; NaN for what is missing. */
function minutesOf(duration) {
  const unit = duration?.unit?.replace(/s$/, "");
  const minutes = { minute: 1, hour: 60, day: duration?.clock === "business" ? 480 : 1440 }[unit];
  return Number(duration?.amount?.replaceAll("_", "")) * (minutes ?? Number.NaN);
}

const valueOfField = { PercentType: "Percentage", DurationType: "Duration", MoneyType: "Money" };

function comparesAlike(node, accept) {
  const subject = node.subject?.named?.ref;
  const type = subject?.$type === "Field" ? subject.type?.$type : subject && "EnumType";
  if (!type) return;
  const isChosen = type === "EnumType";
  if (isChosen && node.operator) accept("error", "A choice has no order: use 'is'.", { node, property: "operator" });
  else if (!isChosen && node.value && node.value.$type !== valueOfField[type])
    accept("error", `'${subject.name}' cannot be compared with this.`, { node, property: "value" });
}

function endsAfterStart(node, accept) {
  if (node.last && node.last < node.first) accept("error", "The end is before the start.", { node, property: "last" });
}
