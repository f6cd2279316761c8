// Runs a mocha suite inside a VS Code extension host: the Node one, or the Web Worker one.
import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import { launchBrowser, newPage, startServer } from "./vscode.mjs";

const TIMEOUT_MS = 180_000;

/** Runs `run()` of the CommonJS module at `tests` in the host of `kind` ("node" or "worker") with `folder` open; resolves to its exit code. */
export async function runInExtensionHost({ kind, extension, tests, folder }) {
  const server = await startServer();
  const browser = await launchBrowser();
  const statics = kind === "worker" ? await serveStatic(extension) : undefined;
  try {
    const page = await newPage(browser);
    const ended = exitCode(page, server);
    if (statics) await developWebExtension(page, statics.url, extension, tests);
    const payload = statics ? [] : nodePayload(server, extension, tests);
    await page.goto(server.url({ folder, payload }));
    return await ended;
  } finally {
    await browser.close();
    statics?.close();
    await server.stop();
  }
}

function nodePayload(server, extension, tests) {
  return [
    ["extensionDevelopmentPath", server.remoteUri(extension)],
    ["extensionTestsPath", server.remoteUri(tests)],
  ];
}

async function exitCode(page, server) {
  let patience;
  const code = new Promise((resolve, reject) => {
    const late = () =>
      reject(new Error(`the tests did not end within ${TIMEOUT_MS} ms\n${server.output().slice(-3000)}`));
    patience = setTimeout(late, TIMEOUT_MS);
    page.on("crash", () => reject(new Error("the page crashed")));
    page.exposeFunction("codeAutomationExit", resolve);
    page.exposeFunction("codeAutomationLog", printLog);
  });
  try {
    return await code;
  } finally {
    clearTimeout(patience);
  }
}

/** What the workbench says of itself; the extension host's console comes through the same pipe. */
const CHATTER =
  /^(\[(Service Worker|AgentHost|AccountPolicyGate|ChatModelSelection|RemoteAgentHostProtocol|reconnection-grace-time)|(Ignoring fetching|Updating) additional builtin|Creating a socket|Resolv(ing|ed) connection token|No search provider registered|Timed out waiting for authentication provider|\[(DefaultAccount|chat-stt)\]|\[perf\])/;

function printLog(type, args) {
  if (typeof args[0] === "string" && CHATTER.test(args[0])) return;
  if (type === "error" || type === "warn") console.error(...args);
  else console.log(...args);
}

const TYPES = { ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml" };

/** Serves a folder to the page with CORS, as a marketplace serves a web extension. */
async function serveStatic(root) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    fs.readFile(path.join(root, path.normalize(name)), (problem, data) => {
      response.writeHead(problem ? 404 : 200, {
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Content-Type": TYPES[path.extname(name)] ?? "application/octet-stream",
      });
      response.end(problem ? "not found" : data);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${server.address().port}`, close };
}

/**
 * Makes the page load the extension's `browser` entry. It has to come over http (the worker host refuses `new Worker()`
 * for an extension under vscode-remote:), and such a place is taken only from the workbench's configuration, which is
 * edited on its way to the page.
 */
async function developWebExtension(page, origin, extension, tests) {
  const at = (file) => {
    const name = path.relative(extension, file).split(path.sep).join("/");
    return { scheme: "http", authority: new URL(origin).host, path: `/${name}` };
  };
  await page.route(
    (url) => url.pathname === "/",
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
        (_, head, settings) => {
          const configuration = JSON.parse(settings.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
          configuration.developmentOptions = { extensions: [at(extension)], extensionTestsPath: at(tests) };
          return head + JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
        },
      );
      const headers = response.headers();
      delete headers["content-security-policy"]; // its connect-src does not name this server
      await route.fulfill({ response, body, headers });
    },
  );
}
