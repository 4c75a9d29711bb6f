import { defineFunction } from './function.ts'
import { inside, timesIn } from './through-time.ts'

export const timesWithin = defineFunction({
  name: 'times_within',
  parameters: [
    { name: 'figure', is: 'yesno', as: 'earlier figure' },
    { name: 'kind', is: 'period' },
  ],
  gives: 'number',
  meaning: {
    en: 'In how many shorter periods of a kind inside this one the figure holds, as their own runs or `history` have it.',
    zh: '本期之内某类较短期间中该指标成立的期间数，取自各期间的运行结果或 history。',
  },
  examples: [
    {
      formula: 'times_within(below, month) = 3',
      figures: { below: 'no' },
      within: { '2004-01': { below: 'yes' }, '2004-02': { below: 'yes' }, '2004-03': { below: 'yes' } },
      gives: 'yes',
    },
  ],
  evaluate: ([figure, kind], scope) => timesIn(inside(kind, scope), figure, scope),
})
