import { useState } from 'react'
import { withChoice, withoutCommunity } from '../../../model/edit-package'
import type { PlanPackage } from '../../../model/package'
import type { PackageCommunity } from '../../../model/package-answer'
import { WORKS_PACK } from '../../../model/works-pack'
import { useActions, useLanguage } from '../../app-context'
import { Section } from '../../ui/Section'
import { useNames } from '../../use-names'
import { WorkOrderList } from './WorkOrderList'
import { WorkRow } from './WorkRow'

interface CommunityWorksProps {
  readonly community: PackageCommunity
  readonly decided: PlanPackage
}

/** The five groups in one community, item by item, then in which order they are done. */
export function CommunityWorks({ community, decided }: CommunityWorksProps) {
  const { words, locale, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const { id, works, order, edits } = community
  const chosen = new Set(works.flatMap(({ item, choice }) => (choice === 'chosen' ? [item] : [])))
  // at first what was chosen is in sight
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(WORKS_PACK.items.flatMap(({ code, group }) => (chosen.has(code) ? [group] : []))),
  )
  const stateOf = new Map(works.map((state) => [state.item, state]))
  const choices = decided.works.find((each) => each.community === id)?.choices ?? []
  const needed = works.filter(({ need, choice }) => need.verdict === 'needed' && choice === null)
  const count = (codes: readonly string[], has: (item: (typeof works)[number]) => boolean): number =>
    codes.filter((code) => {
      const state = stateOf.get(code)
      return state !== undefined && has(state)
    }).length
  const all = works.map(({ item }) => item)
  // where something of the scenario happens, a community stays whatever is chosen
  const isAdded = edits.length === 0 && works.every((state) => state.edits.length === 0)
  return (
    <Section
      title={names.community(id)}
      isFlush
      aside={
        isAdded ? (
          <button
            type="button"
            className="plain link"
            onClick={() => actions.decide((before) => withoutCommunity(before, id))}
          >
            {words.works.remove}
          </button>
        ) : undefined
      }
    >
      <p className="section-body caption">
        {words.works.summary(
          format.count(count(all, ({ need }) => need.verdict === 'needed')),
          format.count(count(all, ({ choice }) => choice === 'chosen')),
          format.count(count(all, ({ need }) => need.verdict === 'unknown')),
        )}
        {needed.length === 0 ? null : (
          <>
            <br />
            <button
              type="button"
              className="plain link"
              onClick={() =>
                actions.decide((before) =>
                  needed.reduce(
                    (next, { item }) => withChoice(next, id, item, { item, choice: 'chosen' }),
                    before,
                  ),
                )
              }
            >
              {words.works.chooseNeeded}
            </button>
          </>
        )}
      </p>
      {WORKS_PACK.groups.map((group) => {
        const items = WORKS_PACK.items.filter((item) => item.group === group.code)
        const codes = items.map(({ code }) => code)
        const isOpen = open.has(group.code)
        return (
          <div key={group.code} className="work-group">
            <button
              type="button"
              className="plain row-button line"
              aria-expanded={isOpen}
              onClick={() => {
                const next = new Set(open)
                if (!next.delete(group.code)) next.add(group.code)
                setOpen(next)
              }}
            >
              <span className="grow work-group-name">{locale === 'zh' ? group.name_zh : group.name_en}</span>
              <span className="caption figure">
                {words.works.need.needed} {count(codes, ({ need }) => need.verdict === 'needed')} ·{' '}
                {words.works.choice.chosen} {count(codes, ({ choice }) => choice === 'chosen')}/{codes.length}
              </span>
            </button>
            {isOpen ? (
              <ul>
                {items.map((item) => {
                  const state = stateOf.get(item.code)
                  return state === undefined ? null : (
                    <WorkRow
                      key={item.code}
                      community={id}
                      item={item}
                      state={state}
                      choice={choices.find((each) => each.item === item.code) ?? null}
                    />
                  )
                })}
              </ul>
            ) : null}
          </div>
        )
      })}
      <WorkOrderList order={order} />
    </Section>
  )
}
