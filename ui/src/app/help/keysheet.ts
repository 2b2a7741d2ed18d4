/** The keys of the frame and of every list, drawer and board; a page's own come from its commands. */
export const KEY_SHEET = [
  {
    title: 'help.keys.anywhere',
    keys: [
      ['Mod+K', 'palette.open'],
      ['Mod+B', 'nav.fold'],
      ['?', 'palette.keys'],
      ['g t', 'nav.today'],
      ['Escape', 'keys.close'],
    ],
  },
  {
    title: 'help.keys.list',
    keys: [
      ['/', 'keys.search'],
      ['r', 'keys.refresh'],
      ['ArrowDown', 'keys.down'],
      ['ArrowUp', 'keys.up'],
      ['Enter', 'keys.open'],
      ['Mod+A', 'keys.all'],
      ['Mod+C', 'keys.copy'],
    ],
  },
  {
    title: 'help.keys.drawer',
    keys: [
      ['j', 'keys.next'],
      ['k', 'keys.previous'],
    ],
  },
  {
    title: 'help.keys.move',
    keys: [
      ['Space', 'help.keys.lift'],
      ['← ↑ → ↓', 'help.keys.carry'],
      ['Space', 'help.keys.drop'],
      ['Escape', 'help.keys.give_up'],
    ],
  },
] as const
