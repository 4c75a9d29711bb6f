import { defineFunction } from './function.ts'

export const latest = defineFunction({
  name: 'latest',
  parameters: [{ name: 'figure', is: 'same', as: 'earlier figure' }],
  gives: 'same',
  meaning: {
    en: "The person's figure in the latest earlier period that has one; absent where none has.",
    zh: '该人员最近一个有值的较早期间的指标值；均无值时为缺失。',
  },
  examples: [
    { formula: 'latest(turnover)', earlier: [{}, { turnover: '90' }, { turnover: '70' }], gives: '90' },
    { formula: 'latest(turnover) otherwise 0', earlier: [{}], gives: '0' },
  ],
  evaluate: ([figure], scope) => scope.latest(figure),
})
