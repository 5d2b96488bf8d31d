// Validates the HTML of a built site: `node tests/browser/html.mjs SITE [MOST]`.
//
// With MOST, no more than so many pages of each folder are read. What Material for MkDocs itself writes against the
// rules is listed in THEME, rule by rule with the elements; everything else is a problem. Exits 1 on one.

import { readFileSync, readdirSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { HtmlValidate } from "html-validate"

const THEME = [
  { rule: "attribute-allowed-values", selector: /^#__nav_\d+_label$/ }, // the headings of sections in the menu
  { rule: "valid-autocomplete", selector: /^#__(drawer|search|palette_\d)$/ }, // switches of the menu, search and colours
]

const [site, most = "Infinity"] = process.argv.slice(2)
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
})

/** Every page below the site, of each folder no more than `most`. */
function pages() {
  const counts = new Map()
  return readdirSync(site, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .sort()
    .filter((name) => {
      const kind = dirname(dirname(name))
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      return counts.get(kind) <= Number(most)
    })
}

const isTheme = (message) => THEME.some(({ rule, selector }) => message.ruleId === rule && selector.test(message.selector))
let read = 0
const problems = []
for (const name of pages()) {
  const html = readFileSync(join(site, name), "utf8")
  const { results } = await validator.validateString(html, name)
  read += 1
  for (const { messages } of results) {
    for (const message of messages.filter((one) => !isTheme(one))) {
      problems.push(`${relative(".", name)}:${message.line}: ${message.ruleId}: ${message.message} ${message.selector ?? ""}`)
    }
  }
}
for (const problem of problems) console.error(problem)
console.log(`${read} pages validated, ${problems.length} problems`)
process.exit(problems.length || !read ? 1 : 0)
