import { overNumbers, total } from './group-numbers.ts'

export const sum = overNumbers(
  'sum',
  total,
  { en: 'The sum over the members of a group; 0 of no members.', zh: '群体各成员之和；无成员时为 0。' },
  [
    {
      formula: 'sum(points over team)',
      figures: { points: '120', team: 'north' },
      others: [
        { points: '80', team: 'north' },
        { points: '75', team: 'south' },
      ],
      gives: '200',
    },
    {
      formula: '60000 * 15% / sum(max(0, points))',
      figures: { points: '120' },
      others: [{ points: '80' }, { points: '-50' }],
      gives: '45',
    },
  ],
)
