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
      'Correct the spelling{likeliest}, or say under values in inputs.yaml what it stands for; grades, roles, employments and statuses can be added to the scheme.',
    ],
    zh: [
      '{column} 的内容“{found}”不在允许值之中：{wanted、}。',
      '请更正拼写{likeliest}，或在 inputs.yaml 的 values 中说明其含义；职级、岗位、用工形式和状态可在方案中增列。',
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
  'cell-full-width': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", written with full-width characters; wanted {wanted}.',
      'Export it with ordinary digits, or write "{entry}" under the table in inputs.yaml.',
    ],
    zh: [
      '{column} 的内容“{found}”含有全角字符；应为{wanted、}。',
      '请用半角数字导出，或在 inputs.yaml 的该表下填写“{entry}”。',
    ],
  },
  'cell-thousands': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", a number with commas between the thousands; wanted a plain one.',
      'Export it without them, or write "{entry}" under the table in inputs.yaml.',
    ],
    zh: [
      '{column} 的内容“{found}”带有千分位逗号；应为普通数字。',
      '请去掉千分位后导出，或在 inputs.yaml 的该表下填写“{entry}”。',
    ],
  },
  'cell-groups': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", in which the commas do not part thousands; wanted groups as in 1,234,567.89.',
      'Correct the value at its source; which digits are meant cannot be told.',
    ],
    zh: [
      '{column} 的内容“{found}”中的逗号不是千分位；应如 1,234,567.89 分组。',
      '请在数据来源处更正；无法判断原意。',
    ],
  },
  'cell-signs': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", a number with {sign}; wanted {wanted}.',
      'Export the number alone; that a column is in 万元 is said in inputs.yaml under unit.',
    ],
    zh: [
      '{column} 的内容“{found}”带有{sign}；应为{wanted、}。',
      '请只导出数字；以万元为单位的列在 inputs.yaml 的 unit 中说明。',
    ],
  },
  'cell-exponent': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", a number in scientific notation, which may have lost digits; wanted {wanted}.',
      'Give the column a plain number format in the spreadsheet, and export it again.',
    ],
    zh: [
      '{column} 的内容“{found}”是科学计数法，可能已丢失数位；应为{wanted、}。',
      '请在电子表格中把该列设为普通数字格式后重新导出。',
    ],
  },
  'cell-id-exponent': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}": a spreadsheet took a long id for a number, and its last digits are lost.',
      'Export the table from its source again; in a spreadsheet, open it with this column as text.',
    ],
    zh: [
      '{column} 的内容“{found}”：电子表格把长编号当成了数字，末尾数位已丢失。',
      '请从来源系统重新导出；若用电子表格打开，须先把该列设为文本。',
    ],
  },
  'cell-day-form': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", a day written {form}; wanted YYYY-MM-DD.',
      'Export days as in 2004-03-31, or write "date: {form}" under the table in inputs.yaml.',
    ],
    zh: [
      '{column} 的内容“{found}”是 {form} 格式的日期；应为 YYYY-MM-DD。',
      '请按 2004-03-31 的格式导出，或在 inputs.yaml 的该表下填写“date: {form}”。',
    ],
  },
  'cell-day-serial': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", which is how a spreadsheet counts days ({day}); wanted YYYY-MM-DD.',
      'Give the column a date format in the spreadsheet, and export it again.',
    ],
    zh: [
      '{column} 的内容“{found}”是电子表格的日期序号（即 {day}）；应为 YYYY-MM-DD。',
      '请在电子表格中把该列设为日期格式后重新导出。',
    ],
  },
  'cell-day-declared': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", which is not a day of the calendar written {form}, as inputs.yaml says of this column.',
      'Correct the day, or what inputs.yaml says under date.',
    ],
    zh: [
      '{column} 的内容“{found}”不是 {form} 格式的日历日期，而 inputs.yaml 规定该列用此格式。',
      '请更正日期，或更正 inputs.yaml 的 date。',
    ],
  },
  'cell-product': {
    severity: 'error',
    exit: 1,
    en: [
      '{column} holds "{found}", which is none of the products that inputs.yaml lists{likeliest}.',
      'Correct the product, say under values what it stands for, or add it under products.',
    ],
    zh: [
      '{column} 的内容“{found}”不在 inputs.yaml 所列的产品之中{likeliest}。',
      '请更正产品，或在 values 中说明其含义，或在 products 中增列。',
    ],
  },
} as const satisfies Record<string, Sentence>
