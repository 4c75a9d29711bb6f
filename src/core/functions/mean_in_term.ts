import { absent } from '../values/missing.ts'
import { defineFunction } from './function.ts'
import { inTerm, meanIn } from './through-time.ts'

export const meanInTerm = defineFunction({
  name: 'mean_in_term',
  parameters: [{ name: 'figure', is: 'number', as: 'figure over time' }],
  gives: 'number',
  meaning: {
    en: "The mean of the figure over the periods of the person's term, from that of term_from up to this one; absent without term_from.",
    zh: '该人员本聘期内（自 term_from 所在期间至本期）该指标的平均数；无 term_from 时为缺失。',
  },
  examples: [
    {
      formula: 'mean_in_term(total)',
      facts: { 'manager.term_from': '2003-10-01' },
      figures: { total: '81' },
      earlier: [{ total: '78' }, { total: '20' }],
      gives: '79.5',
    },
  ],
  evaluate: ([figure], scope) =>
    meanIn(inTerm(scope), figure, scope) ?? absent('periods-none', { name: figure }),
})
