/** Who signs a thing off (签批): who prepared it (经办), who reviewed it (复核), who approved it (审批). */
export const SIGNING_ROLES = ['prepared', 'reviewed', 'approved'] as const
export type SigningRole = (typeof SIGNING_ROLES)[number]

/** What is signed off: the scheme, the people set aside, and a run. */
export const SIGNED_THINGS = ['scheme', 'set_aside', 'run'] as const
export type SignedThing = (typeof SIGNED_THINGS)[number]
