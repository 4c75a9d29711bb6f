import { type Exact, ZERO } from '../values/exact.ts'
import { isMissing } from '../values/missing.ts'
import { defineFunction } from './function.ts'

export const byPart = defineFunction({
  name: 'by_part',
  parameters: [{ name: 'number', is: 'number', as: 'by part' }],
  gives: 'number',
  meaning: {
    en: "The number worked out for each part of the period and added up. A part ends where a dated value or table changes, or a post of the person; it reads the values, tables and the person's columns of its last day, and what measures come to in it.",
    zh: '将期间按参数、分档表的变更日及本人岗位变动日分段，逐段计算后相加。各段取其末日有效的参数、分档表和人员信息，以及度量在该段内的数额。',
  },
  examples: [
    {
      formula: 'by_part(demand * price)',
      parts: [
        { demand: '100', price: '8' },
        { demand: '50', price: '6' },
      ],
      gives: '1100',
    },
    {
      formula: 'by_part(monthly_pay * part.days / 91)',
      parts: [
        { monthly_pay: '1820', 'part.days': '31' },
        { monthly_pay: '2730', 'part.days': '60' },
      ],
      gives: '2420',
    },
  ],
  evaluate([number], scope) {
    let sum: Exact = ZERO
    for (const part of scope.parts) {
      const value = number(part)
      if (isMissing(value)) return value
      sum = sum.add(value as Exact)
    }
    return sum
  },
})
