import { defineFunction } from './function.ts'

export const max = defineFunction({
  name: 'max',
  parameters: [{ name: 'number', is: 'number', count: 'many' }],
  gives: 'number',
  meaning: { en: 'The greatest of the numbers.', zh: '各数中最大的一个。' },
  examples: [
    { formula: 'max(-10, -2 * complaints)', figures: { complaints: '3' }, gives: '-6' },
    { formula: 'max(3, -1, 7/2)', gives: '3.5' },
  ],
  evaluate: ([numbers]) => numbers.reduce((greatest, number) => (number.gt(greatest) ? number : greatest)),
})
