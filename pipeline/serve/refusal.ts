/** A request that is not answered: an HTTP status and, in Chinese, why and what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: 400 | 401 | 403 | 404 | 413 | 415 | 503;

  constructor(status: Refusal['status'], says: string) {
    super(says);
    this.status = status;
  }
}
