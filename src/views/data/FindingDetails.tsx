import { Button, Radio } from 'antd'
import { useEffect, useRef } from 'react'
import type { Finding } from '../../model/finding'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { RepairEffectLines } from './RepairEffectLines'

/** What is wrong, what may be done, what that would change, and the buttons that do it. */
export function FindingDetails({ finding }: { readonly finding: Finding }) {
  const { words } = useLanguage()
  const actions = useActions()
  const chosen = useView((view) => view.openFinding?.repair ?? 0)
  const { repairs, kind, id } = finding
  // the effect comes later and makes this longer
  const root = useRef<HTMLDivElement>(null)
  const effect = useResults((results) => results.effect)
  useEffect(() => {
    if (effect !== null) root.current?.scrollIntoView({ block: 'nearest' })
  }, [effect])
  return (
    <div className="finding-details" ref={root}>
      <p>{words.finding[kind](finding.facts)}</p>
      {repairs.length === 0 ? (
        <p className="caption">{words.doctor.noRepair}</p>
      ) : (
        <>
          {repairs.length === 1 ? (
            <p className="repair-one">
              {words.doctor.change[repairs[0].change.kind](repairs[0].facts)}
              <span className="caption"> · {words.doctor.proposal}</span>
            </p>
          ) : (
            <Radio.Group
              className="repair-choice"
              aria-label={words.doctor.repairs}
              value={chosen}
              onChange={(event) => actions.chooseRepair(Number(event.target.value))}
              options={repairs.map(({ change, facts }, index) => ({
                value: index,
                label: words.doctor.change[change.kind](facts),
              }))}
            />
          )}
          <RepairEffectLines />
        </>
      )}
      <div className="line finding-actions">
        {repairs.length === 0 ? null : (
          <Button size="small" type="primary" onClick={() => void actions.repairFinding(id, chosen)}>
            {words.doctor.repair}
          </Button>
        )}
        <Button size="small" title={words.doctor.ignoreHint} onClick={() => void actions.ignoreFinding(id)}>
          {words.doctor.ignore}
        </Button>
        <button type="button" className="plain link caption" onClick={() => actions.openFinding(id)}>
          {words.locate}
        </button>
      </div>
      <EnterHere finding={finding} />
    </div>
  )
}

/** For a facility: the free point on the map as its entrance. */
function EnterHere({ finding }: { readonly finding: Finding }) {
  const { words } = useLanguage()
  const actions = useActions()
  const point = useView((view) => (view.selection?.kind === 'point' ? view.selection.at : null))
  const facility = finding.records.find(({ layer }) => layer === 'facilities')
  const canEnter = finding.kind === 'facility-not-connected' || finding.kind === 'suspicious-snap'
  if (!canEnter || facility === undefined) return null
  return point === null ? (
    <p className="caption">{words.doctor.enterHint}</p>
  ) : (
    <Button size="small" onClick={() => void actions.enterFacility(finding.id, facility.id, point)}>
      {words.doctor.enterHere}
    </Button>
  )
}
