// The data of the page Explore. index.json holds a column a filter, with a place for each event; headlines come in
// pieces, when they are to be seen.

const INDEX = document.getElementById("dl-index").href // of <link rel="preload">, which has the browser fetch it at once

/** The address of a page of this site. */
export const addressOf = (path) => new URL(`../../${path}`, INDEX).href

/** A text in small letters without accents, as texts are compared. */
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

async function fetchJson(address, cache = "default") {
  const answer = await fetch(new URL(address, INDEX), { cache })
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}

/** The index, with the places of each event's options as a list, and the place of each option by its key. */
export async function fetchIndex() {
  const index = await fetchJson(INDEX)
  for (const filter of index.filters) {
    filter.values = filter.values.map((places) => (Array.isArray(places) ? places : [places]))
    filter.places = new Map(filter.options.map(([key], place) => [key, place]))
  }
  return index
}

/** The site was built anew since its index was read. */
export class Changed extends Error {}

/** Headlines of an index, fetched in pieces and kept. */
export class Headlines {
  constructor(index) {
    this.index = index
    this.pieces = new Map()
  }

  piece(number) {
    if (!this.pieces.has(number)) {
      const asked = this.fetchPiece(number)
      asked.catch(() => this.pieces.delete(number)) // so that it is asked for again
      this.pieces.set(number, asked)
    }
    return this.pieces.get(number)
  }

  async fetchPiece(number) {
    const edition = this.index.editions[number]
    for (const cache of ["default", "reload"]) {
      const piece = await fetchJson(`headlines-${number}.json?${edition}`, cache)
      if (piece.edition === edition) return piece.rows
    }
    throw new Changed()
  }

  /** The rows of these events, in their order. */
  async of(events) {
    const { piece } = this.index
    const numbers = [...new Set(events.map((event) => Math.floor(event / piece)))]
    const pieces = new Map(await Promise.all(numbers.map(async (number) => [number, await this.piece(number)])))
    return events.map((event) => pieces.get(Math.floor(event / piece))[event % piece])
  }

  /** For each event, in the letters that are compared, its headline and names. */
  async texts() {
    this.compared ??= this.of([...this.index.first.keys()]).then((rows) => {
      const names = this.index.filters.find((filter) => filter.name === "entity")
      return rows.map(([, headline], event) =>
        plain([headline, ...names.values[event].map((place) => names.options[place][1])].join(" ")),
      )
    })
    this.compared.catch(() => delete this.compared)
    return this.compared
  }
}
