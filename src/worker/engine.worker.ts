import { callTable } from './call-table'
import { serveCalls, type Port } from './rpc'

serveCalls(self as unknown as Port, callTable())
