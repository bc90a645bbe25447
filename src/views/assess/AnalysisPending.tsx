import { useLanguage, useResults } from '../app-context'
import { EmptyState } from '../ui/EmptyState'

/** Where there are no results yet: that they are being computed, or what is missing for them. */
export function AnalysisPending() {
  const { words } = useLanguage()
  const isAnalysing = useResults((results) => results.isAnalysing)
  return isAnalysing ? (
    <div className="pending" role="status">
      <p className="caption">{words.progress.analysing}</p>
      {[72, 56, 88, 64, 80, 48].map((width) => (
        <span key={width} className="pending-bar" style={{ width: `${width}%` }} />
      ))}
    </div>
  ) : (
    <EmptyState title={words.empty.noAnalysis} hint={words.empty.noAnalysisHint} />
  )
}
