import { exact, floorOf } from '../values/exact.ts'
import { defineFunction } from './function.ts'

export const floor = defineFunction({
  name: 'floor',
  parameters: [{ name: 'number', is: 'number' }],
  gives: 'number',
  meaning: { en: 'The greatest whole number not above the number.', zh: '不大于该数的最大整数。' },
  examples: [
    { formula: 'floor(2.999)', gives: '2' },
    { formula: 'floor(-2.1)', gives: '-3' },
    { formula: 'floor(4)', gives: '4' },
  ],
  evaluate: ([number]) => exact(floorOf(number)),
})
