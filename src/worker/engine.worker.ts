import { callTable } from './call-table'
import { createMeasureHelper } from './measure-helper'
import { serveCalls, type Port } from './rpc'

serveCalls(self as unknown as Port, callTable(createMeasureHelper()))
