/** Whom the stand-in can be asked to name. Nobody of them exists. */

export interface Person {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: string
}

/** As itsme names them, its number for the person included. */
export function claimsOf({ id, firstName, lastName, birthDate }: Person) {
  return {
    sub: id,
    name: `${firstName} ${lastName}`,
    given_name: firstName,
    family_name: lastName,
    birthdate: birthDate,
  }
}
