import type { EChartsType } from 'echarts/core'

export interface ChartSeries {
  name: string
  values: readonly (number | null)[]
  kind?: 'line' | 'bar'
  axis?: 'left' | 'right'
  stack?: string
}
export type ChartKind = 'lines' | 'bars' | 'rows' | 'pie' | 'funnel'
export interface ChartInput {
  kind: ChartKind
  labels: readonly string[]
  series: readonly ChartSeries[]
  format: (value: number) => string
  formatRight?: (value: number) => string
}

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** The options of a chart; colours come from the theme of the moment. */
export function optionsOf(input: ChartInput): Record<string, unknown> {
  const text = css('--s-text-2')
  const line = css('--s-line-soft')
  const points = input.labels.length * input.series.length
  const base = {
    color: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => css(`--s-c${n}`)),
    textStyle: { fontFamily: css('--el-font-family'), color: text },
    animation: points <= 200 && !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 160,
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: css('--s-raised'),
      borderColor: css('--s-line'),
      textStyle: { color: css('--s-text') },
    },
    legend: input.series.length > 1 ? { top: 0, textStyle: { color: text }, itemWidth: 14, itemHeight: 8 } : undefined,
  }
  if (input.kind === 'pie' || input.kind === 'funnel') {
    const data = input.labels.map((name, at) => ({ name, value: input.series[0]?.values[at] ?? 0 }))
    return {
      ...base,
      tooltip: { ...base.tooltip, trigger: 'item', valueFormatter: (value: unknown) => input.format(Number(value)) },
      legend: { bottom: 0, type: 'scroll', textStyle: { color: text } },
      series: [
        input.kind === 'pie'
          ? {
              type: 'pie',
              radius: ['42%', '68%'],
              center: ['50%', '45%'],
              data,
              label: { color: text, formatter: '{b} {d}%' },
              itemStyle: { borderColor: css('--s-surface'), borderWidth: 1 },
            }
          : {
              type: 'funnel',
              sort: 'none',
              top: 8,
              bottom: 36,
              left: '12%',
              width: '76%',
              data,
              label: { color: css('--s-text'), position: 'right' },
              itemStyle: { borderWidth: 0 },
            },
      ],
    }
  }
  const rows = input.kind === 'rows'
  const names = {
    type: 'category',
    data: [...input.labels],
    inverse: rows,
    axisLine: { lineStyle: { color: css('--s-line') } },
    axisTick: { show: false },
    // A name of several words stands on as many lines rather than keep its neighbours away.
    axisLabel: {
      color: text,
      hideOverlap: true,
      ...(rows || input.labels.length > 6 ? {} : { width: 76, lineHeight: 14, overflow: 'break', interval: 0 }),
    },
  }
  const figures = (format: (value: number) => string, right = false) => ({
    type: 'value',
    position: right ? 'right' : undefined,
    splitLine: { show: !right, lineStyle: { color: line } },
    axisLabel: { color: text, formatter: (value: number) => format(value) },
  })
  const right = input.series.some((series) => series.axis === 'right')
  const values = right ? [figures(input.format), figures(input.formatRight ?? input.format, true)] : figures(input.format)
  return {
    ...base,
    grid: { left: 8, right: 12, top: input.series.length > 1 ? 32 : 12, bottom: 4, containLabel: true },
    xAxis: rows ? values : names,
    yAxis: rows ? names : values,
    series: input.series.map((series) => ({
      name: series.name,
      type: series.kind ?? (input.kind === 'lines' ? 'line' : 'bar'),
      data: [...series.values],
      stack: series.stack,
      yAxisIndex: !rows && series.axis === 'right' ? 1 : 0,
      showSymbol: input.labels.length <= 31,
      symbolSize: 5,
      lineStyle: { width: 2 },
      barMaxWidth: 28,
      connectNulls: false,
      sampling: points > 2000 ? 'lttb' : undefined,
      large: points > 2000,
      tooltip: {
        valueFormatter: (value: unknown) =>
          value === null || value === undefined || value === '-'
            ? '—'
            : ((series.axis === 'right' ? input.formatRight : undefined) ?? input.format)(Number(value)),
      },
    })),
  }
}

/** Fetches ECharts (only what we draw with) and sets a chart into an element. */
export async function drawChart(element: HTMLElement, input: ChartInput): Promise<EChartsType> {
  const [
    { init, use },
    { BarChart, FunnelChart, LineChart, PieChart },
    { GridComponent, LegendComponent, TooltipComponent },
    { CanvasRenderer, SVGRenderer },
  ] = await Promise.all([import('echarts/core'), import('echarts/charts'), import('echarts/components'), import('echarts/renderers')])
  use([BarChart, FunnelChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer, SVGRenderer])
  const chart = init(element, undefined, { renderer: input.labels.length * input.series.length <= 2000 ? 'svg' : 'canvas' })
  chart.setOption(optionsOf(input))
  return chart
}
