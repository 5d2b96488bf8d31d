// What is chosen, the address that says it, and the events that it leaves.

import { plain } from "./data.js"

const DAY = 86400000 // milliseconds

/** What the query of an address says is chosen; what it names and is not there is left out. */
export function readChoice(index, query) {
  const asked = new URLSearchParams(query)
  const chosen = new Map()
  for (const { name, places } of index.filters) {
    chosen.set(name, new Set(asked.getAll(name).filter((key) => places.has(key)).map((key) => places.get(key))))
  }
  return {
    chosen,
    words: asked.get("words") ?? "",
    from: dayIn(asked.get("from")),
    to: dayIn(asked.get("to")),
    newest: asked.get("order") === "newest",
  }
}

const dayIn = (text) => (Number.isNaN(Date.parse(`${text}T00:00Z`)) ? "" : text)

/** The address that says what is chosen. */
export function queryOf(choice, index) {
  const told = new URLSearchParams()
  for (const { name, options } of index.filters) {
    for (const place of choice.chosen.get(name)) told.append(name, options[place][0])
  }
  for (const name of ["words", "from", "to"]) if (choice[name]) told.set(name, choice[name])
  if (choice.newest) told.set("order", "newest")
  const query = told.toString()
  return query ? `?${query}` : location.pathname
}

/** The events that pass every filter, and for each option how many would with it and all other filters. */
export function choose(index, choice, texts) {
  const counts = index.filters.map((filter) => new Uint32Array(filter.options.length))
  const chosen = index.filters.map((filter) => choice.chosen.get(filter.name))
  const terms = plain(choice.words).split(/\s+/).filter(Boolean)
  const from = choice.from ? Date.parse(choice.from) / DAY : -Infinity
  const to = choice.to ? Date.parse(choice.to) / DAY : Infinity
  const bounded = choice.from || choice.to
  const events = []
  for (let event = 0; event < index.first.length; event++) {
    if (bounded && (index.first[event] === null || index.first[event] > to || index.last[event] < from)) continue
    if (!terms.every((term) => texts[event].includes(term))) continue
    const failed = index.filters
      .map((_, number) => number)
      .filter((number) => chosen[number].size && !index.filters[number].values[event].some((place) => chosen[number].has(place)))
    if (failed.length > 1) continue
    if (!failed.length) events.push(event)
    index.filters.forEach((filter, number) => {
      if (failed.length && failed[0] !== number) return
      for (const place of filter.values[event]) counts[number][place] += 1
    })
  }
  return { events: choice.newest ? newestFirst(events, index) : events, counts }
}

/** Latest first; what has no date stays last. */
function newestFirst(events, index) {
  const dated = events.filter((event) => index.first[event] !== null)
  return [...dated.reverse(), ...events.filter((event) => index.first[event] === null)]
}
