import { addMonths as later } from '../values/calendar.ts'
import { defineFunction } from './function.ts'

export const addMonths = defineFunction({
  name: 'add_months',
  parameters: [
    { name: 'day', is: 'day' },
    { name: 'months', is: 'whole', least: -1200, most: 1200 },
  ],
  gives: 'day',
  meaning: {
    en: "The same day so many months later (earlier below 0); a day that the month lacks becomes the month's last.",
    zh: '若干月之后（负数为之前）的同一日；该月无此日时取月末。',
  },
  examples: [
    { formula: 'add_months(2003-01-31, 1)', gives: '2003-02-28' },
    { formula: 'add_months(2004-03-31, -1)', gives: '2004-02-29' },
    { formula: 'add_months(2003-06-30, 12)', gives: '2004-06-30' },
  ],
  evaluate: ([day, months]) => later(day, months),
})
