import { exact } from '../values/exact.ts'
import { earlier } from '../values/period.ts'
import { defineFunction } from './function.ts'

const MOST = 400

export const consecutive = defineFunction({
  name: 'consecutive',
  parameters: [{ name: 'figure', is: 'yesno', as: 'figure over time' }],
  gives: 'number',
  meaning: {
    en: 'For how many periods of the same kind running, this one included, the figure holds; 0 where it does not hold now. A period that is not known ends them.',
    zh: '该指标连续成立的同类期间数，含本期；本期不成立时为 0。遇到未知的期间即止。',
  },
  examples: [
    {
      formula: 'consecutive(below)',
      figures: { below: 'yes' },
      earlier: [{ below: 'yes' }, { below: 'no' }, { below: 'yes' }],
      gives: '2',
    },
    { formula: 'consecutive(below)', figures: { below: 'no' }, earlier: [{ below: 'yes' }], gives: '0' },
    { formula: 'consecutive(below) >= 2', figures: { below: 'yes' }, gives: 'no' },
  ],
  evaluate([figure], scope) {
    let periods = 0
    for (; periods < MOST; periods++) {
      const value = periods === 0 ? scope.figure(figure) : scope.at(earlier(scope.period, periods), figure)
      if (value !== true) break
    }
    return exact(BigInt(periods))
  },
})
