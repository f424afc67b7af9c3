/** What an evaluator asks the server. */
import type { Evaluation } from '../../signaling/protocol/evaluation.ts'
import { request } from './request.ts'

export const loadEvaluation = () => request<Evaluation>('/api/evaluation')
