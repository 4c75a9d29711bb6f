import { defineFunction } from './function.ts'

export const previous = defineFunction({
  name: 'previous',
  parameters: [
    { name: 'figure', is: 'same', as: 'earlier figure' },
    { name: 'periods', is: 'whole', count: 'optional', least: 1, most: 400 },
  ],
  gives: 'same',
  meaning: {
    en: "The person's figure one period (or so many periods) of the same kind before; absent where unknown.",
    zh: '该人员上一期（或前若干期）同类期间的指标值；未知时为缺失。',
  },
  examples: [
    { formula: 'previous(turnover)', earlier: [{ turnover: '120' }, { turnover: '90' }], gives: '120' },
    { formula: 'previous(turnover, 2)', earlier: [{ turnover: '120' }, { turnover: '90' }], gives: '90' },
    { formula: 'previous(turnover) otherwise 0', earlier: [{}, { turnover: '90' }], gives: '0' },
  ],
  evaluate: ([figure, periods = 1], scope) => scope.previous(figure, periods),
})
