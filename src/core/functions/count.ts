import { exact } from '../values/exact.ts'
import { defineGroupFunction } from './function.ts'

export const count = defineGroupFunction({
  name: 'count',
  parameters: [{ name: 'condition', is: 'yesno' }],
  gives: 'number',
  meaning: {
    en: 'For how many members of a group the condition holds; `count(yes)` is their number.',
    zh: '群体中满足条件的成员数；count(yes) 为成员总数。',
  },
  examples: [
    {
      formula: 'count(points >= 60 over team)',
      figures: { points: '70', team: 'north' },
      others: [
        { points: '59', team: 'north' },
        { points: '60', team: 'north' },
        { points: '90', team: 'south' },
      ],
      gives: '2',
    },
    { formula: 'count(yes)', figures: { points: '70' }, others: [{ points: '59' }], gives: '2' },
  ],
  gather(members) {
    const holding = members.filter(({ given: [condition] }) => condition).length
    return () => exact(BigInt(holding))
  },
})
