import './hosting.css'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Hosting } from '../../model/hosting'
import { useActions, useLanguage, useResults } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { useSetting } from '../scenario/use-setting'
import { SpaceMark } from '../ui/SignMark'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { HostingRow } from './HostingRow'

const ORDER: readonly Hosting['verdict'][] = ['fits', 'conditions', 'blocked']

/** Where a use can go: every space by its verdict, the largest first. */
export function UseFinder() {
  const { locale, words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const all = useResults((results) => results.hosting)
  const [code, setCode] = useState('ELDER_DAYCARE')
  const use = HOSTING_PACK.uses.find((each) => each.code === code)
  const found = useMemo(
    () =>
      (all ?? [])
        .filter((each) => each.use === code)
        .sort(
          (a, b) =>
            ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
            (b.area_m2 ?? -1) - (a.area_m2 ?? -1) ||
            (a.space < b.space ? -1 : 1),
        ),
    [all, code],
  )
  const setting = useSetting()
  const canHost = found.some(({ verdict }) => verdict !== 'blocked')
  return (
    <div className="panel-scroll">
      <div className="use-finder">
        <p className="caption">{words.hosting.finderHint}</p>
        <Select<string>
          aria-label={words.hosting.use}
          showSearch={{ optionFilterProp: 'label' }}
          value={code}
          onChange={setCode}
          options={HOSTING_PACK.uses.map((each) => ({
            value: each.code,
            label: locale === 'zh' ? each.name_zh : each.name_en,
          }))}
        />
        {use === undefined ? null : (
          <p className="caption">
            {words.hosting.least(format.area(use.least_m2))} ·{' '}
            {words.hosting.source(locale === 'zh' ? use.source_zh : use.source_en)}{' '}
            <StatusMark status={use.status} />
          </p>
        )}
      </div>
      {all === null ? (
        <p className="section-body caption" role="status">
          {words.hosting.pending}
        </p>
      ) : (
        <>
          {canHost ? null : <EmptyState title={words.hosting.none} hint={words.hosting.noneHint} />}
          <ul className="hosting-list">
            {found.map((hosting) => (
              <HostingRow
                key={`${code} ${hosting.space}`}
                hosting={hosting}
                {...setting(hosting)}
                onShow={() => show({ kind: 'space', id: hosting.space })}
                title={
                  <span
                    className="line"
                    onMouseEnter={() => actions.hover({ kind: 'space', id: hosting.space })}
                    onMouseLeave={() => actions.hover(null)}
                  >
                    <SpaceMark kind={names.records.spaces.get(hosting.space)?.kind} />
                    <span className="two-lines" title={names.space(hosting.space)}>
                      {names.space(hosting.space)}
                    </span>
                    <span className="figure caption">{format.area(hosting.area_m2 ?? undefined)}</span>
                  </span>
                }
              />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
