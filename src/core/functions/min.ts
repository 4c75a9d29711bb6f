import { order } from '../formula/operators.ts'
import { defineFunction } from './function.ts'

export const min = defineFunction({
  name: 'min',
  parameters: [{ name: 'number', is: 'ordered', count: 'many' }],
  gives: 'ordered',
  meaning: {
    en: 'The least of the numbers, or the earliest of the days.',
    zh: '各数中最小的一个，或各日期中最早的一个。',
  },
  examples: [
    { formula: 'min(10, 2 * new_clients)', figures: { new_clients: '7' }, gives: '10' },
    { formula: 'min(3, -1, 2)', gives: '-1' },
    { formula: 'min(4)', gives: '4' },
    { formula: 'min(2004-01-31, 2004-02-01)', gives: '2004-01-31' },
  ],
  evaluate: ([values]) => values.reduce((least, value) => (order(value, least) < 0 ? value : least)),
})
