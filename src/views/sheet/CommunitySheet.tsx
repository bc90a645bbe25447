import { useLanguage } from '../app-context'
import { VerdictSign } from './VerdictSign'
import type { Sheet, SheetFact } from './describe-sheet'

/** The sheet itself, on the screen and on paper: one page of A4. */
export function CommunitySheet({ sheet }: { readonly sheet: Sheet }) {
  const { words, format } = useLanguage()
  const { sheet: say, charts, mode } = words.tables
  return (
    <article className="sheet" aria-label={`${say.title} ${sheet.name}`}>
      <header className="sheet-head">
        <h2>
          {sheet.name}
          {sheet.isFictional ? <span className="badge">{words.fictional}</span> : null}
        </h2>
        <p className="caption">
          {[sheet.place, sheet.project, say.title].filter((part) => part !== '').join(' · ')}
        </p>
      </header>
      <div className="sheet-about">
        <Facts title={say.facts} facts={sheet.facts} />
        <Facts title={say.people} facts={sheet.people} />
        <section>
          <h3>{say.scope}</h3>
          <p>
            <span className={`eligibility ${sheet.eligibility.verdict}`}>
              {words.eligibility[sheet.eligibility.verdict]}
            </span>
          </p>
          <Lines lines={sheet.eligibility.lines} />
        </section>
        <section>
          <h3>{mode.title}</h3>
          <p className={sheet.mode.name === null ? 'is-unknown' : 'sheet-strong'}>
            {sheet.mode.name ?? mode.undecided}
          </p>
          <Lines lines={sheet.mode.lines} />
        </section>
      </div>
      <section className="sheet-tiers">
        <h3>{say.tiers}</h3>
        <ul>
          {sheet.tiers.map(({ tier, classes, served, unknown }) => (
            <li key={tier}>
              <span className="caption">{charts.tier[tier]} </span>
              {classes === 0 ? (
                <span className="is-unknown">{charts.noClasses}</span>
              ) : (
                <>
                  <strong className="figure">
                    {charts.tierOne(format.count(served), format.count(classes))}
                  </strong>
                  {unknown > 0 ? (
                    <span className="caption"> {charts.unknownClasses(format.count(unknown))}</span>
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <ClassTable sheet={sheet} />
      <dl className="sheet-notes">
        <Note name={say.gates} value={sheet.gates} />
        <Note name={say.spaces} value={sheet.spaces} />
        <Note name={say.neighbours} value={sheet.neighbours} />
        {sheet.entered.map(({ name, value }) => (
          <Note key={value} name={name} value={value ?? words.unknown} />
        ))}
      </dl>
      <footer className="caption sheet-foot">
        <p>
          {say.sources} {sheet.sources}
        </p>
        <p>{sheet.basis}</p>
        <p>{say.disclaimer}</p>
      </footer>
    </article>
  )
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly SheetFact[] }) {
  const { words } = useLanguage()
  return (
    <section>
      <h3>{title}</h3>
      <dl className="sheet-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value === null ? 'is-unknown' : undefined}>{value ?? words.unknown}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="sheet-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Note({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function ClassTable({ sheet }: { readonly sheet: Sheet }) {
  const { words } = useLanguage()
  const { head, required, optional } = words.tables.sheet
  return (
    <table className="sheet-classes">
      <caption className="visually-hidden">{words.tables.sheet.classes}</caption>
      <thead>
        <tr>
          <th scope="col">{head.family}</th>
          <th scope="col">{head.class}</th>
          <th scope="col">{head.tier}</th>
          <th scope="col">{head.verdict}</th>
          <th scope="col" className="is-number">
            {head.walk}
          </th>
          <th scope="col" className="is-number">
            {head.limit}
          </th>
          <th scope="col">{head.status}</th>
          <th scope="col">{head.facility}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.classes.map((each, index) => (
          <tr
            key={each.code}
            className={index > 0 && sheet.classes[index - 1].family === each.family ? undefined : 'is-first'}
          >
            <td>
              {index > 0 && sheet.classes[index - 1].family === each.family ? (
                <span className="visually-hidden">{each.family}</span>
              ) : (
                each.family
              )}
            </td>
            <th scope="row">
              {each.name}
              {each.isRequired ? null : <span className="caption"> {optional}</span>}
              <span className="visually-hidden"> {each.isRequired ? required : ''}</span>
            </th>
            <td className="figure">{each.tiers}</td>
            <td>
              <VerdictSign verdict={each.verdict} /> {words.verdict[each.verdict]}
              {each.reason === '' ? null : <span className="caption"> {each.reason}</span>}
            </td>
            <td className="is-number">{each.walk}</td>
            <td className="is-number">≤ {each.limit}</td>
            <td>{each.status}</td>
            <td>{each.facility}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
