import { defineFunction } from './function.ts'
import { neighbour } from './ladder.ts'

export const higher = defineFunction({
  name: 'higher',
  parameters: [{ name: 'grade', is: 'grade' }],
  gives: 'grade',
  meaning: { en: 'The next higher grade; absent above the highest.', zh: '上一级职级；已是最高级时为缺失。' },
  examples: [
    { formula: 'higher(grade)', figures: { grade: 'junior' }, gives: 'intermediate' },
    { formula: 'higher(grade) otherwise grade', figures: { grade: 'senior' }, gives: 'senior' },
  ],
  evaluate: ([grade], { grades }) => neighbour(grade, 1, grades),
})
