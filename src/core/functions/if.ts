import { defineFunction } from './function.ts'

export const choose = defineFunction({
  name: 'if',
  parameters: [
    { name: 'condition', is: 'yesno' },
    { name: 'then', is: 'same', as: 'lazy' },
    { name: 'else', is: 'same', as: 'lazy' },
  ],
  gives: 'same',
  meaning: {
    en: 'The second entry where the condition holds, else the third; the other one is not worked out.',
    zh: '条件成立时取第二项，否则取第三项；另一项不作计算。',
  },
  examples: [
    {
      formula: 'if(loan_end = 0, 0, npl_end / loan_end)',
      figures: { loan_end: '0', npl_end: '0' },
      gives: '0',
    },
    {
      formula: 'if(loan_end = 0, 0, npl_end / loan_end)',
      figures: { loan_end: '300', npl_end: '2' },
      gives: '1/150',
    },
    { formula: 'if(total >= 90, "high", "low")', figures: { total: '89.99' }, gives: 'low' },
  ],
  evaluate: ([condition, then, otherwise]) => (condition ? then() : otherwise()),
})
