import { exact } from '../values/exact.ts'
import { overNumbers, total } from './group-numbers.ts'

export const mean = overNumbers(
  'mean',
  (numbers) => (numbers.length === 0 ? undefined : total(numbers).div(exact(BigInt(numbers.length)))),
  {
    en: 'The mean over the members of a group; absent of no members.',
    zh: '群体各成员的平均数；无成员时为缺失。',
  },
  [
    {
      formula: 'mean(reward where role = "officer")',
      figures: { reward: '1', role: 'supervisor' },
      others: [
        { reward: '6000', role: 'officer' },
        { reward: '9000', role: 'officer' },
        { reward: '12000', role: 'officer' },
      ],
      gives: '9000',
    },
    { formula: 'mean(reward where reward > 5) otherwise 0', figures: { reward: '1' }, gives: '0' },
  ],
)
