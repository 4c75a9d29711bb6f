import { absent } from '../values/missing.ts'
import { defineFunction } from './function.ts'
import { last, meanIn } from './through-time.ts'

export const meanOfLast = defineFunction({
  name: 'mean_of_last',
  parameters: [
    { name: 'figure', is: 'number', as: 'figure over time' },
    { name: 'periods', is: 'whole', least: 1, most: 400 },
  ],
  gives: 'number',
  meaning: {
    en: 'The mean of the figure over so many periods of the same kind, this one the last.',
    zh: '截至本期的若干同类期间内该指标的平均数。',
  },
  examples: [
    {
      formula: 'mean_of_last(overdue, 3)',
      figures: { overdue: '1.5' },
      earlier: [{ overdue: '1.6' }, { overdue: '1.2' }, { overdue: '9' }],
      gives: '43/30',
    },
    { formula: 'mean_of_last(overdue, 3) otherwise 0', figures: { overdue: '1.5' }, gives: '0' },
  ],
  evaluate: ([figure, periods], scope) =>
    meanIn(last(periods, scope), figure, scope) ?? absent('periods-none', { name: figure }),
})
