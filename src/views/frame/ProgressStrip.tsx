import { useActions, useLanguage, useProject, useResults } from '../app-context'

/** What is being read or computed, how far it is, and a way to stop it. */
export function ProgressStrip() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const progress = useProject((project) => project.progress)
  const isAnalysing = useResults((results) => results.isAnalysing)
  if (progress === null && !isAnalysing) return null
  const share = progress !== null && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null
  const stage = progress === null ? words.progress.analysing : words.stage[progress.stage]
  return (
    <div className="progress" role="status">
      <div
        className={share === null ? 'progress-track is-endless' : 'progress-track'}
        role="progressbar"
        aria-label={words.progress.label}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={share === null ? undefined : { width: `${share * 100}%` }} />
      </div>
      <div className="progress-text">
        <span>{stage}</span>
        {progress === null || !/[./]/.test(progress.what) ? null : (
          <span className="caption clip">{progress.what}</span>
        )}
        {share === null ? null : <span className="figure caption">{format.share(share)}</span>}
        <button
          type="button"
          className="plain link"
          title={words.progress.cancelHint}
          onClick={() => actions.cancel()}
        >
          {words.cancel}
        </button>
      </div>
    </div>
  )
}
