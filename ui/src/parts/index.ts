/** What rooms share. Nothing here calls the door: data comes in as props, acts go out as events or given functions. */
// Lists
export { default as ListPage } from './list/ListPage.vue' // a whole list page; give it `useList(…)`
export { default as StatusTabs } from './list/StatusTabs.vue' // states with counts
export { default as FilterBar } from './list/FilterBar.vue' // search and conditions, chips
export { default as SavedViews } from './list/SavedViews.vue' // 常用查询
export { default as ColumnSettings } from './list/ColumnSettings.vue' // 列设置
export { default as BulkBar } from './list/BulkBar.vue' // many at once, with undo
export { default as DataTable } from './table/DataTable.vue' // rows of any number
export { defineColumns, plainLayout, type Column, type RowSource, type Selection, type SortBy, type TableLayout } from './table/types'
export { useSelection } from './table/selection'
export { fixedRows } from './table/fixed' // a RowSource over rows that are all here
export { splitPasted } from './list/conditions' // 多单号粘贴
export type { BulkAction, BulkOutcome, Choice, Condition, FilterField, ListController, ListState, TabItem } from './list/types'
// One thing
export { default as RecordDrawer } from './record/RecordDrawer.vue' // the one thing that was opened; J/K, Esc
export { useRecordRoute, type RecordRoute } from './record/route'
export { useUnsaved } from './record/unsaved' // asks before typed words are lost
export { default as ConflictDialog } from './record/ConflictDialog.vue' // 我的 / 现在的 / 结果
export { conflictOf, type Conflict, type ConflictField } from './record/conflict'
export { changesToRead, changeText } from './record/changes' // what a reader sees of recorded changes
export { default as HistoryList } from './record/HistoryList.vue' // 变更记录
export { default as ActionButtons } from './record/ActionButtons.vue' // what can be done now, and why not
export { default as StateTag } from './record/StateTag.vue'
export { default as FactList } from './record/FactList.vue' // label and value pairs
export { lifeCycles, stateOf, statesOf, actionLabel, type ActionState, type Tone } from './lifecycles'
// Figures and words
export { default as MoneyText } from './MoneyText.vue'
export { default as TimeText } from './TimeText.vue'
export { default as CopyText } from './CopyText.vue' // a click copies
export { default as HoverZoom } from './HoverZoom.vue' // a thumb that grows
export { default as Metric } from './Metric.vue' // a figure that explains itself
export { default as Sparkline } from './Sparkline.vue'
export { default as WordDiff } from './WordDiff.vue' // what changed in a text
export { default as RemarkFlag } from './RemarkFlag.vue' // 旗帜备注
export * from './format'
export { questionsLeft, withQuestions } from './brief' // what a brief still has to be asked
// Pictures, files, boards, charts
export { default as DropZone } from './DropZone.vue' // files from the desktop, or picked
export { useDropZone } from './drop'
export { pickFiles } from './many' // of very many the person is asked first
export { default as Board } from './Board.vue' // cards in columns
export type { BoardColumn, BoardDrop } from './board'
export { default as PictureViewer } from './picture/PictureViewer.vue' // zoom, pins, side by side, slider, blink, difference
export type { Picture, Pin, Place } from './picture/view'
export { default as PictureStrip } from './PictureStrip.vue' // pictures in an order that matters
export { default as Chart } from './ChartBox.vue' // ECharts, fetched when it comes into view
export type { ChartSeries } from './chart'
// The rest
export { default as EmptyState } from './EmptyState.vue'
export { default as ErrorBoundary } from './ErrorBoundary.vue'
export { default as ProgressCentre } from './ProgressCentre.vue'
export { default as MoneyField } from './fields/MoneyField.vue'
export { default as NumberField } from './fields/NumberField.vue'
export { default as DayField } from './fields/DayField.vue'
export { useFields } from './fields/typed' // whether all figures of a form can be read; FormDialog asks by itself
export { useDraft, useFormDraft } from './draft' // what was typed and not saved, offered again
export { default as DraftLine } from './fields/DraftLine.vue'
export { default as FormDialog } from './fields/FormDialog.vue' // a short form in a dialog, errors at their fields
export { askText, confirm, confirmTyped, showDone, showError, showHint, showUndo } from './notice'
export { onKeys, onScan } from './keys'
export { printPage } from './print' // A4, without the frame; `.s-only-print` shows there alone
