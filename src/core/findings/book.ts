import type { Sentence } from './sentence.ts'

/** What can be wrong with a book: its folders, seals, corrections and approvals, and what is asked of it. */
export const BOOK_SENTENCES = {
  'book-format': {
    severity: 'error',
    exit: 3,
    en: [
      'The run of {period} has format {format}; this version of rm-appraise knows formats up to {known}.',
      'Use the version that wrote it, or a later one.',
    ],
    zh: ['{period} 的结果为格式 {format}；本版本最高支持格式 {known}。', '请使用写出它的版本或更新的版本。'],
  },
  'book-locked': {
    severity: 'error',
    exit: 1,
    en: [
      'Process {pid} on {host} is working on this book ({does}).',
      'Wait until it is done and try again; if no such process runs any more, delete {lock}.',
    ],
    zh: [
      '{host} 上的进程 {pid} 正在处理该账簿（{does}）。',
      '请待其结束后重试；若该进程已不存在，请删除 {lock}。',
    ],
  },
  'book-stale': {
    severity: 'warning',
    exit: 1,
    en: ['{period} was made from {made}, which {has}.', 'Run {period} again, and the periods after it.'],
    zh: ['{period} 依据 {made} 生成，而该文件{has}。', '请重新运行 {period} 及其后各期。'],
  },
  'seal-chain': {
    severity: 'error',
    exit: 5,
    en: [
      '{period} does not follow on {before} as it stands in the book.',
      'Put the folders of closed periods back as they were, from a backup.',
    ],
    zh: ['{period} 与账簿中{before}不相衔接。', '请从备份恢复已结账期间的文件夹。'],
  },
  'seal-broken': {
    severity: 'error',
    exit: 5,
    en: [
      '{period} is closed, and its {file} is not as it was when it was closed.',
      'Put the folder back as it was, from a backup; a correction is a new run beside it.',
    ],
    zh: ['{period} 已结账，但其 {file} 与结账时不同。', '请从备份恢复该文件夹；更正应在其旁另行运行。'],
  },
  'seal-signature': {
    severity: 'error',
    exit: 5,
    en: [
      'The signature of the seal of {period} does not belong to it, or is not by the key given.',
      'Check the key; put the seal back as it was, from a backup.',
    ],
    zh: ['{period} 封印的签名与其内容或所给密钥不符。', '请核对密钥，并从备份恢复该封印。'],
  },
  'book-missing': {
    severity: 'error',
    exit: 3,
    en: [
      '"{folder}" holds no period.',
      'Name the book with --book: the folder that runs were written to with --out.',
    ],
    zh: ['“{folder}”中没有任何期间。', '请用 --book 指定账簿，即运行时 --out 所写的文件夹。'],
  },
  'book-no-period': {
    severity: 'error',
    exit: 3,
    en: ['The book has no run of {period}{likeliest}.', 'Name a period that was run.'],
    zh: ['账簿中没有 {period} 的运行{likeliest}。', '请填写已运行的期间。'],
  },
  'period-closed': {
    severity: 'error',
    exit: 5,
    en: [
      '{period} is closed already.',
      'A closed period stays; run it again to make a corrected version beside it.',
    ],
    zh: ['{period} 已结账。', '已结账期间保持不变；如需更正，请重新运行以在其旁生成新版本。'],
  },
  'close-order': {
    severity: 'error',
    exit: 1,
    en: ['{earlier} lies before {period} and is open.', 'Close {earlier} first.'],
    zh: ['{earlier} 早于 {period} 且尚未结账。', '请先结账 {earlier}。'],
  },
  'close-stale': {
    severity: 'error',
    exit: 1,
    en: ['{period} was made from {made}, which {has}.', 'Run {period} again, then close it.'],
    zh: ['{period} 依据 {made} 生成，而该文件{has}。', '请重新运行 {period} 后再结账。'],
  },
  'key-file': {
    severity: 'error',
    exit: 3,
    en: ['"{file}" is no {wanted}.', 'Make one with: openssl genpkey -algorithm ed25519.'],
    zh: ['“{file}”不是 {wanted}。', '可用以下命令生成：openssl genpkey -algorithm ed25519。'],
  },
  'correction-waits': {
    severity: 'notice',
    exit: 1,
    en: [
      'What {version} differs by is carried by no period yet.',
      'The next run of an open period after it carries it.',
    ],
    zh: ['{version} 的差异尚未由任何期间结转。', '其后未结账期间的下一次运行将予结转。'],
  },
  'built-on-restated': {
    severity: 'notice',
    exit: 1,
    en: [
      '{period} was made from {before}, of which there is a corrected version since: {version}.',
      'Run {period} again to see what follows; if it is closed, that makes a corrected version of it.',
    ],
    zh: [
      '{period} 依据 {before} 生成，而后者此后已有更正版本 {version}。',
      '请重新运行 {period} 以查看影响；若已结账，则生成其更正版本。',
    ],
  },
  'book-hole': {
    severity: 'warning',
    exit: 1,
    en: ['The book has {before} and {after}, but nothing of {missing} between them.', 'Run {missing}.'],
    zh: ['账簿中有 {before} 与 {after}，但缺少其间的 {missing}。', '请运行 {missing}。'],
  },
  'closed-days-changed': {
    severity: 'warning',
    exit: 1,
    en: [
      'The table {table} now holds other rows of {month} than when {period} was closed: {now} instead of {before}.',
      'Ask the source why; a new run of {period} shows what follows from it and makes a corrected version.',
    ],
    zh: [
      '表 {table} 中 {month} 的数据与 {period} 结账时不同：现为 {now}，原为 {before}。',
      '请向来源查明原因；重新运行 {period} 可查看影响并生成更正版本。',
    ],
  },
  'day-option': {
    severity: 'error',
    exit: 3,
    en: ['"{found}" is no day.', 'Write it as YYYY-MM-DD, such as 2028-12-31.'],
    zh: ['“{found}”不是日期。', '请写作 YYYY-MM-DD，例如 2028-12-31。'],
  },
  'sheet-option': {
    severity: 'error',
    exit: 3,
    en: ['There is no sheet "{found}"{likeliest}.', 'The sheets are: {known}.'],
    zh: ['没有名为“{found}”的表{likeliest}。', '可选：{known、}。'],
  },
  'defer-manager': {
    severity: 'error',
    exit: 3,
    en: ['The book has no deferred pay of "{manager}"{likeliest}.', 'Name a manager as the exports do.'],
    zh: ['账簿中没有“{manager}”的延期支付{likeliest}。', '请按导出文件中的编号填写。'],
  },
  'not-known-yet': {
    severity: 'notice',
    exit: 1,
    en: [
      'This row is left out: it is known since {since}, later than the day asked for ({asked}).',
      'Nothing to do.',
    ],
    zh: ['未采用该行：其知悉日期 {since} 晚于所问日期（{asked}）。', '无需处理。'],
  },
  'approval-refused': {
    severity: 'warning',
    exit: 1,
    en: [
      'The approval of {what} as {role} by {by} does not count: {why}.',
      'Have what there is now signed off by people who are not paid by it, each in one role.',
    ],
    zh: [
      '{by} 以 {role} 身份对 {what} 的签批无效：{why}。',
      '请由非受益人对现有内容签批，每人只担任一种角色。',
    ],
  },
  'sign-off-missing': {
    severity: 'error',
    exit: 1,
    en: [
      '{what} (hash {hash}) is not signed off yet; missing: {roles}.',
      'Add the rows to approvals.csv (what, hash, role, by, on), and name its folder with --input.',
    ],
    zh: [
      '{what}（哈希 {hash}）尚未完成签批；缺少：{roles、}。',
      '请在 approvals.csv 中补充（what、hash、role、by、on），并用 --input 指定其文件夹。',
    ],
  },
  'book-gap': {
    severity: 'error',
    exit: 1,
    en: [
      'The book has lots that stand open after {before}, but no run of {missing}; what was due in between would be lost.',
      'Run {missing} first.',
    ],
    zh: [
      '账簿在 {before} 之后仍有未了批次，但缺少 {missing} 的运行；其间到期的批次将被遗漏。',
      '请先运行 {missing}。',
    ],
  },
} as const satisfies Record<string, Sentence>
