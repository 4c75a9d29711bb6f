import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Phrase } from '../core/findings/sentence.ts'
import { namesIn } from './files.ts'

/** A complete regime to start from: a folder of fixtures/ by its name, and what it shows. */
export interface Template {
  readonly name: string
  readonly shows: Phrase
}

/** The templates that `init` offers. */
export const TEMPLATES: readonly Template[] = [
  {
    name: 'city-bank',
    shows: {
      en: 'A city bank: three grades, deposits, loans and fees, deferred pay, entry by appraisal',
      zh: '城市商业银行：三级职级，存款、贷款、中间业务，绩效延期，准入考核',
    },
  },
  {
    name: 'micro-credit-team',
    shows: {
      en: 'A micro-credit team: officers by lending and bad loans, supervisors and area heads by their teams',
      zh: '小微信贷团队：客户经理按放款与不良计酬，主管与片区负责人按团队计酬',
    },
  },
  {
    name: 'rural-price-list',
    shows: {
      en: 'A rural price list: floors by grade, prices for deposits, loans and fees, refunds of deductions',
      zh: '农信计价薪酬：职级保底，存贷款与手续费单价，扣减与返还',
    },
  },
  {
    name: 'general',
    shows: {
      en: 'The core of every trade: relations, consulting, sales, satisfaction and team work; read in a minute',
      zh: '通用核心：客户关系、咨询、销售、满意度与协作，一分钟读完',
    },
  },
  {
    name: 'survey-ladders',
    shows: {
      en: 'Four ladders of 3, 4, 5 and 8 grades in one run; four outcomes at the end of a term',
      zh: '一次运行四种职级序列（3、4、5、8 级），聘期届满四种决定',
    },
  },
  {
    name: 'abc-2001',
    shows: {
      en: 'Three grades with steps, entry by recommendation or competition, four outcomes at the end of a term',
      zh: '三个等级各设档次，推荐或竞聘产生，聘期届满四种结果',
    },
  },
  {
    name: 'water-utility',
    shows: {
      en: 'A water utility without balances: requests with a time limit, call-backs, survey and complaints',
      zh: '供排水公司：无存款，时限办结、次日回访、满意度、投诉',
    },
  },
  {
    name: 'telecom',
    shows: {
      en: 'A telecom: reward by sales tiers and survey, commendation for attitude, penalties for violations',
      zh: '电信：按销售分段与满意度奖励，态度表彰，违规处罚',
    },
  },
  {
    name: 'postal',
    shows: {
      en: 'Postal key accounts: visits count once reviewed, accounts by tier, training hours',
      zh: '邮政大客户：走访经核实才计入，客户分级，培训学时',
    },
  },
  {
    name: 'tobacco',
    shows: {
      en: 'A tobacco distributor: files, classes, forecast against orders, brand launches, visits by plan',
      zh: '烟草：档案、分类、预测准确率、新品上柜、差异化拜访',
    },
  },
  {
    name: 'post-rules',
    shows: {
      en: 'Monthly and quarterly appraisal with spot checks in between that count in the next one',
      zh: '月度与季度定期考核，不定期抽查计入下一次',
    },
  },
  {
    name: 'bank-duties',
    shows: {
      en: 'Existing and potential clients, products, coordination inside the bank, new needs reported',
      zh: '维护与开发客户、营销产品、内部协调、新需求上报',
    },
  },
  {
    name: 'corporate-credit',
    shows: {
      en: 'Corporate credit: investigation, checks after lending, collection, bad loans handed over, targets',
      zh: '公司信贷：授信调查、贷后检查、催收、不良移交与各项任务',
    },
  },
  {
    name: 'key-accounts',
    shows: {
      en: 'Key accounts: sales and orders, a lowest gross profit, information, targets of person and project',
      zh: '大客户：销售与跟单、最低毛利、信息收集、个人与项目目标',
    },
  },
  {
    name: 'rural-commercial',
    shows: {
      en: 'Yearly goals split into quarters, shortfalls carried over, reward or training by attainment',
      zh: '年度目标分解到季，差额结转，达标奖励、未达标培训',
    },
  },
  {
    name: 'client-grades',
    shows: {
      en: 'Clients graded A, B and C with a service standard each; managers by coverage, complaints and value',
      zh: '客户分 A/B/C 级及服务标准，按覆盖、投诉、价值考核',
    },
  },
  {
    name: 'long-term',
    shows: {
      en: 'Clients shared out by load and need, growth of their value over years, feedback, lasting incentive',
      zh: '按负荷与需求分配客户，客户逐年增值，反馈与长期激励',
    },
  },
  {
    name: 'rural-credit',
    shows: {
      en: 'A rural credit union: pay by month and quarter, part deferred, share of base checked, teams share credit',
      zh: '农信社：按月与按季薪酬，部分延期，基本薪酬占比检查，团队分享业绩',
    },
  },
]

/** What belongs to the fixture and not to a bank that starts from it. */
const LEFT_OUT: ReadonlySet<string> = new Set(['expected', 'README.md'])

/** A file of a template: its path below the template's folder, and its bytes. */
export interface TemplateFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Every file of a template, by path; none where the installation lacks its folder. */
export async function templateFiles(name: string): Promise<readonly TemplateFile[]> {
  for (const above of ['..', '../..']) {
    const folder = join(import.meta.dirname, above, 'fixtures', name)
    const names = await namesIn(folder)
    if (names.length > 0) return filesBelow(folder, '')
  }
  return []
}

async function filesBelow(folder: string, below: string): Promise<readonly TemplateFile[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  const sorted = entries.filter(({ name }) => !LEFT_OUT.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: TemplateFile[] = []
  for (const entry of sorted) {
    const path = join(below, entry.name)
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)))
    else if (entry.isFile()) found.push({ path, bytes: await readFile(join(folder, path)) })
  }
  return found
}
