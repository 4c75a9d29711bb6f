import { defineFunction } from './function.ts'

export const abs = defineFunction({
  name: 'abs',
  parameters: [{ name: 'number', is: 'number' }],
  gives: 'number',
  meaning: { en: 'The number without its sign.', zh: '该数的绝对值。' },
  examples: [
    { formula: 'abs(-2.5)', gives: '2.5' },
    { formula: 'abs(2.5)', gives: '2.5' },
  ],
  evaluate: ([number]) => number.abs(),
})
