import { useLanguage, useView } from '../app-context'

/** Says that a size changes no number of people, where verdicts look at no sizes. */
export function ResizeHint() {
  const { words } = useLanguage()
  const isBlind = useView(({ judging, countsSmall }) => judging === 'access' && countsSmall)
  return isBlind ? <p className="caption">{words.scenario.resizeHint}</p> : null
}
