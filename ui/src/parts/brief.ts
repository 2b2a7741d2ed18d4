/** The questions of a brief that do not stand in it yet; each is found by its beginning, its hint in brackets may be gone. */
export function questionsLeft(template: string, text: string): string[] {
  return template.split('\n').filter((line) => !text.includes((line.split(/[（(：:]/)[0] ?? line).trim()))
}

/** The brief with the questions that it lacks at its end. */
export function withQuestions(template: string, text: string): string {
  return [...(text.trim() === '' ? [] : [text.trimEnd()]), ...questionsLeft(template, text)].join('\n')
}
