// Reads Stryker's report: how many changes were noticed in each file, which of the others have no reason in explained.json yet,
// and which of the reasons there are no longer needed.
import * as fs from "node:fs";

/** What a change that no test notices replaced, as in "a < b → a <= b"; from its first line where it has several. */
function changeOf({ location: { start, end }, replacement }, lines) {
  const line = lines[start.line - 1] ?? "";
  const until = start.line === end.line ? end.column - 1 : line.length;
  const was = line.slice(start.column - 1, until) + (start.line === end.line ? "" : " …");
  return `${was} → ${(replacement ?? "").replace(/\s+/g, " ")}`;
}

/** The files of a report, each with its lines, and its changes that were noticed and that were not. */
function resultsOf(report) {
  return Object.entries(report.files).map(([path, { source, mutants }]) => {
    const lines = source.split("\n");
    const changes = (...statuses) =>
      mutants
        .filter(({ status }) => statuses.includes(status))
        .map((mutant) => {
          const number = mutant.location.start.line;
          const [line, change] = [(lines[number - 1] ?? "").trim(), changeOf(mutant, lines)];
          return { at: `${path}:${number}`, line, change, key: keyOf(path, line, change) };
        });
    const [noticed, survivors] = [changes("Killed", "Timeout"), changes("Survived", "NoCoverage")];
    return { path, lines: new Set(lines.map((line) => line.trim())), noticed, survivors };
  });
}

/** Prints a row for each file, the changes without an explanation, and the explanations without a change. */
export function printSurvivors(reportPath) {
  const explained = explanations();
  const results = resultsOf(JSON.parse(fs.readFileSync(reportPath, "utf8")));
  console.log("\n  noticed   of    file");
  for (const { path, noticed, survivors } of results) {
    const all = noticed.length + survivors.length;
    const share = all === 0 ? "" : ((100 * noticed.length) / all).toFixed(1);
    console.log(`${share.padStart(7)} % ${String(all).padStart(5)}    ${path}`);
  }
  const known = new Set(explained.map(({ key }) => key));
  const survivors = results.flatMap((result) => result.survivors);
  const unexplained = survivors.filter(({ key }) => !known.has(key));
  console.log(
    `\n${survivors.length} changes were not noticed, ${survivors.length - unexplained.length} of them explained.`,
  );
  for (const { at, line, change } of unexplained) console.log(`\n${at}\n  ${line}\n    ${change}`);
  const spare = results.flatMap((result) => spareIn(result, explained));
  if (spare.length > 0)
    console.log("\nNo longer needed in explained.json: the line reads otherwise now, or a test notices.");
  for (const { path, line, change } of spare) console.log(`\n${path}\n  ${line}\n    ${change}`);
}

/** The reasons about a file that are about a line that it no longer has, or about changes that are all noticed. */
function spareIn({ path, lines, noticed, survivors }, explained) {
  const [found, left] = [noticed, survivors].map((changes) => new Set(changes.map(({ key }) => key)));
  return explained.filter(
    ({ path: where, line, key }) => where === path && (!lines.has(line) || (found.has(key) && !left.has(key))),
  );
}

function explanations() {
  const reasons = JSON.parse(fs.readFileSync(new URL("./explained.json", import.meta.url), "utf8"));
  const ofFile = ([path, lines]) =>
    Object.entries(lines).flatMap(([line, changes]) =>
      changes.map((change) => ({ path, line, change, key: keyOf(path, line, change) })),
    );
  return reasons.flatMap(({ files }) => Object.entries(files).flatMap(ofFile));
}

function keyOf(path, line, change) {
  return [path, line, change].join("\n");
}
