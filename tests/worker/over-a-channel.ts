import { callTable } from '../../src/worker/call-table'
import { type CallTable, createClient, type EngineClient, serveCalls } from '../../src/worker/rpc'

/** Both ends of the protocol in one process, with a real message channel between them: copies and all. */
export function overAChannel(table: CallTable = callTable()): { client: EngineClient; close: () => void } {
  const { port1, port2 } = new MessageChannel()
  serveCalls(port2, table)
  const client = createClient(port1)
  port1.start()
  port2.start()
  return {
    client,
    close: () => {
      port1.close()
      port2.close()
    },
  }
}

/** A table of which a test needs one or two calls. */
export function partialTable(calls: Partial<CallTable>): CallTable {
  return calls as CallTable
}
