import { printExact } from '../values/exact.ts'
import { faulty } from '../values/missing.ts'
import { defineFunction } from './function.ts'

export const clamp = defineFunction({
  name: 'clamp',
  parameters: [
    { name: 'number', is: 'number' },
    { name: 'low', is: 'number' },
    { name: 'high', is: 'number' },
  ],
  gives: 'number',
  meaning: {
    en: 'The number, but never below the low bound nor above the high one.',
    zh: '该数，但不低于下限、不高于上限。',
  },
  examples: [
    { formula: 'clamp(1.35, 0, 1.2)', gives: '1.2' },
    { formula: 'clamp(-0.5, 0, 1.2)', gives: '0' },
    { formula: 'clamp(2/3, 0, 1.2)', gives: '2/3' },
  ],
  evaluate: ([number, low, high]) => {
    if (low.gt(high)) return faulty('bounds-crossed', { low: printExact(low), high: printExact(high) })
    if (number.lt(low)) return low
    return number.gt(high) ? high : number
  },
})
