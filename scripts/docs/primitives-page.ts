import {
  byPerson,
  type Chapter,
  type Primitive,
  periodOf,
  shownPeople,
} from '../../test/support/primitive.ts'
import { GENERATED, inline, page, tableOf } from './markdown.ts'

const INTRODUCTION = `What the rules of banks ask for, and the lines of scheme that say it. Each example is run by \`npm test\` through a scheme file, with both
engines. A number that an example starts from (*given*) stands for any measure, figure or score; the lines shown are put into the sections of [the scheme file](scheme.md).`

/** The page of all primitives: an index of what they say, then the lines of scheme and the example of each. */
export function primitivesPage(chapters: readonly Chapter[]): string {
  return page([
    '# What do you want to say? 想表达什么？',
    GENERATED,
    INTRODUCTION,
    ...chapters.flatMap(({ title, primitives }) => [
      `**${title.en} ${title.zh}**`,
      tableOf(['', 'what', '含义'], primitives.map(indexRow)),
    ]),
    ...chapters.flatMap(({ title, primitives }) => [
      `## ${title.en} ${title.zh}`,
      ...primitives.flatMap(sectionOf),
    ]),
  ])
}

const indexRow = ({ id, says }: Primitive): readonly string[] => [
  `[${id}](#${id.toLowerCase()})`,
  says.en,
  says.zh,
]

function sectionOf(primitive: Primitive): readonly string[] {
  const { id, says, note, scheme } = primitive
  return [
    `### ${id}`,
    `${says.en}. ${says.zh}。`,
    fenced('yaml', scheme),
    `${[...givenIn(primitive), resultOf(primitive)].join('; ')}.${note ? ` (${note.en})` : ''}`,
    ...tablesIn(primitive),
  ]
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``

const listed = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .map(([name, value]) => inline(`${name} = ${value}`))
    .join(', ')

/** The period, and what is given of the people and of earlier periods. */
function givenIn(primitive: Primitive): readonly string[] {
  const { earlier = {} } = primitive
  const people = shownPeople(primitive).filter(([, texts]) => Object.keys(texts).length > 0)
  const before = Object.entries(earlier).flatMap(([period, said]) =>
    byPerson(said).map(([id, texts]) => `${ofPerson(id, people.length)}${listed(texts)} in ${period}`),
  )
  return [
    `In ${periodOf(primitive)}`,
    ...people.map(([id, texts]) => `given ${ofPerson(id, people.length)}${listed(texts)}`),
    ...before,
  ]
}

const ofPerson = (id: string, people: number): string => (people > 1 ? `for ${id} ` : '')

function resultOf({ gives, deferred, refused }: Primitive): string {
  if (refused) return `refused: ${inline(refused.code)}`
  const said = byPerson(gives)
  const results = said.map(([id, texts]) => `${said.length > 1 ? `${id} ` : ''}${listed(texts)}`)
  const lots = deferred ? [`lots ${deferred.map(inline).join(', ')}`] : []
  return `gives ${[...results, ...lots].join('; ')}`
}

const tablesIn = ({ tables = {}, rows = {} }: Primitive): readonly string[] => [
  ...Object.entries(tables).map(([table, text]) => `${inline(`${table}.csv`)}:\n\n${fenced('csv', text)}`),
  ...Object.values(rows).map(({ times, row }) => `and ${times} rows ${inline(row)}.`),
]
