// Looks at a built site in Chromium, as readers will: `node tests/browser/check.mjs SITE [PICTURES]`.
//
// SITE is the folder that MkDocs wrote; it is served below a sub-path, as GitHub Pages does. Pages of every type are
// opened on a phone, on a narrow phone and on a desktop, light and dark, with and without JavaScript. A problem is an
// axe violation, sideways scrolling, an error or dialog of a script, a request that fails or leaves the site, or a page
// that cannot be read without JavaScript. With PICTURES, a picture of each page is written there. Exits 1 on a problem.
//
// Needs `npm install --no-package-lock` in this folder, and Chromium: CHROMIUM names it if it stands elsewhere than usual.

import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { chromium } from "playwright-core"
import { browserPath, serve } from "./serve.mjs"

const PAGES_OF_A_TYPE = 4
const VIEWS = [
  { name: "phone", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "phone-dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { name: "narrow", viewport: { width: 320, height: 640 }, colorScheme: "light" },
  { name: "desktop", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "desktop-dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "without-script", viewport: { width: 390, height: 844 }, colorScheme: "light", javaScriptEnabled: false },
]

const [site, pictures] = process.argv.slice(2)
if (!site || !existsSync(join(site, "index.html"))) {
  console.error("usage: node check.mjs SITE [PICTURES]: SITE has no index.html")
  process.exit(2)
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** The home page and every fixed page, and some of each folder: hostile ones first, which have odd names. */
function choosePages() {
  const pages = [""]
  for (const entry of readdirSync(site).sort()) {
    const folder = join(site, entry)
    if (!statSync(folder).isDirectory() || ["assets", "search"].includes(entry)) continue
    if (existsSync(join(folder, "index.html"))) pages.push(`${entry}/`)
    const below = readdirSync(folder).filter((name) => existsSync(join(folder, name, "index.html")))
    const hostile = below.filter((name) => /hostile|arabic|control|_$/.test(name))
    for (const name of [...new Set([...hostile, ...below])].slice(0, PAGES_OF_A_TYPE + hostile.length)) {
      pages.push(`${entry}/${encodeURIComponent(name)}/`)
    }
  }
  return pages
}

async function look(page, address, view, { origin, home }, problems) {
  const say = (what) => problems.push(`${view.name} /${address}: ${what}`)
  const onRequest = (request) => request.url().startsWith(origin) || say(`asks for ${request.url()}`)
  const onResponse = (response) => response.status() < 400 || say(`${response.status()} for ${response.url()}`)
  const onError = (error) => say(`script error: ${error.message}`)
  const onDialog = (dialog) => { say(`dialog: ${dialog.message()}`); dialog.dismiss() }
  page.on("request", onRequest).on("response", onResponse).on("pageerror", onError).on("dialog", onDialog)
  await page.goto(home + address)
  if (view.javaScriptEnabled === false) {
    for (const found of await page.locator("h1, .dl-headline, .dl-when").all()) {
      if (!(await found.isVisible())) say(`not visible: ${(await found.innerText()).slice(0, 60)}`)
    }
  } else {
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (wider > 0) say(`scrolls sideways by ${wider} pixels`)
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
    for (const violation of violations) {
      const places = violation.nodes.map((node) => `${node.target.join(" ")} (${node.any[0]?.message ?? ""})`)
      say(`axe ${violation.id}: ${places.length} x ${places[0]}`)
    }
  }
  if (pictures) {
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${address.replaceAll("/", "_") || "home"}-${view.name}.png`), fullPage: true })
  }
  page.off("request", onRequest).off("response", onResponse).off("pageerror", onError).off("dialog", onDialog)
}

const server = await serve(site)
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] })
const pages = choosePages()
const problems = []
for (const view of VIEWS) {
  const { name, ...options } = view
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" })
  const page = await context.newPage()
  for (const address of pages) await look(page, address, view, server, problems)
  await context.close()
}
await browser.close()
server.close()
for (const problem of problems) console.error(problem)
console.log(`${pages.length} pages, ${VIEWS.length} views, ${problems.length} problems`)
process.exit(problems.length ? 1 : 0)
