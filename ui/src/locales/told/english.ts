/** The whole catalogue, in one piece. */
import { teller, type Catalogue } from './teller'

const files = import.meta.glob<Catalogue>('./*.en.json', { eager: true, import: 'default' })

export const catalogue: Catalogue = Object.assign({}, ...Object.values(files)) as Catalogue
export const tell = teller(catalogue)
