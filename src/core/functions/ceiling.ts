import { exact, floorOf } from '../values/exact.ts'
import { defineFunction } from './function.ts'

export const ceiling = defineFunction({
  name: 'ceiling',
  parameters: [{ name: 'number', is: 'number' }],
  gives: 'number',
  meaning: { en: 'The least whole number not below the number.', zh: '不小于该数的最小整数。' },
  examples: [
    { formula: 'ceiling(2.001)', gives: '3' },
    { formula: 'ceiling(-2.9)', gives: '-2' },
    { formula: 'ceiling(4)', gives: '4' },
  ],
  evaluate: ([number]) => exact(-floorOf(number.neg())),
})
