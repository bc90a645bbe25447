import type { PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import type { Scenario } from '../../../model/scenario'
import { useLanguage } from '../../app-context'
import { usePackageExport } from './use-package-export'

interface ExportLinksProps {
  readonly scenario: Scenario
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
}

/** Hands the package over as a table or a workbook. */
export function ExportLinks({ scenario, decided, answer }: ExportLinksProps) {
  const { words } = useLanguage()
  const out = usePackageExport(scenario, decided, answer)
  return (
    <span className="package-export">
      {out.hasFailed ? (
        <span className="caption is-warning" role="alert">
          {words.money.saveFailed}
        </span>
      ) : null}
      <button
        type="button"
        className="plain link caption"
        title={`${words.money.save} ${words.money.csv}`}
        onClick={out.saveCsv}
      >
        {words.money.csv}
      </button>
      <button
        type="button"
        className="plain link caption"
        title={`${words.money.save} ${words.money.xlsx}`}
        disabled={out.isBusy}
        onClick={() => void out.saveXlsx()}
      >
        {words.money.xlsx}
      </button>
    </span>
  )
}
