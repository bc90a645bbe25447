import type { FigureField, FigureSource, FigureValue } from '../../model/rule-pack'
import { type AnyPack, isSameValue } from '../../model/rules/figure'
import { useLanguage } from '../app-context'
import { tellFigure, tellSource, tellSourceAndNote } from './tell-figure'

interface FigureCellProps {
  readonly pack: AnyPack
  readonly field: FigureField
  readonly value: FigureValue
  readonly source: FigureSource
}

/** A number with its mark; on hover where it comes from; below it what it took the place of. */
export function FigureCell({ pack, field, value, source }: FigureCellProps) {
  const language = useLanguage()
  const { words } = language
  if (value === null) return <span className="caption">–</span>
  // a later document that says the same is no change
  const before = source.replaced?.findLast((figure) => !isSameValue(figure.value, value))
  const meaning = `${words.assess.status(source.status)}: ${words.status[source.status]}`
  return (
    <span title={`${meaning} · ${tellSourceAndNote(source, pack, language)}`}>
      <span className="rules-value">
        <span className={before === undefined ? 'figure' : 'figure is-changed'}>
          {tellFigure(field, value, language)}
        </span>{' '}
        <abbr className={`status-mark mark-${source.status}`} aria-label={meaning}>
          {source.status}
        </abbr>
      </span>
      {before === undefined ? null : (
        <span className="caption rules-was">
          {words.rules.was(tellFigure(field, before.value, language), tellSource(before.source, language))}
        </span>
      )}
    </span>
  )
}
