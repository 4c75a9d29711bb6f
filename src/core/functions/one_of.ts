import { equal } from '../formula/operators.ts'
import { defineFunction } from './function.ts'

export const oneOf = defineFunction({
  name: 'one_of',
  parameters: [
    { name: 'value', is: 'same' },
    { name: 'other', is: 'same', count: 'many' },
  ],
  gives: 'yesno',
  meaning: { en: 'Whether the first entry equals one of the others.', zh: '第一项是否等于其余各项之一。' },
  examples: [
    { formula: 'one_of(grade, silver_grade, golden)', figures: { grade: 'golden' }, gives: 'yes' },
    { formula: 'one_of(total, 1, 2, 5)', figures: { total: '3' }, gives: 'no' },
  ],
  evaluate: ([value, others]) => others.some((other) => equal(value, other)),
})
