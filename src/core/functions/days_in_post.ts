import { exact } from '../values/exact.ts'
import { defineFunction } from './function.ts'

export const daysInPost = defineFunction({
  name: 'days_in_post',
  parameters: [],
  gives: 'number',
  meaning: { en: 'The days of the period on which the person is in post.', zh: '该人员本期的在岗天数。' },
  examples: [{ formula: 'days_in_post() / 91', gives: '45/91' }],
  evaluate: (_, scope) => exact(BigInt(scope.daysInPost)),
})
