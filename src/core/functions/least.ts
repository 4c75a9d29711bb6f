import { overNumbers } from './group-numbers.ts'

export const least = overNumbers(
  'least',
  ([first, ...others]) =>
    first && others.reduce((least, number) => (number.lt(least) ? number : least), first),
  {
    en: 'The least number among the members of a group; absent of no members.',
    zh: '群体各成员中最小的数；无成员时为缺失。',
  },
  [
    {
      formula: 'least(points over team)',
      figures: { points: '12', team: 'north' },
      others: [
        { points: '7', team: 'north' },
        { points: '3', team: 'south' },
      ],
      gives: '7',
    },
  ],
)
