import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Employer, Physician, Room, Site } from '../../../signaling/protocol/planning.ts'
import type { Contact } from '../../../signaling/protocol/contacts.ts'
import type { Post } from '../../../signaling/protocol/due.ts'
import { icon } from '../../ui/icon.ts'
import '../parts/contact-list.ts'
import { planPost, planPostChange } from '../parts/due-forms.ts'
import type { FormPlan } from '../parts/form-dialog.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { OpenForm } from '../parts/open-form.ts'
import {
  planEmployer,
  planLanguages,
  planPhysician,
  planRoom,
  planSite,
  planSiteLanguages,
} from '../parts/place-forms.ts'

interface Places {
  readonly physicians: readonly Physician[]
  readonly employers: readonly Employer[]
  readonly sites: readonly Site[]
  readonly rooms: readonly Room[]
  readonly posts: readonly Post[]
  readonly contacts: readonly Contact[]
}

/** Physicians, and employers with their sites and rooms. */
@customElement('page-places')
export class PagePlaces extends OfficeElement {
  readonly #form = new OpenForm(this)
  readonly #load = createLoad(
    this,
    async (_args, signal): Promise<Places> => {
      const { api } = this.office
      const [physicians, employers, sites, rooms, posts, contacts] = await Promise.all([
        api.loadPhysicians(signal),
        api.loadEmployers(signal),
        api.loadSites(signal),
        api.loadRooms(signal),
        api.loadPosts(signal),
        api.loadContacts(signal),
      ])
      return { physicians, employers, sites, rooms, posts, contacts }
    },
    () => [] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title"><h1>${texts['places.title']}</h1></div>
      ${renderLoad(this.#load, texts, (places) => this.#renderPlaces(places))}
      ${this.#form.render()}`
  }

  #renderPlaces(places: Places) {
    const { texts } = this
    return html`<div class="places">
      <section class="stack">
        <div class="section-head">
          <h2>${texts['places.physicians']}</h2>
          ${this.#renderAdd(texts['places.add-physician'], () => planPhysician(this.office, this.#added))}
        </div>
        ${this.#renderPhysicians(places.physicians)}
      </section>
      <section class="stack">
        <div class="section-head">
          <h2>${texts['places.employers']}</h2>
          ${this.#renderAdd(texts['places.add-employer'], () => planEmployer(this.office, this.#added))}
        </div>
        ${
          places.employers.length === 0
            ? html`<p class="empty card">${texts['places.no-employer']}</p>`
            : places.employers.map((employer) => this.#renderEmployer(employer, places))
        }
      </section>
    </div>`
  }

  #renderPhysicians(physicians: readonly Physician[]) {
    if (physicians.length === 0)
      return html`<p class="empty card">${this.texts['places.no-physician']}</p>`
    return html`<ul class="card plain-list" role="list">
      ${physicians.map(
        (physician) =>
          html`<li class="site">
            <div>
              <strong>${physician.name}</strong>
              <span class="muted small">
                ${[physician.registration, physician.email].filter(Boolean).join(' · ')}
              </span>
              <p class="small">${this.#languagesOf(physician)}</p>
            </div>
            <button
              class="button"
              type="button"
              @click=${() => this.#form.show(planLanguages(physician, this.office, this.#noted))}
            >
              <span
                >${this.texts['places.languages']}<span class="unseen">
                  ${physician.name}</span
                ></span
              >
            </button>
          </li>`,
      )}
    </ul>`
  }

  #languagesOf({ languages }: Physician): string {
    const { texts } = this
    return languages.length === 0
      ? texts['places.no-languages']
      : languages.map((language) => texts.language[language]).join(', ')
  }

  #renderEmployer(employer: Employer, places: Places) {
    const { texts } = this
    const sites = places.sites.filter(({ employerId }) => employerId === employer.id)
    return html`<article class="card stack">
      <div class="section-head">
        <h3>${employer.name}</h3>
        ${this.#renderAdd(
          texts['places.add-site'],
          () => planSite(employer, this.office, this.#added),
          employer.name,
        )}
      </div>
      ${
        sites.length === 0
          ? html`<p class="muted">${texts['places.no-site']}</p>`
          : html`<ul class="plain-list" role="list">
              ${sites.map((site) => this.#renderSite(site, places))}
            </ul>`
      }
      ${this.#renderPosts(employer, places)}
      <contact-list
        .office=${this.office}
        .employer=${employer}
        .contacts=${places.contacts.filter(({ employerId }) => employerId === employer.id)}
        @contacts-changed=${() => void this.#load.run()}
      ></contact-list>
    </article>`
  }

  #renderPosts(employer: Employer, places: Places) {
    const { texts } = this
    const posts = places.posts.filter(({ employerId }) => employerId === employer.id)
    return html`<div class="section-head">
        <h4>${texts['post.list']}</h4>
        ${this.#renderAdd(
          texts['post.add'],
          () => planPost(employer, this.office, this.#added),
          employer.name,
        )}
      </div>
      ${
        posts.length === 0
          ? html`<p class="muted">${texts['post.none']}</p>`
          : html`<ul class="plain-list" role="list">
              ${posts.map((post) => this.#renderPost(post))}
            </ul>`
      }`
  }

  #renderPost(post: Post) {
    const { texts } = this
    const acts = post.acts.map((act) => texts.act[act]).join(', ')
    return html`<li class="site">
      <div>
        <strong>${post.name}</strong>
        <span class="muted small"
          >${texts.examTypes[post.examType]}, ${texts['post.every'](post.periodMonths)}</span
        >
        ${
          post.category === undefined
            ? nothing
            : html`<p class="small">${texts['post.categories'][post.category]}</p>`
        }
        <p class="small">${acts === '' ? texts['post.no-act'] : acts}</p>
      </div>
      <button
        class="button"
        type="button"
        @click=${() => this.#form.show(planPostChange(post, this.office, this.#postChanged))}
      >
        <span>${texts['post.change']}<span class="unseen"> ${post.name}</span></span>
      </button>
    </li>`
  }

  #renderSite(site: Site, places: Places) {
    const { texts } = this
    const rooms = places.rooms.filter(({ siteId }) => siteId === site.id)
    return html`<li class="site">
      <div>
        <strong>${site.name}</strong>
        <span class="muted small"
          >${[
            site.address,
            ...[site.language, ...(site.otherLanguages ?? [])].map((each) => texts.language[each]),
          ]
            .filter(Boolean)
            .join(' · ')}</span
        >
        <p class="small">
          ${
            rooms.length === 0
              ? texts['places.no-room']
              : texts['places.rooms'](rooms.map((room) => this.#inWords(room)).join(', '))
          }
        </p>
      </div>
      <div class="row">
        <button
          class="button"
          type="button"
          @click=${() => this.#form.show(planSiteLanguages(site, this.office, this.#noted))}
        >
          <span>${texts['places.languages']}<span class="unseen"> ${site.name}</span></span>
        </button>
        ${this.#renderAdd(
          texts['places.add-room'],
          () => planRoom(site, this.office, this.#added),
          site.name,
        )}
      </div>
    </li>`
  }

  #inWords({ name, lastCheck }: Room): string {
    if (lastCheck === undefined) return name
    const on = this.format.shortDay(lastCheck.at)
    return `${name} (${this.texts[lastCheck.fit ? 'places.room-fit' : 'places.room-unfit'](on)})`
  }

  /** `about` is for screen readers: the same word stands at every employer. */
  #renderAdd(label: string, plan: () => FormPlan, about = '') {
    return html`<button class="button" type="button" @click=${() => this.#form.show(plan())}>
      ${icon('plus')}<span>${label}<span class="unseen"> ${about}</span></span>
    </button>`
  }

  readonly #postChanged = (name: string) => {
    this.tell(this.texts['post.changed'](name))
    void this.#load.run()
  }

  readonly #added = (name: string) => {
    this.tell(this.texts['places.added'](name))
    void this.#load.run()
  }

  readonly #noted = (name: string) => {
    this.tell(this.texts['places.noted'](name))
    void this.#load.run()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-places': PagePlaces
  }
}
