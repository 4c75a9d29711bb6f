import { exact } from '../values/exact.ts'
import { absent } from '../values/missing.ts'
import type { Value } from '../values/value.ts'
import { defineGroupFunction } from './function.ts'

export const place = defineGroupFunction({
  name: 'place',
  parameters: [{ name: 'number', is: 'number' }],
  gives: 'number',
  meaning: {
    en: "The person's place in a group, the greatest number first; equal numbers share a place. Absent outside the group.",
    zh: '该人员在群体中的名次，数大者居前；相等者名次相同。非成员为缺失。',
  },
  examples: [
    {
      formula: 'place(points over team)',
      figures: { points: '70', team: 'north' },
      others: [
        { points: '90', team: 'north' },
        { points: '70', team: 'north' },
        { points: '99', team: 'south' },
      ],
      gives: '2',
    },
    {
      formula: 'place(-complaints)',
      figures: { complaints: '3' },
      others: [{ complaints: '1' }, { complaints: '1' }],
      gives: '3',
    },
  ],
  gather(members) {
    const descending = [...members].sort((a, b) => b.given[0].compare(a.given[0]))
    const places = new Map<string, Value>()
    let place = 0
    for (const [index, { id, given }] of descending.entries()) {
      if (index === 0 || !descending[index - 1]?.given[0].equals(given[0])) place = index + 1
      places.set(id, exact(BigInt(place)))
    }
    return (asker) => places.get(asker) ?? absent('group-no-member', { name: 'place' })
  },
})
