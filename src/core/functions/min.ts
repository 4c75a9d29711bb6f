import { defineFunction } from './function.ts'

export const min = defineFunction({
  name: 'min',
  parameters: [{ name: 'number', is: 'number', count: 'many' }],
  gives: 'number',
  meaning: { en: 'The least of the numbers.', zh: '各数中最小的一个。' },
  examples: [
    { formula: 'min(10, 2 * new_clients)', figures: { new_clients: '7' }, gives: '10' },
    { formula: 'min(3, -1, 2)', gives: '-1' },
    { formula: 'min(4)', gives: '4' },
  ],
  evaluate: ([numbers]) => numbers.reduce((least, number) => (number.lt(least) ? number : least)),
})
