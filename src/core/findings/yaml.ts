import type { Sentence } from './sentence.ts'

/** What can be wrong with a file that people write in YAML (scheme.yaml, inputs.yaml), before its meaning is looked at. */
export const YAML_SENTENCES = {
  'yaml-large': {
    severity: 'error',
    exit: 3,
    en: [
      'The file has {size} characters; the most that is read is {most}.',
      'Check that it is the right file; a file of rules is far smaller.',
    ],
    zh: ['文件有 {size} 个字符，最多只读取 {most} 个。', '请确认文件是否正确；规则文件远小于此。'],
  },
  'yaml-deep': {
    severity: 'error',
    exit: 3,
    en: [
      'Entries stand inside entries here more than {most} levels deep.',
      'Write the entries as docs/scheme.md or docs/inputs.md shows; none needs that many levels.',
    ],
    zh: [
      '此处条目嵌套超过 {most} 层。',
      '请按 docs/scheme.md 或 docs/inputs.md 的写法填写；任何条目都不需要这么多层。',
    ],
  },
  'yaml-aliases': {
    severity: 'error',
    exit: 3,
    en: [
      'With everything that its aliases (*name) repeat, the file holds more than {most} values.',
      'Write the repeated entries out, or repeat less.',
    ],
    zh: ['计入别名（*name）重复的内容后，文件中的值超过 {most} 个。', '请直接写出重复的条目，或减少重复。'],
  },
  'yaml-empty': {
    severity: 'error',
    exit: 3,
    en: [
      'The file says nothing: it is empty or holds only remarks.',
      'Write its entries as docs/scheme.md or docs/inputs.md describes them.',
    ],
    zh: ['文件没有内容：为空或只有注释。', '请按 docs/scheme.md 或 docs/inputs.md 填写条目。'],
  },
  'yaml-tab': {
    severity: 'error',
    exit: 3,
    en: [
      'This line is indented with a tab; blanks were wanted.',
      'Replace the tab by blanks, two for each level.',
    ],
    zh: ['此行用制表符缩进；应使用空格。', '请把制表符改为空格，每级两个。'],
  },
  'yaml-indent': {
    severity: 'error',
    exit: 3,
    en: [
      'This does not line up with the lines above, or a text here holds ": " without quotes.',
      'Give entries of one level the same number of blanks before them; put a text that holds ": " in quotes.',
    ],
    zh: [
      '此处与上面各行未对齐，或文字中含有未加引号的“: ”。',
      '同一级的条目前应有相同数量的空格；含有“: ”的文字请加引号。',
    ],
  },
  'yaml-unclosed': {
    severity: 'error',
    exit: 3,
    en: [
      'Something is missing before this place: a colon after a key, a closing quote, or a comma or closing bracket.',
      'Put it in; what was opened with a quote or a bracket must be closed.',
    ],
    zh: ['此处之前缺少符号：键后的冒号、右引号、逗号或右括号。', '请补上；以引号或括号开头的内容必须闭合。'],
  },
  'yaml-documents': {
    severity: 'error',
    exit: 3,
    en: ['A second document begins here (a line of ---); one was wanted.', 'Keep one document in the file.'],
    zh: ['此处开始了第二个文档（一行 ---）；应只有一个。', '请在文件中只保留一个文档。'],
  },
  'yaml-alias': {
    severity: 'error',
    exit: 3,
    en: [
      'The alias *{alias} repeats an entry marked &{alias}, but no finished entry before this place has that mark.',
      'Mark the entry to repeat with &{alias}, above this line, or write it out here.',
    ],
    zh: [
      '别名 *{alias} 要重复标记为 &{alias} 的条目，但此处之前没有已完成的条目带有该标记。',
      '请在此行之前用 &{alias} 标记要重复的条目，或在此直接写出。',
    ],
  },
  'yaml-tag': {
    severity: 'error',
    exit: 3,
    en: ['This value carries a mark that begins with "!"; a plain value was wanted.', 'Take the mark away.'],
    zh: ['此值带有以“!”开头的标记；应为普通的值。', '请去掉该标记。'],
  },
  'yaml-key': {
    severity: 'error',
    exit: 3,
    en: ['A list or an entry stands where a key was wanted.', 'Write a name as the key, before the colon.'],
    zh: ['此处应为键，却是列表或条目。', '请在冒号之前写一个名称作为键。'],
  },
  'yaml-key-twice': {
    severity: 'error',
    exit: 3,
    en: ['The key {key} stands twice in one entry; the first is on line {first}.', 'Keep one of the two.'],
    zh: ['键 {key} 在同一条目中出现两次；第一次在第 {first} 行。', '请只保留其中一个。'],
  },
  'yaml-syntax': {
    severity: 'error',
    exit: 3,
    en: [
      'The file cannot be read as YAML here: {problem}.',
      'Put a text that begins with a special character (such as @ % & * ! |) in quotes.',
    ],
    zh: ['此处无法按 YAML 读取。', '以特殊字符（如 @ % & * ! |）开头的文字请加引号。'],
  },
} as const satisfies Record<string, Sentence>
