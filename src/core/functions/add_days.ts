import type { Day } from '../values/calendar.ts'
import { defineFunction } from './function.ts'

export const addDays = defineFunction({
  name: 'add_days',
  parameters: [
    { name: 'day', is: 'day' },
    { name: 'days', is: 'whole', least: -40000, most: 40000 },
  ],
  gives: 'day',
  meaning: { en: 'The day so many days later (earlier below 0).', zh: '若干天之后（负数为之前）的日期。' },
  examples: [
    { formula: 'add_days(2004-02-28, 2)', gives: '2004-03-01' },
    { formula: 'add_days(2004-01-01, -1)', gives: '2003-12-31' },
  ],
  evaluate: ([day, days]) => (day + days) as Day,
})
