import type { Report } from '../findings/finding.ts'
import { SENTENCES } from '../findings/sentences.ts'
import { readAppraisal } from './appraisal.ts'
import { assemble } from './assemble.ts'
import { readAssessments, readEffective } from './basics.ts'
import { readChecks } from './checks.ts'
import { clientFigureNames, readClients } from './clients.ts'
import { dependencyOrder } from './dependencies.ts'
import { draftFigures } from './drafts.ts'
import { readEntry } from './entry.ts'
import { personFacts } from './fact-names.ts'
import { figureNames, listsOfFigures } from './figure-names.ts'
import { checkKeys, withKeys } from './keys.ts'
import { learnKinds } from './kinds.ts'
import { readMeasures } from './measures.ts'
import { Names } from './names.ts'
import { checkOneMeaning } from './one-meaning.ts'
import { readPay } from './pay.ts'
import { domainsOf, readGrades, readPeople } from './people.ts'
import type { FormulaReading } from './reading.ts'
import { readRecommendation } from './recommendation.ts'
import { type Shaped, shapeOf } from './salvage.ts'
import type { Scheme } from './scheme.ts'
import { readTables } from './tables.ts'
import { warnOfUnread } from './unread.ts'
import { readValues } from './values.ts'
import { readYaml, type YamlFile } from './yaml.ts'

/** Reads a scheme from the text of its file; undefined when it has an error, with a finding for every one. */
export function readScheme(text: string, file: string, report: Report): Scheme | undefined {
  let errors = 0
  const counting: Report = (code, place, facts) => {
    if (SENTENCES[code].severity === 'error') errors += 1
    report(code, place, facts)
  }
  const yaml = readYaml(text, file, counting)
  const shaped = yaml && shapeOf(yaml, counting)
  const scheme = shaped && readShaped(yaml, shaped, counting, () => errors === 0)
  return errors === 0 ? scheme : undefined
}

/** The steps in their order; `sound` tells whether no error was found so far. */
function readShaped(
  file: YamlFile,
  { entry, unusable, silent }: Shaped,
  report: Report,
  sound: () => boolean,
): Scheme {
  const base = { file, report, language: entry.language ?? 'en', unusable: new Set(unusable) } as const
  readEffective(base, entry)
  const people = readPeople(base, entry)
  const grades = readGrades(base, entry)
  const domains = domainsOf(people, entry)
  const undecided = readValues(base, entry.values)
  const tables = readTables(base, entry.tables)
  const measures = readMeasures(base, entry.measures, tables)
  const assessments = readAssessments(base, entry)
  checkOneMeaning(base, entry, domains)

  const figures = new Map([
    ...figureNames(entry, domains),
    ...[...silent].map((name) => [name, undefined] as const),
  ])
  const { periods } = entry
  const ofEntry = readEntry(base, entry, {
    ...{ domains, values: undecided, tables, assessments: assessments.keys() },
  })
  const ofClients = readClients(base, entry, { values: undecided, tables, measures })
  const kinds = { name: 'period.kind', ids: new Set(periods) }
  const names = new Names({
    facts: personFacts(domains, kinds, assessments.keys(), clientFigureNames(entry)),
    lists: [...Object.values(domains), kinds, ...listsOfFigures(entry)],
    grades: domains.grade,
    kinds,
    values: undecided,
    tables,
    figures,
    targets: true,
  })
  const reading: FormulaReading = { ...base, names, formulas: [] }
  const waiting = learnKinds(names, entry, undecided)
  const values = withKeys(reading, undecided)
  const plain = draftFigures(reading, entry.figures)
  const { appraisal, drafts: appraised } = readAppraisal(reading, entry.appraisal)
  const { rules, drafts: recommended } = readRecommendation(reading, entry.recommendation, appraisal)
  const { components, drafts: paid } = readPay(reading, entry.pay)
  const { checks, drafts: controlled } = readChecks(reading, entry.checks)

  const drafts = [...plain, ...appraised, ...recommended, ...paid, ...controlled]
  const ordered = dependencyOrder(reading, drafts, values, waiting)
  checkKeys(reading, values)
  const formulas = [...reading.formulas, ...ofClients.formulas, ...ofEntry.formulas]
  if (sound()) warnOfUnread({ ...reading, formulas }, { values, tables, assessments, measures, drafts })
  const parts = {
    people,
    grades,
    values,
    tables,
    measures,
    assessments,
    appraisal,
    rules,
    components,
    clients: ofClients.clients,
    entry: ofEntry.entry,
    checks,
  }
  return assemble(reading, entry, { ...parts, figures: ordered })
}
