import type { Sentence } from './sentence.ts'

/** What can be wrong with `inputs.yaml`, and between what it says and what the exports hold. */
export const INPUTS_SENTENCES = {
  'inputs-encoding': {
    severity: 'error',
    exit: 3,
    en: ['{file} is not UTF-8 text.', 'Save it as UTF-8.'],
    zh: ['{file} 不是 UTF-8 文本。', '请以 UTF-8 编码保存。'],
  },
  'inputs-file': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" names no file inside the input folder.',
      'Write the path from the input folder on, with / between folders and without ".."; * and ? stand for characters of one name.',
    ],
    zh: [
      '“{found}”不是输入文件夹内的文件名。',
      '请填写相对于输入文件夹的路径，文件夹之间用 /，不得含“..”；* 和 ? 代表一级名称中的字符。',
    ],
  },
  'inputs-delimiter': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" is no delimiter; wanted "," or ";" or "|" or tab.', 'Write one of these, in quotes.'],
    zh: ['“{found}”不是分隔符；应为“,”、“;”、“|”或 tab。', '请填写其中之一，并加引号。'],
  },
  'inputs-number': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" is no plain number here; rows are a whole number, sums plain decimals.',
      'Write it without separators and units, such as 1234.50.',
    ],
    zh: [
      '“{found}”在此处不是普通数字；rows 为整数，sums 为普通小数。',
      '请不带千分位和单位填写，例如 1234.50。',
    ],
  },
  'inputs-value': {
    severity: 'error',
    exit: 3,
    en: [
      'The column {column} cannot hold "{found}"; wanted {wanted}.',
      'Write after the colon what the word of the bank means, as the column is written without inputs.yaml.',
    ],
    zh: [
      '列 {column} 不能填写“{found}”；应为{wanted、}。',
      '请在冒号后填写该词的含义，写法与没有 inputs.yaml 时相同。',
    ],
  },
  'file-not-found': {
    severity: 'error',
    exit: 4,
    en: [
      'No file of the input folder has the name "{found}", which the table {table} is to be read from.',
      'Put the file there, or correct the name in inputs.yaml.',
    ],
    zh: [
      '输入文件夹中没有名为“{found}”的文件，而表 {table} 应从中读取。',
      '请放入该文件，或更正 inputs.yaml。',
    ],
  },
  'file-not-named': {
    severity: 'warning',
    exit: 1,
    en: [
      '{file} is not read: inputs.yaml names other files for the table {table}.',
      'Name it there too if its rows are meant; else move it out of the folder.',
    ],
    zh: [
      '{file} 未被读取：inputs.yaml 为表 {table} 指定了其他文件。',
      '若需要其中的数据，请在 inputs.yaml 中一并列出；否则请移出该文件夹。',
    ],
  },
  'file-encoding': {
    severity: 'error',
    exit: 4,
    en: [
      '{file} is not in {encoding}, as inputs.yaml says, from line {line} on.',
      'Correct encoding in inputs.yaml, or export the file again.',
    ],
    zh: [
      '{file} 自第 {line} 行起不是 inputs.yaml 所说的 {encoding} 编码。',
      '请更正 inputs.yaml 的 encoding，或重新导出该文件。',
    ],
  },
  'header-delimiter': {
    severity: 'error',
    exit: 1,
    en: [
      'The columns of this header are parted by another sign ({sign}) than was wanted.',
      'Write "delimiter: {sign}" under the table {table} in inputs.yaml.',
    ],
    zh: [
      '该表头的各列以另一种符号（{sign}）分隔。',
      '请在 inputs.yaml 的表 {table} 下填写“delimiter: {sign}”。',
    ],
  },
  'expect-rows': {
    severity: 'error',
    exit: 1,
    en: [
      'The table {table} has another number of rows ({found}) than its source states ({stated}).',
      'Look for rows lost or doubled on the way, or correct the number stated.',
    ],
    zh: [
      '表 {table} 有 {found} 行；来源系统声明为 {stated} 行。',
      '请查找途中丢失或重复的行，或更正声明的行数。',
    ],
  },
  'expect-sum': {
    severity: 'error',
    exit: 1,
    en: [
      'The column {column} of {table} sums to {found}; its source states {stated}.',
      'Look for rows lost, doubled or changed on the way, or correct the sum stated.',
    ],
    zh: [
      '表 {table} 的列 {column} 合计为 {found}；来源系统声明为 {stated}。',
      '请查找途中丢失、重复或被改动的行，或更正声明的合计。',
    ],
  },
} as const satisfies Record<string, Sentence>
