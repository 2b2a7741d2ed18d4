import { hasText, t } from '@/locales'

/** What a text is written for: a channel as its page names it, any other place in the reader's language. */
export const placeName = (code: string, title: string): string => (hasText(`copydesk.place.${code}`) ? t(`copydesk.place.${code}`) : title)
