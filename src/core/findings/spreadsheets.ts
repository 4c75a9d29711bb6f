import type { Sentence } from './sentence.ts'

/** What spreadsheets do to a table on its way through them, beyond single cells. */
export const SPREADSHEET_SENTENCES = {
  'row-total': {
    severity: 'error',
    exit: 1,
    en: ['This row is a total ("{found}"), not a row of {table}.', 'Take the row out at its source.'],
    zh: ['该行是合计（“{found}”），不是表 {table} 的数据行。', '请在数据来源处删除该行。'],
  },
  'ids-rounded': {
    severity: 'error',
    exit: 1,
    en: [
      'All ids of {digits} digits in {column} end in zeros after the 15th digit ({zeros}), such as {found}: a spreadsheet took them for numbers, and their last digits are lost.',
      'Export the table from its source again; if the ids really end so, write "ids_end_in_zeros: [{column}]" under the table in inputs.yaml.',
    ],
    zh: [
      '{column} 中所有 {digits} 位的编号在第 15 位之后都是 {zeros} 个零（如 {found}）：电子表格把它们当成了数字，末尾数位已丢失。',
      '请从来源系统重新导出；若编号确实如此结尾，请在 inputs.yaml 的该表下填写“ids_end_in_zeros: [{column}]”。',
    ],
  },
  'ids-perhaps-rounded': {
    severity: 'warning',
    exit: 1,
    en: [
      'Ids of {digits} digits in {column} end in zeros after the 15th digit ({zeros}) more often than chance allows, such as {found}; spreadsheets leave them so when they take ids for numbers.',
      'Compare them with their source; if they really end so, write "ids_end_in_zeros: [{column}]" under the table in inputs.yaml.',
    ],
    zh: [
      '{column} 中 {digits} 位的编号在第 15 位之后为 {zeros} 个零的多于偶然（如 {found}），疑似被电子表格当成了数字。',
      '请与来源系统核对；若编号确实如此结尾，请在 inputs.yaml 的该表下填写“ids_end_in_zeros: [{column}]”。',
    ],
  },
  'id-zeros': {
    severity: 'error',
    exit: 1,
    en: [
      'The {column} "{found}" is not in {table}, but {meant} is: one of the two has lost its leading zeros.',
      'Export the column as text, so that both tables have the same id.',
    ],
    zh: [
      '{column}“{found}”不在 {table} 中，但有 {meant}：其中之一丢失了前导零。',
      '请把该列作为文本导出，使两张表的编号一致。',
    ],
  },
} as const satisfies Record<string, Sentence>
