import type { Client } from '../../appraisal/clients.ts'
import type { ClientRules } from '../../scheme/scheme.ts'
import { printDay } from '../../values/calendar.ts'
import { isExact, printExact } from '../../values/exact.ts'
import { printValue, type Value } from '../../values/value.ts'
import { type Cell, number, type Table, text } from '../table.ts'

/** Every client: its class and why, who looks after it, its visits, and the figures that the scheme lists. */
export function clientReport(clients: readonly Client[], { listed, classes }: ClientRules): Table {
  const clauses = new Map(classes.map(({ id, clause }) => [id, clause]))
  return {
    header: [
      ...['client_id', 'name', 'branch', 'class', 'clause', 'owner', 'due', 'done', 'counted'],
      ...['last_visit', 'next_visit', ...listed],
    ],
    rows: clients.map(({ sheet, owner, lastVisit, nextVisit }) => {
      const { id, name, branch } = sheet.person
      const group = sheet.known('class')
      return [
        ...[id, name, branch, printed(group), clauses.get(printed(group) ?? ''), owner].map(text),
        ...['visits_due', 'visits_done', 'visits_counted'].map((figure) => cellOf(sheet.known(figure))),
        ...[lastVisit, nextVisit].map((day) => text(day && printDay(day))),
        ...listed.map((figure) => cellOf(sheet.known(figure))),
      ]
    }),
  }
}

const printed = (value: Value | undefined): string | undefined =>
  value === undefined ? undefined : printValue(value)

const cellOf = (value: Value | undefined): Cell =>
  isExact(value) ? number(printExact(value)) : text(printed(value))
