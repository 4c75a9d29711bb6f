import { order } from '../formula/operators.ts'
import { defineFunction } from './function.ts'

export const max = defineFunction({
  name: 'max',
  parameters: [{ name: 'number', is: 'ordered', count: 'many' }],
  gives: 'ordered',
  meaning: {
    en: 'The greatest of the numbers, or the latest of the days.',
    zh: '各数中最大的一个，或各日期中最晚的一个。',
  },
  examples: [
    { formula: 'max(-10, -2 * complaints)', figures: { complaints: '3' }, gives: '-6' },
    { formula: 'max(3, -1, 7/2)', gives: '3.5' },
    { formula: 'max(2004-01-31, 2004-02-01)', gives: '2004-02-01' },
  ],
  evaluate: ([values]) => values.reduce((most, value) => (order(value, most) > 0 ? value : most)),
})
