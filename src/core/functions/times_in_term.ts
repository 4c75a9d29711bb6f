import { defineFunction } from './function.ts'
import { inTerm, timesIn } from './through-time.ts'

export const timesInTerm = defineFunction({
  name: 'times_in_term',
  parameters: [{ name: 'figure', is: 'yesno', as: 'figure over time' }],
  gives: 'number',
  meaning: {
    en: "In how many periods of the person's term, from that of term_from up to this one, the figure holds; absent without term_from.",
    zh: '该人员本聘期内（自 term_from 所在期间至本期）该指标成立的期间数；无 term_from 时为缺失。',
  },
  examples: [
    {
      formula: 'times_in_term(missed)',
      facts: { 'manager.term_from': '2003-07-15' },
      figures: { missed: 'no' },
      earlier: [{ missed: 'yes' }, { missed: 'yes' }, { missed: 'yes' }],
      gives: '2',
    },
    { formula: 'times_in_term(missed) otherwise 0', figures: { missed: 'yes' }, gives: '0' },
  ],
  evaluate: ([figure], scope) => timesIn(inTerm(scope), figure, scope),
})
