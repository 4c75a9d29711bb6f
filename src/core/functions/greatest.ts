import { overNumbers } from './group-numbers.ts'

export const greatest = overNumbers(
  'greatest',
  ([first, ...others]) =>
    first && others.reduce((greatest, number) => (number.gt(greatest) ? number : greatest), first),
  {
    en: 'The greatest number among the members of a group; absent of no members.',
    zh: '群体各成员中最大的数；无成员时为缺失。',
  },
  [
    {
      formula: 'points / greatest(points)',
      figures: { points: '30' },
      others: [{ points: '40' }, { points: '-5' }],
      gives: '0.75',
    },
  ],
)
