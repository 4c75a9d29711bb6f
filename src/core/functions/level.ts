import { exact } from '../values/exact.ts'
import { faulty } from '../values/missing.ts'
import { defineFunction } from './function.ts'

export const level = defineFunction({
  name: 'level',
  parameters: [{ name: 'grade', is: 'grade' }],
  gives: 'number',
  meaning: {
    en: 'The number of the grade on its ladder, the lowest being 1.',
    zh: '该职级在其序列中的级数，最低级为 1。',
  },
  examples: [{ formula: 'level(grade)', figures: { grade: 'silver_grade' }, gives: '2' }],
  evaluate([grade], scope) {
    const index = scope.ladder(grade).indexOf(grade)
    return index < 0 ? faulty('grade-not-on-ladder', { grade }) : exact(BigInt(index + 1))
  },
})
