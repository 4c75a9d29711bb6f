import { exact } from '../values/exact.ts'
import { defineFunction } from './function.ts'

export const daysBetween = defineFunction({
  name: 'days_between',
  parameters: [
    { name: 'first', is: 'day' },
    { name: 'last', is: 'day' },
  ],
  gives: 'number',
  meaning: {
    en: 'The days from the first day to the last, the first not counted; below 0 where the last lies before.',
    zh: '从首日到末日的天数，首日不计；末日在前时为负。',
  },
  examples: [
    { formula: 'days_between(2004-02-28, 2004-03-01)', gives: '2' },
    { formula: 'days_between(2004-03-01, 2004-02-28)', gives: '-2' },
  ],
  evaluate: ([first, last]) => exact(BigInt(last - first)),
})
