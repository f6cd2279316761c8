// Makes a folder a Git repository, as people have their agreements in one.
import { execFileSync } from "node:child_process";

/** Makes a folder a repository whose one commit has all that is in it. */
export function commitAll(folder) {
  const author = ["-c", "user.name=Mori", "-c", "user.email=mori@example.co.jp", "-c", "commit.gpgsign=false"];
  const git = (...words) => execFileSync("git", [...author, ...words], { cwd: folder, stdio: "pipe" });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-q", "-m", "first");
}
