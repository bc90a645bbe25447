import type { Uncounted } from '../../model/count-uncounted'
import { useLanguage } from '../app-context'

/** What the people of a plan leave out, and what of them nobody counted. */
export function UncountedNote({ of, className }: { readonly of: Uncounted; readonly className: string }) {
  const { words, format } = useLanguage()
  const { uncounted, estimated, all } = of
  return (
    <>
      {uncounted === 0 ? null : (
        <p className={`${className} is-unknown`}>
          {words.propose.withoutUncounted(format.count(uncounted), format.count(all))}
        </p>
      )}
      {estimated === 0 ? null : (
        <p className={`${className} is-unknown`}>
          {words.propose.withEstimated(format.count(estimated), format.count(all))}
        </p>
      )}
    </>
  )
}
