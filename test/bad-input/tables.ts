import { gzipSync } from 'node:zlib'
import { edited, type Files, sound } from './support.ts'

const POSTS = 'manager_id,from,to,grade\n'
const SHARES = 'account_id,client_id,manager_id,share,from,to\n'
const P1 = 'managers.csv:2:1'

type Bad = readonly [what: string, files: Files, codes: readonly string[], exit?: number]

/** What it is, the files, and the codes in the order of the marks, or findings written out where no mark can stand. */
export const TABLES: readonly Bad[] = [
  ['a required cell that is empty', { 'targets.csv': edited('targets.csv', 'all', '▸') }, ['cell-empty']],
  [
    'an id with a blank after it',
    { 'assessments.csv': edited('assessments.csv', 'M2', '▸M2 ') },
    ['cell-blanks'],
  ],
  [
    'an id with a wide blank before it',
    { 'assessments.csv': edited('assessments.csv', 'M2', '▸　M2') },
    ['cell-blanks'],
  ],
  ['a period of no form', { 'targets.csv': edited('targets.csv', '2024Q1', '▸2024Q5') }, ['cell-period']],
  [
    'a month that no year has',
    { 'targets.csv': edited('targets.csv', '2024Q1', '▸2024-13') },
    ['cell-period'],
  ],

  // Shares.
  ['a share of 0', { 'assignments.csv': `${SHARES}A1,,M1,▸0,2024-01-01,\n` }, ['cell-range']],
  ['a share below 0', { 'assignments.csv': `${SHARES}A1,,M1,▸-0.5,2024-01-01,\n` }, ['cell-range']],
  ['a share above 1', { 'assignments.csv': `${SHARES}A1,,M1,▸1.5,2024-01-01,\n` }, ['cell-range']],
  [
    'shares of 0.3 and 0.3',
    { 'assignments.csv': `${SHARES}A1,,M1,▸0.3,2024-01-01,\nA1,,M2,0.3,2024-01-01,\n` },
    ['shares-sum'],
  ],
  [
    'shares of three thirds cut off',
    {
      'assignments.csv': `${SHARES}${['M1', 'M2', 'M1'].map((id, index) => `,C1,${id},${index === 0 ? '▸' : ''}0.3333333${index},2024-01-01,\n`).join('')}`,
    },
    ['shares-sum'],
  ],
  [
    'two whole owners on the days they overlap',
    { 'assignments.csv': `${SHARES}A1,,M1,▸1,2024-01-01,2024-02-15\nA1,,M2,1,2024-02-15,\n` },
    ['shares-sum'],
  ],
  ['an assignment of nothing', { 'assignments.csv': `${SHARES}▸,,M1,1,2024-01-01,\n` }, ['assignment-owner']],
  [
    'an assignment of both',
    { 'assignments.csv': `${SHARES}▸A1,C1,M1,1,2024-01-01,\n` },
    ['assignment-owner'],
  ],
  [
    'two assignments alike',
    { 'assignments.csv': `${SHARES}A1,,M1,1,2024-01-01,\n▸A1,,M1,1,2024-01-01,\n` },
    ['key-twice'],
  ],

  // Intervals.
  [
    'an assignment backwards',
    { 'assignments.csv': `${SHARES}A1,,M1,1,2024-02-01,▸2024-01-31\n` },
    ['interval-backwards'],
  ],
  ['a post backwards', { 'posts.csv': `${POSTS}M1,2024-02-01,▸2024-01-31,\n` }, ['interval-backwards']],
  [
    'a term backwards',
    {
      'managers.csv': `${sound('managers.csv').replace('grade', 'grade,term_from,term_to').replace('junior', 'junior,2024-02-01,▸2024-01-31').replace('senior', 'senior,,')}`,
    },
    ['interval-backwards'],
  ],
  [
    'posts that share a day',
    { 'posts.csv': `${POSTS}M1,2024-01-01,2024-02-01,\nM1,▸2024-02-01,2024-02-02,\n` },
    ['posts-overlap'],
  ],
  [
    'a post inside one without an end',
    { 'posts.csv': `${POSTS}M1,2024-01-01,,\nM1,▸2024-02-01,,\n` },
    ['posts-overlap'],
  ],
  [
    'two posts from one day',
    { 'posts.csv': `${POSTS}M1,2024-01-01,2024-01-31,\n▸M1,2024-01-01,2024-02-01,\n` },
    ['key-twice'],
  ],

  // Ids that are not there.
  ['an unknown grade', { 'managers.csv': edited('managers.csv', 'senior', '▸senoir') }, ['cell-choice']],
  ['an unknown grade of a post', { 'posts.csv': `${POSTS}M1,2024-01-01,,▸senoir\n` }, ['cell-choice']],
  ...['role', 'employment', 'status'].map(
    (column) =>
      [
        `an unknown ${column}`,
        {
          'managers.csv': `${sound('managers.csv').replace('grade', `grade,${column}`).replace('junior', 'junior,').replace('senior', 'senior,▸other')}`,
        },
        ['cell-choice'],
      ] as const,
  ),
  [
    'an unknown manager of a balance',
    { 'balances.csv': edited('balances.csv', '2000.00,M2', '2000.00,▸M9') },
    ['manager-unknown'],
  ],
  [
    'an unknown manager of a result',
    { 'activity.csv': edited('activity.csv', 'M2,4', '▸M9,4') },
    ['manager-unknown'],
  ],
  ['an unknown manager of a post', { 'posts.csv': `${POSTS}▸M9,2024-01-01,,\n` }, ['manager-unknown']],
  [
    'an unknown manager of a client',
    { 'assignments.csv': `${SHARES},C1,▸M9,1,2024-01-01,\n` },
    ['manager-unknown'],
  ],
  [
    'an unknown manager of a score',
    { 'assessments.csv': `${sound('assessments.csv')}▸M9,conduct,5\n` },
    ['manager-unknown'],
  ],
  [
    'an unknown manager of a target',
    {
      'targets.csv':
        'scope,scope_id,target,period,value\nall,,deposits,2024Q1,1\nmanager,▸M9,deposits,2024Q1,1\n',
    },
    ['manager-unknown'],
  ],
  [
    'an unknown manager set aside',
    { 'set_aside.csv': 'manager_id,period,reason,approved_by\n▸M9,2024Q1,Abroad,head\n' },
    ['manager-unknown'],
  ],
  [
    'a target for all of one id',
    { 'targets.csv': 'scope,scope_id,target,period,value\nall,▸B1,deposits,2024Q1,1\n' },
    ['scope-id'],
  ],
  [
    'a target of no manager',
    {
      'targets.csv':
        'scope,scope_id,target,period,value\nall,,deposits,2024Q1,1\nmanager,▸,deposits,2024Q1,1\n',
    },
    ['scope-id'],
  ],
  [
    'a target of an unknown grade',
    {
      'targets.csv':
        'scope,scope_id,target,period,value\nall,,deposits,2024Q1,1\ngrade,▸high,deposits,2024Q1,1\n',
    },
    ['scope-id'],
  ],
  [
    '007 for 7',
    {
      'managers.csv': edited('managers.csv', 'M1', '7'),
      'balances.csv': edited('balances.csv', '1000.00,M1', '1000.00,▸007'),
      'activity.csv': edited('activity.csv', 'M1', '7'),
      'assessments.csv': edited('assessments.csv', 'M1', '7'),
    },
    ['manager-unknown'],
  ],

  // Currencies.
  ...[
    ['an unknown currency', undefined],
    ['a currency of which only another has a rate', 'date,currency,rate\n2024-01-01,EUR,8\n'],
    ['a currency whose first rate is a day late', 'date,currency,rate\n2024-04-01,USD,7.1\n'],
  ].map(
    ([what, fx]) =>
      [
        `${what}`,
        {
          'balances.csv':
            'date,account_id,client_id,product,balance,manager_id,currency\n2024-03-31,A1,C1,demand,1,M1,▸USD\n',
          ...(fx === undefined ? {} : { 'fx.csv': fx }),
        },
        ['rate-missing'],
      ] as const,
  ),
  ['a rate of 0', { 'fx.csv': 'date,currency,rate\n2024-01-01,USD,▸0\n' }, ['cell-range']],
  [
    'two rates of a day',
    { 'fx.csv': 'date,currency,rate\n2024-01-01,USD,7\n▸2024-01-01,USD,8\n' },
    ['key-twice'],
  ],

  // What people need.
  [
    'no target',
    { 'targets.csv': edited('targets.csv', '2024Q1', '2023Q4') },
    [`${P1} target-missing`, 'managers.csv:3:1 target-missing'],
  ],
  [
    'a target of 0',
    { 'targets.csv': edited('targets.csv', '1000', '0') },
    [`${P1} division-by-zero`, 'managers.csv:3:1 division-by-zero'],
  ],
  [
    'two targets for one',
    { 'targets.csv': `${sound('targets.csv')}▸all,deposits,2024Q1,5\n` },
    ['key-twice'],
  ],
  [
    'no score',
    { 'assessments.csv': edited('assessments.csv', 'M1,conduct,90\n', '') },
    [`${P1} assessment-missing`],
  ],
  [
    'a score of another period',
    { 'assessments.csv': 'manager_id,item,score,period\nM1,conduct,90,2023Q4\nM2,conduct,80,\n' },
    [`${P1} assessment-missing`],
  ],
  ['101 of 100', { 'assessments.csv': edited('assessments.csv', '90', '▸101') }, ['score-range']],
  ['a score below 0', { 'assessments.csv': edited('assessments.csv', '90', '▸-0.0001') }, ['score-range']],
  [
    'two scores of one assessor',
    {
      'assessments.csv':
        'manager_id,item,score,assessor\nM1,conduct,90,X\n▸M1,conduct,80,X\nM2,conduct,80,X\n',
    },
    ['key-twice'],
  ],

  // Balances.
  [
    'a day doubled',
    { 'balances.csv': `${sound('balances.csv')}▸2024-03-31,A1,C1,demand,1.00,M1\n` },
    ['balance-twice'],
  ],
  [
    'a day doubled, once in the currency by name',
    {
      'balances.csv':
        'date,account_id,client_id,product,balance,currency\n2024-03-31,A1,C1,demand,0,\n▸2024-03-31,A1,C1,demand,0,CNY\n',
    },
    ['balance-twice'],
  ],
  [
    'a hole of an account',
    {
      'balances.csv': `${sound('balances.csv')}2024-03-29,A1,C1,demand,1,M1\n2024-03-30,A2,C2,demand,1,M2\n`,
    },
    ['balances balance-hole'],
  ],
  [
    'a day without any row',
    { 'balances.csv': `${sound('balances.csv')}2024-03-29,A1,C1,demand,1,M1\n` },
    ['balances balance-days-hole'],
  ],
  [
    'a daily average over days without rows',
    { 'scheme.yaml': edited('scheme.yaml', 'closing_balance', 'daily_average') },
    ['balances days-missing'],
  ],
  [
    'the same ref twice',
    { 'activity.csv': 'date,kind,manager_id,ref\n2024-02-01,visit,M1,R1\n2024-02-01,visit,M2,▸R1\n' },
    ['key-twice'],
  ],

  // What other readers let pass.
  ['a number left out', { 'balances.csv': edited('balances.csv', '1000.00', '▸') }, ['cell-empty']],
  [
    'a fault in a row that no measure uses',
    { 'activity.csv': `${sound('activity.csv')}2024-02-01,meeting,M1,▸1e3\n` },
    ['cell-exponent'],
  ],
  [
    'a fault in a row out of the period',
    { 'activity.csv': `${sound('activity.csv')}2019-02-01,visit,M1,▸１\n` },
    ['cell-full-width'],
  ],
  [
    'a fault after a cell of three lines',
    { 'clients.csv': 'client_id,name,opened_on\nC1,"a\nb\nc",▸2024-02-30\nC2,,▸x\n' },
    ['cell-day', 'cell-day'],
  ],
  ['a quote in the middle of a cell', { 'clients.csv': 'client_id,name\nC1,▸A"b"c\n' }, ['quote-inside']],
  [
    'a fraction over 0 of an earlier period',
    { 'history.csv': 'period,manager_id,figure,value\n2023Q4,M1,total,▸1/0\n2023Q4,M2,total,1/3\n' },
    ['history-type'],
  ],

  // Files.
  [
    'UTF-16 with its mark',
    { 'clients.csv': Buffer.from('\uFEFFclient_id\nC1\n', 'utf16le') },
    ['clients.csv:1:1 file-undecodable'],
    4,
  ],
  [
    'UTF-16 the other way round',
    { 'clients.csv': Buffer.from('\uFEFFclient_id\nC1\n', 'utf16le').swap16() },
    ['clients.csv:1:1 file-undecodable'],
    4,
  ],
  [
    'UTF-16 without a mark',
    { 'clients.csv': Buffer.from('client_id\nC1\n', 'utf16le') },
    ['clients.csv:1:1 file-nul'],
    4,
  ],
  [
    'UTF-8 and GB18030 in one file',
    {
      'clients.csv': Buffer.concat([
        Buffer.from('client_id,name\nC1,东\n'),
        Buffer.from([0x43, 0x2c, 0xb2, 0xe2, 0x0a]),
      ]),
    },
    ['clients.csv:3:1 file-undecodable'],
    4,
  ],
  ['a file of line ends', { 'clients.csv': '\r\n\n' }, ['clients.csv file-empty'], 4],
  ['lines that end with a return alone', { 'clients.csv': '▸client_id\rC1\r' }, ['return-stray']],
  ['a blank line between', { 'clients.csv': 'client_id,name\nC1,a\n▸\nC2,b\n' }, ['row-blank']],
  [
    'a required table without rows',
    {
      'managers.csv': 'manager_id,name,branch,grade\n',
      'balances.csv': 'date,account_id,client_id,product,balance\n2024-03-31,A1,C1,demand,1\n',
      'activity.csv': 'date,kind\n2024-02-01,visit\n',
      'assessments.csv': 'manager_id,item,score\n',
    },
    ['assessments table-missing', 'managers table-missing'],
    4,
  ],
  [
    'a quote that never ends, over many lines',
    { 'clients.csv': `client_id,name\nC1,▸"Wang\n${'1,2\n'.repeat(1000)}` },
    ['quote-unclosed'],
  ],
  [
    'a gzip file that is none',
    { 'clients.csv.gz': Buffer.from('client_id\n') },
    ['clients.csv.gz gzip-damaged'],
    4,
  ],
  [
    'a gzip file cut in its head',
    { 'clients.csv.gz': gzipSync('client_id\n').subarray(0, 5) },
    ['clients.csv.gz gzip-cut'],
    4,
  ],
  ['a gzip file without any byte', { 'clients.csv.gz': Buffer.alloc(0) }, ['clients.csv.gz gzip-cut'], 4],
]
