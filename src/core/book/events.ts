/** The columns of events.csv in a period's folder: those of the input table. */
export const EVENT_COLUMNS = [
  'id',
  'date',
  'manager_id',
  'kind',
  'scope',
  'scope_id',
  'share',
  'amount',
  'reason',
  'clause',
  'requested_by',
  'approved_by',
  'known_on',
] as const

/** An event as a period's folder has it: its cells by column. */
export type EventCells = Readonly<Record<(typeof EVENT_COLUMNS)[number], string>>
