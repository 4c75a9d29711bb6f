import { defineFunction } from './function.ts'
import { neighbour } from './ladder.ts'

export const higher = defineFunction({
  name: 'higher',
  parameters: [{ name: 'grade', is: 'grade' }],
  gives: 'grade',
  meaning: {
    en: 'The next higher grade of the ladder; absent above the highest.',
    zh: '上一级职级；已是最高级时为缺失。',
  },
  examples: [
    { formula: 'higher(grade)', figures: { grade: 'bronze' }, gives: 'silver_grade' },
    { formula: 'higher(grade) otherwise grade', figures: { grade: 'golden' }, gives: 'golden' },
  ],
  evaluate: ([grade], scope) => neighbour(grade, 1, scope.ladder(grade)),
})
