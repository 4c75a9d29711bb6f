import { defineFunction } from './function.ts'
import { inYear, sumIn } from './through-time.ts'

export const sumInYear = defineFunction({
  name: 'sum_in_year',
  parameters: [{ name: 'figure', is: 'number', as: 'figure over time' }],
  gives: 'number',
  meaning: {
    en: 'The sum of the figure over the periods of the calendar year, up to this one.',
    zh: '本日历年内截至本期该指标之和。',
  },
  examples: [
    {
      formula: 'sum_in_year(deducted)',
      period: '2004Q2',
      figures: { deducted: '200' },
      earlier: [{ deducted: '600' }, { deducted: '90' }],
      gives: '800',
    },
  ],
  evaluate: ([figure], scope) => sumIn(inYear(scope), figure, scope),
})
