// A built site served as GitHub Pages serves it: below a sub-path, with its own 404 page, and compressed.

import { existsSync, readFileSync, statSync } from "node:fs"
import { createServer } from "node:http"
import { extname, join, normalize } from "node:path"
import { gzipSync } from "node:zlib"

const BASE = "/some/where/"
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
}

/** Serves the folder `site` on a free port; gives its origin, the address of its home page, and how to end it. */
export async function serve(site) {
  const server = createServer((request, response) => answer(site, request, response))
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  return { origin, home: origin + BASE, close: () => server.close() }
}

/** The browser's program: CHROMIUM names it if it stands elsewhere than usual. */
export function browserPath() {
  return process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync)
}

function answer(site, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname)
  const below = path.startsWith(BASE) ? join(site, normalize(path.slice(BASE.length))) : join(site, "nothing")
  const isFolder = existsSync(below) && statSync(below).isDirectory()
  if (isFolder && !path.endsWith("/")) {
    response.writeHead(301, { location: `${path}/` }).end()
    return
  }
  const file = isFolder ? join(below, "index.html") : below
  const found = existsSync(file)
  const shown = found ? file : join(site, "404.html")
  const headers = { "content-type": TYPES[extname(shown)] ?? "application/octet-stream", "content-encoding": "gzip" }
  response.writeHead(found ? 200 : 404, headers).end(gzipSync(readFileSync(shown)))
}
