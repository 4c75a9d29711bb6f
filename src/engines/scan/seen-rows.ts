/** A file has fewer lines than this. */
const LINES = 2 ** 32

/** Where each text (a ref, or the cells of a whole row) was met first. */
export class SeenRows {
  readonly #files: string[] = []
  /** The file's number × 2^32 + the line. */
  readonly #places = new Map<string, number>()

  beginFile(file: string): void {
    this.#files.push(file)
  }

  /** Notes a text met on a line of the present file; the place where it was met before, if it was. */
  note(text: string, line: number): string | undefined {
    const first = this.#places.get(text)
    if (first !== undefined) return `${this.#files[Math.floor(first / LINES)]}:${first % LINES}`
    this.#places.set(text, (this.#files.length - 1) * LINES + line)
    return undefined
  }
}
