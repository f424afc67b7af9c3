import { html, nothing, type TemplateResult } from 'lit'
import type { RosterPreview } from '../../../signaling/protocol/planning.ts'
import type { Format } from '../../i18n/format.ts'
import { icon } from '../../ui/icon.ts'
import { isDay } from '../calendar.ts'
import type { Texts } from '../texts.ts'

/** How many workers the list would give: what its button says. */
export function usableRows(preview: RosterPreview): number {
  return preview.added + preview.changed + preview.unchanged
}

/** What the server understood of the file, and every problem by row and column. */
export function renderRosterPreview(
  preview: RosterPreview,
  fileName: string,
  texts: Texts,
  format: Format,
): TemplateResult {
  return html`<section class="stack" aria-labelledby="preview-heading">
    <h2 id="preview-heading">${fileName}</h2>
    ${renderCounts(preview, texts)} ${renderFindings(preview, texts)}
    ${preview.sample.length === 0 ? nothing : renderSample(preview, texts, format)}
    <details>
      <summary>${texts['import.understood']}</summary>
      <div class="stack understood">
        <p>
          ${texts['import.encoding'][preview.encoding]}<br />${
            texts['import.separator'][preview.separator]
          }
        </p>
        ${renderColumns(preview, texts)}
      </div>
    </details>
  </section>`
}

function renderCounts(preview: RosterPreview, texts: Texts) {
  return html`<ul class="row chips" role="list" aria-label=${texts['import.rows'](preview.rows)}>
    <li class="chip">${texts['import.rows'](preview.rows)}</li>
    <li class="chip go">${texts['import.added'](preview.added)}</li>
    <li class="chip info">${texts['import.changed'](preview.changed)}</li>
    <li class="chip">${texts['import.unchanged'](preview.unchanged)}</li>
    ${preview.gone === 0 ? nothing : html`<li class="chip wait">${texts['import.gone'](preview.gone)}</li>`}
    ${
      preview.rowsLeftOut === 0
        ? nothing
        : html`<li class="chip stop">${texts['import.left-out'](preview.rowsLeftOut)}</li>`
    }
  </ul>`
}

function renderFindings(preview: RosterPreview, texts: Texts) {
  if (preview.findingCount === 0)
    return html`<p class="banner go">
      ${icon('circle-check')}<span>${texts['import.no-problem']}</span>
    </p>`
  const more = preview.findingCount - preview.findings.length
  return html`<div class="findings card">
    <h3>${icon('triangle-alert')}${texts['import.problems'](preview.findingCount)}</h3>
    ${preview.rowsLeftOut === 0 ? nothing : html`<p>${texts['import.left-out-why'](preview.rowsLeftOut)}</p>`}
    <ul role="list">
      ${preview.findings.map(
        ({ row, column, problem }) =>
          html`<li>
            <strong>${texts['import.where'](row, column)}</strong>:
            ${texts['import.problem'][problem]}
          </li>`,
      )}
    </ul>
    ${more > 0 ? html`<p>${texts['import.more-problems'](more)}</p>` : nothing}
  </div>`
}

function renderSample(preview: RosterPreview, texts: Texts, format: Format) {
  const columns = texts['import.column']
  return html`<div class="scroller" tabindex="0" role="region" aria-label=${texts['import.sample']}>
    <table class="list">
      <caption>
        ${texts['import.sample']}
      </caption>
      <thead>
        <tr>
          <th scope="col">${texts['import.row']}</th>
          <th scope="col">${columns['last-name']}</th>
          <th scope="col">${columns['first-name']}</th>
          <th scope="col">${columns['birth-date']}</th>
          <th scope="col">${columns.email}</th>
          <th scope="col">${columns.language}</th>
        </tr>
      </thead>
      <tbody>
        ${preview.sample.map(
          (row) =>
            html`<tr>
              <td data-label=${texts['import.row']}>${row.row}</td>
              <td data-label=${columns['last-name']}>${row.lastName}</td>
              <td data-label=${columns['first-name']}>${row.firstName}</td>
              <td data-label=${columns['birth-date']}>
                ${isDay(row.birthDate) ? format.date(row.birthDate) : row.birthDate}
              </td>
              <td data-label=${columns.email}>${row.email ?? ''}</td>
              <td data-label=${columns.language}>${row.language}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function renderColumns(preview: RosterPreview, texts: Texts) {
  return html`<table class="list compact">
    <caption>
      ${texts['import.columns']}
    </caption>
    <thead>
      <tr>
        <th scope="col">${texts['import.column-file']}</th>
        <th scope="col">${texts['import.column-meaning']}</th>
      </tr>
    </thead>
    <tbody>
      ${preview.columns.map(
        ({ header, column }) =>
          html`<tr>
            <td data-label=${texts['import.column-file']}>${header}</td>
            <td data-label=${texts['import.column-meaning']}>${texts['import.column'][column]}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
