import { find, type HostingCheck } from '../check'

/** HR18: structure and fire safety are looked at before a building changes its use. */
export const checkAppraisal: HostingCheck = ({ isLand }) =>
  isLand ? [] : [find('HR18', 'warn', 'appraisal-needed')]
