import { defineFunction } from './function.ts'
import { neighbour } from './ladder.ts'

export const lower = defineFunction({
  name: 'lower',
  parameters: [{ name: 'grade', is: 'grade' }],
  gives: 'grade',
  meaning: {
    en: 'The next lower grade of the ladder; absent below the lowest.',
    zh: '下一级职级；已是最低级时为缺失。',
  },
  examples: [
    { formula: 'lower(grade)', figures: { grade: 'golden' }, gives: 'silver_grade' },
    { formula: 'lower(grade) otherwise "none"', figures: { grade: 'bronze' }, gives: 'none' },
  ],
  evaluate: ([grade], scope) => neighbour(grade, -1, scope.ladder(grade)),
})
