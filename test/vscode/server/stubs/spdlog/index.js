// A plain-JS stand-in for the native @vscode/spdlog, enough for the VS Code server: it appends to the log file.
const fs = require("node:fs"),
  path = require("node:path");
class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true });
    } catch {}
  }
  write(n, name, m) {
    if (n >= this.level) {
      try {
        fs.appendFileSync(this.file, `${new Date().toISOString()} [${name}] ${m}\n`);
      } catch {}
    }
  }
  trace(m) {
    this.write(0, "trace", m);
  }
  debug(m) {
    this.write(1, "debug", m);
  }
  info(m) {
    this.write(2, "info", m);
  }
  warn(m) {
    this.write(3, "warning", m);
  }
  error(m) {
    this.write(4, "error", m);
  }
  critical(m) {
    this.write(5, "critical", m);
  }
  getLevel() {
    return this.level;
  }
  setLevel(n) {
    this.level = n;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
exports.setFlushOn = exports.setLevel = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (_name, file) => new Logger(file);
