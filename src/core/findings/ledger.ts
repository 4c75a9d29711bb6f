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
