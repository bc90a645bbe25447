import { useLanguage, useView } from '../app-context'

/** Says of what goes by access alone that it does, where verdicts go by supply as well. */
export function AccessOnly() {
  const { words } = useLanguage()
  const judging = useView((view) => view.judging)
  if (judging === 'access') return null
  return (
    <p className="caption access-only" role="note">
      {words.supply.accessOnly(words.supply.judgings[judging])}
    </p>
  )
}
