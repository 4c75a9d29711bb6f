import type { Sentence } from './sentence.ts'

/** What can be wrong with the files of an input folder, before any cell is looked at. */
export const FILE_SENTENCES = {
  'column-missing': {
    severity: 'error',
    exit: 1,
    en: [
      'The header has no column {column}, which the table {table} requires; it reads: {header}.',
      'Export that column, or say in inputs.yaml under aliases which header means it.',
    ],
    zh: [
      '表头缺少表 {table} 必需的列 {column}；现有表头为：{header}。',
      '请导出该列，或在 inputs.yaml 的 aliases 中说明哪个表头对应它。',
    ],
  },
  'column-twice': {
    severity: 'error',
    exit: 1,
    en: [
      'The column {column} of {table} stands twice in the header; the first is "{first}".',
      'Keep one of the two columns.',
    ],
    zh: ['表 {table} 的列 {column} 在表头中出现两次；第一次为“{first}”。', '请只保留其中一列。'],
  },
  'column-unknown': {
    severity: 'notice',
    exit: 1,
    en: [
      'The column "{column}" is none that {table} has; it is not read. The most alike is {likeliest}.',
      'Nothing to do if it is meant to be extra; else rename it or give an alias in inputs.yaml.',
    ],
    zh: [
      '列“{column}”不属于表 {table}，不予读取。最相近的列是 {likeliest}。',
      '若为额外信息则无需处理；否则请改名，或在 inputs.yaml 中给出别名。',
    ],
  },
} as const satisfies Record<string, Sentence>
