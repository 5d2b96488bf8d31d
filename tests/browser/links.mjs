// Follows every link of a built site, served below a sub-path: `node tests/browser/links.mjs SITE`.
//
// A problem is a link, picture, style or script that leads nowhere, an anchor that its page does not have, a page of
// the folder that no link leads to (but one that only keeps an old address), or an unknown address that does not get the site's own 404 page. What leads out of
// the site is counted and not followed. Exits 1 on a problem. (linkinator 7 looks at the anchors of a page only when it
// first comes to it, so that one of a later link is missed.)

import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Parser } from "htmlparser2"
import { serve } from "./serve.mjs"

const ALIVE = new Set(["__search", "__drawer"]) // the theme's menus, which need no place on the page
const UNLINKED = "404.html"
const FORMER = /<h1[^>]*>Moved<|class="dl-kicker"/ // what is left at the address of what went

/** What a page links to, as written, and the ids that it has. */
function read(html) {
  const links = []
  const ids = new Set()
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (attributes.id) ids.add(attributes.id)
      for (const name of ["href", "xlink:href", "src", "data-src"]) if (attributes[name] !== undefined) links.push(attributes[name])
    },
  })
  parser.end(html)
  return { links, ids }
}

const [site] = process.argv.slice(2)
const server = await serve(site)
const found = new Map([[server.home, null]]) // address without anchor -> the ids of a page, or null
const wanted = [] // page, address and anchor of every link inside
const problems = []
let out = 0
for (const address of found.keys()) {
  const response = await fetch(address)
  if (response.status !== 200) problems.push(`${address}: ${response.status}`)
  if (!response.headers.get("content-type").startsWith("text/html") || response.status !== 200) continue
  const { links, ids } = read(await response.text())
  found.set(address, ids)
  for (const link of links) {
    const there = new URL(link, response.url)
    const anchor = decodeURIComponent(there.hash.slice(1))
    there.hash = ""
    if (!there.href.startsWith(server.origin)) out += 1
    else {
      wanted.push([address, there.href, anchor])
      if (!found.has(there.href)) found.set(there.href, null)
    }
  }
}
for (const [page, there, anchor] of wanted) {
  const ids = found.get(there)
  if (anchor && !ALIVE.has(anchor) && ids && !ids.has(anchor)) problems.push(`${page}: no #${anchor} on ${there}`)
}
for (const name of readdirSync(site, { recursive: true }).filter((one) => one.endsWith(".html") && one !== UNLINKED)) {
  const address = server.home + name.split("/").map(encodeURIComponent).join("/").replace(/(^|\/)index\.html$/, "$1")
  if (!found.has(address) && !FORMER.test(readFileSync(join(site, name), "utf8"))) problems.push(`${address}: no link leads here`)
}
const missing = await fetch(`${server.home}no/such/page/`)
const lost = missing.status === 404 && (await missing.text()).includes("There is no such page")
if (!lost) problems.push("an address that leads nowhere does not get the site's own 404 page")
server.close()

for (const problem of problems) console.error(problem.replaceAll(server.home, "/"))
console.log(`${found.size} addresses, ${wanted.length} links followed, ${out} lead out, ${problems.length} problems`)
process.exit(problems.length ? 1 : 0)
