export type Severity = 'error' | 'warning' | 'notice'
export type Language = 'en' | 'zh'

/**
 * What is said of one kind of finding. `exit` is the exit code that an error of this kind asks for (contract,
 * Exit codes). Each language has two texts: what was found and what was wanted; then what to do. `{name}` stands for a fact,
 * `{name、}` in Chinese for one that is a row of ids or numbers.
 */
export interface Sentence {
  readonly severity: Severity
  readonly exit: 1 | 3 | 4 | 5
  readonly en: readonly [found: string, remedy: string]
  readonly zh: readonly [found: string, remedy: string]
}

/** The names of the facts that a text mentions in braces. */
export type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer List}、` ? List : Name) | Slots<Rest>
  : never

/** A few words inside a sentence, in each language. */
export type Phrase = Readonly<Record<Language, string>>

/** What a finding states: a name, number or text as found, or words of ours. */
export type Fact = string | number | Phrase

/** The text with each `{name}` replaced by its fact. */
export function fill(text: string, facts: Readonly<Record<string, Fact>>, language: Language): string {
  return text.replace(/\{(\w+)(、?)\}/g, (_, name: string, list: string) => {
    const fact = printFact(facts[name] ?? '', language)
    return list ? fact.replaceAll(', ', list) : fact
  })
}

export const printFact = (fact: Fact, language: Language): string =>
  typeof fact === 'object' ? fact[language] : String(fact)
