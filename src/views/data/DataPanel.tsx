import './data.css'
import { Button } from 'antd'
import { useRef } from 'react'
import { useActions, useLanguage, useProject, useResults } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { Icon } from '../ui/Icon'
import { Section } from '../ui/Section'
import { CompletenessList } from './CompletenessList'
import { CorrectionList } from './CorrectionList'
import { DoctorSection } from './DoctorSection'
import { FileReports } from './FileReports'
import { IssueList } from './IssueList'
import { LayerList } from './LayerList'
import { SurveyList } from './SurveyList'

/** What is there, where it came from, what is wrong with it, and what was surveyed. */
export function DataPanel() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const summary = useProject((project) => project.summary)
  const network = useResults((results) => results.analysis?.network ?? null)
  const input = useRef<HTMLInputElement>(null)

  return (
    <>
      <div className="panel-head">
        <h2>{words.data.title}</h2>
        <div className="line import-line">
          <Button icon={<Icon name="upload" small />} onClick={() => input.current?.click()}>
            {words.data.import}
          </Button>
          <span className="caption">{words.data.importHint}</span>
        </div>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          data-testid="import-files"
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            if (chosen.length === 0) return
            void (summary === null ? actions.openFiles(chosen) : actions.addFiles(chosen))
          }}
        />
      </div>
      <div className="panel-scroll">
        {summary === null ? (
          <EmptyState title={words.topBar.noProject} hint={words.empty.lead} />
        ) : (
          <>
            <LayerList summary={summary} />
            {network === null ? null : (
              <Section title={words.data.network}>
                <p className="figure">
                  {words.data.networkFacts(
                    format.metres(network.street_km * 1000),
                    format.count(network.nodes),
                    format.count(network.edges),
                  )}
                </p>
              </Section>
            )}
            <FileReports />
            <DoctorSection />
            <CorrectionList />
            <IssueList />
            <CompletenessList summary={summary} />
            <SurveyList summary={summary} />
          </>
        )}
      </div>
    </>
  )
}
