import type { Sentence } from './sentence.ts'

/** What can be wrong with one cell of an export. */
export const CELL_SENTENCES = {
  'cell-empty': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} is empty; {wanted} is required here.',
      'Fill the cell in, or take the row out at its source.',
    ],
    zh: ['{column} 为空；此处必须填写{wanted、}。', '请补填该单元格，或在数据来源处删除该行。'],
  },
  'cell-number': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", which is not a plain number; wanted {wanted}.',
      'Export numbers without separators, signs, blanks or exponents, such as -1234.50.',
    ],
    zh: [
      '{column} 的内容“{found}”不是普通数字；应为{wanted、}。',
      '导出数字时不要带千分位、货币符号、空格或科学计数法，例如 -1234.50。',
    ],
  },
  'cell-decimals': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", with more decimals than the {decimals} this column has.',
      'Export the value with at most {decimals} decimals; it is never rounded here.',
    ],
    zh: [
      '{column} 的内容“{found}”小数位数超过本列的 {decimals} 位。',
      '导出时最多保留 {decimals} 位小数；本工具从不代为舍入。',
    ],
  },
  'cell-range': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", which lies outside its range; wanted {wanted}.',
      'Correct the value at its source.',
    ],
    zh: ['{column} 的内容“{found}”超出范围；应为{wanted、}。', '请在数据来源处更正该值。'],
  },
  'cell-day': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", which is not a day of the calendar written YYYY-MM-DD.',
      'Write the day as in 2004-03-31.',
    ],
    zh: ['{column} 的内容“{found}”不是 YYYY-MM-DD 格式的日历日期。', '请按 2004-03-31 的格式填写日期。'],
  },
  'cell-period': {
    severity: 'error',
    exit: 1,
    en: ['{column} holds "{found}", which is not a period.', 'Write it as 2004-03, 2004Q1, 2004H1 or 2004.'],
    zh: ['{column} 的内容“{found}”不是期间。', '请写成 2004-03、2004Q1、2004H1 或 2004。'],
  },
  'cell-choice': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", which is none of: {wanted}.',
      'Correct the spelling{likeliest}; grades, roles, employments and statuses can be added to the scheme.',
    ],
    zh: [
      '{column} 的内容“{found}”不在允许值之中：{wanted、}。',
      '请更正拼写{likeliest}；职级、岗位、用工形式和状态可在方案中增列。',
    ],
  },
  'cell-blanks': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", with a blank before or after it.',
      'Take the blanks away: an id with blanks is another id.',
    ],
    zh: ['{column} 的内容“{found}”前后有空白。', '请去掉空白：带空白的编号是另一个编号。'],
  },
} as const satisfies Record<string, Sentence>
