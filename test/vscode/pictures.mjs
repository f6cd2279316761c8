// Takes the pictures of the README in a real VS Code: node test/vscode/pictures.mjs (npm run pictures), then look at them.
import * as fs from "node:fs";
import * as path from "node:path";
import { installVscodeTools } from "./install.mjs";
import { packageExtension, VSIX } from "./package.mjs";
import { commitAll } from "./repository.mjs";
import { GIT_BUILTINS, installVsix, launchBrowser, newPage, startServer, temporaryFolder } from "./vscode.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PICTURES = path.join(ROOT, "docs/pictures");

const SUPPORT = "samples/product-support";
const GAP = "samples/faults/unhandled-request";

/** What each picture shows: a folder of samples, what a person does there, and in which language. */
const scenes = [
  { name: "simulator", folder: SUPPORT, act: askOnSaturday, language: "en" },
  { name: "simulator.ja", folder: SUPPORT, act: askOnSaturday, language: "ja" },
  { name: "proof", folder: GAP, act: openProof, language: "en" },
  { name: "proof.ja", folder: GAP, act: openProof, language: "ja" },
  { name: "differences", folder: SUPPORT, act: openDifferences, language: "en" },
  { name: "differences.ja", folder: SUPPORT, act: openDifferences, language: "ja" },
];

/** How the simulator's form is labelled, and what is chosen there: Acme rings about an incident. */
const forms = {
  en: {
    at: "Sent at (Asia/Tokyo)",
    choices: {
      "Kind of request": "incident",
      severity: "normal",
      Channel: "phone",
      Customer: "Acme",
      "Asked by": "営業部 (Sales)",
    },
  },
  ja: {
    at: "送信日時（Asia/Tokyo）",
    choices: { 依頼の種類: "incident", severity: "normal", 連絡手段: "phone", 顧客: "Acme", 依頼元: "営業部（Sales）" },
  },
};

installVscodeTools();
packageExtension();
fs.mkdirSync(PICTURES, { recursive: true });
const browser = await launchBrowser();
for (const scene of scenes) await take(scene);
await browser.close();

async function take({ name, folder, act, language }) {
  const dataDir = temporaryFolder();
  installVsix(dataDir, VSIX);
  const workspace = path.join(dataDir, path.basename(folder));
  fs.cpSync(path.join(ROOT, folder), workspace, { recursive: true });
  const settings = {
    "torikime.locale": language,
    "editor.minimap.enabled": false,
    "window.commandCenter": false,
    // As it stands there, VS Code fills it in.
    "window.title": "${rootName}",
  };
  commitAll(workspace);
  const server = await startServer({ dataDir, settings, log: "error", builtins: GIT_BUILTINS });
  const page = await newPage(browser, { viewport: { width: 1360, height: 860 }, locale: language });
  page.setDefaultTimeout(30_000);
  await page.goto(server.url({ folder: workspace }));
  await act(page, language, workspace);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  await page.context().close();
  await server.stop();
}

/** Acme rings on a Saturday at 10:15. */
async function askOnSaturday(page, language) {
  const { at, choices } = forms[language];
  await open(page, "support.sla");
  await command(page, "Simulate a Request");
  const form = webview(page);
  for (const [label, option] of Object.entries(choices)) await choose(form, label, option);
  await form.getByLabel(at).fill("2026-08-22T10:15");
  await form.getByRole("heading", { name: /14:15/ }).waitFor();
  await withoutSideBar(page);
}

async function openProof(page) {
  await open(page, ".sla");
  await page.locator(".codelens-decoration a", { hasText: /^✗/ }).first().click();
  await webview(page)
    .getByRole("link", { name: /:42:10$/ })
    .click();
  await withoutSideBar(page);
}

/** Support answers sooner, and Sales may grant more than was agreed. */
async function openDifferences(page, _, workspace) {
  const file = path.join(workspace, "support.sla");
  const text = fs.readFileSync(file, "utf8");
  const edited = text.replace("within 4 business hours", "within 2 business hours").replaceAll("10%", "15%");
  fs.writeFileSync(file, edited);
  await open(page, "support.sla");
  await command(page, "Show What Changes in Decisions");
  await webview(page).locator("article").first().waitFor();
  await withoutSideBar(page);
}

async function open(page, name) {
  const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first();
  await row.dblclick();
  await page.locator(".monaco-editor .view-line").first().waitFor();
}

async function withoutSideBar(page) {
  await command(page, "View: Toggle Primary Side Bar Visibility");
  await page.mouse.move(5, 855);
  // The pages and the editor settle into their new widths.
  await page.waitForTimeout(1500);
}

async function choose(form, label, option) {
  await form.getByRole("combobox", { name: label, exact: true }).click();
  await form.getByRole("option", { name: option }).first().click();
}

function webview(page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
}

async function command(page, title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input.input");
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}
