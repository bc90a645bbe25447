import { Checkbox } from 'antd'
import { type Tier, TIERS } from '../../model/rule-pack'
import { useLanguage } from '../app-context'

interface TierChoiceProps {
  readonly label: string
  readonly value: readonly Tier[]
  readonly onChange: (value: readonly Tier[]) => void
}

/** In which circles a class is asked: each for itself, for none stands for another. */
export function TierChoice({ label, value, onChange }: TierChoiceProps) {
  const { words } = useLanguage()
  const set = (tier: Tier, isAsked: boolean) =>
    onChange(TIERS.filter((each) => (each === tier ? isAsked : value.includes(each))))
  return (
    <span className="rules-tier-choice" role="group" aria-label={label}>
      {TIERS.map((tier) => (
        <Checkbox
          key={tier}
          checked={value.includes(tier)}
          onChange={(event) => set(tier, event.target.checked)}
        >
          {words.rules.tier[tier]}
        </Checkbox>
      ))}
    </span>
  )
}
