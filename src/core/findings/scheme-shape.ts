import type { Sentence } from './sentence.ts'

/** What can be wrong with the form of a scheme's entries, before their names and formulas are looked at. */
export const SHAPE_SENTENCES = {
  'scheme-key-unknown': {
    severity: 'error',
    exit: 3,
    en: ['{key} is no key of this entry; wanted one of: {wanted}.', 'Write {meant}, or take the key out.'],
    zh: ['{key} 不是该条目的键；可用的键为：{wanted、}。', '请改为 {meant、}，或删除该键。'],
  },
  'scheme-key-comma': {
    severity: 'error',
    exit: 3,
    en: [
      'Nothing stands after {key}, which is no key of this entry; wanted one of: {wanted}.',
      'If it belongs to a formula, put the whole formula in quotes: between braces, a comma ends it. Else take it out.',
    ],
    zh: [
      '{key} 之后没有内容，且它不是该条目的键；可用的键为：{wanted、}。',
      '若它是公式的一部分，请给整个公式加引号：在花括号内，逗号会截断公式。否则请删除。',
    ],
  },
  'scheme-key-missing': {
    severity: 'error',
    exit: 3,
    en: ['This entry lacks the key {key}.', 'Add {key}: … to it.'],
    zh: ['该条目缺少键 {key}。', '请补充 {key}: …。'],
  },
  'scheme-text-wanted': {
    severity: 'error',
    exit: 3,
    en: [
      '{field} holds a list or an entry; one text or number was wanted.',
      'Write the text or number after the colon.',
    ],
    zh: ['{field} 是列表或条目；应为一个文字或数字。', '请在冒号后写文字或数字。'],
  },
  'scheme-list-wanted': {
    severity: 'error',
    exit: 3,
    en: [
      '{field} is not a list; a list of at least one thing was wanted.',
      'Write a list: each item on a line that begins with "- ".',
    ],
    zh: ['{field} 不是至少含一项的列表。', '请写成列表：每项占一行，以“- ”开头。'],
  },
  'scheme-entry-wanted': {
    severity: 'error',
    exit: 3,
    en: [
      '{field} has no keys of its own; an entry with keys was wanted.',
      'Write keys under it, one a line.',
    ],
    zh: ['{field} 不是带键的条目。', '请在其下逐行写键。'],
  },
  'scheme-text-empty': {
    severity: 'error',
    exit: 3,
    en: ['Nothing stands here; a text was wanted.', 'Write the text, or take the key out.'],
    zh: ['此处为空；应有文字。', '请填写文字，或删除该键。'],
  },
  'scheme-choice': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" is none of: {wanted}.', 'Write {meant}.'],
    zh: ['“{found}”不在可选项之中：{wanted、}。', '请写 {meant、}。'],
  },
  'scheme-number': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" is not a number as schemes write them.',
      'Write it without separators and blanks, such as 1500, 0.5, 80%, 3‰, 300万 or 2亿.',
    ],
    zh: ['“{found}”不是方案中的数字写法。', '请不带千分位和空格，例如 1500、0.5、80%、3‰、300万或 2亿。'],
  },
  'scheme-count': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" is not a whole number from 1 to 999.', 'Write a whole number, such as 3.'],
    zh: ['“{found}”不是 1 至 999 的整数。', '请写整数，例如 3。'],
  },
  'scheme-step': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" is not a step to round to; a number above 0 was wanted.',
      'Write the step, such as 0.01 for fen or 1.',
    ],
    zh: [
      '“{found}”不能作为舍入单位；应为大于 0 的数字。',
      '请写舍入单位，例如精确到分写 0.01，精确到元写 1。',
    ],
  },
  'scheme-day': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" is not a day of the calendar written YYYY-MM-DD.', 'Write the day as in 2004-01-01.'],
    zh: ['“{found}”不是 YYYY-MM-DD 格式的日历日期。', '请按 2004-01-01 的格式填写。'],
  },
  'scheme-name': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" cannot be a name in formulas; wanted letters, digits and _, not beginning with a digit.',
      'Write it without blanks, dots and signs, such as growth_price or 增量单价.',
    ],
    zh: [
      '“{found}”不能作为公式中的名称；应由文字、数字和下划线组成，且不以数字开头。',
      '请去掉空格、句点和符号，例如 growth_price 或 增量单价。',
    ],
  },
  'scheme-id': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" cannot be an id: it is empty, or a blank stands before or after it.',
      'Write the id as the exports do.',
    ],
    zh: ['“{found}”不能作为编号：为空，或前后有空白。', '请按导出数据中的写法填写编号。'],
  },
  'scheme-currency': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" is not a currency; three capital letters were wanted.', 'Write it as in CNY or USD.'],
    zh: ['“{found}”不是币种；应为三个大写字母。', '请写成 CNY 或 USD 这样的代码。'],
  },
  'scheme-listed-twice': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" stands twice in this list.', 'Keep it once.'],
    zh: ['“{found}”在该列表中出现两次。', '请只保留一个。'],
  },
  'scheme-one-of': {
    severity: 'error',
    exit: 3,
    en: [
      'This entry must hold one of {first} and {second}: not both, not neither.',
      'Keep or add one of them.',
    ],
    zh: ['该条目必须且只能有 {first} 和 {second} 之一。', '请保留或补充其中一个。'],
  },
  'scheme-by-missing': {
    severity: 'error',
    exit: 3,
    en: [
      'Several values stand here under keys, but the entry does not say by what they differ.',
      'Add by: with the column or figure that the keys belong to, such as by: grade.',
    ],
    zh: [
      '此处按键列出多个值，但条目没有说明按什么区分。',
      '请补充 by:，写明键所属的列或指标，例如 by: grade。',
    ],
  },
} as const satisfies Record<string, Sentence>
