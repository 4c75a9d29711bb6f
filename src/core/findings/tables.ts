import type { Sentence } from './sentence.ts'

/** What can be wrong between the rows of the tables. */
export const TABLE_SENTENCES = {
  'key-twice': {
    severity: 'error',
    exit: 1,
    en: [
      'This row of {table} has the same {key} as the one at {first}.',
      'Keep one of the two rows; two for one key would count twice.',
    ],
    zh: [
      '表 {table} 的该行与 {first} 处的行具有相同的 {key、}。',
      '请只保留其中一行；同一主键的两行会被重复计算。',
    ],
  },
  'shares-sum': {
    severity: 'error',
    exit: 1,
    en: [
      'The shares of {level} {owned} sum to {sum}, not to 1, on the days {from}…{to} (rows at lines {rows}).',
      'Make the shares of each day sum to exactly 1, or leave the day without any row (unclaimed).',
    ],
    zh: [
      '{level} {owned} 在 {from}…{to} 的份额合计为 {sum}，不等于 1（第 {rows、} 行）。',
      '请使每日份额合计恰为 1，或当日不设任何分配（视为无人认领）。',
    ],
  },
  'interval-backwards': {
    severity: 'error',
    exit: 1,
    en: [
      '{last} ({to}) lies before {first} ({from}).',
      'Correct one of the two days; both ends are included.',
    ],
    zh: ['{last}（{to}）早于 {first}（{from}）。', '请更正其中一个日期；起止两日均包含在内。'],
  },
  'posts-overlap': {
    severity: 'error',
    exit: 1,
    en: [
      'The post of {manager} from {from} overlaps the one from {other} at line {line}.',
      'End the earlier post the day before the later one begins.',
    ],
    zh: [
      '{manager} 自 {from} 起的任职与第 {line} 行自 {other} 起的任职重叠。',
      '请让前一任职在后一任职开始的前一天结束。',
    ],
  },
  'post-outside': {
    severity: 'notice',
    exit: 1,
    en: [
      'The post of {manager} from {from} lies outside hired_on to left_on and has no effect.',
      'Nothing to do if that is meant; else correct the days.',
    ],
    zh: [
      '{manager} 自 {from} 起的任职在入职与离职日期之外，不起作用。',
      '若属实则无需处理；否则请更正日期。',
    ],
  },
  'manager-unknown': {
    severity: 'error',
    exit: 1,
    en: [
      'The manager "{found}" is not in the table managers{likeliest}.',
      'Add the manager to managers, or correct the id.',
    ],
    zh: ['客户经理“{found}”不在 managers 表中{likeliest}。', '请在 managers 表中补充，或更正编号。'],
  },
  'grade-missing': {
    severity: 'error',
    exit: 1,
    en: [
      'Manager {manager} has no grade, which the employment {employment} needs; wanted one of: {wanted}.',
      'Fill the grade in, or let the scheme list the employment under people: ungraded.',
    ],
    zh: [
      '客户经理 {manager} 没有职级，而用工形式 {employment} 需要职级；应为：{wanted、}。',
      '请填写职级，或在方案 people: ungraded 中列出该用工形式。',
    ],
  },
  'grade-not-used': {
    severity: 'notice',
    exit: 1,
    en: [
      'Manager {manager} has the grade {grade}, but the scheme leaves the employment {employment} ungraded; it is not used.',
      'Nothing to do if the employment is right.',
    ],
    zh: [
      '客户经理 {manager} 填有职级 {grade}，但方案规定用工形式 {employment} 不设职级，故不使用。',
      '若用工形式无误则无需处理。',
    ],
  },
  'assignment-owner': {
    severity: 'error',
    exit: 1,
    en: [
      'This assignment names {found}; wanted exactly one of account_id and client_id.',
      'Fill in the account or the client, not both.',
    ],
    zh: ['该分配行{found}；account_id 与 client_id 应恰填其一。', '请填写账号或客户号，且只填其一。'],
  },
  'assignments-empty': {
    severity: 'warning',
    exit: 1,
    en: [
      'The table assignments is there but has no row, so nobody owns any account.',
      'Export the assignments, or take the file away so that the manager_id of each balance row counts.',
    ],
    zh: [
      '有 assignments 表但没有任何行，因此所有账户均无人认领。',
      '请导出分配数据，或移除该文件，改以余额行的 manager_id 为准。',
    ],
  },
  'assignment-idle': {
    severity: 'notice',
    exit: 1,
    en: [
      'The account "{account}" of this assignment has no row in balances.',
      'Nothing to do if the account is closed; else correct the id.',
    ],
    zh: ['该分配行的账号“{account}”在 balances 中没有任何行。', '若账户已销户则无需处理；否则请更正账号。'],
  },
  'scope-id': {
    severity: 'error',
    exit: 1,
    en: ['The scope {scope} has the scope_id "{found}"; wanted {wanted}.', 'Correct scope or scope_id.'],
    zh: ['范围 {scope} 的 scope_id 为“{found}”；应为{wanted}。', '请更正 scope 或 scope_id。'],
  },
  'scope-branch-unknown': {
    severity: 'warning',
    exit: 1,
    en: [
      'No manager is in the branch "{found}" that this target is for{likeliest}.',
      'Correct the branch, or leave it if nobody works there now.',
    ],
    zh: ['该目标所属的支行“{found}”没有任何客户经理{likeliest}。', '请更正支行；若现无人员则无需处理。'],
  },
  'target-idle': {
    severity: 'notice',
    exit: 1,
    en: [
      'No formula of the scheme reads target.{found}{likeliest}; its rows are not used ({rows}).',
      'Nothing to do if that is meant; else correct the name.',
    ],
    zh: [
      '方案中没有公式读取 target.{found}{likeliest}；其 {rows} 行未使用。',
      '若属预期则无需处理；否则请更正名称。',
    ],
  },
  'rate-own': {
    severity: 'notice',
    exit: 1,
    en: [
      'This rate is for {currency}, the currency of the scheme itself, whose rate is always 1; it is not used.',
      'Nothing to do if the currency is right.',
    ],
    zh: ['该汇率的币种 {currency} 即方案本币，汇率恒为 1，故不使用。', '若币种无误则无需处理。'],
  },
  'item-unknown': {
    severity: 'error',
    exit: 1,
    en: [
      'The scheme has no assessment item "{found}"{likeliest}.',
      'Correct the item, or declare it in the scheme under assessments with its range.',
    ],
    zh: ['方案中没有评分项“{found}”{likeliest}。', '请更正评分项，或在方案 assessments 中声明并给出范围。'],
  },
  'score-range': {
    severity: 'error',
    exit: 1,
    en: [
      'The score {found} of item {item} lies outside {from} to {to}, the range the scheme states.',
      'Correct the score.',
    ],
    zh: ['评分项 {item} 的得分 {found} 超出方案规定的 {from} 至 {to}。', '请更正得分。'],
  },
  'weights-zero': {
    severity: 'error',
    exit: 1,
    en: [
      'The weights of the assessments of {manager} in item {item} sum to 0, so they have no mean.',
      'Give at least one assessor a weight above 0.',
    ],
    zh: [
      '{manager} 的评分项 {item} 各评分权重合计为 0，无法计算平均值。',
      '请至少给一位评分人大于 0 的权重。',
    ],
  },
  'adjustment-approval': {
    severity: 'error',
    exit: 1,
    en: [
      'Adjustment {id} is requested by {requested} and approved by {approved}; wanted two different people, neither of them the manager it is for ({manager}).',
      'Have another person approve it.',
    ],
    zh: [
      '调整 {id} 由 {requested} 申请、{approved} 审批；应为两位不同人员，且均不得是当事客户经理（{manager}）。',
      '请由另一人审批。',
    ],
  },
  'adjustment-figure': {
    severity: 'error',
    exit: 1,
    en: [
      'Adjustment {id} is for "{figure}", which is no numeric figure of the scheme{likeliest}.',
      'Name a measure or figure of the scheme, such as total, or pay. with the id of a component.',
    ],
    zh: [
      '调整 {id} 针对“{figure}”，它不是方案中的数值指标{likeliest}。',
      '请填写方案中的度量或指标名，例如 total，或 pay. 加薪酬项编号。',
    ],
  },
  'adjustment-twice': {
    severity: 'error',
    exit: 1,
    en: [
      'Adjustments {first} and {id} both set {figure} of {manager}; only one can decide.',
      'Take one of the two back, or make one an add.',
    ],
    zh: [
      '调整 {first} 与 {id} 都设定 {manager} 的 {figure}；只能由一项决定。',
      '请撤回其中一项，或改为 add。',
    ],
  },
  'adjustment-expired': {
    severity: 'notice',
    exit: 1,
    en: [
      'Adjustment {id} of {manager} expired on {day}, before the last day of the period; it is not applied.',
      'Nothing to do unless it should still hold.',
    ],
    zh: [
      '{manager} 的调整 {id} 已于 {day} 到期，早于本期最后一日，不予适用。',
      '除非应继续有效，否则无需处理。',
    ],
  },
  'adjustment-idle': {
    severity: 'warning',
    exit: 1,
    en: [
      'Adjustment {id} of {figure} is not applied: {manager} has no such figure in this period.',
      'Check the manager, the figure and the period.',
    ],
    zh: ['调整 {id}（{figure}）未适用：{manager} 本期没有该项。', '请核对客户经理、项目与期间。'],
  },
  'adjustment-applied': {
    severity: 'notice',
    exit: 1,
    en: [
      'Adjustment {id} of {manager} is applied: {figure} {mode} {value} ({reason}; requested by {requested}, approved by {approved}).',
      'Nothing to do; it is listed for the record.',
    ],
    zh: [
      '{manager} 的调整 {id} 已适用：指标 {figure}，方式 {mode}，数值 {value}（原因：{reason}；申请人 {requested}，审批人 {approved}）。',
      '无需处理，仅作记录。',
    ],
  },
  'period-before-unknown': {
    severity: 'warning',
    exit: 1,
    en: [
      'Nothing is known of {before}, the period before, though the scheme looks back at: {names}.',
      'Run {before} into the same book first, or put its figures into history.',
    ],
    zh: [
      '没有上一期 {before} 的任何数据，而方案需要参考其：{names、}。',
      '请先在同一账簿中运行 {before}，或在 history 中补充其指标。',
    ],
  },
  'confirmation-grade': {
    severity: 'error',
    exit: 1,
    en: [
      'The decision on {manager} is {decision}, which leads to no other grade; found the grade {grade}.',
      'Take the grade out, or correct the decision.',
    ],
    zh: [
      '对 {manager} 的决定为 {decision}，不涉及职级变动；却填写了职级 {grade}。',
      '请删除该职级，或更正决定。',
    ],
  },
  'confirmation-own': {
    severity: 'error',
    exit: 1,
    en: ['{manager} decided on the own proposal; another person was wanted.', 'Name the person who decided.'],
    zh: ['{manager} 对本人的建议作出决定；应由他人决定。', '请填写作出决定的人。'],
  },
  'confirmation-early': {
    severity: 'error',
    exit: 1,
    en: [
      'The decision on {manager} for {period} is dated {on}; a day after the end of the period, {last}, was wanted.',
      'Correct the day or the period.',
    ],
    zh: ['对 {manager} 在 {period} 的决定日期为 {on}；应晚于期末 {last}。', '请更正日期或期间。'],
  },
  'confirmation-idle': {
    severity: 'notice',
    exit: 1,
    en: ['This confirmation is not used: {why}.', 'Nothing to do if that is meant.'],
    zh: ['该确认行未使用：{why}。', '若属预期则无需处理。'],
  },
  'history-idle': {
    severity: 'notice',
    exit: 1,
    en: ['This history row is not used: {why}.', 'Nothing to do if that is meant.'],
    zh: ['该历史行未使用：{why}。', '若属预期则无需处理。'],
  },
  'history-type': {
    severity: 'error',
    exit: 1,
    en: ['The figure {figure} holds "{found}" here; wanted {wanted}.', 'Correct the value.'],
    zh: ['指标 {figure} 在此处的值为“{found}”；应为{wanted}。', '请更正该值。'],
  },
  'rows-set-aside': {
    severity: 'notice',
    exit: 1,
    en: [
      'No measure uses the {column} "{found}"; its rows are set aside and counted ({rows}).',
      'Nothing to do if the scheme leaves it out on purpose.',
    ],
    zh: ['没有度量使用 {column} 为“{found}”的行；{rows} 行被搁置并计数。', '若方案有意不计则无需处理。'],
  },
  'outside-post': {
    severity: 'warning',
    exit: 1,
    en: [
      'Rows of {table} ({rows}, on {days} of the days) belong to {manager} outside hired_on to left_on; {effect}.',
      'Correct the owner of those rows, or the days in post.',
    ],
    zh: [
      '{table} 中有 {rows} 行（{days} 天）在 {manager} 的在岗日期之外；{effect}。',
      '请更正这些行的归属或在岗日期。',
    ],
  },
  'days-missing': {
    severity: 'error',
    exit: 1,
    en: [
      'Days of the window {from} to {to} on which no account has a balance ({count}): {days}.',
      'Export the missing days; a day without rows must not read as zero.',
    ],
    zh: [
      '窗口 {from} 至 {to} 内有 {count} 天没有任何账户余额：{days、}。',
      '请补充导出缺失日期；无数据的日子不得视为零。',
    ],
  },
  'open-end': {
    severity: 'warning',
    exit: 1,
    en: [
      'The last row of account {account} is on {day}, before the end of the window, with a balance other than 0; it counts as 0 afterwards.',
      'Check whether the account was closed or its rows are missing.',
    ],
    zh: [
      '账户 {account} 的最后一行在 {day}，早于窗口结束，且余额不为 0；其后按 0 计。',
      '请核对账户是否销户或数据缺失。',
    ],
  },
  'period-open': {
    severity: 'error',
    exit: 1,
    en: [
      'The latest day of {table} is {day}, which is not the last day of {period}.',
      'Export up to {last}, or name the period with --period.',
    ],
    zh: [
      '{table} 的最晚日期为 {day}，不是 {period} 的最后一日。',
      '请导出至 {last}，或用 --period 指定期间。',
    ],
  },
  'period-none': {
    severity: 'error',
    exit: 1,
    en: ['Neither balances nor activity has a row that tells the period.', 'Name the period with --period.'],
    zh: ['balances 与 activity 均无可判断期间的行。', '请用 --period 指定期间。'],
  },
  'period-kind': {
    severity: 'error',
    exit: 3,
    en: [
      'The scheme {scheme} has no rules for a {kind}; it serves: {kinds}.',
      'Name a period of such a kind, or use its command.',
    ],
    zh: ['方案 {scheme} 的 periods 只列出 {kinds、}，不含 {kind}。', '请指定这类期间，或使用相应的命令。'],
  },
  'scheme-not-in-force': {
    severity: 'error',
    exit: 3,
    en: [
      'The scheme {scheme} is in force from {from} to {to}, which does not hold {day}, the last day of the period.',
      'Use the scheme of that time, or correct effective.',
    ],
    zh: [
      '方案 {scheme} 的有效期为 {from} 至 {to}，不包含本期最后一日 {day}。',
      '请使用当时有效的方案，或更正 effective。',
    ],
  },
  'table-missing': {
    severity: 'error',
    exit: 4,
    en: [
      'The table {table} is missing or has no row; the scheme needs it ({needed}).',
      'Put {table}.csv, {table}.csv.gz or a folder {table} into the input folder.',
    ],
    zh: [
      '缺少表 {table} 或其没有任何行；方案需要它（{needed、}）。',
      '请在输入文件夹中放入 {table}.csv、{table}.csv.gz 或文件夹 {table}。',
    ],
  },
  'book-changed': {
    severity: 'error',
    exit: 5,
    en: [
      'The earlier period {period} of the book has been changed since it was written: {file} does not match its manifest.',
      'Restore the file, or run that period again.',
    ],
    zh: ['账簿中较早期间 {period} 在写入后被改动：{file} 与其清单不符。', '请恢复该文件，或重新运行该期间。'],
  },
  'shorter-run-missing': {
    severity: 'warning',
    exit: 1,
    en: [
      'The book holds {known}, but not {missing}: what {period} gives of {components} cannot be compared with what its shorter periods paid, and no difference is paid.',
      'Run {missing} into the same book, then {period} again.',
    ],
    zh: [
      '账簿中已有 {known、}，但缺少 {missing、}：{period} 的 {components、} 无法与各短期间已付金额核对，未列差额。',
      '请先在同一账簿中运行 {missing、}，再重新运行 {period}。',
    ],
  },
  'paid-not-due': {
    severity: 'warning',
    exit: 1,
    en: [
      '{manager} was paid {paid} of {component} in {periods}, but has no such component in this period; {effect}.',
      'Check the manager and whom the component is for, and settle with payroll what was paid.',
    ],
    zh: [
      '{manager} 在 {periods、} 已获付 {component} 共 {paid}，但本期没有该项；{effect}。',
      '请核对该客户经理及该薪酬项的适用范围，并与发薪部门结清已付金额。',
    ],
  },
  'balance-twice': {
    severity: 'error',
    exit: 1,
    en: [
      'Another row of balances has the same day {day}, account {account} and currency {currency}.',
      'Keep one of the two rows; two for one day would count twice.',
    ],
    zh: [
      'balances 中已有日期 {day}、账户 {account}、币种 {currency} 相同的另一行。',
      '请只保留其中一行；同一日的两行会被重复计算。',
    ],
  },
  'balance-hole': {
    severity: 'error',
    exit: 1,
    en: [
      'Account {account} ({currency}) lacks days between its first and its last row ({count}, from {first} to {last}).',
      'Export the missing days; a day without a row must not read as zero.',
    ],
    zh: [
      '账户 {account}（{currency}）在首末行之间缺少 {count} 天的数据（{first} 至 {last}）。',
      '请补充导出缺失日期；没有数据的日子不得视为零。',
    ],
  },
  'balance-days-hole': {
    severity: 'error',
    exit: 1,
    en: [
      'Days between the first and the last day of balances on which no account has a row ({count}): {days}.',
      'Export the missing days; a day without rows must not read as zero.',
    ],
    zh: [
      'balances 首末日期之间有 {count} 天没有任何账户的数据：{days、}。',
      '请补充导出缺失日期；没有数据的日子不得视为零。',
    ],
  },
  'rate-missing': {
    severity: 'error',
    exit: 1,
    en: [
      'The currency {currency} has no rate in fx on or before {day}.',
      'Add a rate of that day or an earlier one to fx, or correct the currency.',
    ],
    zh: ['币种 {currency} 在 {day} 当日及之前没有 fx 汇率。', '请在 fx 中补充当日或更早的汇率，或更正币种。'],
  },
  'row-twice': {
    severity: 'warning',
    exit: 1,
    en: [
      'This row of {table} is the same as the one at {first} in every cell; both count.',
      'Give each its ref if both are meant; else take one away.',
    ],
    zh: [
      '表 {table} 的该行与 {first} 处的行完全相同；两行均计入。',
      '若两行均属实，请分别填写流水号；否则请删除一行。',
    ],
  },
} as const satisfies Record<string, Sentence>
