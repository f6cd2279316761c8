// Reads Stryker's report: how many changes were noticed in each file, and which that were not are explained in explained.json.
import * as fs from "node:fs";

/** What a change that no test notices replaced, as in "a < b → a <= b"; from its first line where it has several. */
function changeOf({ location: { start, end }, replacement }, lines) {
  const line = lines[start.line - 1] ?? "";
  const until = start.line === end.line ? end.column - 1 : line.length;
  const was = line.slice(start.column - 1, until) + (start.line === end.line ? "" : " …");
  return `${was} → ${replacement.replace(/\s+/g, " ")}`;
}

function countOf(mutants, ...statuses) {
  return mutants.filter(({ status }) => statuses.includes(status)).length;
}

/** The files of a report, each with its figures and the changes that no test noticed. */
export function resultsOf(report) {
  return Object.entries(report.files).map(([path, { source, mutants }]) => {
    const lines = source.split("\n");
    const survivors = mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map((mutant) => {
        const { line } = mutant.location.start;
        return { at: `${path}:${line}`, line: (lines[line - 1] ?? "").trim(), change: changeOf(mutant, lines) };
      });
    const [noticed, ignored] = [countOf(mutants, "Killed", "Timeout"), countOf(mutants, "Ignored")];
    return { path, noticed, ignored, survivors };
  });
}

/** Prints a row for each file, and the changes without an explanation. */
export function printSurvivors(reportPath) {
  const explained = JSON.parse(fs.readFileSync(new URL("./explained.json", import.meta.url), "utf8"));
  const known = new Set(
    explained.flatMap(({ files }) =>
      Object.entries(files).flatMap(([path, lines]) =>
        Object.entries(lines).flatMap(([line, changes]) => changes.map((change) => keyOf(path, line, change))),
      ),
    ),
  );
  const results = resultsOf(JSON.parse(fs.readFileSync(reportPath, "utf8")));
  const unexplained = results.flatMap(({ path, survivors }) =>
    survivors.filter(({ line, change }) => !known.has(keyOf(path, line, change))),
  );
  console.log("\n  noticed   of    file");
  for (const { path, noticed, survivors } of results) {
    const all = noticed + survivors.length;
    const share = all === 0 ? "" : ((100 * noticed) / all).toFixed(1);
    console.log(`${share.padStart(7)} % ${String(all).padStart(5)}    ${path}`);
  }
  const survived = results.reduce((sum, { survivors }) => sum + survivors.length, 0);
  console.log(`\n${survived} changes were not noticed, ${survived - unexplained.length} of them explained.`);
  for (const { at, line, change } of unexplained) console.log(`\n${at}\n  ${line}\n    ${change}`);
}

function keyOf(path, line, change) {
  return [path, line, change].join("\n");
}
