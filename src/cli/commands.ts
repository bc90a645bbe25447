import type { Command } from './command'
import { assessCommand } from './commands/assess'
import { checkCommand } from './commands/check'
import { compareCommand } from './commands/compare'
import { costCommand } from './commands/cost'
import { explainCommand } from './commands/explain'
import { exportCommand } from './commands/export'
import { gapsCommand } from './commands/gaps'
import { importCommand } from './commands/import'
import { indicatorsCommand } from './commands/indicators'
import { linksCommand } from './commands/links'
import { mergeTilesCommand } from './commands/merge-tiles'
import { proposeCommand } from './commands/propose'
import { reachCommand } from './commands/reach'
import { siteCommand } from './commands/site'
import { rulesCommand } from './commands/rules'
import { unitsCommand } from './commands/units'
import { walkCommand } from './commands/walk'

/** Every command, in the order of the usage text. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  exportCommand,
  walkCommand,
  reachCommand,
  checkCommand,
  assessCommand,
  mergeTilesCommand,
  gapsCommand,
  indicatorsCommand,
  compareCommand,
  costCommand,
  linksCommand,
  unitsCommand,
  proposeCommand,
  siteCommand,
  rulesCommand,
  explainCommand,
]
