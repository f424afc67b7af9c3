/** PDFs made by hand (ISO 32000-1), for the journeys: small, and with nothing in them but what is tested. */

/** One page a sentence, in a font that the file does not bring along. */
export function samplePdf(sentences: readonly string[]): Buffer {
  const kids = sentences.map((_, index) => `${4 + 2 * index} 0 R`)
  const pages = sentences.flatMap((sentence, index) => {
    const text = `BT /F1 24 Tf 72 720 Td (${sentence}) Tj ET`
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ]
  })
  return toPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${sentences.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages,
  ])
}

/** Encrypted under a password that nobody knows (ISO 32000-1, 7.6.3). */
export function lockedPdf(): Buffer {
  const key = 'ab'.repeat(32)
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`
  return toPdf(
    ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', encrypt],
    `/Encrypt 3 0 R /ID [<${key}> <${key}>]`,
  )
}

function toPdf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  file += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
