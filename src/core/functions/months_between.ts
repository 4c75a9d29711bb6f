import { addMonths, monthOf } from '../values/calendar.ts'
import { exact } from '../values/exact.ts'
import { defineFunction } from './function.ts'

export const monthsBetween = defineFunction({
  name: 'months_between',
  parameters: [
    { name: 'first', is: 'day' },
    { name: 'last', is: 'day' },
  ],
  gives: 'number',
  meaning: {
    en: 'The whole months from the first day to the last: the most that `add_months` can add to the first without passing the last.',
    zh: '从首日到末日的整月数：以 add_months 加于首日而不超过末日的最大月数。',
  },
  examples: [
    { formula: 'months_between(2003-04-01, 2004-03-31)', gives: '11' },
    { formula: 'months_between(2003-04-01, 2004-04-01)', gives: '12' },
    { formula: 'months_between(2004-01-31, 2004-02-29)', gives: '1' },
    { formula: 'months_between(2004-03-15, 2004-02-20)', gives: '-1' },
  ],
  evaluate([first, last]) {
    const months = monthOf(last) - monthOf(first)
    return exact(BigInt(addMonths(first, months) > last ? months - 1 : months))
  },
})
