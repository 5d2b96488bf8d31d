// Lighthouse's scores of a home page, a listing and an event on a phone: `node tests/browser/lighthouse.mjs SITE`.
//
// Each page is measured three times, and the median counts. Accessibility, best practices and SEO must be 100;
// performance should be 95 and must be 90, since machines differ. Exits 1 if it is not.

import { readdirSync } from "node:fs"
import { join } from "node:path"
import { launch } from "chrome-launcher"
import lighthouse from "lighthouse"
import { browserPath, serve } from "./serve.mjs"

const RUNS = 3
const LEAST = { performance: 90, accessibility: 100, "best-practices": 100, seo: 100 }

const [site] = process.argv.slice(2)
const first = (folder) => `${folder}/${readdirSync(join(site, folder)).filter((name) => name !== "index.html").sort()[0]}/`
const server = await serve(site)
const chrome = await launch({ chromePath: browserPath(), chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] })
let failures = 0
for (const address of ["", first("months"), first("events")]) {
  const runs = []
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(server.home + address, { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" })
    runs.push(lhr)
  }
  const scores = Object.keys(LEAST).map((category) => {
    const score = Math.round(runs.map((run) => run.categories[category].score * 100).sort((a, b) => a - b)[RUNS >> 1])
    if (score < LEAST[category]) {
      failures += 1
      for (const { id } of runs[0].categories[category].auditRefs) {
        const audit = runs[0].audits[id]
        if (audit.score !== null && audit.score < 1) console.error(`/${address}: ${audit.title} ${audit.displayValue ?? ""}`)
      }
    }
    return `${category} ${score}`
  })
  console.log(`/${address}: ${scores.join(", ")}`)
}
await chrome.kill()
server.close()
process.exit(failures ? 1 : 0)
