// Makes a folder a Git repository, as people have their agreements in one.
import { execFileSync } from "node:child_process";

/** Makes a folder a repository whose one commit has all that is in it. */
export function commitAll(folder) {
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", ".");
  git(folder, "commit", "-q", "-m", "first");
}

/** Commits what changed since. */
export function commitChanges(folder) {
  git(folder, "commit", "-q", "-a", "-m", "next");
}

function git(folder, ...words) {
  const author = ["-c", "user.name=Mori", "-c", "user.email=mori@example.co.jp", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...author, ...words], { cwd: folder, stdio: "pipe" });
}
