import type { Exact } from '../values/exact.ts'
import type { Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import type { GroupCall } from './expression.ts'
import type { Part, Scope } from './scope.ts'
import type { FactSpace } from './vocabulary.ts'

/** A scope that answers as another one does, but for what it says itself. */
export class ScopeAround<S extends Scope = Scope> implements Scope {
  protected readonly inner: S

  constructor(inner: S) {
    this.inner = inner
  }

  get period(): Period {
    return this.inner.period
  }

  get parts(): readonly Part[] {
    return this.inner.parts
  }

  get daysInPost(): number {
    return this.inner.daysInPost
  }

  ladder(grade: string): readonly string[] {
    return this.inner.ladder(grade)
  }

  figure(name: string): Value | Missing {
    return this.inner.figure(name)
  }

  value(name: string, key?: string): Value | Missing {
    return this.inner.value(name, key)
  }

  table(name: string, argument: Exact): Value | Missing {
    return this.inner.table(name, argument)
  }

  fact(space: FactSpace, name: string): Value | Missing {
    return this.inner.fact(space, name)
  }

  previous(name: string, steps: number): Value | Missing {
    return this.inner.previous(name, steps)
  }

  latest(name: string): Value | Missing {
    return this.inner.latest(name)
  }

  at(period: Period, name: string): Value | Missing | undefined {
    return this.inner.at(period, name)
  }

  group(call: GroupCall & Span): Value | Missing {
    return this.inner.group(call)
  }
}
