/** What can happen to a person so that the deferred pay is looked at with other eyes. */
export const LEAVING_KINDS = ['dismissal', 'leave', 'retirement', 'death'] as const

/** What people can decide about deferred lots that were chosen. */
export const LOT_EVENT_KINDS = [
  'malus',
  'clawback',
  'hold',
  'lift_hold',
  'accountability',
  'payout_confirmation',
] as const

export type LotEventKind = (typeof LOT_EVENT_KINDS)[number]
