const root = document.documentElement
const frame = () => new Promise(requestAnimationFrame)
const MOST_FRAMES = 120

/** Every chart on the page has its picture, in the size and the colours it is printed in. */
async function drawn(): Promise<void> {
  for (let n = 0; n < MOST_FRAMES; n += 1) {
    await frame()
    const boxes = [...document.querySelectorAll('.s-chart [role="img"]')]
    // The first frames bring the new width, and the charts answer to it in the next.
    if (n >= 3 && boxes.every((box) => box.querySelector('svg, canvas'))) return
  }
}

/** Prints the page that is open: A4 across, in light colours, without the frame and its buttons. */
export async function printPage(): Promise<void> {
  const dark = root.classList.contains('dark')
  root.classList.add('s-printing', 's-no-motion')
  root.classList.remove('dark')
  const back = new AbortController()
  const restore = () => {
    back.abort()
    root.classList.remove('s-printing', 's-no-motion')
    root.classList.toggle('dark', dark)
  }
  await drawn()
  // While the dialog is open the page gets no pointer; where the end is not told, the first movement is it.
  addEventListener('afterprint', restore, { signal: back.signal })
  addEventListener('pointermove', restore, { signal: back.signal })
  window.print()
}
