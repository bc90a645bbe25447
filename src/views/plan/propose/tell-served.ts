import type { ProposalOptions } from '../../../model/proposal'
import type { Language } from '../../app-context'

/** Numbers of a plan, in what it counts: people one by one, communities by tenths, for one may be served in part. */
export interface TellServed {
  /** each once for each class */
  readonly total: (value: number) => string
  /** of one class, or of one measure */
  readonly each: (value: number) => string
  readonly bare: (value: number) => string
  /** what less than is nobody */
  readonly somebody: number
}

export function tellServed(counts: ProposalOptions['counts'], { words, format }: Language): TellServed {
  const { personClasses, communityClasses, communitiesOf } = words.propose
  return counts === 'people'
    ? {
        total: (value) => personClasses(format.count(value)),
        each: format.people,
        bare: format.count,
        somebody: 0.5,
      }
    : {
        total: (value) => communityClasses(format.tenths(value)),
        each: (value) => communitiesOf(format.tenths(value)),
        bare: format.tenths,
        somebody: 0.05,
      }
}
