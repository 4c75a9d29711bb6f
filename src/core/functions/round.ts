import { printExact, round as roundTo, ZERO } from '../values/exact.ts'
import { faulty } from '../values/missing.ts'
import { defineFunction } from './function.ts'

export const round = defineFunction({
  name: 'round',
  parameters: [
    { name: 'number', is: 'number' },
    { name: 'step', is: 'number' },
  ],
  gives: 'number',
  meaning: {
    en: 'The multiple of the step nearest to the number; halfway between two, the one farther from 0.',
    zh: '最接近该数的步长倍数；恰在两者正中时取离 0 较远者。',
  },
  examples: [
    { formula: 'round(20.015, 0.01)', gives: '20.02' },
    { formula: 'round(-20.015, 0.01)', gives: '-20.02' },
    { formula: 'round(1249, 500)', gives: '1000' },
  ],
  evaluate: ([number, step]) =>
    step.gt(ZERO)
      ? roundTo(number, { step, mode: 'half_away' })
      : faulty('step-not-positive', { found: printExact(step) }),
})
