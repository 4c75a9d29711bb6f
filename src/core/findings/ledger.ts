import type { Sentence } from './sentence.ts'

/** What can be wrong with deferred lots and with what happens to them. */
export const LEDGER_SENTENCES = {
  'event-approval': {
    severity: 'error',
    exit: 1,
    en: [
      'Event {id} is requested by {requested} and approved by {approved}; wanted two different people, neither of them the manager it is about ({manager}).',
      'Have another person approve it.',
    ],
    zh: [
      '事件 {id} 由 {requested} 申请、{approved} 审批；应为两位不同人员，且均不得是当事客户经理（{manager}）。',
      '请由另一人审批。',
    ],
  },
  'event-scope': {
    severity: 'error',
    exit: 1,
    en: [
      'Event {id} ({kind}) has {found}; wanted {wanted}.',
      'Say which lots are meant, so that no other is touched.',
    ],
    zh: ['事件 {id}（{kind}）{found}；应为：{wanted}。', '请写明所指的延期批次，以免涉及其他批次。'],
  },
  'event-amount': {
    severity: 'error',
    exit: 1,
    en: ['Event {id} ({kind}) has {found}; wanted {wanted}.', 'Fill in what is wanted and nothing else.'],
    zh: ['事件 {id}（{kind}）{found}；应为：{wanted}。', '请只填写所需的内容。'],
  },
  'event-idle': {
    severity: 'notice',
    exit: 1,
    en: ['This event is not used: {why}.', 'Nothing to do if that is meant.'],
    zh: ['未使用该事件：{why}。', '若属有意，无需处理。'],
  },
  'event-no-lot': {
    severity: 'error',
    exit: 1,
    en: [
      'Event {id} ({kind}) is about {scope} of {manager}, who has no such lot on that day.',
      'Correct the scope or the manager; deferred.csv of the period that granted it names every lot.',
    ],
    zh: [
      '事件 {id}（{kind}）针对 {manager} 的 {scope}，但当日并无该批次。',
      '请更正范围或客户经理；授予期间的 deferred.csv 列有每一批次。',
    ],
  },
  'event-without-effect': {
    severity: 'warning',
    exit: 1,
    en: [
      'Event {id} ({kind}) changes nothing: none of the lots of {scope} of {manager} is in a state for it.',
      'Check the scope and the day.',
    ],
    zh: ['事件 {id}（{kind}）未产生影响：{manager} 的 {scope} 中没有适用的批次。', '请核对范围与日期。'],
  },
  'event-exceeds': {
    severity: 'error',
    exit: 1,
    en: [
      'Event {id} ({kind}) takes {found} from {scope} of {manager}, of which only {most} can be taken.',
      'Lower the amount; what was already paid is taken by a clawback.',
    ],
    zh: [
      '事件 {id}（{kind}）拟从 {manager} 的 {scope} 扣除 {found}，但最多可扣 {most}。',
      '请减少金额；已支付部分以 clawback 追回。',
    ],
  },
  'accountability-rest': {
    severity: 'warning',
    exit: 1,
    en: [
      'Of the {found} that event {id} deducts from {scope} of {manager}, {rest} exceeds what is there and is not taken.',
      'Nothing to do if the rest is dropped; a clawback takes what was paid.',
    ],
    zh: [
      '事件 {id} 从 {manager} 的 {scope} 扣除 {found}，其中 {rest} 超出余额，未予扣除。',
      '若余额部分不再追究，无需处理；已支付部分以 clawback 追回。',
    ],
  },
  'event-late': {
    severity: 'error',
    exit: 1,
    en: [
      'Event {id} is of {date}, and the run of {period} in the book has not booked it as it stands here.',
      'Run {period} again with this event, then the periods after it.',
    ],
    zh: [
      '事件 {id} 发生于 {date}，而账簿中 {period} 的结果未按此登记。',
      '请带此事件重新运行 {period}，再运行其后各期。',
    ],
  },
  'event-closed': {
    severity: 'error',
    exit: 5,
    en: [
      'Event {id} is of {date}, in {period}, which is closed and has not booked it as it stands here.',
      'Date the event into the open period; its scope may name lots of earlier periods.',
    ],
    zh: [
      '事件 {id} 发生于 {date}，所属 {period} 已结账且未按此登记。',
      '请将事件日期改入未结账期间；其范围可指以前期间的批次。',
    ],
  },
  'lot-component': {
    severity: 'error',
    exit: 1,
    en: [
      '"{found}" is no component of the scheme that defers a part{likeliest}.',
      'Name a component with `defer`, as the scheme spells it.',
    ],
    zh: ['“{found}”不是方案中设有延期支付的薪酬项目{likeliest}。', '请填写方案中带 defer 的项目编号。'],
  },
  'lot-undecided': {
    severity: 'error',
    exit: 1,
    en: [
      'The lot {lot} of {person} is due, and the scheme has no component {component} that defers a part any more.',
      'Keep the component with its `defer` in the scheme as long as lots of it are open; its `for` can end it.',
    ],
    zh: [
      '{person} 的批次 {lot} 已到期，但方案中已无设有延期支付的项目 {component}。',
      '尚有未了批次时，请在方案中保留该项目及其 defer；可用 for 终止新的授予。',
    ],
  },
  'opening-due': {
    severity: 'error',
    exit: 1,
    en: [
      'This lot of {component} has {found}; wanted {wanted}, since the deferral in the scheme goes by `{way}`.',
      'Correct due_on, or the deferral in the scheme.',
    ],
    zh: [
      '{component} 的该批次{found}；应{wanted}，因方案的延期方式为 {way}。',
      '请更正 due_on，或更正方案中的延期方式。',
    ],
  },
  'opening-granted': {
    severity: 'error',
    exit: 1,
    en: [
      'This opening lot was granted by {granted}, which does not lie before {period}, the first of the book.',
      'Opening lots are those granted before the book begins; later ones are granted by its runs.',
    ],
    zh: [
      '该期初批次由 {granted} 授予，并不早于账簿的首期 {period}。',
      '期初批次仅限账簿开始前授予者；其后由各期运行授予。',
    ],
  },
  'opening-unstated': {
    severity: 'error',
    exit: 1,
    en: [
      'The source of opening_lots does not state how much it comes to; what was read comes to {sum} (rows: {rows}).',
      'Say in inputs.yaml, under opening_lots: expect, what the old system states: rows, and under sums the balance.',
    ],
    zh: [
      'opening_lots 的来源未说明控制合计；实际读入 {rows} 行，合计 {sum}。',
      '请在 inputs.yaml 的 opening_lots: expect 下填写原系统的 rows 以及 sums 中的 balance。',
    ],
  },
  'opening-idle': {
    severity: 'notice',
    exit: 1,
    en: ['The rows of opening_lots ({rows}) are not used: {why}.', 'Nothing to do.'],
    zh: ['未使用 opening_lots 的 {rows} 行：{why}。', '无需处理。'],
  },
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
  'not-in-run': {
    severity: 'error',
    exit: 1,
    en: [
      '{person} is not in the run of {period}, so {name}, which {figure} needs, is not known.',
      'Let the rule say `otherwise` for people who have left.',
    ],
    zh: [
      '{person} 不在 {period} 的运行中，故 {figure} 所需的 {name} 未知。',
      '请在规则中用 otherwise 说明离职人员的处理。',
    ],
  },
} as const satisfies Record<string, Sentence>
