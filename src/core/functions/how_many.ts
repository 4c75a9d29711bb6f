import { exact } from '../values/exact.ts'
import { defineFunction } from './function.ts'

export const howMany = defineFunction({
  name: 'how_many',
  parameters: [{ name: 'condition', is: 'yesno', count: 'many' }],
  gives: 'number',
  meaning: { en: 'How many of the conditions hold.', zh: '成立的条件数。' },
  examples: [
    {
      formula: 'how_many(retail >= 30%, corporate >= 30%, cards >= 10%, npl <= 0.3%) >= 3',
      figures: { retail: '0.35', corporate: '0.31', cards: '0.05', npl: '0.0025' },
      gives: 'yes',
    },
    { formula: 'how_many(no, yes, no)', gives: '1' },
  ],
  evaluate: ([conditions]) => exact(BigInt(conditions.filter((holds) => holds).length)),
})
