import { differenceName, paidName } from '../appraisal/record-names.ts'
import { parsePeriod } from '../values/period.ts'
import type { Explained } from './explained.ts'
import { type Explainer, originOf, textOf } from './explainer.ts'

/**
 * A difference between a monthly component and what shorter periods paid of it: this period's amount and each of those
 * payments; undefined for any other figure, and where nothing was compared.
 */
export function explainDifference(
  name: string,
  by: Explainer,
  explain: (name: string) => Explained,
): Explained | undefined {
  const value = by.record.figures.get(name)
  const component = by.scheme.pay.find(({ id }) => name === differenceName(`pay.${id}`))
  if (!component || value === undefined) return undefined
  const figure = `pay.${component.id}`
  return {
    kind: 'difference',
    name,
    value,
    label: textOf(component.label, by),
    ...originOf(component),
    parts: [explain(figure), ...paymentsOf(figure, by)],
  }
}

/** What shorter periods paid, in the order of time; a difference that a longer one of them paid comes after those it is over. */
function paymentsOf(figure: string, { record }: Explainer): readonly Explained[] {
  const found = [...record.figures].flatMap(([name, value]) => {
    const period = parsePeriod(name.split('.')[1] ?? '')
    const paid = period && [figure, differenceName(figure)].find((each) => name === paidName(period.id, each))
    return period && paid ? [{ period, paid, value }] : []
  })
  const inTime = found.sort(({ period: a }, { period: b }) => a.last - b.last || b.first - a.first)
  return inTime.map(({ period, paid, value }) => ({
    kind: 'earlier',
    name: paid,
    key: period.id,
    value,
    parts: [],
  }))
}
