import { InputNumber } from 'antd'
import { type PackFile, type Tier, TIERS } from '../../model/rule-pack'
import { editTierWalk, originalOf, resetTierWalk } from '../../model/rules/edit-pack'
import { type AnyPack, figureOfTier } from '../../model/rules/figure'
import { useLanguage } from '../app-context'
import { FigureCell } from './FigureCell'

interface TierWalksProps {
  readonly pack: AnyPack
  readonly onEdit: ((change: (pack: PackFile) => PackFile) => void) | null
}

/** How far each tier reaches, where the pack says so. */
export function TierWalks({ pack, onEdit }: TierWalksProps) {
  const { words } = useLanguage()
  const tiers = TIERS.filter((tier) => pack.tier_walk_m[tier] !== undefined)
  if (tiers.length === 0) return null
  return (
    <section className="rules-walks" aria-label={words.rules.tierWalks}>
      <h3>
        {words.rules.tierWalks} <span className="caption">{words.rules.tierWalksHint}</span>
      </h3>
      <dl>
        {tiers.map((tier) => (
          <div key={tier}>
            <dt className="caption">
              {words.rules.tier[tier]} {words.unit.m}
            </dt>
            <dd>
              <TierWalk pack={pack} tier={tier} />
              {onEdit === null ? null : <TierInput pack={pack} tier={tier} onEdit={onEdit} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function TierWalk({ pack, tier }: { readonly pack: AnyPack; readonly tier: Tier }) {
  const figure = figureOfTier(pack, tier)
  return figure === null ? null : (
    <FigureCell pack={pack} field="radius_m" value={figure.value} source={figure.source} />
  )
}

interface TierInputProps {
  readonly pack: AnyPack
  readonly tier: Tier
  readonly onEdit: (change: (pack: PackFile) => PackFile) => void
}

function TierInput({ pack, tier, onEdit }: TierInputProps) {
  const { words } = useLanguage()
  const figure = figureOfTier(pack, tier)
  const isEdited = figure !== null && originalOf(figure.source) !== null
  return (
    <span className="line">
      <InputNumber
        size="small"
        aria-label={`${words.rules.tier[tier]} ${words.rules.fieldWalk}`}
        min={1}
        max={10_000}
        value={pack.tier_walk_m[tier]}
        changeOnWheel={false}
        // a number half typed is no walk yet
        onBlur={(event) => apply(event.currentTarget.value)}
        onPressEnter={(event) => apply(event.currentTarget.value)}
      />
      {isEdited ? (
        <button
          type="button"
          className="plain link"
          onClick={() => onEdit((before) => resetTierWalk(before, tier))}
        >
          {words.rules.reset}
        </button>
      ) : null}
    </span>
  )

  function apply(text: string): void {
    const value = Number(text)
    if (value >= 1 && value <= 10_000 && value !== pack.tier_walk_m[tier])
      onEdit((before) => editTierWalk(before, tier, value))
  }
}
