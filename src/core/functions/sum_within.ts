import { defineFunction } from './function.ts'
import { inside, sumIn } from './through-time.ts'

export const sumWithin = defineFunction({
  name: 'sum_within',
  parameters: [
    { name: 'figure', is: 'number', as: 'earlier figure' },
    { name: 'kind', is: 'period' },
  ],
  gives: 'number',
  meaning: {
    en: 'The sum of the figure over the shorter periods of a kind inside this one, as their own runs or `history` have it.',
    zh: '本期之内某类较短期间中该指标之和，取自各期间的运行结果或 history。',
  },
  examples: [
    {
      formula: 'sum_within(fees, month)',
      figures: { fees: '99' },
      within: { '2004-01': { fees: '10' }, '2004-02': { fees: '20.5' }, '2004-03': {} },
      gives: '30.5',
    },
  ],
  evaluate: ([figure, kind], scope) => sumIn(inside(kind, scope), figure, scope),
})
