import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientId, MANAGERS, managerId } from './accounts.js'

const GRADES = ['junior', 'intermediate', 'senior']
const ITEMS = ['knowledge', 'conduct', 'satisfaction']

function write(folder, table, header, rows) {
  writeFileSync(join(folder, `${table}.csv`), `${[header, ...rows].join('\n')}\n`)
}

const managerRow = (id, index) =>
  `${id},Name ${index},b${index % 40},${GRADES[index % GRADES.length]},2001-01-01,2002-01-01`

const assessmentRows = (id, index) => ITEMS.map((item, at) => `${id},${item},${60 + ((index * 7 + at) % 40)}`)

const activityRows = (id, index) => [
  `2004-02-10,fee,${id},1,${1000 + index}.55,f${index}`,
  `2004-02-11,visit,${id},${index % 40},0,v${index}`,
  `2004-02-12,new_client,${id},${index % 6},0,n${index}`,
  `2004-03-20,interest_due,${id},1,1000.00,d${index}`,
  `2004-03-21,interest_collected,${id},1,${950 + (index % 50)}.37,c${index}`,
]

const historyRows = (id, index) => [
  `2003Q4,${id},rating,${index % 2 ? 'competent' : 'excellent'}`,
  `2003Q4,${id},deposits_ytd,${2_900_000 + index}`,
  `2003Q4,${id},base_demand,${900_000 + index}`,
  `2003Q4,${id},base_fixed,${1_900_000 + index}`,
]

/** Writes all tables that the city-bank scheme reads beside `balances`. */
export function writeTables(folder, managers = MANAGERS) {
  const ids = Array.from({ length: managers }, (_, number) => managerId(number))
  const put = (table, header, rows) => write(folder, table, header, rows)
  put('managers', 'manager_id,name,branch,grade,hired_on,grade_since', ids.map(managerRow))
  put('targets', 'scope,scope_id,target,period,value', [
    'all,,deposits,2004Q1,3500000',
    'all,,fees,2004Q1,12000',
  ])
  put('assessments', 'manager_id,item,score', ids.flatMap(assessmentRows))
  put('activity', 'date,kind,manager_id,quantity,amount,ref', ids.flatMap(activityRows))
  put('history', 'period,manager_id,figure,value', ids.flatMap(historyRows))
}

const whole = (client, manager) => [`${client},${manager},1,2004-01-01,`]

const handedOver = (client, manager, next) => [
  `${client},${manager},1,2004-01-01,2004-02-14`,
  `${client},${next},1,2004-02-15,`,
]

const shared = (client, manager, next) => [
  `${client},${manager},0.6,2004-01-01,`,
  `${client},${next},0.4,2004-01-01,`,
]

/** Writes who owns so many clients: of ten, one is handed over within the quarter and one is shared by two managers. */
export function writeAssignments(folder, clients) {
  const rows = Array.from({ length: clients }, (_, number) => {
    const next = managerId((number + 1) % MANAGERS)
    const kind = [handedOver, shared][number % 10] ?? whole
    return kind(clientId(number), managerId(number % MANAGERS), next)
  })
  write(folder, 'assignments', 'client_id,manager_id,share,from,to', rows.flat())
}
