// the Git extension copies folders with it when it makes a worktree, which no test does
exports.cp = require("node:fs/promises").cp;
