/** The posts of the employers: which examination a kind of work asks for, how often, and with which acts. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { AppError } from '../errors.ts'
import { changePost, movePosts } from '../planning/keep-due.ts'
import { Post, PostChange, PostDraft, WorkerPost } from '../protocol/due.ts'
import { periodOf, recurringExamOf } from '../rules/post-categories.ts'
import { dateAt } from '../rules/calendar.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['posts']

export const posts: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, makeId, timeZone } = options
  const today = () => dateAt(clock.now(), timeZone)

  app.get(
    '/posts',
    { schema: { summary: 'List the posts', tags, response: { 200: Type.Array(Post) } } },
    () => store.read.posts.list(),
  )

  app.post(
    '/posts',
    {
      schema: {
        summary: 'Add a post to an employer',
        tags,
        body: PostDraft,
        response: { 201: Post },
      },
    },
    async (request, reply) => {
      const post: Post = { id: makeId(), ...asCategory(request.body, options) }
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        const employer = await writer.employers.get(post.employerId)
        if (employer === null) throw new AppError('not-found', '/employerId')
        await writer.posts.add(post, deed.at)
        const details = { postId: post.id, employerId: post.employerId }
        await writer.audit.append({ ...deed, appointmentId: null, action: 'post-added', details })
      })
      return reply.code(201).send(post)
    },
  )

  app.put(
    '/posts/:id',
    {
      schema: {
        summary: 'Change a post; what is due of everyone who works at it follows',
        tags,
        params: IdParams,
        body: PostChange,
        response: { 200: Post },
      },
    },
    async (request) => {
      const deed = toDeed(request, clock)
      return store.write(async (writer) => {
        const before = await writer.posts.get(request.params.id)
        if (before === null) throw new AppError('not-found')
        const { id, employerId } = before
        const post: Post = { id, employerId, ...asCategory(request.body, options) }
        await writer.posts.change(post, deed.at)
        await changePost(writer, before, post, today())
        const { examType, periodMonths } = post
        const details = { postId: id, examType, periodMonths }
        await writer.audit.append({ ...deed, appointmentId: null, action: 'post-changed', details })
        return post
      })
    },
  )

  app.post(
    '/workers/:id/post',
    {
      schema: {
        summary: 'Say which post a worker has; what is due follows',
        tags,
        params: IdParams,
        body: WorkerPost,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        const before = await writer.workers.get(request.params.id)
        if (before === null) throw new AppError('not-found')
        const { postId } = request.body
        const post = postId === null ? null : await writer.posts.get(postId)
        if (post?.employerId !== (postId === null ? undefined : before.employerId)) {
          throw new AppError('not-found', '/postId')
        }
        const worker = { ...before, postId }
        await writer.workers.update(worker, deed.at)
        const had = new Map(before.postId === null ? [] : [[before.id, before.postId]])
        await movePosts(writer, [worker], {
          before: had,
          newcomers: new Set(),
          today: today(),
        })
        const details = { workerId: worker.id, postId }
        await writer.audit.append({ ...deed, appointmentId: null, action: 'post-given', details })
      })
      return reply.code(204).send(null)
    },
  )
}

/** As the category has it, where the post names no examination or period of its own. */
function asCategory<Draft extends PostChange>(
  draft: Draft,
  { legal }: Pick<PlanningOptions, 'legal'>,
): Draft & Pick<Post, 'examType' | 'periodMonths'> {
  const examType = recurringExamOf(draft)
  if (examType === null) throw new AppError('invalid', '/examType')
  const periodMonths = periodOf(draft, legal.postPeriods)
  if (periodMonths === null) throw new AppError('invalid', '/periodMonths')
  return { ...draft, examType, periodMonths }
}
