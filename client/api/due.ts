/** The endpoints of posts, of what is due, and of cohorts. */
import type {
  Cohort,
  CohortDraft,
  CohortPreview,
  CohortReply,
} from '../../signaling/protocol/cohort.ts'
import type {
  DueChange,
  DueReply,
  Post,
  PostChange,
  PostDraft,
} from '../../signaling/protocol/due.ts'
import type { CalendarDate, Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

export function loadPosts(signal?: AbortSignal): Promise<Post[]> {
  return request('/api/posts', signal === undefined ? {} : { signal })
}
export function createPost(draft: PostDraft): Promise<Post> {
  return request('/api/posts', { body: draft })
}
export function changePost(id: Id, change: PostChange): Promise<Post> {
  return request(`/api/posts/${id}`, { method: 'PUT', body: change })
}
export function givePost(workerId: Id, postId: Id | null): Promise<void> {
  return request(`/api/workers/${workerId}/post`, { body: { postId } })
}

export interface DueSearch {
  readonly employerId: Id | null
  readonly until: CalendarDate | null
  readonly unplanned: boolean
  /** The mark of the page before. */
  readonly after: string | null
}
export function loadDue(search: DueSearch, signal?: AbortSignal): Promise<DueReply> {
  const query = new URLSearchParams()
  if (search.employerId !== null) query.set('employerId', search.employerId)
  if (search.until !== null) query.set('until', search.until)
  if (search.unplanned) query.set('unplanned', 'true')
  if (search.after !== null) query.set('after', search.after)
  return request(`/api/due?${query}`, signal === undefined ? {} : { signal })
}
export function changeDue(workerId: Id, change: DueChange): Promise<void> {
  return request(`/api/workers/${workerId}/due`, { method: 'PUT', body: change })
}
export function noteExamDone(workerId: Id, on: CalendarDate): Promise<void> {
  return request(`/api/workers/${workerId}/exam-done`, { body: { on } })
}

/** Writes nothing. */
export function previewCohort(draft: CohortDraft, signal?: AbortSignal): Promise<CohortPreview> {
  return request('/api/cohorts/preview', {
    body: draft,
    ...(signal !== undefined && { signal }),
  })
}
/** All or none; refused with the code of what changed since the preview. */
export function confirmCohort(cohort: Cohort): Promise<CohortReply> {
  return request('/api/cohorts', { body: cohort })
}
