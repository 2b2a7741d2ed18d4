type Take = (error: unknown) => string | null

/** Where faults go; the frame sets it. Answers the number, or null where it was no fault but a refusal told elsewhere. */
let taker: Take = (error) => {
  throw error
}

export function takeFaultsWith(take: Take): void {
  taker = take
}
export const takeFault: Take = (error) => taker(error)
