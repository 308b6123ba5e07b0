// node solve.mjs PROBLEMS ANSWERS: one model per line in, one answer per line out; 1e308 stands for infinity. --repeat N times N solves of the same model.
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import load from 'highs'

const [problems, answers, , repeat = '1'] = process.argv.slice(2)
const highs = await load()
const out = createWriteStream(answers)
const finite = (values) => values.map((v) => (v >= 1e308 ? highs.infinity : v <= -1e308 ? -highs.infinity : v))

function read(p) {
  return {
    numCols: p.cost.length, numRows: p.rowLower.length, offset: p.offset,
    sense: p.maximise ? highs.constants.objectiveSense.maximize : highs.constants.objectiveSense.minimize,
    colCost: p.cost, colLower: finite(p.lower), colUpper: finite(p.upper), rowLower: finite(p.rowLower), rowUpper: finite(p.rowUpper),
    matrix: { format: 'csc', numRows: p.rowLower.length, numCols: p.cost.length, starts: Int32Array.from(p.starts), indices: Int32Array.from(p.rows), values: Float64Array.from(p.values) },
    ...(p.integer.some((v) => v) ? { integrality: Int32Array.from(p.integer, Number) } : {}),
  }
}

for await (const line of createInterface({ input: createReadStream(problems) })) {
  const problem = JSON.parse(line)
  const times = []
  let answer
  for (let k = 0; k < Number(repeat); k++) {
    answer = highs.withModel(read(problem), (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 1e-9, mip_abs_gap: 1e-9, ...problem.options })
      const start = performance.now()
      model.run()
      times.push(performance.now() - start)
      return { status: model.getModelStatus(), objective: model.getObjectiveValue() }
    })
  }
  times.sort((a, b) => a - b)
  out.write(JSON.stringify({ ...answer, milliseconds: times[times.length >> 1] }) + '\n')
}
out.end()
