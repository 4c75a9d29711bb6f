import { defineFunction } from './function.ts'
import { inYear, timesIn } from './through-time.ts'

export const timesInYear = defineFunction({
  name: 'times_in_year',
  parameters: [{ name: 'figure', is: 'yesno', as: 'figure over time' }],
  gives: 'number',
  meaning: {
    en: 'In how many periods of the calendar year, up to this one, the figure holds.',
    zh: '本日历年内截至本期该指标成立的期间数。',
  },
  examples: [
    {
      formula: 'times_in_year(missed)',
      period: '2004Q3',
      figures: { missed: 'yes' },
      earlier: [{ missed: 'no' }, { missed: 'yes' }, { missed: 'yes' }],
      gives: '2',
    },
    {
      formula: 'times_in_year(missed)',
      figures: { missed: 'yes' },
      earlier: [{ missed: 'yes' }],
      gives: '1',
    },
  ],
  evaluate: ([figure], scope) => timesIn(inYear(scope), figure, scope),
})
