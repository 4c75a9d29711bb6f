import { absent } from '../values/missing.ts'
import { defineFunction } from './function.ts'

export const gradeAt = defineFunction({
  name: 'grade_at',
  parameters: [
    { name: 'grade', is: 'grade' },
    { name: 'level', is: 'whole', least: -100, most: 1000 },
  ],
  gives: 'grade',
  meaning: {
    en: 'The grade with this number on the ladder of the grade given; absent where the ladder has none.',
    zh: '给定职级所在序列中该级数的职级；无此级时为缺失。',
  },
  examples: [
    { formula: 'grade_at(grade, 3)', figures: { grade: 'bronze' }, gives: 'golden' },
    {
      formula: 'grade_at(grade, min(level(bronze), level(golden)))',
      figures: { grade: 'golden' },
      gives: 'bronze',
    },
    { formula: 'grade_at(grade, 4) otherwise grade', figures: { grade: 'golden' }, gives: 'golden' },
  ],
  evaluate: ([grade, level], scope) =>
    scope.ladder(grade)[level - 1] ?? absent('grade-level', { grade, level }),
})
