import { defineFunction } from './function.ts'

export const join = defineFunction({
  name: 'join',
  parameters: [{ name: 'text', is: 'text', count: 'many' }],
  gives: 'text',
  meaning: {
    en: 'The texts with a blank between each two, such as a key of two columns.',
    zh: '以空格连接各文字，例如由两列组成的键。',
  },
  examples: [
    { formula: 'join(grade, team)', figures: { grade: 'bronze', team: 'north' }, gives: 'bronze north' },
  ],
  evaluate: ([texts]) => texts.join(' '),
})
