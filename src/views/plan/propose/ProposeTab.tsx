import './propose.css'
import { useEffect } from 'react'
import { useActions, useLanguage, usePlanning } from '../../app-context'
import { AccessOnly } from '../../ui/AccessOnly'
import { FrontBlock } from './FrontBlock'
import { useUnitCommunities } from '../units/use-unit-communities'
import { GainBlock } from './GainBlock'
import { PlanResult } from './PlanResult'
import { WishForm } from './WishForm'

/** What a plan is to reach and may do, the plan, and why it is so. */
export function ProposeTab() {
  const { words } = useLanguage()
  const actions = useActions()
  const hasPlan = usePlanning((planning) => planning.plan !== null)
  const objective = usePlanning((planning) => planning.wishes.objective)
  useEffect(() => {
    actions.setWantsUnits(true)
    return () => {
      actions.setWantsUnits(false)
      actions.mark([])
    }
  }, [actions])
  // of whom it is asked is seen on the map; all of them are everybody
  const communities = useUnitCommunities()
  useEffect(() => actions.mark(communities ?? []), [actions, communities])
  return (
    <div className="panel-scroll">
      <WishForm />
      <div className="section-body">
        <AccessOnly />
      </div>
      {hasPlan ? (
        <PlanResult onShowScenario={() => actions.showPlanPart('scenarios')} />
      ) : (
        <p className="section-body caption">{words.propose.hint}</p>
      )}
      {objective === 'nearest' ? null : (
        <>
          <div className="plan-measures">
            <GainBlock />
          </div>
          <FrontBlock />
        </>
      )}
    </div>
  )
}
