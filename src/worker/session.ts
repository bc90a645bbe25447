import type { MeasureHelper } from '../engine/catchment/share-measuring'
import { applyCorrections } from '../engine/correction/apply-corrections'
import type { Coverage } from '../engine/doctor/compare-coverage'
import { gatherEvidence, type GapEvidence } from '../engine/gaps/gap-evidence'
import {
  judge,
  type Judged,
  measure,
  type Measured,
  prepare,
  type Prepared,
  remeasure,
  replan,
} from '../engine/pipeline'
import { rehearse } from '../engine/try-edits'
import { Cancelled, checkpoint, type Run } from '../engine/run'
import { findScenario } from '../engine/scenario/find-scenario'
import type { AnalysisSettings, AnalysisView } from '../model/analysis'
import type { Correction } from '../model/correction'
import type { Project } from '../model/project'
import type { Edit } from '../model/scenario'
import { type Surveys, withSurveys } from '../model/survey'
import { judgeOnce } from './judged-states'

/** What decides which network an answer is asked of. */
type Situation = Pick<AnalysisSettings, 'scenario' | 'hour'>

/** On networks of more nodes than this nothing is computed that nobody asked for: one step takes seconds. */
const MOST_UNASKED = 200_000

const BASE: Situation = { scenario: null, hour: null }

/** Networks kept besides the base: the one in use and the one before it, to compare with. */
const OTHERS_KEPT = 2

/** What was measured and judged last: most of the next answer is taken over from it. */
interface LastAnswers {
  measured: Measured | null
  judged: Judged | null
}

/** A network that was made before anybody asked for it, and the key of the one that somebody asked for last. */
interface Foreseen {
  network: { readonly key: string; readonly prepared: Prepared } | null
  asked: string | null
}

/**
 * The open project and what was computed of it. A session is never changed into another one: opening
 * makes a new session, and only a finished one replaces the old.
 */
export class Session {
  readonly project: Project
  /** a second thread for large projects */
  private readonly helper: MeasureHelper | null
  private readonly prepared = new Map<string, Promise<Prepared>>()
  private readonly listeners = new Set<NonNullable<Run['onProgress']>>()
  private isClosed = false
  private correctedProject: Project | null = null
  /** shared by all sessions of one project: an answer that comes late is the newest all the same */
  private last: LastAnswers = { measured: null, judged: null }
  /** shared by all sessions that know the same networks */
  private foreseen: Foreseen = { network: null, asked: null }
  private coverage: { readonly key: string; readonly value: Coverage } | null = null

  constructor(project: Project, helper: MeasureHelper | null = null) {
    this.project = project
    this.helper = helper
  }

  /**
   * The project with a scenario applied, at a time of day, and its network, built once. Whoever waits may be
   * cancelled without losing the work for the others.
   */
  async prepare(asked: Situation, run: Run): Promise<Prepared> {
    const promise = this.start(asked, run)
    const { onProgress } = run
    if (onProgress) this.listeners.add(onProgress)
    try {
      const prepared = await promise
      if (run.isCancelled?.()) throw new Cancelled()
      return prepared
    } finally {
      if (onProgress) this.listeners.delete(onProgress)
    }
  }

  /** The network of a situation, being prepared or ready. */
  private start(asked: Situation, run: Run): Promise<Prepared> {
    const key = this.keyOf(asked)
    const known = this.prepared.get(key)
    if (known !== undefined) {
      // to the end of the line: what was used last goes last
      this.prepared.delete(key)
      this.prepared.set(key, known)
      return known
    }
    const { network: foreseen } = this.foreseen
    this.foreseen.network = null
    this.foreseen.asked = key
    const promise =
      foreseen?.key === key
        ? Promise.resolve(foreseen.prepared)
        : this.make(asked, {
            onProgress: (...progress) => this.listeners.forEach((listen) => listen(...progress)),
            isCancelled: () => this.isClosed,
            breathe: run.breathe,
          })
    this.prepared.set(key, promise)
    // a failure is told to those who waited; the next one tries again
    promise.catch(() => this.prepared.delete(key))
    const others = [...this.prepared.keys()].filter((each) => each !== BASE_KEY)
    for (const old of others.slice(0, -OTHERS_KEPT)) this.prepared.delete(old)
    return promise
  }

  private keyOf({ scenario, hour = null }: Situation): string {
    return JSON.stringify([findScenario(this.project, scenario)?.edits ?? [], hour] satisfies Key)
  }

  /** From the network used last, else from the base. */
  private async make({ scenario: name, hour = null }: Situation, run: Run): Promise<Prepared> {
    const isBase = this.keyOf({ scenario: name, hour }) === BASE_KEY
    if (isBase && this.prepared.size === 0) return prepare(this.project, null, run)
    const known = [...this.prepared.values()].reverse()
    if (!this.prepared.has(BASE_KEY) && !isBase) known.push(this.start(BASE, run))
    for (const promise of known) {
      // who waits for that one is told of its failure
      const prepared = await promise.catch(() => null)
      if (prepared !== null) return replan(prepared, findScenario(this.project, name), hour)
    }
    return prepare(this.project, name, run, { hour })
  }

  /**
   * Everything measured with these settings, from what was measured last where only gates or rules differ.
   */
  async measure(asked: AnalysisSettings, run: Run): Promise<Measured> {
    const prepared = await this.prepare(asked, run)
    const last = this.last.measured
    // each call brings a copy of the rule pack: the same one is known by its text
    const isSamePack = last !== null && JSON.stringify(last.settings.rules) === JSON.stringify(asked.rules)
    const settings = isSamePack ? { ...asked, rules: last.settings.rules } : asked
    const next = last === null ? null : remeasure(last, prepared, settings)
    const measured = next ?? (await measure(prepared, settings, run, this.helper))
    this.last.measured = measured
    return measured
  }

  /** Everything judged with these settings, from what was judged last where only some walks differ. */
  async judge(asked: AnalysisSettings, run: Run): Promise<AnalysisView> {
    const { view } = await this.judgeState(asked, run)
    return view
  }

  /**
   * The same with all that it rests on, to be compared with other states; known as long as its network is kept. `isFirst`:
   * goes before an analysis that waits for the same.
   */
  async judgeState(asked: AnalysisSettings, run: Run, isFirst = false): Promise<Judged> {
    const prepared = await this.prepare(asked, run)
    const judgeIt = async (): Promise<Judged> => {
      const measured = await this.measure(asked, run)
      const judged = await judge(measured, run, this.last.judged)
      this.last.judged = judged
      return judged
    }
    const judged = await judgeOnce(prepared, asked, run, judgeIt, isFirst)
    // it may have been foreseen, and from now on it is what edits go on from
    if (asked.scenario !== null) {
      this.last.measured = judged.measured
      this.last.judged = judged
    }
    return judged
  }

  /**
   * Judges a scenario as it would be with other edits, from what is judged of it now. Whoever asks for just that later finds it
   * known, or under way. Throws `Cancelled` where they have asked already, or where everything would have to be measured anew:
   * that is for who asks.
   */
  async foresee(asked: AnalysisSettings, edits: readonly Edit[], run: Run): Promise<Judged> {
    const { network } = await this.prepare(asked, run)
    if (network.nodeCount > MOST_UNASKED) throw new Cancelled()
    const shown = await this.judgeState(asked, run)
    if (run.isCancelled?.() === true) throw new Cancelled()
    const prepared = await this.prepareAhead(shown.measured.prepared, edits, asked.hour ?? null)
    await checkpoint(run, 'network', 1, 1)
    return judgeOnce(prepared, asked, run, async () => {
      const measured = remeasure(shown.measured, prepared, shown.measured.settings)
      if (measured === null) throw new Cancelled()
      await checkpoint(run, 'reach', 1, 1)
      return judge(measured, run, shown)
    })
  }

  /** The network of other edits, from one that is there; it is kept until another one is asked for. */
  private async prepareAhead(
    before: Prepared,
    edits: readonly Edit[],
    hour: number | null,
  ): Promise<Prepared> {
    const key = JSON.stringify([edits, hour] satisfies Key)
    const known = this.prepared.get(key)
    if (known !== undefined) return known
    const { network, asked } = this.foreseen
    if (network?.key === key) return network.prepared
    // while this waited somebody has asked for just that, of a later session: they are at it
    if (asked === key) throw new Cancelled()
    const prepared = replan(before, { id: '', name: '', edits }, hour)
    this.foreseen.network = { key, prepared }
    return prepared
  }

  /** Readies the engine for edits of what is asked about; nothing that is kept changes. Between steps other calls come in. */
  async rehearse(asked: AnalysisSettings, run: Run): Promise<void> {
    const judged = await this.judgeState(asked, run)
    // where one step takes seconds nobody wants to wait behind it
    if (judged.measured.prepared.network.nodeCount <= MOST_UNASKED) await rehearse(judged, run)
  }

  /** What gaps were found in under these settings. */
  async evidence(asked: AnalysisSettings, run: Run): Promise<GapEvidence> {
    const { measured, view, evidence } = await this.judgeState(asked, run)
    return gatherEvidence(measured, view.assessment, evidence)
  }

  /** The project with its corrections made: what the map draws and the network is built of. */
  get corrected(): Project {
    this.correctedProject ??= applyCorrections(this.project).project
    return this.correctedProject
  }

  /** The same layers with other corrections; what changes no walk keeps the networks. */
  withCorrections(corrections: Project['corrections']): Session {
    const session = new Session({ ...this.project, corrections }, this.helper)
    const { corrections: before } = this.project
    if (textOf(corrections, CHANGES_NO_WALK) !== textOf(before, CHANGES_NO_WALK)) return session
    if (textOf(corrections, CHANGES_NOTHING) === textOf(before, CHANGES_NOTHING)) {
      session.correctedProject = this.correctedProject
      this.hand(session, (corrected) => corrected)
    } else {
      const { communities, spaces } = session.corrected.layers
      this.hand(session, (corrected) => ({
        ...corrected,
        layers: { ...corrected.layers, communities, spaces },
      }))
    }
    session.last = this.last
    session.coverage = this.coverage
    return session
  }

  /** The last assessment's coverage, if it was made with just these settings. */
  coverageOf(settings: AnalysisSettings): Coverage | null {
    return this.coverage?.key === JSON.stringify(settings) ? this.coverage.value : null
  }

  /** Keeps the coverage of an assessment; its columns may have moved to the page meanwhile. */
  keepCoverage(settings: AnalysisSettings, { basis, totals }: Coverage): void {
    this.coverage = { key: JSON.stringify(settings), value: { basis, totals } }
  }

  /** The same project and networks with other answers to "was this surveyed?". */
  withSurveys(surveys: Surveys): Session {
    const session = new Session(withSurveys(this.project, surveys), this.helper)
    this.hand(session, (corrected) => withSurveys(corrected, surveys))
    session.last = this.last
    return session
  }

  /**
   * The same project with other rules, which come with each question, bookmarks, packages, units, entered indicators, or
   * scenarios, by whose edits networks are known: here they are only kept.
   */
  withKept(
    kept: Partial<
      Pick<Project, 'rules' | 'bookmarks' | 'scenarios' | 'packages' | 'prices' | 'units' | 'entered'>
    >,
  ): Session {
    const session = new Session({ ...this.project, ...kept }, this.helper)
    session.correctedProject = this.correctedProject && { ...this.correctedProject, ...kept }
    this.hand(session, (corrected) => corrected)
    session.last = this.last
    session.foreseen = this.foreseen
    return session
  }

  /** Hands every network over to a session whose corrected project differs in what no walk depends on. */
  private hand(session: Session, adapt: (corrected: Project) => Project): void {
    for (const [key, promise] of this.prepared) {
      const [edits, hour] = JSON.parse(key) as Key
      const handed = promise.then((prepared) => {
        const corrected = adapt(prepared.corrected)
        if (corrected === prepared.corrected) return prepared
        return replan({ ...prepared, corrected }, { id: '', name: '', edits }, hour)
      })
      handed.catch(() => session.prepared.delete(key))
      session.prepared.set(key, handed)
    }
  }

  /** Stops what is still being prepared. */
  close(): void {
    this.isClosed = true
  }
}

/** What a network is known by: the edits themselves, so that another scenario of the same edits has the same. */
type Key = readonly [edits: readonly Edit[], hour: number | null]

const BASE_KEY = JSON.stringify([[], null] satisfies Key)

const CHANGES_NOTHING: readonly Correction['kind'][] = ['ignore']
const CHANGES_NO_WALK: readonly Correction['kind'][] = [
  'ignore',
  'set-mode',
  'add-space',
  'set-space',
  'place-space',
  'drop-space',
]

/** Corrections of all but some kinds, as text. */
function textOf(corrections: readonly Correction[], but: readonly Correction['kind'][]): string {
  return JSON.stringify(corrections.filter(({ kind }) => !but.includes(kind)))
}
